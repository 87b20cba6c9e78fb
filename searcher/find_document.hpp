// The document of a release that is named by its id.
#pragma once

#include <string>

#include "common/base/xapian.hpp"

namespace vigyapti {

// Throws Error(not_found) when no release has the id, and Xapian::Error.
Xapian::docid find_document(const Xapian::Database& database, const std::string& id);

}  // namespace vigyapti
