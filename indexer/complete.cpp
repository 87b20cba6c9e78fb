#include "indexer/complete.hpp"

#include <fmt/core.h>

#include "common/text/date.hpp"
#include "common/text/language.hpp"

namespace vigyapti {
namespace {

std::string language_of(const Release& release) {
    for (const Block& block : release.blocks) {
        if (block.kind != BlockKind::body) continue;
        const std::string_view language = detect_language(block.text);
        if (language != "und") return std::string(language);
    }
    return std::string(detect_language(release.title));
}

}  // namespace

std::string complete_release(Release& release, std::string_view name) {
    if (release.id.empty()) release.id = release.url.empty() ? std::string(name) : release.url;
    if (release.lang != "hi" && release.lang != "en") release.lang = language_of(release);
    if (release.date.empty()) return {};
    const auto date = parse_date(release.date);
    std::string warning;
    if (!date) warning = fmt::format("\"{}\" is no date, so left out", release.date);
    release.date = date ? to_iso(*date) : std::string();
    return warning;
}

}  // namespace vigyapti
