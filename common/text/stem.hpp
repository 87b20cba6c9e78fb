// Stemmers: from a folded word to the key under which all its forms are found. One file a language.
#pragma once

#include <memory>
#include <string>

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

// Snowball's Hindi stemmer (after Ramanathan and Rao, "A Lightweight Stemmer for Hindi", 2003), as
// libstemmer carries it.
class HindiStemmer {
  public:
    // Throws std::runtime_error when libstemmer has no Hindi.
    HindiStemmer();
    ~HindiStemmer();
    HindiStemmer(const HindiStemmer&) = delete;
    HindiStemmer& operator=(const HindiStemmer&) = delete;

    // `word`: Devanagari in UTF-16, folded or not, replaced by its stem.
    void stem(std::u16string& word);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace vigyapti
