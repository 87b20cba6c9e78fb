#include "common/index/stored.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/compress.hpp"

namespace vigyapti {
namespace {

Release full_release() {
    Release release;
    release.id = "mea/2023/10/17.txt";
    release.title = "रूस और पाकिस्तान के बीच ऊर्जा सहयोग";
    release.date = "2023-10-17";
    release.date_origin = DateOrigin::dateline;
    release.lang = "hi";
    release.source = "विदेश मंत्रालय";
    release.url = "https://example.org/विज्ञप्ति?a=1&b=2";
    release.countries = {"RU", "PK", "IN"};
    release.blocks = {
        {BlockKind::body, "पहला अनुच्छेद।\nदूसरा अनुच्छेद।"},
        {BlockKind::caption, "Ministers at the talks"},
        {BlockKind::credit, "© Ministry of External Affairs"},
        {BlockKind::body, "आख़िरी अनुच्छेद।"},
    };
    return release;
}

Release stored_and_read(const Release& release) {
    return decode_release(compress_release(encode_release(release)));
}

// Document data of the plain form, which reaches the decoder as it is.
std::string plain(std::string_view encoded) {
    return std::string(1, '\0').append(encoded);
}

bool is_refused_data(std::string_view data) {
    try {
        decode_release(data);
        return false;
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::corrupt);
        CHECK_FALSE(error.hint().empty());
        return true;
    }
}

bool is_refused(std::string_view encoded) {
    return is_refused_data(plain(encoded));
}

std::string hex(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += "0123456789abcdef"[byte >> 4U];
        out += "0123456789abcdef"[byte & 0xFU];
    }
    return out;
}

}  // namespace

TEST_CASE("a release comes back as it was stored") {
    CHECK(stored_and_read(full_release()) == full_release());
    CHECK(stored_and_read(Release{}) == Release{});
    Release only_id;
    only_id.id = "1";
    CHECK(stored_and_read(only_id) == only_id);
}

TEST_CASE("any bytes and any length come back") {
    // Lengths on both sides of where the length needs another byte.
    for (const std::size_t length : {1U, 127U, 128U, 129U, 16'383U, 16'384U, 2'097'152U}) {
        CAPTURE(length);
        Release release;
        release.id = std::string(length, '\xFF');
        release.title = std::string(length, '\0');
        release.blocks = {{BlockKind::credit, std::string(length, '\x80')}};
        CHECK(stored_and_read(release) == release);
    }
}

TEST_CASE("blocks keep their order and their kind, countries their order") {
    Release release;
    for (int i = 0; i < 1000; ++i) {
        release.blocks.push_back({static_cast<BlockKind>(i % 3), std::to_string(i)});
        release.countries.push_back(std::to_string(i * 7 % 1000));
    }
    CHECK(stored_and_read(release) == release);
}

TEST_CASE("different releases are stored differently") {
    std::set<std::string> stored{encode_release(full_release())};
    const auto add = [&](auto&& change) {
        Release release = full_release();
        change(release);
        return stored.insert(encode_release(release)).second;
    };
    CHECK(add([](Release& r) { r.id += 'x'; }));
    CHECK(add([](Release& r) { r.title.clear(); }));
    CHECK(add([](Release& r) { r.date = "2023-10-18"; }));
    CHECK(add([](Release& r) { r.date_origin = DateOrigin::file; }));
    CHECK(add([](Release& r) { r.lang = "en"; }));
    CHECK(add([](Release& r) { std::swap(r.source, r.url); }));
    CHECK(add([](Release& r) { r.countries.pop_back(); }));
    CHECK(add([](Release& r) { std::swap(r.countries[0], r.countries[1]); }));
    CHECK(add([](Release& r) { r.blocks[1].kind = BlockKind::body; }));
    CHECK(add([](Release& r) { std::swap(r.blocks[0], r.blocks[1]); }));
    CHECK(add([](Release& r) {
        r.blocks[1].text += r.blocks[2].text;
        r.blocks.erase(r.blocks.begin() + 2);
    }));
}

TEST_CASE("a stored release that is cut short is refused or ends with a whole part") {
    const std::string stored = encode_release(full_release());
    std::size_t refused = 0;
    for (std::size_t size = 0; size < stored.size(); ++size) {
        if (is_refused(std::string_view(stored).substr(0, size))) {
            ++refused;
        } else {
            const Release part = decode_release(plain(std::string_view(stored).substr(0, size)));
            CHECK(encode_release(part).size() == size);
        }
    }
    // Only at the 14 beginnings of its parts can it be cut unnoticed.
    CHECK(refused == stored.size() - 14);
}

TEST_CASE("where the date is from is stored, and what is no origin is refused") {
    for (const DateOrigin origin :
         {DateOrigin::none, DateOrigin::metadata, DateOrigin::dateline, DateOrigin::file}) {
        Release release = full_release();
        release.date_origin = origin;
        CHECK(stored_and_read(release).date_origin == origin);
    }
    CHECK(is_refused("\x0B\x01\x04"));
}

TEST_CASE("what is no stored release is refused") {
    const std::string endless = "\x01" + std::string(20, '\xFF');
    const std::string huge = std::string("\x01") + "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F" + "abc";
    for (const std::string& data : {std::string("\x01"),
                                    std::string("\x01\x05"
                                                "abcd"),
                                    std::string("\x08\x80"), endless, huge,
                                    std::string("\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"
                                                "a")}) {
        CAPTURE(hex(data));
        CHECK(is_refused(data));
    }
}

TEST_CASE("damaged or unknown document data is refused as corrupt") {
    const std::string data = compress_release(encode_release(full_release()));
    REQUIRE(data.front() == 1);
    for (std::size_t size = 0; size < data.size(); ++size)
        CHECK(is_refused_data(std::string_view(data).substr(0, size)));
    CHECK(is_refused_data(data + '\0'));
    for (int form = 2; form < 256; ++form) {
        std::string unknown = data;
        unknown.front() = static_cast<char>(form);
        CHECK(is_refused_data(unknown));
    }
}

TEST_CASE("parts that a later version adds are passed over") {
    const std::string stored = encode_release(full_release());
    for (const char* added : {"\x1F\x03new", "\x7F\x01x", "\xFF\x04more"}) {
        CHECK(decode_release(plain(added + stored)) == full_release());
        CHECK(decode_release(plain(stored + added)) == full_release());
    }
}

TEST_CASE("no change of a byte makes the reader fail in another way") {
    const std::string stored = encode_release(full_release());
    const std::string compressed = compress_release(stored);
    for (std::size_t at = 0; at < stored.size(); ++at) {
        for (const unsigned mask : {0x01U, 0x80U, 0xFFU}) {
            std::string damaged = stored;
            damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
            is_refused(damaged);
            if (at < compressed.size()) {
                damaged = compressed;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
                is_refused_data(damaged);
            }
        }
    }
}

TEST_CASE("the hash is XXH3 with 128 bits in its canonical form") {
    // The first is the value that xxHash's specification gives for no input and seed 0.
    CHECK(hex(content_hash("")) == "99aa06d3014798d86001c324468d497f");
    const std::string stored = encode_release(full_release());
    CHECK(content_hash(stored).size() == 16);
    CHECK(content_hash(stored) == content_hash(encode_release(full_release())));
    std::set<std::string> hashes;
    for (std::size_t size = 0; size <= stored.size(); ++size)
        hashes.insert(content_hash(std::string_view(stored).substr(0, size)));
    CHECK(hashes.size() == stored.size() + 1);
}

}  // namespace vigyapti
