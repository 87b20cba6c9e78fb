// "Did you mean": other ways to write a query some of whose words the index holds nowhere or hardly
// anywhere. Words are respelt (respell.hpp), parted (विदेशमंत्री → विदेश मंत्री) and joined (minis ter
// → minister); all else of the query stays byte for byte as it was.
//
// Not respelt are words that the user would not miss or asked for as they are: excluded words and
// brackets (they find nothing to take away, which is what is wanted), the beginnings of words
// (prefix*), and the values of fields that hold no text. Words of phrases, of NEAR, of text fields
// and behind `=` are respelt in their place; only words that stand for themselves, and those of
// phrases, are parted or joined, since a sign or field would hold for one part only.
#pragma once

#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/analyser.hpp"
#include "searcher/request.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

inline constexpr std::size_t most_suggestions = 3;

// At most most_suggestions other queries for `request.query`, the likeliest first, each of which
// finds something. None where all words are known, and with `vocabulary` nullptr. `understood`:
// exact forms of words that are known from the other language. Throws Xapian::Error and
// Error(corrupt).
std::vector<Suggestion> suggest(const Request& request, const Xapian::Database& database,
                                const Vocabulary* vocabulary, Analyser& analyser,
                                const std::vector<std::string>& understood);

}  // namespace vigyapti
