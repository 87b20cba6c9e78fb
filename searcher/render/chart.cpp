#include "searcher/render/chart.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "searcher/render/frame.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_lines = 40;
constexpr std::size_t shortest_room = 8;  // for the longest bar

struct Step {
    std::size_t months;
    std::string_view name;
};

constexpr std::array steps{Step{1, "month"}, Step{3, "quarter"}, Step{12, "year"},
                           Step{120, "decade"}, Step{1200, "century"}};

// Months since the beginning of year 0.
std::optional<std::size_t> month_number(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    std::size_t year = 0;
    std::size_t month = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), text.data() + 4, year).ptr != text.data() + 4) return {};
    if (std::from_chars(text.data() + 5, end, month).ptr != end) return {};
    if (month < 1 || month > 12) return std::nullopt;
    return year * 12 + month - 1;
}

std::string label_of(std::size_t period, const Step& step) {
    const std::size_t first = period * step.months;
    const std::size_t year = first / 12;
    if (step.months == 1) return fmt::format("{:04}-{:02}", year, first % 12 + 1);
    if (step.months == 3) return fmt::format("{:04} Q{}", year, first % 12 / 3 + 1);
    if (step.months == 12) return fmt::format("{:04}", year);
    return fmt::format("{:04}-{:04}", year, year + step.months / 12 - 1);
}

// `length` in eighths of a column. What there is is shown, however little.
std::string bar_of(std::size_t length, const Frame& frame) {
    std::string out;
    for (std::size_t i = 0; i < length / 8; ++i)
        out += frame.bar;
    out += frame.eighths.at(length % 8);
    return out.empty() && length > 0 ? std::string(frame.bar) : out;
}

struct Timeline {
    Step step = steps[0];
    std::size_t first = 0;  // period
    std::vector<std::size_t> counts;
};

std::optional<Timeline> timeline_of(const std::vector<FacetValue>& months) {
    std::vector<std::pair<std::size_t, std::size_t>> numbered;
    for (const FacetValue& each : months) {
        if (const auto number = month_number(each.value))
            numbered.emplace_back(*number, each.count);
    }
    if (numbered.empty()) return std::nullopt;
    const auto [first, last] = std::minmax_element(numbered.begin(), numbered.end());
    Timeline timeline;
    for (const Step& step : steps) {
        timeline.step = step;
        timeline.first = first->first / step.months;
        timeline.counts.assign(last->first / step.months - timeline.first + 1, 0);
        if (timeline.counts.size() <= most_lines) break;
    }
    for (const auto& [number, count] : numbered)
        timeline.counts[number / timeline.step.months - timeline.first] += count;
    return timeline;
}

}  // namespace

std::string timeline_chart(const std::vector<FacetValue>& months, std::size_t width, bool unicode) {
    const auto timeline = timeline_of(months);
    if (!timeline) return {};
    const std::size_t most = std::max<std::size_t>(
        *std::max_element(timeline->counts.begin(), timeline->counts.end()), 1);
    const std::size_t beside =
        label_of(timeline->first, timeline->step).size() + 2 + fmt::formatted_size("{}", most);
    const std::size_t room = std::max(width, beside + shortest_room) - beside;
    std::string out = fmt::format("Releases per {}:\n", timeline->step.name);
    for (std::size_t i = 0; i < timeline->counts.size(); ++i) {
        const std::size_t count = timeline->counts[i];
        const auto share = static_cast<double>(count) / static_cast<double>(most);
        std::size_t eighths = static_cast<std::size_t>(share * static_cast<double>(room * 8));
        if (count > 0) eighths = std::max<std::size_t>(eighths, 1);
        const std::string bar = bar_of(eighths, frame(unicode));
        out += fmt::format("{} {}{}{}\n", label_of(timeline->first + i, timeline->step), bar,
                           bar.empty() ? "" : " ", count);
    }
    return out;
}

}  // namespace vigyapti
