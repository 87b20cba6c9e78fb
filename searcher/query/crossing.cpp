#include "searcher/query/crossing.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "common/base/split.hpp"
#include "common/lexicon/function_words.hpp"
#include "common/text/letter_names.hpp"
#include "common/text/sound_key.hpp"
#include "common/text/sound_likeness.hpp"
#include "searcher/query/in_fields.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_translations = 6;
constexpr std::size_t most_sounding = 4;

// From these likenesses on a word of the index may be the one that is meant: less certain where the
// word is known to mean something.
constexpr double least_sounding = 0.8;
constexpr double least_sounding_of_known = 0.9;

// Of words that must stand beside others that are quoted too.
constexpr double least_spoken = 0.85;
constexpr std::size_t most_spoken = 5;

}  // namespace

bool has(std::span<const Rendering> renderings, const std::vector<std::string>& keys) {
    return std::any_of(renderings.begin(), renderings.end(),
                       [&](const Rendering& each) { return each.keys == keys; });
}

Crossing::Crossing(const Xapian::Database& database, const Vocabulary* vocabulary,
                   const Translations* added, Analyser& analyser)
    : database_(database), vocabulary_(vocabulary), added_(added), analyser_(analyser) {}

std::vector<Rendering> Crossing::translations_of(std::string_view keys,
                                                 bool from_dictionary) const {
    std::vector<Rendering> renderings;
    const auto add = [&](const Translations& translations) {
        for (const Translation& each : translations.find(keys)) {
            if (renderings.size() == most_translations) return;
            if ((each.source == TranslationSource::dictionary) != from_dictionary) continue;
            const auto parts = split(each.keys, ' ');
            Rendering rendering{{parts.begin(), parts.end()}, Road::translation, 1};
            const bool whole = std::all_of(rendering.keys.begin(), rendering.keys.end(),
                                           [this](const std::string& key) { return occurs(key); });
            if (whole) renderings.push_back(std::move(rendering));
        }
    };
    add(built_in_translations());
    if (added_ != nullptr) add(*added_);
    return renderings;
}

Crossed Crossing::cross(std::span<const Word> words, bool to_hindi) const {
    std::string keys;
    std::vector<std::string> runs;  // the keys of the first word, of the first two, …
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < words.size() && runs.size() < longest_translated; ++i) {
        if (is_function_word(words[i].key)) {
            if (i == 0) return {};
            continue;
        }
        if (!keys.empty()) keys += ' ';
        keys += words[i].key;
        runs.push_back(keys);
        ends.push_back(i + 1);
    }
    for (std::size_t i = runs.size(); i > 1; --i) {
        std::vector<Rendering> renderings = translations_of(runs[i - 1], false);
        if (!renderings.empty()) return {ends[i - 1], std::move(renderings)};
    }
    return {1, renderings_of(words.front(), to_hindi)};
}

std::vector<Rendering> Crossing::renderings_of(const Word& word, bool to_hindi) const {
    if (adds_little(word)) return {};
    std::vector<Rendering> renderings = translations_of(word.key, false);
    auto letters = letters_of(word, to_hindi);
    if (letters && !has(renderings, letters->keys)) renderings.push_back(std::move(*letters));
    add_sounding(word, to_hindi, renderings);
    // Its many senses cost more than they bring where anything else is known.
    return renderings.empty() ? translations_of(word.key, true) : renderings;
}

// BBC is बीबीसी, एनएसए NSA.
std::optional<Rendering> Crossing::letters_of(const Word& word, bool to_hindi) const {
    std::string text;
    if (!to_hindi) {
        text = letters_named(word.exact);
    } else if (word.capitals) {
        text = name_letters(word.exact);
    }
    if (text.empty()) return std::nullopt;
    std::string key;
    analyser_.for_each_word(text, [&](const Token&, const Term& term) { key = term.key; });
    if (!occurs(key)) return std::nullopt;
    return Rendering{{key}, Road::sound, 1};
}

void Crossing::add_sounding(const Word& word, bool to_hindi,
                            std::vector<Rendering>& renderings) const {
    if (vocabulary_ == nullptr) return;
    const double least = renderings.empty() ? least_sounding : least_sounding_of_known;
    std::size_t taken = 0;
    for (const auto& [key, likeness] : sounding(word, to_hindi)) {
        if (taken == most_sounding || likeness < least) return;
        if (has(renderings, {key}) || !occurs(key)) continue;
        // Romanised का, में: nothing is lost with them.
        if (is_function_word(key)) {
            if (taken == 0 && renderings.empty()) return;
            continue;
        }
        renderings.push_back({{key}, Road::sound, likeness * likeness});
        ++taken;
    }
}

// By falling likeness, as like as any use needs.
const std::vector<Sounding>& Crossing::sounding(const Word& word, bool to_hindi) const {
    const auto [found, fresh] = sounding_.try_emplace(word.exact);
    if (fresh)
        found->second = keys_sounding_like(word.exact, to_hindi, *vocabulary_, least_sounding);
    return found->second;
}

// In any field that plain words are in.
bool Crossing::occurs(const std::string& key) const {
    const auto [found, fresh] = occurs_.try_emplace(key);
    if (fresh) found->second = occurs_in(database_, std::nullopt, key);
    return found->second;
}

const std::vector<Rendering>& Crossing::spoken(const Word& word, bool to_hindi) const {
    const auto [found, fresh] = spoken_.try_emplace(word.exact);
    if (fresh) found->second = find_spoken(word, to_hindi);
    return found->second;
}

std::vector<Rendering> Crossing::find_spoken(const Word& word, bool to_hindi) const {
    std::vector<Rendering> renderings;
    if (vocabulary_ == nullptr) return renderings;
    for (Rendering& each : translations_of(word.key, false)) {
        if (each.keys.size() == 1) continue;
        std::string joined;
        for (const std::string& key : each.keys)
            joined += joined.empty() ? key : key.substr(to_hindi ? 1 : 0);
        const double likeness = sound_likeness(reading_of(word.exact), reading_of(joined));
        if (likeness < least_spoken) continue;
        each.road = Road::sound;
        each.factor = likeness * likeness;
        renderings.push_back(std::move(each));
    }
    for (const auto& [key, likeness] : sounding(word, to_hindi)) {
        if (renderings.size() == most_spoken || likeness < least_spoken) break;
        if (is_function_word(key) || !occurs(key)) continue;
        renderings.push_back({{key}, Road::sound, likeness * likeness});
    }
    return renderings;
}

}  // namespace vigyapti
