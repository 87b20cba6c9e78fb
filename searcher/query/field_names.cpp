#include "searcher/query/field_names.hpp"

#include <algorithm>
#include <array>

#include "common/base/ascii.hpp"
#include "common/text/normalise.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest_name = 48;  // bytes

struct Alias {
    std::string_view name;  // folded
    FieldName field;
};

constexpr std::array aliases{
    Alias{"before", {FieldId::date, DateLimit::before}},
    Alias{"after", {FieldId::date, DateLimit::after}},
    Alias{"शीर्षक", {FieldId::title, DateLimit::within}},
    Alias{"कैप्शन", {FieldId::caption, DateLimit::within}},
    Alias{"श्रेय", {FieldId::credit, DateLimit::within}},
    Alias{"स्रोत", {FieldId::source, DateLimit::within}},
    Alias{"भाषा", {FieldId::lang, DateLimit::within}},
    Alias{"देश", {FieldId::country, DateLimit::within}},
    Alias{"तारीख", {FieldId::date, DateLimit::within}},
    Alias{"दिनांक", {FieldId::date, DateLimit::within}},
    Alias{"पहले", {FieldId::date, DateLimit::before}},
    Alias{"बाद", {FieldId::date, DateLimit::after}},
};

struct Language {
    std::string_view name;  // folded
    std::string_view code;
};

constexpr std::array languages{
    Language{"hindi", "hi"}, Language{"हिंदी", "hi"},  Language{"english", "en"},
    Language{"अंग्रेजी", "en"}, Language{"इंग्लिश", "en"},
};

bool is_devanagari(std::string_view name) {
    return name.starts_with("\xE0\xA4") || name.starts_with("\xE0\xA5");
}

// Small letters, or without the differences between spellings: तारीख़ is तारीख.
std::string folded(std::string_view name) {
    if (!is_devanagari(name)) return lowered(name);
    std::u16string wide;
    to_utf16(name, wide);
    fold_devanagari(wide);
    std::string out;
    to_utf8(wide, out);
    return out;
}

}  // namespace

std::optional<FieldName> find_field_name(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return {};
    if (const auto id = find_field(name)) return FieldName{*id, DateLimit::within};
    const std::string key = is_devanagari(name) ? folded(name) : std::string(name);
    const auto found = std::find_if(aliases.begin(), aliases.end(),
                                    [&](const Alias& each) { return each.name == key; });
    if (found == aliases.end()) return {};
    return found->field;
}

std::string language_code(std::string_view value) {
    const std::string key = folded(value);
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const Language& each) { return each.name == key; });
    if (found != languages.end()) return std::string(found->code);
    return is_devanagari(value) ? std::string(value) : key;
}

}  // namespace vigyapti
