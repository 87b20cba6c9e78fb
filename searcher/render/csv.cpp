#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "searcher/render/markup.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view header =
    "qid,rank,id,score,title,date,lang,source,url,countries,snippet,versions,counterparts\r\n";

// A spreadsheet takes a cell that begins so for a formula, which may then send away what other
// cells hold. Source: OWASP, "CSV Injection", with the full-width forms.
bool begins_like_formula(std::string_view cell) {
    constexpr std::array<std::string_view, 11> beginnings{"=",  "+",  "-",  "@",  "\t", "\r",
                                                          "\n", "＝", "＋", "－", "＠"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [cell](std::string_view each) { return cell.starts_with(each); });
}

// RFC 4180, section 2: quoted where a comma, a quote or a line end asks for it.
void append_cell(std::string& out, std::string_view text) {
    std::string cell = xml_text(text);
    if (begins_like_formula(cell)) cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

}  // namespace

void render_csv(const Results& results, const RenderOptions& options, std::string& out) {
    if (options.header) out += header;
    for (const Hit& hit : results.hits) {
        std::vector<std::string_view> counterparts;
        for (const OtherLanguage& each : hit.counterparts)
            counterparts.emplace_back(each.id);
        append_cell(out, results.query_id);
        out += fmt::format(",{},", hit.rank);
        append_cell(out, hit.id);
        out += fmt::format(",{:.6f}", hit.score);
        for (const std::string& cell :
             {hit.title, hit.date, hit.lang, hit.source, hit.url,
              fmt::format("{}", fmt::join(hit.countries, " ")), hit.snippet.text,
              fmt::format("{}", fmt::join(hit.versions, " ")),
              fmt::format("{}", fmt::join(counterparts, " "))}) {
            out += ',';
            append_cell(out, cell);
        }
        out += "\r\n";
    }
}

}  // namespace vigyapti
