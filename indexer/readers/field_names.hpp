// The names that records, tables, front matter and header lines have for what a release consists
// of, in English and Hindi: one list for all formats.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/draft.hpp"

namespace vigyapti {

// What a name stands for.
struct ReleaseFieldName {
    std::optional<ReleaseField> field;  // nothing: the text of the release
    // Of several names for the same, that with the lowest rank counts. 0: the name that the manual
    // gives, whose value is taken as it is.
    std::uint8_t rank = 0;
};

// Letters of ASCII count in either case, and spaces, '_' and '-' do not: "Pub Date" is "pubDate".
// Nothing for names that are not listed.
std::optional<ReleaseFieldName> find_release_field(std::string_view name);

// The names that the manual gives, for messages: "title, text, date, …".
std::string known_field_names();

// The values of one record, which are put in the order of their names' ranks.
class NamedValues {
  public:
    // `value` is valid UTF-8; blank ones are passed over. Countries may be a list with commas.
    // `is_html`: it is HTML whatever it looks like; else that of a name of rank 0 is none and that
    // of another is where it looks like it.
    void add(ReleaseFieldName name, std::string value, bool is_html = false);
    // The draft of what was added since the last call.
    Draft take();
    void clear() { values_.clear(); }

  private:
    struct Value {
        ReleaseFieldName name;
        std::string value;
        bool is_html;
    };
    std::vector<Value> values_;
};

}  // namespace vigyapti
