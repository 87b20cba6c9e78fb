#include "indexer/complete.hpp"

#include <fmt/core.h>

#include "common/text/date.hpp"
#include "common/text/dateline.hpp"
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

std::optional<Date> dateline_of(const Release& release) {
    if (const auto date = find_dateline(release.title)) return date;
    for (const Block& block : release.blocks) {
        if (block.kind == BlockKind::body) return find_dateline(block.text);
    }
    return {};
}

void set_date(Release& release, const Date& date, DateOrigin origin) {
    release.date = to_iso(date);
    release.date_origin = origin;
}

std::string settle_date(Release& release, std::string_view name,
                        const std::optional<std::int64_t>& modified) {
    std::string warning;
    if (!release.date.empty()) {
        if (const auto own = parse_date(release.date)) {
            set_date(release, *own, DateOrigin::metadata);
            return {};
        }
        warning = fmt::format("\"{}\" is no date, so left out", release.date);
    }
    release.date.clear();
    release.date_origin = DateOrigin::none;
    if (const auto dateline = dateline_of(release)) {
        set_date(release, *dateline, DateOrigin::dateline);
    } else if (const auto named = date_in_name(name)) {
        set_date(release, *named, DateOrigin::file);
    } else if (const auto day = modified ? utc_day(*modified) : std::nullopt) {
        set_date(release, *day, DateOrigin::file);
    }
    return warning;
}

}  // namespace

std::string complete_release(Release& release, std::string_view name,
                             const std::optional<std::int64_t>& modified) {
    if (release.id.empty()) release.id = release.url.empty() ? std::string(name) : release.url;
    if (release.lang != "hi" && release.lang != "en") release.lang = language_of(release);
    return settle_date(release, name, modified);
}

}  // namespace vigyapti
