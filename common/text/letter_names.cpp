#include "common/text/letter_names.hpp"

#include <utility>
#include <vector>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

// The names in their exact forms, without marker, the longest first: एक्स begins as ए does.
std::vector<std::pair<std::string, char>> exact_names() {
    std::vector<std::pair<std::string, char>> names;
    Analyser analyser;
    for (const auto& [letter, name] : letter_names) {
        analyser.for_each_word(name, [&, of = letter](const Token&, const Term& term) {
            names.emplace_back(term.exact.substr(1), of);
        });
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return names;
}

}  // namespace

std::string name_letters(std::string_view acronym) {
    if (acronym.size() < 2 || acronym.size() > longest_acronym) return {};
    std::string names;
    for (const char c : acronym) {
        if (c < 'a' || c > 'z') return {};
        names += letter_names[static_cast<std::size_t>(c - 'a')].name;
    }
    return names;
}

std::string letters_named(std::string_view exact) {
    static const auto names = exact_names();
    if (!is_hindi(exact)) return {};
    std::string_view rest = exact.substr(1);
    std::string letters;
    while (!rest.empty()) {
        const auto name = std::find_if(names.begin(), names.end(), [rest](const auto& each) {
            return rest.starts_with(each.first);
        });
        if (name == names.end() || letters.size() == longest_acronym) return {};
        letters += name->second;
        rest.remove_prefix(name->first.size());
        // The inherent vowel, which WX writes between a consonant and a vowel letter.
        if (rest.size() > 1 && rest.front() == 'a') rest.remove_prefix(1);
    }
    return letters.size() < 2 ? std::string() : letters;
}

}  // namespace vigyapti
