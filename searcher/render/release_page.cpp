#include "searcher/render/release_page.hpp"

#include <algorithm>

#include "searcher/render/country_label.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/terminal_writer.hpp"

namespace vigyapti {
namespace {

std::vector<std::string> facts_of(const Release& release) {
    std::vector<std::string> facts;
    for (const std::string& each :
         {release.date, release.source, release.lang,
          country_labels(release.countries, release.lang, release.countries.size()), release.id}) {
        if (!each.empty()) facts.push_back(each);
    }
    return facts;
}

std::string_view label_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::caption:
            return "[photo caption] ";
        case BlockKind::credit:
            return "[photo credit] ";
        case BlockKind::body:
            break;
    }
    return "";
}

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

// A paragraph a line, as releases are stored.
void add_block(TerminalWriter& writer, const Block& block,
               const std::vector<Highlight>& highlights) {
    const std::string_view text = block.text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin) {
            writer.end_line();
            writer.begin_indented();
            const std::string_view label = label_of(block.kind);
            writer.write(quiet_style, label);
            writer.flow(text.substr(begin, end - begin), within(highlights, begin, end), "",
                        TerminalWriter::indent + label.size());
            writer.end_line();
        }
        begin = end + 1;
    }
}

}  // namespace

void render_release(const ReadRelease& read, const RenderOptions& options, std::string& out) {
    TerminalWriter writer(options, out);
    const std::string target = link_target(read.release.url);
    writer.begin_indented();
    writer.begin_link(target);
    writer.flow(read.title.empty() ? read.release.id : read.title,
                read.title.empty() ? std::vector<Highlight>{} : read.title_highlights, title_style,
                TerminalWriter::indent);
    writer.end_link();
    writer.end_line();
    writer.flow_list(facts_of(read.release), quiet_style);
    if (!read.release.url.empty() && read.release.url != read.release.id) {
        writer.flow_list({read.release.url}, quiet_style);
    }
    for (std::size_t i = 0; i < read.release.blocks.size(); ++i) {
        add_block(writer, read.release.blocks[i],
                  i < read.highlights.size() ? read.highlights[i] : std::vector<Highlight>{});
    }
}

}  // namespace vigyapti
