#include "searcher/render/chart.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/text/grapheme.hpp"

namespace vigyapti {
namespace {

std::string chart(const std::vector<FacetValue>& months, std::size_t width = 30) {
    return timeline_chart(months, width, true);
}

std::size_t lines_in(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("each month has its line, also one without releases") {
    CHECK(chart({{"2023-12", 16}, {"2024-02", 8}, {"2023-11", 1}}) ==
          "Releases per month:\n"
          "2023-11 █▏ 1\n"
          "2023-12 ███████████████████ 16\n"
          "2024-01 0\n"
          "2024-02 █████████▌ 8\n");
}

TEST_CASE("a few among many are seen") {
    CHECK(chart({{"2023-11", 1}, {"2023-12", 100000}}).find("2023-11 ▏ 1\n") != std::string::npos);
    CHECK(timeline_chart({{"2023-11", 1}, {"2023-12", 100000}}, 30, false).find("2023-11 # 1\n") !=
          std::string::npos);
}

TEST_CASE("the longest bar takes what the width leaves, and no line is wider") {
    const std::vector<FacetValue> months{{"2023-01", 7}, {"2023-02", 1234}, {"2023-03", 900}};
    for (const bool unicode : {false, true}) {
        for (std::size_t width = 24; width <= 200; ++width) {
            CAPTURE(width);
            const std::string out = timeline_chart(months, width, unicode);
            std::size_t widest = 0;
            for (std::size_t begin = 0; begin < out.size();) {
                const auto end = out.find('\n', begin);
                widest = std::max(widest, count_columns(out.substr(begin, end - begin)));
                begin = end + 1;
            }
            CHECK(widest == width);
        }
    }
    CHECK_FALSE(timeline_chart(months, 0, true).empty());
}

TEST_CASE("long spans are drawn in longer steps") {
    const struct {
        const char* first;
        const char* last;
        const char* title;
        const char* label;
        std::size_t lines;
    } table[] = {
        {"2020-01", "2023-04", "Releases per month:\n", "\n2020-01 ", 40},
        {"2020-01", "2023-05", "Releases per quarter:\n", "\n2020 Q1 ", 14},
        {"2014-12", "2024-02", "Releases per quarter:\n", "\n2014 Q4 ", 38},
        {"1947-08", "1986-12", "Releases per year:\n", "\n1947 ", 40},
        {"1947-08", "2024-02", "Releases per decade:\n", "\n1940-1949 ", 9},
        {"1000-01", "9999-12", "Releases per century:\n", "\n1000-1099 ", 90},
    };
    for (const auto& row : table) {
        CAPTURE(row.first);
        const std::string out = chart({{row.first, 1}, {row.last, 3}}, 60);
        CHECK(out.starts_with(row.title));
        CHECK(out.find(row.label) != std::string::npos);
        CHECK(lines_in(out) == row.lines + 1);
        CHECK(out.ends_with(" 3\n"));
    }
}

TEST_CASE("what is no month is passed over") {
    CHECK(chart({}).empty());
    CHECK(chart({{"2023", 1},
                 {"2023-13", 1},
                 {"2023-00", 1},
                 {"20x3-10", 1},
                 {"2023-1x", 1},
                 {"\x1b[2J-10", 1}})
              .empty());
    CHECK(chart({{"2023-10", 0}}) == "Releases per month:\n2023-10 0\n");
}

}  // namespace vigyapti
