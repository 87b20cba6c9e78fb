#include "common/index/one_byte.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace vigyapti {
namespace {

struct Packing {
    std::string bytes;
    std::string packed;
};

}  // namespace

TEST_CASE("a Devanagari letter takes one byte, ASCII stays, the rest is escaped") {
    const std::vector<Packing> cases{
        {"", ""},
        {"Press release, 2024\n", "Press release, 2024\n"},
        {"\u0900\u093F\u0940\u097F", "\x80\xBF\xC0\xFF"},
        {"की।", "\x95\xC0\xE4"},
        {"\u08FF", "\x10\xE0\x10\xA3\x10\xBF"},
        {"\u0980", "\x10\xE0\x10\xA6\x10\x80"},
        {"©", "\x10\xC2\x10\xA9"},
        {"\x10", "\x10\x10"},
        {"\x7F\x80", "\x7F\x10\x80"},
        // What looks like a letter and is none: cut short, and another byte after the lead.
        {"\xE0\xA4", "\x10\xE0\x10\xA4"},
        {"\xE0\xA4\x7F", "\x10\xE0\x10\xA4\x7F"},
        {"\xE0\xA4\xC0", "\x10\xE0\x10\xA4\x10\xC0"},
        {"\xE0\xE0\xA4\x95", "\x10\xE0\x95"},
    };
    for (const Packing& each : cases) {
        CAPTURE(each.bytes);
        CHECK(to_one_byte(each.bytes) == each.packed);
        CHECK(from_one_byte(each.packed) == each.bytes);
    }
}

TEST_CASE("any bytes come back") {
    // Those that mean something to the form are frequent.
    const std::string alphabet = "\xE0\xA4\xA5\x80\xBF\x10\xFF" + std::string("a\0", 2);
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (auto left = random() % 40; left > 0; --left)
            bytes += alphabet[random() % alphabet.size()];
        const std::string packed = to_one_byte(bytes);
        CHECK(packed.size() <= 2 * bytes.size());
        CHECK(from_one_byte(packed) == bytes);
    }
}

TEST_CASE("an escape with nothing behind it is refused") {
    CHECK_FALSE(from_one_byte("\x10"));
    CHECK_FALSE(from_one_byte("a\x10\x10\x10"));
    CHECK(from_one_byte("a\x10\x10") == "a\x10");
}

}  // namespace vigyapti
