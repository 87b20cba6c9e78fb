// A press release as every reader yields it and the index stores it: the waist of the hourglass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

enum class BlockKind : std::uint8_t { body = 0, caption = 1, credit = 2 };

constexpr std::string_view block_name(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return "caption";
        case BlockKind::credit:
            return "credit";
        case BlockKind::body:
            break;
    }
    return "body";
}

// A stretch of the text in its original order. A body block may hold several paragraphs, one a
// line.
struct Block {
    BlockKind kind = BlockKind::body;
    std::string text;

    bool operator==(const Block&) const = default;
};

// Where a release's date is from.
enum class DateOrigin : std::uint8_t { none = 0, metadata = 1, dateline = 2, file = 3 };

// All text is valid UTF-8.
struct Release {
    std::string id;  // never empty once a reader has handed it on
    std::string title;
    std::string date;  // ISO 8601: 2023-10-17, 2023-10 or 2023; empty when unknown
    DateOrigin date_origin = DateOrigin::none;
    std::string lang;  // "hi", "en" or "und"
    std::string source;
    std::string url;
    std::vector<std::string> countries;  // ISO 3166-1 alpha-2, upper case
    std::vector<Block> blocks;

    bool operator==(const Release&) const = default;
};

}  // namespace vigyapti
