#include "indexer/blocks.hpp"

#include <algorithm>
#include <array>

#include "common/base/trim.hpp"
#include "common/text/grapheme.hpp"
#include "common/text/language.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool is_credit(std::string_view line) {
    static constexpr std::array<std::string_view, 6> beginnings{
        "©",           "Photo credit:",     "Photo Credit:",
        "फोटो साभार:", "फ\u093Cोटो साभार:", "\u095Eोटो साभार:"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [line](std::string_view each) { return line.starts_with(each); });
}

bool ends_like_a_sentence(std::string_view line) {
    constexpr std::u32string_view quotes = U"\"'\u2019\u201D)";
    constexpr std::u32string_view ends = U".?!।॥…:";
    for (std::size_t at = line.size(); at > 0;) {
        const char32_t c = previous_code_point(line, at);
        if (quotes.find(c) == quotes.npos) return ends.find(c) != ends.npos;
    }
    return false;
}

void append(std::vector<Block>& blocks, BlockKind kind, std::string_view line) {
    if (kind == BlockKind::body && !blocks.empty() && blocks.back().kind == BlockKind::body) {
        blocks.back().text += '\n';
        blocks.back().text += line;
    } else {
        blocks.push_back({kind, std::string(line)});
    }
}

// `text` cut behind a word so that it has at most `longest_title` clusters, the sign … included.
std::string shortened(std::string_view text) {
    const std::string_view head = text.substr(0, grapheme_prefix(text, longest_title - 1));
    const auto space = head.find_last_of(' ');
    std::string title(head.substr(0, space == head.npos ? head.size() : space));
    while (!title.empty() && (title.back() == ',' || title.back() == ' '))
        title.pop_back();
    return title + "…";
}

}  // namespace

std::vector<Block> split_blocks(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    std::vector<Block> blocks;
    if (std::none_of(lines.begin(), lines.end(), is_credit)) {
        for (const std::string_view line : lines)
            append(blocks, BlockKind::body, line);
        return blocks;
    }
    const std::string_view language = detect_language(text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool before_credit = i + 1 < lines.size() && is_credit(lines[i + 1]);
        if (is_credit(lines[i])) {
            append(blocks, BlockKind::credit, lines[i]);
        } else if (before_credit && (detect_language(lines[i]) != language ||
                                     (i > 0 && !ends_like_a_sentence(lines[i])))) {
            append(blocks, BlockKind::caption, lines[i]);
        } else {
            append(blocks, BlockKind::body, lines[i]);
        }
    }
    return blocks;
}

std::string take_title(std::vector<Block>& blocks) {
    const auto body = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::body;
    });
    if (body == blocks.end()) return {};
    const std::size_t end = body->text.find('\n');
    std::string first = body->text.substr(0, end);
    if (count_graphemes(first) > longest_title) return shortened(first);
    if (end != std::string::npos) {
        body->text.erase(0, end + 1);
    } else if (blocks.size() > 1) {
        blocks.erase(body);
    }
    return first;
}

}  // namespace vigyapti
