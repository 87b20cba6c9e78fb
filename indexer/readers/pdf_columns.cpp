#include "indexer/readers/pdf_columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vigyapti {
namespace {

// Two lines begin alike when their left edges differ by less than this; in points.
constexpr double same_edge = 1.5;

// A column ends where the widest lines do that make up this share of its text.
constexpr double full_share = 0.3;

constexpr std::size_t least_lines = 3;

// Coordinates are as a hostile file has them.
int rounded(double points) {
    return static_cast<int>(std::clamp(points, -1e6, 1e6) / 2);
}

bool follows(const PdfLine& a, const PdfLine& b) {
    return a.page == b.page && b.bottom > a.bottom && std::abs(a.left - b.left) < same_edge;
}

struct Extent {
    double left;
    double right;
};

// The end of a column that `lines` stand in.
double right_edge(std::vector<Extent>& lines) {
    std::sort(lines.begin(), lines.end(),
              [](const Extent& a, const Extent& b) { return a.right > b.right; });
    double whole = 0;
    for (const Extent& line : lines)
        whole += std::max(0.0, line.right - line.left);
    double sum = 0;
    for (const Extent& line : lines) {
        sum += std::max(0.0, line.right - line.left);
        if (sum >= whole * full_share) return line.right;
    }
    return lines.back().right;
}

using Extents = std::map<int, std::vector<Extent>>;

std::map<int, PdfColumn> columns_of(Extents& extents) {
    std::map<int, PdfColumn> columns;
    for (auto& [left, lines] : extents) {
        if (lines.size() < least_lines) continue;
        const double edge = lines.front().left;
        columns[left] = {edge, right_edge(lines)};
    }
    return columns;
}

// The last column that begins left of the line and ends right of its beginning.
std::optional<PdfColumn> column_of(const std::map<int, PdfColumn>& columns, const PdfLine& line) {
    auto at = columns.upper_bound(rounded(line.left + same_edge));
    while (at != columns.begin()) {
        --at;
        if (at->second.right > line.left) return at->second;
    }
    return {};
}

}  // namespace

PdfColumns::PdfColumns(const std::vector<PdfLine>& lines) {
    std::map<int, Extents> pages;
    Extents document;
    std::vector<double> distances;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PdfLine& line = lines[i];
        double& widest = widest_.try_emplace(line.page, line.right).first->second;
        widest = std::max(widest, line.right);
        const bool after = i > 0 && follows(lines[i - 1], line);
        const bool before = i + 1 < lines.size() && follows(line, lines[i + 1]);
        if (after || before) {
            const int left = rounded(line.left);
            pages[line.page][left].push_back({line.left, line.right});
            document[left].push_back({line.left, line.right});
        }
        if (after && line.size > 0) {
            distances.push_back((line.bottom - lines[i - 1].bottom) / line.size);
        }
    }
    for (auto& [page, extents] : pages)
        pages_[page] = columns_of(extents);
    document_ = columns_of(document);
    if (distances.empty()) return;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>((distances.size() - 1) / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    pitch_ = *middle;
}

PdfColumn PdfColumns::of(const PdfLine& line) const {
    const auto page = pages_.find(line.page);
    if (page != pages_.end()) {
        if (const auto found = column_of(page->second, line)) return *found;
    }
    if (const auto found = column_of(document_, line)) return *found;
    return {line.left, widest_.at(line.page)};
}

}  // namespace vigyapti
