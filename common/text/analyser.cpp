#include "common/text/analyser.hpp"

#include <xxhash.h>

#include <cstdint>

#include "common/text/normalise.hpp"
#include "common/text/stem.hpp"
#include "common/text/term_cache.hpp"
#include "common/text/utf8.hpp"
#include "common/text/wx.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t long_term_head = 180;

// Beyond this many distinct words the memory is emptied; a day's releases stay far below.
constexpr std::size_t cache_limit = 1U << 17U;

void shorten(std::string& term) {
    if (term.size() <= longest_term) return;
    std::uint64_t hash = XXH3_64bits(term.data(), term.size());
    std::size_t head = long_term_head;
    while (head > 0 && (static_cast<unsigned char>(term[head]) & 0xC0U) == 0x80U)
        --head;
    term.resize(head);
    term += '~';
    for (int i = 0; i < 16; ++i, hash >>= 4U)
        term += "0123456789abcdef"[hash & 0xFU];
}

}  // namespace

struct Analyser::Implementation {
    EnglishStemmer english;
    HindiStemmer hindi;
    std::u16string wide;
    std::string joined;
    std::string key;  // of the word in hand, as `exact`
    std::string exact;
    TermCache cache;

    void analyse_devanagari(std::string_view word) {
        to_utf16(word, wide);
        fold_devanagari(wide);
        if (wide.empty()) return;
        exact = hindi_marker;
        append_wx(wide, exact);
        stem_devanagari();
    }

    // From the folded word in `wide` to `key`.
    void stem_devanagari() {
        hindi.stem(wide);
        key = hindi_marker;
        append_wx(wide, key);
    }

    void analyse(std::string_view word, TokenKind kind) {
        key.clear();
        exact.clear();
        switch (kind) {
            case TokenKind::devanagari:
                analyse_devanagari(word);
                break;
            case TokenKind::latin:
                fold_latin(word, exact);
                key = exact;
                english.stem(key);
                break;
            case TokenKind::number:
                fold_number(word, exact);
                key = exact;
                break;
            case TokenKind::other:
                fold_other(word, exact);
                key = exact;
                break;
        }
        // A stemmer must not make a word unfindable.
        if (key.empty() || key == std::string_view(&hindi_marker, 1)) {
            key = exact;
        }
        shorten(key);
        shorten(exact);
    }
};

Analyser::Analyser() : implementation_(std::make_unique<Implementation>()) {}
Analyser::~Analyser() = default;

void Analyser::begin_text() {
    if (implementation_->cache.size() >= cache_limit) implementation_->cache.clear();
}

Term Analyser::analyse(std::string_view text, const Token& token) {
    Implementation& self = *implementation_;
    std::string_view word = token.text(text);
    if (token.abbreviation) {
        self.joined = word;
        std::erase_if(self.joined, [](char c) { return c == '.' || c == ' '; });
        word = self.joined;
    }
    if (const auto known = self.cache.find(word)) return *known;
    self.analyse(word, token.kind);
    return self.cache.add(word, self.key, self.exact);
}

std::string Analyser::key_of(std::string_view exact) {
    Implementation& self = *implementation_;
    self.key = exact;
    if (exact.starts_with(hindi_marker)) {
        from_wx(exact.substr(1), self.wide);
        self.stem_devanagari();
    } else if (!exact.empty() && static_cast<unsigned char>(exact.front()) < 0x80) {
        self.english.stem(self.key);
    }
    shorten(self.key);
    return self.key;
}

}  // namespace vigyapti
