// What a word of the query may be called in texts of the other language: its translations, the
// letters of an acronym by their names, words of the index that sound like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/index/vocabulary.hpp"
#include "common/lexicon/translations.hpp"
#include "common/text/analyser.hpp"
#include "searcher/query/match.hpp"
#include "searcher/query/sounding.hpp"
#include "searcher/query/word.hpp"

namespace vigyapti {

// One way to say it.
struct Rendering {
    std::vector<std::string> keys;  // of successive words
    Road road = Road::translation;
    double factor = 1;  // how far it may be trusted
};

// Whether one of them has these keys.
bool has(std::span<const Rendering> renderings, const std::vector<std::string>& keys);

// The first words of a run and what they are called; no renderings: nothing is known of them, or
// they say nothing.
struct Crossed {
    std::size_t count = 1;
    std::vector<Rendering> renderings;
};

class Crossing {
  public:
    // All arguments must outlive the object. `vocabulary` and `added`, the translations that the
    // index brings, may be nullptr.
    Crossing(const Xapian::Database& database, const Vocabulary* vocabulary,
             const Translations* added, Analyser& analyser);

    // What the longest run that begins `words` and is known as a whole is called in Hindi texts, or
    // in English ones; its words are of the other script. Renderings that no release holds are left
    // out. Throws Xapian::Error and Error(corrupt).
    Crossed cross(std::span<const Word> words, bool to_hindi) const;

    // How the word itself is written where texts quote its language in their own script: words of
    // the index that sound like it, also of what says little, and translations of several words
    // that do (प्रधानमंत्री: Pradhan Mantri). Words that have no positions are left out. By falling
    // trust. Throws Xapian::Error and Error(corrupt).
    const std::vector<Rendering>& spoken(const Word& word, bool to_hindi) const;

  private:
    std::vector<Rendering> translations_of(std::string_view keys, bool from_dictionary) const;
    std::vector<Rendering> renderings_of(const Word& word, bool to_hindi) const;
    std::optional<Rendering> letters_of(const Word& word, bool to_hindi) const;
    void add_sounding(const Word& word, bool to_hindi, std::vector<Rendering>& renderings) const;
    const std::vector<Sounding>& sounding(const Word& word, bool to_hindi) const;
    bool occurs(const std::string& key) const;
    std::vector<Rendering> find_spoken(const Word& word, bool to_hindi) const;

    const Xapian::Database& database_;
    const Vocabulary* vocabulary_;
    const Translations* added_;
    Analyser& analyser_;
    // What has been looked up, by exact form and by key.
    mutable std::map<std::string, std::vector<Rendering>> spoken_;
    mutable std::map<std::string, std::vector<Sounding>> sounding_;
    mutable std::unordered_map<std::string, bool> occurs_;
};

}  // namespace vigyapti
