#include "searcher/render/chart.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "searcher/render/frame.hpp"
#include "searcher/render/timeline.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t shortest_room = 8;  // for the longest bar

// `length` in eighths of a column. What there is is shown, however little.
std::string bar_of(std::size_t length, const Frame& frame) {
    std::string out;
    for (std::size_t i = 0; i < length / 8; ++i)
        out += frame.bar;
    out += frame.eighths.at(length % 8);
    return out.empty() && length > 0 ? std::string(frame.bar) : out;
}

std::size_t greatest_count(const Timeline& timeline) {
    std::size_t most = 1;
    for (const TimelineBar& bar : timeline.bars)
        most = std::max(most, bar.count);
    return most;
}

}  // namespace

std::string timeline_chart(const std::vector<FacetValue>& months, std::size_t width, bool unicode) {
    const auto timeline = make_timeline(months);
    if (!timeline) return {};
    const std::size_t most = greatest_count(*timeline);
    const std::size_t beside =
        timeline->bars.front().label.size() + 2 + std::to_string(most).size();
    const std::size_t room = std::max(width, beside + shortest_room) - beside;
    std::string out = fmt::format("Releases per {}:\n", timeline->step);
    for (const auto& [label, first, last, count] : timeline->bars) {
        const auto share = static_cast<double>(count) / static_cast<double>(most);
        std::size_t eighths = static_cast<std::size_t>(share * static_cast<double>(room * 8));
        if (count > 0) eighths = std::max<std::size_t>(eighths, 1);
        const std::string bar = bar_of(eighths, frame(unicode));
        out += fmt::format("{} {}{}{}\n", label, bar, bar.empty() ? "" : " ", count);
    }
    return out;
}

}  // namespace vigyapti
