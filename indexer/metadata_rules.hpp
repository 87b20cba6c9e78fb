// The one place that makes a release of what a reader found: which of the values is its title, its
// date and so on, and what is its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/release.hpp"
#include "common/text/legacy_font.hpp"
#include "indexer/draft.hpp"

namespace vigyapti {

// What is known of a release beside the draft.
struct FileFacts {
    std::string_view name;    // of the file, or of the record in it
    std::string_view source;  // of releases that name none; may be empty
    // When the file was changed, in nanoseconds since 1970; for a release that is all of it only.
    std::optional<std::int64_t> modified = std::nullopt;
    bool legacy_fonts = true;  // whether text typed for fonts from before Unicode is put into it
};

// A value that a field could have had.
struct Candidate {
    ReleaseField field;
    Origin origin;
    std::string value;  // as it was found
    bool chosen = false;
};

struct SettledRelease {
    Release release;
    std::string remark;                         // for the user, or empty
    LegacyFont legacy_font = LegacyFont::none;  // that its text was typed for
    // When explained.
    std::vector<Candidate> candidates;  // those of a field in the order of their worth
    std::vector<std::string> boilerplate;
};

// The order of the origins for each field, the best first:
//   id       record; else the url; else the name
//   title    record, json_ld, meta, heading, page_title, property, text
//   date     record, json_ld, meta, markup, text (a dateline), address, file_name, property,
//            container (the mail that it is attached to), file_time; date_rules.hpp says what the
//            page shows changes in that
//   source   record, settings, json_ld, meta, container
//   lang     record, script, markup, json_ld, property
//   url      record, meta, json_ld, container
//   country  record, all of them
// A value that cannot be one (a date that is none, an address without a page) is passed over.
// title_rules.hpp says how a title loses the name of its site, and when the heading is better.
// `explained`: whether candidates are wanted.
SettledRelease settle_release(Draft draft, const FileFacts& facts, bool explained = false);

}  // namespace vigyapti
