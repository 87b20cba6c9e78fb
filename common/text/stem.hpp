// Stemmers: from a folded word to the key under which all its forms are found. One file a language.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/text/word_step.hpp"

namespace vigyapti {

// Porter2, as Xapian carries it (Porter, "The English (Porter2) stemming algorithm", Snowball).
class EnglishStemmer {
  public:
    EnglishStemmer();
    ~EnglishStemmer();
    EnglishStemmer(const EnglishStemmer&) = delete;
    EnglishStemmer& operator=(const EnglishStemmer&) = delete;

    // `word`: lower-case ASCII or UTF-8, replaced by its stem. Words with digits are left alone.
    void stem(std::string& word);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// The steps that apply to `word`, in their order: a word of one or two letters has no ending to
// lose.
std::span<const WordStep> hindi_stem_steps(std::u16string_view word);

// A light stemmer: endings of nouns, verbs and adjectives go, then differences of vowel length and
// the virama, which spelling varies freely. `word`: folded Devanagari in UTF-16.
void stem_hindi(std::u16string& word);

}  // namespace vigyapti
