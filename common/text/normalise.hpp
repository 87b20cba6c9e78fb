// Spelling folds: what is the same word to a reader becomes the same string. Each fold is a small
// function with a name and a reason, applied in the order of the table, so that each can be tested,
// shown and left out by itself.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/text/word_step.hpp"

namespace vigyapti {

// The folds for Devanagari words, in their order. The first is canonical decomposition, on which
// the others rely.
std::span<const WordStep> devanagari_folds();

// Applies every fold of devanagari_folds() to `word` (UTF-16), in place.
void fold_devanagari(std::u16string& word);

// Lower case, no accents, no possessive ending, ligatures and special letters spelt out
// (Türkiye's → turkiye, Straße → strasse). `out` is replaced and keeps its capacity.
void fold_latin(std::string_view word, std::string& out);

// Digits of either script become ASCII; grouping commas go: १,००,००० → 100000, 3.5 → 3.5.
void fold_number(std::string_view number, std::string& out);

// Unicode's NFKC with case folding, for words of any other script.
void fold_other(std::string_view word, std::string& out);

}  // namespace vigyapti
