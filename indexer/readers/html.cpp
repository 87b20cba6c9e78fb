#include "indexer/readers/html.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "common/text/declared_charset.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/html/lines.hpp"
#include "indexer/readers/html/main_text.hpp"
#include "indexer/readers/html/metadata.hpp"
#include "indexer/readers/html/page_dates.hpp"
#include "indexer/readers/html/site_rules.hpp"
#include "indexer/readers/html/styles.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti {
namespace {

using html::Line;
using html::LineKind;
using html::LineRole;

PartKind part_kind(const Line& line, LineRole role) {
    if (role == LineRole::furniture) return PartKind::boilerplate;
    if (role == LineRole::title) return PartKind::title;
    if (role == LineRole::credit) return PartKind::credit;
    if (line.kind == LineKind::caption) return PartKind::caption;
    return line.kind == LineKind::credit ? PartKind::credit : PartKind::body;
}

// Adds lines to a draft: successive ones of a kind and font are one part.
class PartWriter {
  public:
    explicit PartWriter(Draft& draft) : draft_(draft) {}

    void add(const Line& line, PartKind kind) {
        const std::string_view text = line.text;
        std::size_t begin = 0;
        std::string font;
        bool begun = false;
        for (const html::FontRun& run : line.fonts) {
            begun = add(text.substr(begin, run.begin - begin), kind, font, begun) || begun;
            begin = run.begin;
            font = run.font;
        }
        add(text.substr(begin), kind, font, begun);
    }

  private:
    // `continues`: as Part's continues_line. Returns whether there was something to add.
    bool add(std::string_view text, PartKind kind, const std::string& font, bool continues) {
        if (text.empty()) return false;
        if (continues) {
            draft_.parts.push_back({kind, std::string(text), font, true});
            return true;
        }
        const bool joins = !draft_.parts.empty() && kind != PartKind::caption &&
                           kind != PartKind::credit && draft_.parts.back().kind == kind &&
                           draft_.parts.back().font == font;
        if (joins) {
            draft_.parts.back().text += '\n';
            draft_.parts.back().text += text;
        } else {
            draft_.add(kind, std::string(text), font);
        }
        return true;
    }

    Draft& draft_;
};

// What the page says is its own address.
std::string_view address_in(const Draft& draft) {
    for (const FoundValue& found : draft.fields) {
        if (found.field == ReleaseField::url) return found.value;
    }
    return {};
}

html::KnownPlaces known_places(const html::Tree& tree, const Draft& draft, std::string_view url) {
    html::KnownPlaces known;
    if (url.empty()) url = address_in(draft);
    const html::SiteRule rule = html::site_rule(url, html::sites_table());
    known.text = html::select_first(tree, rule.text);
    known.title = html::select_first(tree, rule.title);
    known.dropped = html::select_all(tree, rule.dropped);
    for (const FoundValue& found : draft.fields) {
        if (found.field == ReleaseField::title) known.titles.push_back(found.value);
    }
    return known;
}

// An index of other pages is no release: were it one, a search for a release would find every list
// that has ever named it. Only where nothing but links is found is a page refused for that;
// where it has sentences of its own they are worth keeping.
void refuse_without_text(const std::vector<Line>& lines, const std::vector<LineRole>& roles) {
    if (std::find(roles.begin(), roles.end(), LineRole::text) != roles.end()) return;
    if (lines.empty()) {
        throw Error(ErrorCode::bad_input, "a page without text",
                    "save it as the browser shows it: scripts may fetch its text");
    }
    throw Error(ErrorCode::bad_input, "a page of links without a text of its own",
                "save the pages that it leads to instead");
}

// Pages that are typed for fonts of their own rarely declare an encoding, and their letters are no
// language's, so that nothing could be told from them: browsers took them for windows-1252.
std::string_view declared_charset(const Input& input) {
    if (!input.charset.empty()) return input.charset;
    const std::string_view declared = declared_in_markup(input.bytes);
    if (!declared.empty() || !find_malformed_utf8(input.bytes)) return declared;
    constexpr std::string_view attribute = "face=";
    for (std::size_t at = 0; at + attribute.size() < input.bytes.size(); ++at) {
        at = input.bytes.find_first_of("Ff", at);
        if (at == input.bytes.npos) break;
        if (!starts_ignoring_case(input.bytes.substr(at), attribute)) continue;
        if (html::is_legacy_font(input.bytes.substr(at + attribute.size(), 24))) {
            return "windows-1252";
        }
    }
    return {};
}

}  // namespace

void prepare_html() {
    xmlInitParser();
}

void read_html(const Input& input, DraftSink& sink) {
    const DecodedText decoded = decode_text(input.bytes, declared_charset(input));
    const html::Tree tree = html::parse_page(decoded.text());
    Draft draft;
    draft.charset = decoded.description();
    html::read_metadata(tree, input.url, draft);
    const std::vector<Line> lines = html::read_lines(tree);
    const std::vector<LineRole> roles =
        html::find_main_text(tree, lines, known_places(tree, draft, input.url));
    refuse_without_text(lines, roles);
    PartWriter parts(draft);
    for (std::size_t i = 0; i < lines.size(); ++i)
        parts.add(lines[i], part_kind(lines[i], roles[i]));
    html::read_shown_date(tree, lines, roles, draft);
    sink.add(std::move(draft));
}

void add_html_text(std::string_view html, Draft& draft) {
    const html::Tree tree = html::parse_page(html);
    PartWriter parts(draft);
    for (const Line& line : html::read_lines(tree))
        parts.add(line, part_kind(line, LineRole::text));
}

void add_html_text(std::string_view html, const TextJudge& is_text, Draft& draft) {
    const html::Tree tree = html::parse_page(html);
    const std::vector<Line> lines = html::read_lines(tree);
    const std::vector<bool> judged = is_text(tree, lines);
    PartWriter parts(draft);
    for (std::size_t i = 0; i < lines.size(); ++i)
        parts.add(lines[i], part_kind(lines[i], judged[i] ? LineRole::text : LineRole::furniture));
}

}  // namespace vigyapti
