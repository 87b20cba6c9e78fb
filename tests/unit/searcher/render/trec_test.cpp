#include <doctest/doctest.h>

#include <string>

#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

Hit hit(std::size_t rank, const std::string& id, double score) {
    Hit out;
    out.rank = rank;
    out.id = id;
    out.score = score;
    return out;
}

std::string render(const Results& results) {
    std::string out;
    render_trec(results, {}, out);
    return out;
}

}  // namespace

TEST_CASE("each hit is a line of six columns") {
    Results results;
    results.query_id = "q7";
    results.query = "not shown";
    results.hits = {hit(1, "hi/a.txt", 12.3456789), hit(2, "https://example.org/?a=b", 0.5)};
    CHECK(render(results) ==
          "q7 Q0 hi/a.txt 1 12.345679 vigyapti\n"
          "q7 Q0 https://example.org/?a=b 2 0.500000 vigyapti\n");
}

TEST_CASE("no hits are no lines, and a single query is number 0") {
    Results results;
    CHECK(render(results).empty());
    results.hits = {hit(11, "a", 0)};
    CHECK(render(results) == "0 Q0 a 11 0.000000 vigyapti\n");
}

TEST_CASE("white space in ids cannot break the columns") {
    using namespace std::string_literals;
    Results results;
    results.query_id = "q 1\t";
    results.hits = {hit(1, "a b\tc\nd\re\v\f\x7F"s, 1), hit(2, "प्रेस विज्ञप्ति.txt"s, 1),
                    hit(3, "a\0b"s, 1)};
    CHECK(render(results) ==
          "q%201%09 Q0 a%20b%09c%0Ad%0De%0B%0C%7F 1 1.000000 vigyapti\n"
          "q%201%09 Q0 प्रेस%20विज्ञप्ति.txt 2 1.000000 vigyapti\n"
          "q%201%09 Q0 a%00b 3 1.000000 vigyapti\n");
}

}  // namespace vigyapti
