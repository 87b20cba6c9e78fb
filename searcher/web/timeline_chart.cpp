#include "searcher/web/timeline_chart.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "searcher/render/template.hpp"
#include "searcher/render/timeline.hpp"

namespace vigyapti {
namespace {

// In units of the picture, which is stretched to the room that there is.
constexpr double bar_width = 10;
constexpr double chart_height = 100;
constexpr double lowest_bar = 3;  // what there is is seen

// Whole years by their numbers.
struct Period {
    std::string from;
    std::string to;
};

Period period_of(const TimelineBar& bar) {
    const bool whole_years = bar.first.ends_with("-01") && bar.last.ends_with("-12");
    constexpr std::size_t year_length = 4;
    if (!whole_years) return {bar.first, bar.last};
    return {bar.first.substr(0, year_length), bar.last.substr(0, year_length)};
}

std::string name_of(const Period& period, const Messages& messages) {
    if (period.from == period.to) return messages.date(period.from);
    return fmt::format("{} – {}", messages.date(period.from), messages.date(period.to));
}

void place(pugi::xml_node rect, double x, double y, double width, double height) {
    set_attribute(rect, "x", fmt::format("{}", x));
    set_attribute(rect, "y", fmt::format("{:.1f}", y));
    set_attribute(rect, "width", fmt::format("{}", width));
    set_attribute(rect, "height", fmt::format("{:.1f}", height));
}

}  // namespace

void add_timeline(pugi::xml_node parent, pugi::xml_node pattern,
                  const std::vector<FacetValue>& months, const PageContext& context) {
    const auto timeline = make_timeline(months);
    if (!timeline || timeline->bars.size() < 2) return;
    const Messages& messages = context.messages;
    const std::vector<TimelineBar>& bars = timeline->bars;
    const std::size_t most =
        std::max_element(bars.begin(), bars.end(), [](const TimelineBar& a, const TimelineBar& b) {
            return a.count < b.count;
        })->count;
    const pugi::xml_node section = parent.append_copy(pattern);
    const pugi::xml_node chart = part(section, "chart");
    set_attribute(
        chart, "viewBox",
        fmt::format("0 0 {} {}", bar_width * static_cast<double>(bars.size()), chart_height));
    const pugi::xml_node bar_pattern = part(chart, "bar");
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].count == 0) continue;
        const Period period = period_of(bars[i]);
        PageQuery query = context.query;
        query.page = 1;
        query.from = period.from;
        query.to = period.to;
        pugi::xml_node bar = add_copy(bar_pattern);
        set_attribute(bar, "href", page_link(query));
        const std::string title = messages.filled(
            bars[i].count == 1 ? "timeline.bar.one" : "timeline.bar",
            {{"period", name_of(period, messages)}, {"count", fmt::format("{}", bars[i].count)}});
        set_attribute(bar, "aria-label", title);
        set_text(part(bar, "bar-title"), title);
        const double x = bar_width * static_cast<double>(i);
        const double height =
            std::max(lowest_bar,
                     chart_height * static_cast<double>(bars[i].count) / static_cast<double>(most));
        place(part(bar, "bar-room"), x, 0, bar_width, chart_height);
        place(part(bar, "bar-rect"), x + 1, chart_height - height, bar_width - 2, height);
    }
    remove(bar_pattern);
    set_text(part(section, "most"),
             messages.filled("timeline.most", {{"count", fmt::format("{}", most)}}));
    set_text(part(section, "first-period"), messages.date(period_of(bars.front()).from));
    set_text(part(section, "last-period"), messages.date(period_of(bars.back()).to));
}

}  // namespace vigyapti
