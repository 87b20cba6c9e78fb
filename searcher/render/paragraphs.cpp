#include "searcher/render/paragraphs.hpp"

#include <algorithm>
#include <string_view>

namespace vigyapti {
namespace {

// Those that lie between two offsets, counted from the first.
std::vector<Highlight> within(const std::vector<Highlight>& highlights, std::size_t begin,
                              std::size_t end) {
    std::vector<Highlight> out;
    for (const Highlight& each : highlights) {
        const std::size_t from = std::max(each.begin, begin);
        const std::size_t to = std::min(each.end, end);
        if (from < to) out.push_back({from - begin, to - begin});
    }
    return out;
}

}  // namespace

std::vector<Paragraph> paragraphs_of(const ReadRelease& read) {
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < read.release.blocks.size(); ++i) {
        const Block& block = read.release.blocks[i];
        const std::string_view text = block.text;
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin) {
                paragraphs.push_back({block.kind, std::string(text.substr(begin, end - begin)),
                                      i < read.highlights.size()
                                          ? within(read.highlights[i], begin, end)
                                          : std::vector<Highlight>{}});
            }
            begin = end + 1;
        }
    }
    return paragraphs;
}

}  // namespace vigyapti
