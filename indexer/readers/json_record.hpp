// A JSON object as a release: for JSON Lines and for JSON documents alike.
#pragma once

#include <simdjson.h>

#include "indexer/readers/field_names.hpp"

namespace vigyapti {

// The draft of `json`. Members are known by the names of field_names; a member that the manual
// names (id, title, text, …) must be a string, an id may be a number and countries may be an array.
// Other names count where they hold strings, or an object whose member "rendered" is HTML, as
// WordPress has it. `values` is memory to work in, kept from record to record. Throws
// Error(bad_input) for what is no object or has neither title nor text.
Draft read_json_record(simdjson::dom::element json, NamedValues& values);

}  // namespace vigyapti
