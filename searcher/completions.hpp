// What the beginning of a question may become, for a search box that offers it.
#pragma once

#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

// Names of countries, in the language of `text`, and of sources that hold the words of `text` side
// by side, the last of them as the beginning of a word, in any spelling that is folded; those only
// of which the index has releases. `limit` at most. Throws Xapian::Error.
std::vector<std::string> complete_values(const Xapian::Database& database, Analyser& analyser,
                                         const std::string& text, std::size_t limit);

// A query for releases whose titles hold the words of `text`, the last of them as the beginning of
// a word. Empty where there is no word.
std::string title_query(Analyser& analyser, const std::string& text);

}  // namespace vigyapti
