#include "common/text/analyser.hpp"

#include <xxhash.h>

#include <cstdint>
#include <deque>
#include <unordered_map>

#include "common/text/normalise.hpp"
#include "common/text/stem.hpp"
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

struct Entry {
    std::string word;
    std::string key;
    std::string exact;
};

}  // namespace

struct Analyser::Implementation {
    EnglishStemmer english;
    HindiStemmer hindi;
    std::u16string wide;
    std::string joined;
    std::deque<Entry> entries;
    std::unordered_map<std::string_view, const Entry*> cache;

    void analyse_devanagari(std::string_view word, Entry& entry) {
        to_utf16(word, wide);
        fold_devanagari(wide);
        if (wide.empty()) return;
        entry.exact = hindi_marker;
        append_wx(wide, entry.exact);
        hindi.stem(wide);
        entry.key = hindi_marker;
        append_wx(wide, entry.key);
    }

    void fill(std::string_view word, TokenKind kind, Entry& entry) {
        switch (kind) {
            case TokenKind::devanagari:
                analyse_devanagari(word, entry);
                break;
            case TokenKind::latin:
                fold_latin(word, entry.exact);
                entry.key = entry.exact;
                english.stem(entry.key);
                break;
            case TokenKind::number:
                fold_number(word, entry.exact);
                entry.key = entry.exact;
                break;
            case TokenKind::other:
                fold_other(word, entry.exact);
                entry.key = entry.exact;
                break;
        }
        // A stemmer must not make a word unfindable.
        if (entry.key.empty() || entry.key == std::string_view(&hindi_marker, 1)) {
            entry.key = entry.exact;
        }
        shorten(entry.key);
        shorten(entry.exact);
    }
};

Analyser::Analyser() : implementation_(std::make_unique<Implementation>()) {}
Analyser::~Analyser() = default;

void Analyser::begin_text() {
    if (implementation_->entries.size() < cache_limit) return;
    implementation_->cache.clear();
    implementation_->entries.clear();
}

Term Analyser::analyse(std::string_view text, const Token& token) {
    Implementation& self = *implementation_;
    std::string_view word = token.text(text);
    if (token.abbreviation) {
        self.joined = word;
        std::erase_if(self.joined, [](char c) { return c == '.' || c == ' '; });
        word = self.joined;
    }
    const auto found = self.cache.find(word);
    const Entry* entry = nullptr;
    if (found != self.cache.end()) {
        entry = found->second;
    } else {
        Entry& fresh = self.entries.emplace_back();
        fresh.word = word;
        self.fill(word, token.kind, fresh);
        self.cache.emplace(fresh.word, &fresh);
        entry = &fresh;
    }
    return {entry->key, entry->exact};
}

}  // namespace vigyapti
