// A JSON document: an array of objects, one object that is a release, or an object around one array
// of objects, as interfaces of web sites and JSON Feed 1.1 give it. Each object is a release, its
// members are those of a line of JSON Lines (see json_record.hpp).
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields a release an object; one that is no release is reported with its number. The title of a
// JSON Feed is a source and its language a hint. Throws Error(bad_input) for what is not JSON or
// holds no objects that could be releases.
void read_json(const Input& input, DraftSink& sink);

}  // namespace vigyapti
