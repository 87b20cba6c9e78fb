#include "searcher/web/interface_language.hpp"

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

constexpr int full_quality = 1000;

// "0.8" in thousandths; what is no such number counts in full.
int quality_of(std::string_view text) {
    const auto digit = [&](std::size_t i) {
        return i < text.size() && text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 0;
    };
    if (text.empty() || text.front() != '0') return full_quality;
    return digit(2) * 100 + digit(3) * 10 + digit(4);
}

// "hi" of "hi", "hi-IN" and "HI".
std::string language_of(std::string_view range) {
    return lowered(range.substr(0, range.find('-')));
}

}  // namespace

std::string interface_language(std::string_view asked, std::string_view accept_language,
                               std::string_view fallback) {
    if (!asked.empty()) return std::string(asked);
    std::string best(fallback);
    int best_quality = 0;
    for (const std::string_view range : split(accept_language, ',')) {
        const std::vector<std::string_view> parts = split(range, ';');
        const std::string language = language_of(trimmed(parts.front()));
        if (language != "hi" && language != "en") continue;
        int quality = full_quality;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const std::string_view weight = trimmed(parts[i]);
            if (weight.starts_with("q=")) quality = quality_of(weight.substr(2));
        }
        if (quality > best_quality) {
            best = language;
            best_quality = quality;
        }
    }
    return best;
}

}  // namespace vigyapti
