#include "searcher/render/country_label.hpp"

#include "common/lexicon/countries.hpp"

namespace vigyapti {

std::string country_label(const std::string& code, std::string_view language) {
    const std::string_view name = country_name(code, language);
    return name.empty() ? code : std::string(name);
}

std::string country_labels(const std::vector<std::string>& codes, std::string_view language) {
    std::string out;
    for (const std::string& code : codes) {
        if (!out.empty()) out += ", ";
        out += country_label(code, language);
    }
    return out;
}

}  // namespace vigyapti
