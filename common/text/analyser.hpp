// The one chain from text to terms, for index, query and snippets alike: what is found is what is
// highlighted. Each word is analysed by its own script, whatever the language of the document.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/initial.hpp"
#include "common/text/token.hpp"
#include "common/text/tokenise.hpp"

namespace vigyapti {

// Before the terms of Hindi words, which are in WX notation: keeps them apart from English ones.
inline constexpr char hindi_marker = '.';

// Whether a key or an exact form is of a Devanagari word.
inline bool is_hindi(std::string_view term) {
    return term.starts_with(hindi_marker);
}

// A longer key or form is cut at `long_term_head` bytes and marked with a hash of the whole, so
// that the term with any prefix stays within Xapian's limit of 245 bytes.
inline constexpr std::size_t longest_term = 200;

// What a step of the chain made of a word.
struct AnalysisStep {
    std::string name;
    std::string result;  // in the script of the word
};

// A word's way through the chain, for people who ask why it is found or not.
struct AnalysisTrace {
    Token token;
    std::vector<AnalysisStep> steps;  // those that changed the word, in their order
    std::string exact;
    std::string key;
};

// Not thread-safe: one analyser a thread. It remembers the words that it has seen, since a few
// thousand words make up most of any text.
class Analyser {
  public:
    // `canonical_key`: gives the key under which a word is kept, from its exact form and the key
    // that the rules make of it (see common/lexicon); nullptr for the rules alone.
    using CanonicalKey = std::string_view (*)(std::string_view exact, std::string_view key);
    explicit Analyser(CanonicalKey canonical_key = nullptr);
    ~Analyser();
    Analyser(const Analyser&) = delete;
    Analyser& operator=(const Analyser&) = delete;

    // To be called before the terms of a text are asked for; ends the life of earlier terms.
    void begin_text();

    // The terms of a token of `text`. Both are empty when nothing of the token remains (a stray
    // sign); such a token is no word.
    Term analyse(std::string_view text, const Token& token);

    // From now on calls `learn` with the terms of each word that is not remembered: of every word
    // at least once, of few words much more often.
    void on_new_word(std::function<void(const Term&)> learn);

    // The key of a word that is known by its exact form.
    std::string key_of(std::string_view exact);

    // Calls visit(token, term) for each word of `text`, in order.
    template <typename Visitor>
    void for_each_word(std::string_view text, Visitor&& visit) {
        begin_text();
        Tokeniser tokeniser(text);
        Token token;
        while (tokeniser.next(token)) {
            const Term term = analyse(text, token);
            if (!term.key.empty()) visit(token, term);
        }
    }

    // The same for whom only words that begin as in `wanted` matter (see initial.hpp). Others are
    // visited too, with an empty term, without being analysed.
    template <typename Visitor>
    void for_each_word(std::string_view text, const Initials& wanted, Visitor&& visit) {
        begin_text();
        Tokeniser tokeniser(text);
        Token token;
        while (tokeniser.next(token)) {
            if (!wanted.may_hold(initial_of_word(token.text(text)))) {
                visit(token, Term{});
                continue;
            }
            const Term term = analyse(text, token);
            if (!term.key.empty()) visit(token, term);
        }
    }

    // The same chain, step by step. Slower; for display.
    std::vector<AnalysisTrace> trace(std::string_view text);

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace vigyapti
