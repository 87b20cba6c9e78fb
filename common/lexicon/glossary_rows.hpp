// Glossaries as people write them, those of the program and a user's own alike: TSV, a row a
// meaning, the English words of it and the Hindi ones, each list with "; " between its words and
// the usual word first. Empty lines and lines that begin with # are passed over.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/lexicon/translations.hpp"

namespace vigyapti {

// Adds the rows of `text` to `writer`: each English word translates each Hindi one. What is wrong
// with a row goes to `complain`, with the number of its line; the row is left out then. Wrong are:
// not two columns, a word without letters, in the other column's script or of more than
// `longest_translated` words. So is a pair that `writer` has already, in these or other forms of
// its words; the rest of its row stands.
void add_glossary(std::string_view text, TranslationSource source, Analyser& analyser,
                  TranslationsWriter& writer,
                  const std::function<void(std::size_t line, const std::string& fault)>& complain);

}  // namespace vigyapti
