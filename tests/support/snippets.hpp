// What tests of snippets make them of, and how they show them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.hpp"
#include "searcher/snippet.hpp"

namespace vigyapti::test {

// The words of `text` as the analyser sees them.
struct AnalysedWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;
    std::string exact;
};

inline std::vector<AnalysedWord> words_of(std::string_view text) {
    static Analyser analyser;
    std::vector<AnalysedWord> words;
    analyser.for_each_word(text, [&](const Token& token, const Term& term) {
        words.push_back({token.begin, token.end, std::string(term.key), std::string(term.exact)});
    });
    return words;
}

// A match for the word or, of several, the phrase `text`.
inline Match match(std::string_view text, MatchKind kind = MatchKind::key, std::size_t group = 0,
                   std::uint8_t fields = in_any_text) {
    Match out;
    out.kind = kind;
    for (const AnalysedWord& word : words_of(text))
        out.terms.push_back(kind == MatchKind::key ? word.key : word.exact);
    out.fields = fields;
    out.weight = 1;
    out.group = group;
    return out;
}

// Each of the words by itself.
inline std::vector<Match> matches_of(const std::vector<std::string_view>& words) {
    std::vector<Match> out;
    for (const std::string_view word : words)
        out.push_back(match(word, MatchKind::key, out.size()));
    return out;
}

// The text with each highlight in [ ].
inline std::string lit(std::string_view text, const std::vector<Highlight>& highlights) {
    std::string out;
    std::size_t at = 0;
    for (const Highlight& each : highlights) {
        REQUIRE(each.begin >= at);
        REQUIRE(each.end > each.begin);
        REQUIRE(each.end <= text.size());
        out += text.substr(at, each.begin - at);
        out += "[" + std::string(text.substr(each.begin, each.end - each.begin)) + "]";
        at = each.end;
    }
    return out + std::string(text.substr(at));
}

inline Release release_of(std::string_view body) {
    Release release;
    release.blocks = {{BlockKind::body, std::string(body)}};
    return release;
}

inline Snippet snippet_of(const Release& release, const std::vector<Match>& matches,
                          std::size_t graphemes) {
    Analyser analyser;
    return make_snippet(release, matches, analyser, graphemes);
}

// The snippet with highlights in [ ] and … where it is cut.
inline std::string show(const Snippet& snippet) {
    return (snippet.cut_before ? "…" : "") + lit(snippet.text, snippet.highlights) +
           (snippet.cut_after ? "…" : "");
}

inline std::string show(std::string_view body, const std::vector<Match>& matches,
                        std::size_t graphemes) {
    return show(snippet_of(release_of(body), matches, graphemes));
}

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    while (times-- > 0)
        out += text;
    return out;
}

}  // namespace vigyapti::test
