#include "indexer/metadata_rules.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "common/base/trim.hpp"
#include "common/text/date.hpp"
#include "common/text/dateline.hpp"
#include "common/text/language.hpp"
#include "indexer/address_date.hpp"
#include "indexer/blocks.hpp"
#include "indexer/date_rules.hpp"
#include "indexer/legacy_text.hpp"
#include "indexer/title_rules.hpp"

namespace vigyapti {
namespace {

using enum Origin;

constexpr std::array source_order{record, settings, json_ld, meta, container};
constexpr std::array lang_order{record, script, markup, json_ld, property};
constexpr std::array url_order{record, meta, json_ld, container};
constexpr std::array id_order{record, meta, json_ld, container, file_name};
constexpr std::array country_order{record};

std::span<const Origin> order_of(ReleaseField field) {
    switch (field) {
        case ReleaseField::id:
            return id_order;
        case ReleaseField::title:
            return title_origins();
        case ReleaseField::date:
            return date_origins();
        case ReleaseField::source:
            return source_order;
        case ReleaseField::lang:
            return lang_order;
        case ReleaseField::url:
            return url_order;
        case ReleaseField::country:
            return country_order;
    }
    return {};
}

// An address without path and query is that of a site: pages that name it as their own would all
// be one release.
bool names_a_page(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!url.starts_with(scheme)) continue;
        const std::string_view rest = url.substr(scheme.size());
        const auto slash = rest.find_first_of("/?");
        return slash != rest.npos && slash > 0 && slash + 1 < rest.size();
    }
    return false;
}

class Settling {
  public:
    Settling(Draft draft, const FileFacts& facts, bool explained)
        : draft_(std::move(draft)), facts_(facts), explained_(explained) {}

    SettledRelease run() {
        if (facts_.legacy_fonts) settled_.legacy_font = convert_legacy_text(draft_);
        draft_.join_lines();
        gather_titles();
        settle_title();
        build_blocks();
        settle_address();
        settle_language();
        settle_date();
        settle_source();
        for (FoundValue& found : draft_.fields) {
            if (found.field == ReleaseField::country) release().countries.push_back(found.value);
        }
        if (explained_) list_candidates();
        return std::move(settled_);
    }

  private:
    Release& release() { return settled_.release; }

    // The best value of `field` that `accept` takes, remembered as the one that was chosen.
    template <class Accept>
    const FoundValue* choose(ReleaseField field, Accept accept) {
        for (const Origin origin : order_of(field)) {
            for (const FoundValue& found : draft_.fields) {
                if (found.field != field || found.origin != origin || !accept(found)) continue;
                note_chosen(field, found);
                return &found;
            }
        }
        return nullptr;
    }

    void gather_titles() {
        for (const Part& part : draft_.parts) {
            if (part.kind == PartKind::title) {
                draft_.add(ReleaseField::title, heading, on_one_line(part.text));
            }
        }
    }

    void settle_title() {
        const ChosenTitle chosen = choose_title(draft_.fields);
        if (chosen.from == nullptr) return;
        release().title = chosen.title;
        note_chosen(ReleaseField::title, *chosen.from);
    }

    void note_chosen(ReleaseField field, const FoundValue& found) {
        chosen_.emplace_back(field, static_cast<std::size_t>(&found - draft_.fields.data()));
    }

    void build_blocks() {
        std::string body;
        for (Part& part : draft_.parts) {
            if (part.kind == PartKind::boilerplate) {
                if (explained_) settled_.boilerplate.push_back(std::move(part.text));
                continue;
            }
            if (part.kind == PartKind::title && on_one_line(part.text) == release().title) continue;
            if (part.kind == PartKind::body || part.kind == PartKind::title) {
                if (body.empty()) {
                    body = std::move(part.text);
                } else {
                    body += '\n';
                    body += part.text;
                }
                continue;
            }
            flush(body);
            const bool caption = part.kind == PartKind::caption;
            release().blocks.push_back(
                {caption ? BlockKind::caption : BlockKind::credit, on_one_line(part.text)});
        }
        flush(body);
        if (!release().title.empty()) {
            drop_repeated_title();
        } else if (draft_.begins_with_title) {
            release().title = take_title(release().blocks);
            found_beside(ReleaseField::title, text, release().title);
        }
    }

    void flush(std::string& body) {
        if (body.empty()) return;
        std::vector<Block> blocks = split_blocks(body);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(release().blocks));
        body.clear();
    }

    void drop_repeated_title() {
        auto& blocks = release().blocks;
        if (blocks.empty() || blocks.front().kind != BlockKind::body) return;
        std::string& text = blocks.front().text;
        const auto end = text.find('\n');
        if (end == text.npos || on_one_line(text.substr(0, end)) != release().title) return;
        text.erase(0, end + 1);
    }

    void settle_address() {
        const FoundValue* url = choose(ReleaseField::url, [](const FoundValue& found) {
            return found.origin == record || names_a_page(found.value);
        });
        if (url != nullptr) release().url = trimmed(url->value);
        const FoundValue* id = choose(ReleaseField::id, [](const FoundValue&) { return true; });
        if (id != nullptr) {
            release().id = id->value;
        } else if (!release().url.empty()) {
            release().id = release().url;
            found_beside(ReleaseField::id, url->origin, release().id);
        } else {
            release().id = facts_.name;
            found_beside(ReleaseField::id, file_name, release().id);
        }
    }

    void settle_language() {
        const auto is_known = [](const FoundValue& found) {
            return found.value == "hi" || found.value == "en";
        };
        const FoundValue* own = choose(ReleaseField::lang, [&](const FoundValue& found) {
            return found.origin == record && is_known(found);
        });
        if (own != nullptr) {
            release().lang = own->value;
            return;
        }
        release().lang = language_of_text();
        if (release().lang == "und") {
            // A page may say "hi-IN".
            const FoundValue* said = choose(ReleaseField::lang, [](const FoundValue& found) {
                return found.value.starts_with("hi") || found.value.starts_with("en");
            });
            if (said != nullptr) {
                release().lang = said->value.substr(0, 2);
                return;
            }
        }
        found_beside(ReleaseField::lang, script, release().lang);
    }

    std::string language_of_text() const {
        for (const Block& block : settled_.release.blocks) {
            if (block.kind != BlockKind::body) continue;
            const std::string_view language = detect_language(block.text);
            if (language != "und") return std::string(language);
        }
        return std::string(detect_language(settled_.release.title));
    }

    void settle_date() {
        add_dates_beside();
        for (const FoundValue& each : draft_.fields) {
            if (each.field == ReleaseField::date && each.origin == record && !is_date(each)) {
                settled_.remark = fmt::format("\"{}\" is no date, so left out", each.value);
            }
        }
        const FoundValue* found = choose_date(draft_.fields);
        if (found == nullptr) return;
        note_chosen(ReleaseField::date, *found);
        release().date = to_iso(*parse_date(found->value));
        release().date_origin = date_origin(found->origin);
    }

    static bool is_date(const FoundValue& found) { return parse_date(found.value).has_value(); }

    // Whether a date is known from one of the origins up to `last`.
    bool is_dated(Origin last) const {
        return std::any_of(draft_.fields.begin(), draft_.fields.end(), [&](const FoundValue& each) {
            return each.field == ReleaseField::date && each.origin <= last && is_date(each);
        });
    }

    // Dates that need to be looked for, where they can matter.
    void add_dates_beside() {
        const auto add = [&](Origin origin, const std::optional<Date>& date) {
            if (date) draft_.add(ReleaseField::date, origin, to_iso(*date));
        };
        if (is_dated(record) && !explained_) return;
        add(address, date_in_address(settled_.release.url));
        if (is_dated(markup) && !explained_) return;
        add(text, dateline());
        add(file_name, date_in_name(facts_.name));
        add(file_time, facts_.modified ? utc_day(*facts_.modified) : std::nullopt);
    }

    std::optional<Date> dateline() const {
        if (const auto found = find_dateline(settled_.release.title)) return found->date;
        for (const Block& block : settled_.release.blocks) {
            if (block.kind != BlockKind::body) continue;
            const auto found = find_dateline(block.text);
            return found ? std::optional(found->date) : std::nullopt;
        }
        return {};
    }

    static DateOrigin date_origin(Origin origin) {
        if (origin == text) return DateOrigin::dateline;
        if (origin == file_name || origin == file_time) return DateOrigin::file;
        return DateOrigin::metadata;
    }

    void settle_source() {
        draft_.add(ReleaseField::source, settings, std::string(facts_.source));
        const FoundValue* found =
            choose(ReleaseField::source, [](const FoundValue&) { return true; });
        if (found == nullptr) return;
        const bool given = found->origin == record || found->origin == settings;
        release().source = given ? found->value : on_one_line(found->value);
    }

    // A value that was found last, outside the draft, and is the one that counts.
    void found_beside(ReleaseField field, Origin origin, const std::string& value) {
        if (value.empty()) return;
        chosen_.emplace_back(field, draft_.fields.size());
        draft_.fields.push_back({field, origin, value});
    }

    void list_candidates() {
        for (const ReleaseField field :
             {ReleaseField::id, ReleaseField::title, ReleaseField::date, ReleaseField::source,
              ReleaseField::lang, ReleaseField::url, ReleaseField::country}) {
            for (const Origin origin : order_of(field)) {
                for (std::size_t i = 0; i < draft_.fields.size(); ++i) {
                    FoundValue& found = draft_.fields[i];
                    if (found.field != field || found.origin != origin) continue;
                    const bool chosen =
                        field == ReleaseField::country ||
                        std::count(chosen_.begin(), chosen_.end(), std::pair(field, i)) > 0;
                    settled_.candidates.push_back({field, origin, found.value, chosen});
                }
            }
        }
    }

    Draft draft_;
    const FileFacts& facts_;
    const bool explained_;
    SettledRelease settled_;
    std::vector<std::pair<ReleaseField, std::size_t>> chosen_;  // numbers of fields of the draft
};

}  // namespace

SettledRelease settle_release(Draft draft, const FileFacts& facts, bool explained) {
    return Settling(std::move(draft), facts, explained).run();
}

}  // namespace vigyapti
