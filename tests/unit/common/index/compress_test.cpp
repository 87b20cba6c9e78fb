#include "common/index/compress.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/index/schema.hpp"
#include "common/index/stored.hpp"

namespace vigyapti {
namespace {

constexpr char plain = 0;
constexpr char zstd = 1;

const std::string paragraph =
    "रूस के राष्ट्रपति ने बीजिंग में पाकिस्तान के प्रधानमंत्री से मुलाकात की। बैठक में ऊर्जा "
    "सहयोग और व्यापार पर बात हुई। The two sides reviewed bilateral relations.";

std::string random_bytes(std::size_t size) {
    std::mt19937 random(1);
    std::string bytes(size, '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    return bytes;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text + std::to_string(i);
    return out;
}

}  // namespace

// The index on users' disks depends on it: another dictionary needs another format_version.
TEST_CASE("the dictionary is the one of this format") {
    const std::string hash = content_hash(compression_dictionary());
    CHECK(compression_dictionary().size() == 112'640);
    CHECK(hash == "\xac\x2a\xba\x62\x43\xb5\x09\x5b\x30\xb9\xdd\xd8\x54\x71\x4a\x9b");
    REQUIRE(format_version == "4");
}

TEST_CASE("what was compressed comes back") {
    for (const std::string& encoded :
         {std::string(), std::string("a"), paragraph, repeated(paragraph, 20),
          repeated(paragraph, 30'000), random_bytes(5'000), std::string(1'000'000, '\0')}) {
        CAPTURE(encoded.size());
        CHECK(decompress_release(compress_release(encoded)) == encoded);
    }
}

TEST_CASE("data written by this format can be read by its later versions") {
    const std::string_view data(
        "\x01\x20\xa0\xd5\x01\x00\x58\x73\x72\x65\x6c\x61\x74\x69\x6f\x6e\x73\x2e\x10\xfc\xb5\x02"
        "\xb1\x65\xc7\x5d\xfc\xba\x80\xc4\xb3\x9e\x08\xd1\x36\xd4\xac\x91\xc6\xbb\xb6\x12\x83\x2e"
        "\x56\xb2\x51\xc8\xb0\xf4\x57\x4e\xae\x51\x21\xbb\xe3\x26\xfc\xaf\x44\xf9\xc7\x3a",
        64);
    CHECK(decompress_release(data) == paragraph);
}

TEST_CASE("a paragraph on foreign affairs takes a quarter, as the dictionary knows its words") {
    const std::string data = compress_release(paragraph);
    CHECK(data.front() == zstd);
    CHECK(data.size() * 4 < paragraph.size());
}

TEST_CASE("what does not compress is one byte longer") {
    for (const std::size_t size : {0U, 1U, 5U, 300U, 200'000U}) {
        CAPTURE(size);
        const std::string bytes = random_bytes(size);
        const std::string data = compress_release(bytes);
        CHECK(data.front() == plain);
        CHECK(data.size() == size + 1);
    }
}

TEST_CASE("the data depends on the release alone, not on the thread nor on what went before") {
    const std::string first = compress_release(paragraph);
    compress_release(repeated(paragraph, 5'000));
    compress_release(random_bytes(3'000));
    CHECK(compress_release(paragraph) == first);
    std::string elsewhere;
    std::thread([&] { elsewhere = compress_release(paragraph); }).join();
    CHECK(elsewhere == first);
}

TEST_CASE("damaged data gives other bytes or nothing") {
    const std::string data = compress_release(repeated(paragraph, 5));
    for (std::size_t size = 0; size < data.size(); ++size)
        CHECK_FALSE(decompress_release(std::string_view(data).substr(0, size)));
    std::size_t refused = 0;
    for (std::size_t at = 0; at < data.size(); ++at) {
        for (unsigned bit = 1; bit < 0x100; bit <<= 1U) {
            std::string damaged = data;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ bit);
            if (!decompress_release(damaged)) ++refused;
        }
    }
    CHECK(refused > 0);
    for (std::size_t size = 0; size < 500; ++size)
        decompress_release("\x01" + random_bytes(size));
}

TEST_CASE("a size that the data cannot hold is refused before it is allocated") {
    // Frame header with a content size of eight bytes, then the last block: one byte repeated.
    const auto frame = [](std::string_view size) {
        return "\x01\xE0" + std::string(size) + std::string("\x0B\0\0a", 4);
    };
    using namespace std::string_view_literals;
    CHECK(decompress_release(frame("\x01\0\0\0\0\0\0\0"sv)) == "a");
    CHECK_FALSE(decompress_release(frame("\x02\0\0\0\0\0\0\0"sv)));
    CHECK_FALSE(decompress_release(frame("\0\0\0\0\0\x01\0\0"sv)));
    CHECK_FALSE(decompress_release(frame("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv)));
    CHECK_FALSE(decompress_release(frame("\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv)));
    // 1.5 GB, within the limit, in a frame that is too short for it.
    CHECK_FALSE(decompress_release(frame("\0\0\0\x60\0\0\0\0"sv)));
    // No size at all: a window descriptor instead.
    CHECK_FALSE(decompress_release(std::string_view("\x01\0\x58\x0B\0\0a", 7)));
}

TEST_CASE("an unknown form is refused") {
    CHECK_FALSE(decompress_release(""));
    CHECK_FALSE(decompress_release("\x02"));
    CHECK_FALSE(decompress_release("\xFFxyz"));
    CHECK(decompress_release(std::string_view("\0", 1)) == "");
}

}  // namespace vigyapti
