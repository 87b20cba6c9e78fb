#include "common/lexicon/countries.hpp"

#include <unicode/locid.h>

#include <algorithm>
#include <map>
#include <string>

#include "common/base/ascii.hpp"
#include "common/lexicon/country_table.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

const CountryRow* find_code(std::string_view code) {
    if (code.size() != 2) return nullptr;
    const char wanted[] = {to_upper(code[0]), to_upper(code[1])};
    const std::string_view name(wanted, 2);
    const auto rows = country_rows();
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), name,
                         [](const CountryRow& row, std::string_view of) { return row.code < of; });
    return found != rows.end() && found->code == name ? &*found : nullptr;
}

// Codes of three letters, as United Nations data have them, from ICU.
std::optional<std::string_view> find_long_code(std::string_view text) {
    static const std::map<std::string, std::string_view, std::less<>> codes = [] {
        std::map<std::string, std::string_view, std::less<>> out;
        for (const CountryRow& row : country_rows())
            out[icu::Locale("", std::string(row.code).c_str()).getISO3Country()] = row.code;
        return out;
    }();
    const auto found = codes.find(text);
    if (found == codes.end()) return std::nullopt;
    return found->second;
}

std::vector<CountryTextWord> words_of(std::string_view text) {
    std::vector<CountryTextWord> words;
    Analyser analyser(canonical_key);
    analyser.for_each_word(text, [&](const Token& token, const Term& term) {
        words.push_back({country_word(term, token.kind), static_cast<std::uint32_t>(words.size()),
                         Capitals::none, token.begin, token.end});
    });
    return words;
}

}  // namespace

std::optional<std::string_view> find_country(std::string_view text) {
    if (const CountryRow* row = find_code(text)) return row->code;
    if (const auto code = find_long_code(text)) return code;
    const std::vector<CountryTextWord> words = words_of(text);
    std::optional<std::string_view> code;
    // "Myanmar (Burma)" names one country twice.
    for (std::size_t at = 0; at < words.size();) {
        const CountryNameRow* name = nullptr;
        for (const CountryNameRow& each : longest_names(std::span(words).subspan(at), false)) {
            if (each.kind < CountryWord::rival) name = &each;
        }
        if (name == nullptr) return std::nullopt;
        const std::string_view found = country_rows()[name->country].code;
        if (code && *code != found) return std::nullopt;
        code = found;
        at += name->size;
    }
    return code;
}

std::string_view country_name(std::string_view code, std::string_view language) {
    const CountryRow* row = find_code(code);
    if (row == nullptr) return {};
    return language == "hi" ? row->hindi : row->english;
}

std::vector<std::string_view> country_codes() {
    std::vector<std::string_view> codes;
    for (const CountryRow& row : country_rows())
        codes.push_back(row.code);
    return codes;
}

}  // namespace vigyapti
