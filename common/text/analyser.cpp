#include "common/text/analyser.hpp"

#include <xxhash.h>

#include <cstdint>
#include <utility>

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

// The letters of a token: an abbreviation's without its points, joined in `buffer`.
std::string_view word_of(std::string_view text, const Token& token, std::string& buffer) {
    const std::string_view word = token.text(text);
    if (!token.abbreviation) return word;
    buffer = word;
    std::erase_if(buffer, [](char c) { return c == '.' || c == ' '; });
    return buffer;
}

std::string in_utf8(std::u16string_view word) {
    std::string out;
    to_utf8(word, out);
    return out;
}

// Applies a step and notes what it changed.
void apply_traced(const WordStep& step, std::u16string& word, std::vector<AnalysisStep>& steps) {
    const std::u16string before = word;
    step.apply(word);
    if (word != before) steps.push_back({std::string(step.name), in_utf8(word)});
}

std::vector<AnalysisStep> trace_devanagari(std::string_view word) {
    std::vector<AnalysisStep> steps;
    std::u16string wide;
    to_utf16(word, wide);
    for (const WordStep& fold : devanagari_folds())
        apply_traced(fold, wide, steps);
    for (const WordStep& step : hindi_stem_steps(wide))
        apply_traced(step, wide, steps);
    return steps;
}

}  // namespace

struct Analyser::Implementation {
    EnglishStemmer english;
    std::u16string wide;
    std::string joined;
    std::string key;  // of the word in hand, as `exact`
    std::string exact;
    TermCache cache;
    CanonicalKey canonical_key = nullptr;
    std::function<void(const Term&)> learn;

    // From a word's exact form to its `key`, which may yet have a canonical one.
    void stem_form(std::string_view form) {
        exact = form;
        key = form;
        if (is_hindi(form)) {
            from_wx(form.substr(1), wide);
            stem_devanagari();
        } else if (!form.empty() && static_cast<unsigned char>(form.front()) < 0x80) {
            english.stem(key);
        }
    }

    void make_canonical() {
        if (canonical_key != nullptr) key = std::string(canonical_key(exact, key));
    }

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
        stem_hindi(wide);
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
        make_canonical();
        shorten(key);
        shorten(exact);
    }
};

Analyser::Analyser(CanonicalKey canonical_key)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->canonical_key = canonical_key;
}
Analyser::~Analyser() = default;

void Analyser::begin_text() {
    if (implementation_->cache.size() >= cache_limit) implementation_->cache.clear();
}

Term Analyser::analyse(std::string_view text, const Token& token) {
    Implementation& self = *implementation_;
    const std::string_view word = word_of(text, token, self.joined);
    if (const auto known = self.cache.find(word)) return *known;
    self.analyse(word, token.kind);
    const Term term = self.cache.add(word, self.key, self.exact);
    if (self.learn && !term.key.empty()) self.learn(term);
    return term;
}

void Analyser::on_new_word(std::function<void(const Term&)> learn) {
    implementation_->learn = std::move(learn);
}

std::string Analyser::key_of(std::string_view exact) {
    Implementation& self = *implementation_;
    self.stem_form(exact);
    self.make_canonical();
    shorten(self.key);
    return self.key;
}

std::vector<AnalysisTrace> Analyser::trace(std::string_view text) {
    std::vector<AnalysisTrace> traces;
    for_each_word(text, [&](const Token& token, const Term& term) {
        AnalysisTrace trace{token, {}, std::string(term.exact), std::string(term.key)};
        std::string joined;
        const std::string_view word = word_of(text, token, joined);
        if (token.abbreviation) trace.steps.push_back({"abbreviation", joined});
        if (token.kind == TokenKind::devanagari) {
            for (AnalysisStep& step : trace_devanagari(word))
                trace.steps.push_back(std::move(step));
        } else {
            if (term.exact != word) trace.steps.push_back({"fold", trace.exact});
            if (term.key != term.exact) trace.steps.push_back({"stem", trace.key});
        }
        implementation_->stem_form(trace.exact);
        if (implementation_->key != trace.key) trace.steps.push_back({"variant of", trace.key});
        traces.push_back(std::move(trace));
    });
    return traces;
}

}  // namespace vigyapti
