#include "common/base/front_coded.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

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

// Asks a list all that can be asked, of exactly these bytes.
void use(const std::string& bytes) {
    const std::vector<char> alone(bytes.begin(), bytes.end());
    std::string_view rest(alone.data(), alone.size());
    const auto allow_corrupt = [](const auto& ask) {
        try {
            ask();
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::corrupt);
        }
    };
    allow_corrupt([&] {
        const FrontCoded list(rest);
        allow_corrupt([&] {
            for (auto entry = list.begin(); !entry.done(); entry.next()) {
            }
        });
        for (const char* const text : {"", "word1", "word5", "word999", "x"}) {
            allow_corrupt([&] { list.find(text); });
        }
        for (const std::uint32_t ordinal : {0U, 15U, 16U, 39U, 1'000'000U})
            allow_corrupt([&] { list.at(ordinal); });
    });
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

TEST_CASE("a damaged list is an error or some answer, and nothing outside it is read") {
    const std::string bytes = coded(many(40));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        use(bytes.substr(0, size));
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const char value : {'\x00', '\x01', '\x7F', '\x80', '\xFF'}) {
            std::string changed = bytes;
            changed[at] = value;
            CAPTURE(at);
            use(changed);
        }
    }
    // A list whose length is all that there is of it.
    for (const std::string& begun : {std::string(), std::string(4, '\xFF'), std::string(8, '\xFF'),
                                     std::string(100, '\xFF'), std::string(100, '\x7F')})
        use(begun);
}

}  // namespace vigyapti
