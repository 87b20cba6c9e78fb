#include "searcher/query/word_spans.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

// The texts of the spans, each between bars.
std::string spans(std::string_view query) {
    std::string out;
    for (const LeafSpan& each : find_word_spans(query).leaves) {
        out += '|';
        out += query.substr(each.begin, each.end - each.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("spans are those of the words that may be respelt") {
    struct Case {
        std::string_view query;
        std::string_view wanted;
        bool simple;
    };
    for (const Case& each : std::vector<Case>{
             {"", "", true},
             {"रूस  talks", "|रूस|talks", true},
             {"talks talks", "|talks|talks", true},
             {"title:title title", "|title|title", false},
             {"title:\"two words\" +a", "|two words|a", false},
             {"=exact", "|exact", false},
             {"lang:hi talks", "|talks", false},
             {"-a b", "|b", false},
             {"a NOT b c", "|a|c", false},
             {"a NOT (b c) d", "|a|d", false},
             {"a NOT -b c", "|a|c", false},
             {"-(b (c) d) e", "|e", false},
             {"(a b) OR c", "|a|b|c", false},
             {"a AND OR", "|a", false},
             {"a NEAR/5 b", "|a|b", false},
             {"min* max", "|max", false},
             {"\"min*\"", "|min*", false},
             {") a", "|a", false},
             {"“curly quotes” b", "|curly quotes|b", false},
         }) {
        CAPTURE(each.query);
        CHECK(spans(each.query) == each.wanted);
        CHECK(find_word_spans(each.query).simple == each.simple);
    }
}

TEST_CASE("fields, quotes and bareness are told") {
    const QuerySpans spans = find_word_spans("title:a \"b c\" +d e");
    REQUIRE(spans.leaves.size() == 4);
    CHECK(spans.leaves[0].field == FieldId::title);
    CHECK_FALSE(spans.leaves[0].bare);
    CHECK(spans.leaves[1].quoted);
    CHECK_FALSE(spans.leaves[1].bare);
    CHECK_FALSE(spans.leaves[2].bare);
    CHECK(spans.leaves[3].bare);
}

}  // namespace vigyapti
