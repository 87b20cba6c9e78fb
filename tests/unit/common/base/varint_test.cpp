#include "common/base/varint.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace vigyapti {
namespace {

constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max() >> 1U;

std::string coded(std::uint64_t value) {
    std::string out;
    append_varint(out, value);
    return out;
}

struct Case {
    std::uint64_t value;
    std::string bytes;
};

}  // namespace

TEST_CASE("a number is seven bits a byte, the lowest first") {
    const std::vector<Case> cases{
        {0, std::string(1, '\0')},
        {1, "\x01"},
        {0x7F, "\x7F"},
        {0x80, "\x80\x01"},
        {300, "\xAC\x02"},
        {0x3FFF, "\xFF\x7F"},
        {0x4000, "\x80\x80\x01"},
        {greatest, std::string(8, '\xFF') + "\x7F"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.value);
        CHECK(coded(each.value) == each.bytes);
    }
}

TEST_CASE("numbers of every size come back, one after the other") {
    std::vector<std::uint64_t> values;
    for (unsigned bit = 0; bit < 63; ++bit) {
        const std::uint64_t power = std::uint64_t{1} << bit;
        values.insert(values.end(), {power - 1, power, power + 1});
    }
    values.push_back(greatest);
    std::string bytes;
    for (const std::uint64_t value : values)
        append_varint(bytes, value);
    bytes += "rest";
    std::string_view data = bytes;
    for (const std::uint64_t value : values) {
        CAPTURE(value);
        REQUIRE(take_varint(data) == value);
    }
    CHECK(data == "rest");
}

TEST_CASE("what breaks off is no number, and nothing behind it is read") {
    for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{300}, greatest}) {
        const std::string whole = coded(value);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            CAPTURE(size);
            // The byte behind the view would end the number.
            std::string_view data = std::string_view(whole).substr(0, size);
            CHECK_FALSE(take_varint(data));
        }
    }
}

TEST_CASE("more than 63 bits are no number") {
    for (const std::string& bytes :
         {std::string(9, '\x80') + "\x01", std::string(9, '\xFF') + "\x01",
          std::string(1000, '\x80'), coded(std::numeric_limits<std::uint64_t>::max())}) {
        CAPTURE(bytes.size());
        std::string_view data = bytes;
        CHECK_FALSE(take_varint(data));
    }
}

}  // namespace vigyapti
