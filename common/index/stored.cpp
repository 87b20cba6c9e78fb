#include "common/index/stored.hpp"

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <optional>

#include "common/base/error.hpp"
#include "common/index/compress.hpp"

namespace vigyapti {
namespace {

// Tags of the parts; a reader skips the ones that it does not know. Never renumbered.
enum class Part : unsigned char {
    id = 1,
    title = 2,
    date = 3,
    lang = 4,
    source = 5,
    url = 6,
    country = 7,
    body = 8,
    caption = 9,
    credit = 10,
    date_origin = 11,
};

void append_part(std::string& out, Part part, std::string_view value) {
    if (value.empty()) return;
    out += static_cast<char>(part);
    std::uint64_t length = value.size();
    for (; length >= 0x80; length >>= 7U)
        out += static_cast<char>(0x80U | (length & 0x7FU));
    out += static_cast<char>(length);
    out += value;
}

[[noreturn]] void throw_corrupt() {
    throw Error(ErrorCode::corrupt, "a stored release is damaged",
                "build the index anew with: vigyapti-index --rebuild PATH");
}

std::size_t take_length(std::string_view& data) {
    std::uint64_t length = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
        if (data.empty()) throw_corrupt();
        const auto byte = static_cast<unsigned char>(data.front());
        data.remove_prefix(1);
        length |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) {
            if (length > data.size()) throw_corrupt();
            return static_cast<std::size_t>(length);
        }
    }
    throw_corrupt();
}

DateOrigin origin_of(std::string_view value) {
    const auto byte = value.empty() ? 0U : static_cast<unsigned char>(value.front());
    if (byte > static_cast<unsigned char>(DateOrigin::file)) throw_corrupt();
    return static_cast<DateOrigin>(byte);
}

Part part_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return Part::caption;
        case BlockKind::credit:
            return Part::credit;
        case BlockKind::body:
            break;
    }
    return Part::body;
}

void store_part(Release& release, Part part, std::string value) {
    switch (part) {
        case Part::id:
            release.id = std::move(value);
            break;
        case Part::title:
            release.title = std::move(value);
            break;
        case Part::date:
            release.date = std::move(value);
            break;
        case Part::lang:
            release.lang = std::move(value);
            break;
        case Part::source:
            release.source = std::move(value);
            break;
        case Part::url:
            release.url = std::move(value);
            break;
        case Part::country:
            release.countries.push_back(std::move(value));
            break;
        case Part::body:
            release.blocks.push_back({BlockKind::body, std::move(value)});
            break;
        case Part::caption:
            release.blocks.push_back({BlockKind::caption, std::move(value)});
            break;
        case Part::credit:
            release.blocks.push_back({BlockKind::credit, std::move(value)});
            break;
        case Part::date_origin:
            release.date_origin = origin_of(value);
            break;
    }
}

}  // namespace

std::string encode_release(const Release& release) {
    std::string out;
    append_part(out, Part::id, release.id);
    append_part(out, Part::title, release.title);
    append_part(out, Part::date, release.date);
    if (release.date_origin != DateOrigin::none) {
        append_part(out, Part::date_origin, std::string(1, static_cast<char>(release.date_origin)));
    }
    append_part(out, Part::lang, release.lang);
    append_part(out, Part::source, release.source);
    append_part(out, Part::url, release.url);
    for (const std::string& country : release.countries)
        append_part(out, Part::country, country);
    for (const Block& block : release.blocks)
        append_part(out, part_of(block.kind), block.text);
    return out;
}

Release decode_release(std::string_view data) {
    const std::optional<std::string> encoded = decompress_release(data);
    if (!encoded) throw_corrupt();
    Release release;
    std::string_view rest = *encoded;
    while (!rest.empty()) {
        const auto part = static_cast<Part>(rest.front());
        rest.remove_prefix(1);
        const std::size_t length = take_length(rest);
        store_part(release, part, std::string(rest.substr(0, length)));
        rest.remove_prefix(length);
    }
    return release;
}

std::string content_hash(std::string_view encoded) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(encoded.data(), encoded.size()));
    return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

}  // namespace vigyapti
