// What the index holds of one release, for --explain-document: for whoever asks why it is found, or
// where its date is from.
#pragma once

#include <string>

#include "common/base/xapian.hpp"

namespace vigyapti {

// "name: value", a line each, with nothing in it that a terminal would obey. Throws
// Error(not_found) when no release has the id, Error(corrupt) and Xapian::Error.
std::string explain_document(const Xapian::Database& database, const std::string& id);

}  // namespace vigyapti
