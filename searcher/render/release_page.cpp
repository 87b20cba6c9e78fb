#include "searcher/render/release_page.hpp"

#include "searcher/render/country_label.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/paragraphs.hpp"
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

void add_paragraph(TerminalWriter& writer, const Paragraph& paragraph) {
    writer.end_line();
    writer.begin_indented();
    const std::string_view label = label_of(paragraph.kind);
    writer.write(quiet_style, label);
    writer.flow(paragraph.text, paragraph.highlights, "", TerminalWriter::indent + label.size());
    writer.end_line();
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
    for (const Paragraph& paragraph : paragraphs_of(read))
        add_paragraph(writer, paragraph);
}

}  // namespace vigyapti
