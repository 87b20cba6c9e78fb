#include "searcher/render/counterpart_lines.hpp"

#include <algorithm>
#include <cstddef>

namespace vigyapti {

std::vector<CounterpartLine> counterpart_lines(std::span<const OtherLanguage> counterparts) {
    constexpr std::size_t most_lines = 3;
    std::vector<CounterpartLine> lines;
    for (const OtherLanguage& each : counterparts) {
        if (lines.size() == most_lines) break;
        const std::string& title = each.title.empty() ? each.id : each.title;
        const bool known =
            std::any_of(lines.begin(), lines.end(),
                        [&title](const CounterpartLine& line) { return line.title == title; });
        if (known) continue;
        const std::string_view label = each.lang == "hi" ? "हिन्दी में: " : "In English: ";
        lines.push_back({label, title, each.lang, each.url, each.id});
    }
    return lines;
}

}  // namespace vigyapti
