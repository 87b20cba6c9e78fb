// What people call the fields in queries: the schema's names, Hindi ones beside them, and before:
// and after:, which are no fields of the index but limits on its date.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/schema.hpp"

namespace vigyapti {

// How the value of a date field limits the date of a release.
enum class DateLimit : std::uint8_t { within, before, after };

struct FieldName {
    FieldId id = FieldId::title;
    DateLimit limit = DateLimit::within;  // but for date always this
};

// `name` without its colon, in small letters; Hindi names under any usual spelling. Nothing when no
// field is called so.
std::optional<FieldName> find_field_name(std::string_view name);

// "hi" or "en" for the name of a language in either language (Hindi, अंग्रेज़ी); any other value in
// small letters.
std::string language_code(std::string_view value);

}  // namespace vigyapti
