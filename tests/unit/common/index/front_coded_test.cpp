#include "common/index/front_coded.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

using Numbers = std::map<std::string, std::uint64_t>;

std::string coded(const Numbers& numbers) {
    FrontCodedWriter writer;
    for (const auto& [text, number] : numbers)
        writer.add(text, number);
    CHECK(writer.size() == numbers.size());
    return writer.finish();
}

Numbers many(int count) {
    Numbers numbers;
    for (int i = 0; i < count; ++i)
        numbers.emplace("word" + std::to_string(i * 31 % 1000), static_cast<std::uint64_t>(i)
                                                                    << i % 40);
    return numbers;
}

}  // namespace

TEST_CASE("strings come back in their order with their numbers") {
    for (const int count : {0, 1, 15, 16, 17, 32, 33, 500}) {
        CAPTURE(count);
        const Numbers numbers = many(count);
        const std::string bytes = coded(numbers);
        std::string_view rest = bytes;
        const FrontCoded list(rest);
        CHECK(rest.empty());
        CHECK(list.size() == numbers.size());
        Numbers found;
        for (auto entry = list.begin(); !entry.done(); entry.next()) {
            CHECK(entry->ordinal == found.size());
            found.emplace(entry->text, entry->number);
        }
        CHECK(found == numbers);
    }
}

TEST_CASE("each string is found by its text and by its ordinal, and no other is") {
    const Numbers numbers = many(100);
    const std::string bytes = coded(numbers);
    std::string_view rest = bytes;
    const FrontCoded list(rest);
    std::uint32_t ordinal = 0;
    for (const auto& [text, number] : numbers) {
        CAPTURE(text);
        const auto found = list.find(text);
        REQUIRE(found);
        CHECK(found->number == number);
        CHECK(found->ordinal == ordinal);
        CHECK(list.at(ordinal).text == text);
        CHECK_FALSE(list.find(text + "!"));
        CHECK_FALSE(list.find(text.substr(0, text.size() - 1) + '\x01'));
        ++ordinal;
    }
    CHECK_FALSE(list.find(""));
    CHECK(list.lower_bound("")->ordinal == 0);
    CHECK(list.lower_bound("x").done());
    CHECK_THROWS_AS(list.at(ordinal), Error);
}

TEST_CASE("a list may be followed by others, and may hold any bytes") {
    const Numbers first{{std::string("\0", 1), 1}, {std::string("\0\xFF", 2), 2}, {"\xFF", 3}};
    const Numbers second{{"", 7}};
    const std::string bytes = coded(first) + coded(second) + "rest";
    std::string_view rest = bytes;
    const FrontCoded one(rest);
    const FrontCoded two(rest);
    CHECK(rest == "rest");
    CHECK(one.find(std::string("\0\xFF", 2))->number == 2);
    CHECK(two.find("")->number == 7);
}

}  // namespace vigyapti
