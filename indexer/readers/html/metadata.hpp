// What a page says of itself beside its text: <title>, <meta>, <link rel=canonical>, schema.org in
// JSON-LD and in attributes, <html lang>.
#pragma once

#include <string>
#include <string_view>

#include "indexer/draft.hpp"
#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Notes in `draft` what `tree` says of itself. `url`: the address that the page is known to come
// from, or empty. Relative addresses are resolved against it, or against the one that a browser
// noted when it saved the page; without either they are left out.
void read_metadata(const Tree& tree, std::string_view url, Draft& draft);

}  // namespace vigyapti::html
