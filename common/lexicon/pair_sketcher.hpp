// Makes the sketch of a release by which its counterpart in the other language is known.
//
// Terms are led to one word of their translations, names that have none to the skeleton of their
// sounds, so that both languages give the same features. The longer a word the rarer it is (Zipf,
// The Psychobiology of Language, 1935), and title and first lines say what a release is about: by
// both it is settled which features are kept, on both sides alike.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "common/lexicon/pair_sketch.hpp"
#include "common/text/token.hpp"

namespace vigyapti {

// Not thread-safe; one a thread.
class PairSketcher {
  public:
    PairSketcher();
    ~PairSketcher();
    PairSketcher(const PairSketcher&) = delete;
    PairSketcher& operator=(const PairSketcher&) = delete;

    // The next word, those of the title before those of the text: as it is written, and as an
    // Analyser with canonical_key has it. Words beyond the first few hundred count for nothing.
    void add_word(std::string_view word, const Term& term, bool in_title);

    // A code of ISO 3166-1 that the release is about.
    void add_country(std::string_view code);

    // The sketch of what was added since the last call, without day and addresses.
    PairSketch take(bool hindi);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

// `address`: an id or a URL. The hash of what remains when the language of the release is taken out
// where it stands for itself: /hi/2023/1 and /en/2023/1, item?lang=hi, note-17-hindi. 0 when the
// address does not name the language.
std::uint32_t neutral_address(std::string_view address, bool hindi);

}  // namespace vigyapti
