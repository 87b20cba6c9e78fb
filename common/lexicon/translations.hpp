// What words of one language are called in the other: the compiled form of the gazetteer, the
// glossary and what users and dictionaries add. Words are held as the keys that an Analyser with
// canonical_key makes of them, so that any form and spelling is found.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/front_coded.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

// Where a translation comes from; the most reliable first.
enum class TranslationSource : std::uint8_t { gazetteer, glossary, user, dictionary };

struct Translation {
    std::string keys;  // one, or several with spaces between them
    TranslationSource source = TranslationSource::glossary;

    bool operator==(const Translation&) const = default;
};

// The keys of the words of `text` that say something, with spaces between them: function words only
// where there is nothing else.
std::string translation_keys(std::string_view text, Analyser& analyser);

// The most words in a row that have a translation as a whole.
inline constexpr std::size_t longest_translated = 7;

class Translations {
  public:
    // Has none.
    Translations() = default;

    // `bytes`: as TranslationsWriter made them; must outlive the object. Throws Error(corrupt), as
    // does `find`.
    explicit Translations(std::string_view bytes);

    // What the run of words with these keys is called in the other language, the best first. Hindi
    // keys have Latin translations and the other way round.
    std::vector<Translation> find(std::string_view keys) const;

    // Calls visit(keys, best) for each run of words of one language, in their order, with the place
    // of its best translation in the order of the other language.
    void for_each_best(
        bool hindi,
        const std::function<void(std::string_view keys, std::uint32_t best)>& visit) const;

    // What the maker passed to TranslationsWriter::finish.
    std::uint64_t fingerprint() const { return fingerprint_; }

  private:
    std::string_view list_at(std::uint64_t number) const;
    const FrontCoded& side(bool hindi) const { return hindi ? hindi_ : english_; }

    std::uint64_t fingerprint_ = 0;
    FrontCoded english_;  // and where in `lists_` the ordinals of its Hindi begin
    FrontCoded hindi_;    // and the same for its English
    std::string_view lists_;
};

// Those that come with the program; live as long as it does.
const Translations& built_in_translations();

class TranslationsWriter {
  public:
    // Both in keys. The order of calls is the order of preference within a source; a pair counts
    // once, under its first source: false when it is there.
    bool add(const std::string& english, const std::string& hindi, TranslationSource source);

    // `fingerprint`: of what they were made of.
    std::string finish(std::uint64_t fingerprint) const;

  private:
    // The other side's words, in order.
    using Side = std::map<std::string, std::vector<Translation>, std::less<>>;

    Side english_;
    Side hindi_;
};

}  // namespace vigyapti
