#include "indexer/readers/pdf_running_heads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t zone_lines = 3;

// Running heads stand at one height on all pages, text only by chance; in points.
constexpr double same_height = 2;

bool is_any_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'०' && c <= U'९');
}

// `text` in lower case with each number as '#' and without spaces.
std::string shape_of(std::string_view text) {
    std::string shape;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_any_digit(c)) {
            if (!shape.ends_with('#')) shape += '#';
        } else if (c != U' ') {
            append_utf8(shape,
                        c < 0x80 ? static_cast<char32_t>(to_lower(static_cast<char>(c))) : c);
        }
    }
    return shape;
}

// Whether `shape` is that of a page's number: nothing but one or two numbers and what may stand
// around them.
bool is_page_number(std::string_view shape) {
    bool worded = false;
    for (const std::string_view word :
         {"pageno.", "pageno", "page", "पृष्ठसंख्या", "पृष्ठसं.", "पृष्ठ", "पेज"}) {
        if (!shape.starts_with(word)) continue;
        shape.remove_prefix(word.size());
        worded = true;
        break;
    }
    std::string bare(shape);
    for (const std::string_view around : {"-", "–", "—", "|", "(", ")", "[", "]", ":", "."}) {
        for (std::size_t at = 0; (at = bare.find(around, at)) != bare.npos;)
            bare.erase(at, around.size());
    }
    if (bare == "#") return true;
    return (bare == "#of#" || bare == "#/#" || bare == "#का#" || bare == "#में#") &&
           (worded || bare != "#/#" || shape == bare);
}

using LineNumbers = std::vector<std::size_t>;

// The lines of each page, from the uppermost to the lowest.
std::vector<LineNumbers> lines_by_height(const std::vector<PdfLine>& lines) {
    std::vector<LineNumbers> pages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (pages.empty() || lines[pages.back().front()].page != lines[i].page) {
            pages.emplace_back();
        }
        pages.back().push_back(i);
    }
    for (LineNumbers& page : pages) {
        std::stable_sort(page.begin(), page.end(),
                         [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; });
    }
    return pages;
}

// One edge of all pages, the upper or the lower.
class Edge {
  public:
    Edge(const std::vector<PdfLine>& lines, std::vector<LineNumbers> pages)
        : lines_(lines), pages_(std::move(pages)) {
        for (const LineNumbers& page : pages_) {
            std::map<std::string, double> shapes;
            for (std::size_t i = 0; i < zone(page); ++i)
                shapes.emplace(shape_of(lines[page[i]].text), lines[page[i]].bottom);
            for (auto& [shape, height] : shapes)
                heights_[shape].push_back(height);
        }
        for (auto& [shape, heights] : heights_)
            std::sort(heights.begin(), heights.end());
    }

    void mark(std::vector<bool>& heads) const {
        const std::size_t enough = std::max<std::size_t>(2, (pages_.size() + 1) / 2);
        for (const LineNumbers& page : pages_) {
            bool outermost = true;
            for (std::size_t i = 0; i < zone(page); ++i) {
                const PdfLine& line = lines_[page[i]];
                const std::string shape = shape_of(line.text);
                const bool head = times_at(shape, line.bottom) >= enough ||
                                  (outermost && page.size() > 1 && is_page_number(shape));
                if (head) heads[page[i]] = true;
                outermost = outermost && head;
            }
        }
    }

  private:
    // At most half of a page, so that a short one is not all edge.
    static std::size_t zone(const LineNumbers& page) {
        return std::min(zone_lines, (page.size() + 1) / 2);
    }

    // On how many pages `shape` stands where `height` is.
    std::size_t times_at(const std::string& shape, double height) const {
        const std::vector<double>& all = heights_.at(shape);
        const auto first = std::lower_bound(all.begin(), all.end(), height - same_height);
        const auto last = std::upper_bound(first, all.end(), height + same_height);
        return static_cast<std::size_t>(last - first);
    }

    const std::vector<PdfLine>& lines_;
    std::vector<LineNumbers> pages_;
    std::map<std::string, std::vector<double>> heights_;
};

}  // namespace

std::vector<bool> find_running_heads(const std::vector<PdfLine>& lines) {
    std::vector<bool> heads(lines.size());
    std::vector<LineNumbers> pages = lines_by_height(lines);
    Edge(lines, pages).mark(heads);
    for (LineNumbers& page : pages)
        std::reverse(page.begin(), page.end());
    Edge(lines, std::move(pages)).mark(heads);
    return heads;
}

}  // namespace vigyapti
