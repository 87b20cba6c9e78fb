#include "common/lexicon/translations.hpp"

#include <algorithm>
#include <optional>

#include "common/base/error.hpp"
#include "common/base/varint.hpp"
#include "common/lexicon/function_words.hpp"

namespace vigyapti {
namespace {

constexpr unsigned source_bits = 2;

[[noreturn]] void throw_corrupt() {
    throw Error(ErrorCode::corrupt, "the translations are damaged",
                "run vigyapti-index once more, which writes them anew");
}

// Where each text stands among those of its side.
template <typename Side>
std::map<std::string_view, std::uint64_t> ordinals_of(const Side& side) {
    std::map<std::string_view, std::uint64_t> ordinals;
    for (const auto& [keys, translations] : side)
        ordinals.emplace(keys, ordinals.size());
    return ordinals;
}

template <typename Side>
std::string encode(const Side& from, const Side& to, std::string& lists) {
    const auto ordinals = ordinals_of(to);
    FrontCodedWriter writer;
    for (const auto& [keys, translations] : from) {
        writer.add(keys, lists.size());
        append_varint(lists, translations.size());
        for (const Translation& each : translations)
            append_varint(lists, ordinals.at(each.keys) << source_bits |
                                     static_cast<std::uint64_t>(each.source));
    }
    return writer.finish();
}

// Those of a better source first, each source's in the order in which they came.
void insert(std::vector<Translation>& translations, Translation added) {
    const auto at = std::upper_bound(
        translations.begin(), translations.end(), added,
        [](const Translation& a, const Translation& b) { return a.source < b.source; });
    translations.insert(at, std::move(added));
}

}  // namespace

std::string translation_keys(std::string_view text, Analyser& analyser) {
    std::string all;
    std::string telling;
    const auto append = [](std::string& keys, std::string_view key) {
        if (!keys.empty()) keys += ' ';
        keys += key;
    };
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        append(all, term.key);
        if (!is_function_word(term.key)) append(telling, term.key);
    });
    return telling.empty() ? all : telling;
}

Translations::Translations(std::string_view bytes) {
    const auto low = u32_at(bytes, 0);
    const auto high = u32_at(bytes, sizeof low);
    fingerprint_ = std::uint64_t{high} << 32U | low;
    bytes.remove_prefix(2 * sizeof low);
    english_ = FrontCoded(bytes);
    hindi_ = FrontCoded(bytes);
    lists_ = bytes;
}

std::vector<Translation> Translations::find(std::string_view keys) const {
    std::vector<Translation> translations;
    const bool hindi = is_hindi(keys);
    const auto found = side(hindi).find(keys);
    if (!found) return translations;
    std::string_view list = list_at(found->number);
    const std::uint64_t count = take_varint(list).value_or(0);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto each = take_varint(list);
        if (!each || *each >> source_bits >= side(!hindi).size()) throw_corrupt();
        constexpr std::uint64_t source_mask = (1U << source_bits) - 1;
        translations.push_back(
            {side(!hindi).at(static_cast<std::uint32_t>(*each >> source_bits)).text,
             static_cast<TranslationSource>(*each & source_mask)});
    }
    return translations;
}

void Translations::for_each_best(
    bool hindi, const std::function<void(std::string_view keys, std::uint32_t best)>& visit) const {
    for (auto entry = side(hindi).begin(); !entry.done(); entry.next()) {
        std::string_view list = list_at(entry->number);
        const std::uint64_t count = take_varint(list).value_or(0);
        const auto best = take_varint(list);
        if (count == 0 || !best || *best >> source_bits >= side(!hindi).size()) throw_corrupt();
        visit(entry->text, static_cast<std::uint32_t>(*best >> source_bits));
    }
}

std::string_view Translations::list_at(std::uint64_t number) const {
    if (number > lists_.size()) throw_corrupt();
    return lists_.substr(number);
}

bool TranslationsWriter::add(const std::string& english, const std::string& hindi,
                             TranslationSource source) {
    std::vector<Translation>& known = english_[english];
    const bool stands = std::any_of(known.begin(), known.end(),
                                    [&](const Translation& each) { return each.keys == hindi; });
    if (stands) return false;
    insert(known, {hindi, source});
    insert(hindi_[hindi], {english, source});
    return true;
}

std::string TranslationsWriter::finish(std::uint64_t fingerprint) const {
    std::string out;
    append_u32(out, static_cast<std::uint32_t>(fingerprint));
    append_u32(out, static_cast<std::uint32_t>(fingerprint >> 32U));
    std::string lists;
    out += encode(english_, hindi_, lists);
    out += encode(hindi_, english_, lists);
    return out + lists;
}

}  // namespace vigyapti
