#include "searcher/render/timeline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace vigyapti {
namespace {

constexpr std::size_t most_bars = 40;

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

std::string month_of(std::size_t number) {
    return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
}

std::string label_of(std::size_t first, const Step& step) {
    const std::size_t year = first / 12;
    if (step.months == 1) return month_of(first);
    if (step.months == 3) return fmt::format("{:04} Q{}", year, first % 12 / 3 + 1);
    if (step.months == 12) return fmt::format("{:04}", year);
    return fmt::format("{:04}-{:04}", year, year + step.months / 12 - 1);
}

// The smallest that needs no more bars than there may be.
const Step& step_for(std::size_t first, std::size_t last) {
    const auto* const found = std::find_if(steps.begin(), steps.end(), [=](const Step& step) {
        return last / step.months - first / step.months < most_bars;
    });
    return found == steps.end() ? steps.back() : *found;
}

}  // namespace

std::optional<Timeline> make_timeline(const std::vector<FacetValue>& months) {
    std::vector<std::pair<std::size_t, std::size_t>> numbered;
    for (const FacetValue& each : months) {
        if (const auto number = month_number(each.value))
            numbered.emplace_back(*number, each.count);
    }
    if (numbered.empty()) return std::nullopt;
    const auto [first, last] = std::minmax_element(numbered.begin(), numbered.end());
    const Step& step = step_for(first->first, last->first);
    const std::size_t begin = first->first / step.months;
    Timeline timeline;
    timeline.step = step.name;
    for (std::size_t period = begin; period <= last->first / step.months; ++period) {
        const std::size_t month = period * step.months;
        timeline.bars.push_back(
            {label_of(month, step), month_of(month), month_of(month + step.months - 1), 0});
    }
    for (const auto& [number, count] : numbered)
        timeline.bars[number / step.months - begin].count += count;
    return timeline;
}

}  // namespace vigyapti
