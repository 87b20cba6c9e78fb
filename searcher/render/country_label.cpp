#include "searcher/render/country_label.hpp"

#include <algorithm>

#include "common/lexicon/countries.hpp"

namespace vigyapti {

std::string country_label(const std::string& code, std::string_view language) {
    const std::string_view name = country_name(code, language);
    return name.empty() ? code : std::string(name);
}

std::string country_labels(const std::vector<std::string>& codes, std::string_view language,
                           std::size_t most) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, codes.size()); ++i) {
        if (i > 0) out += ", ";
        out += country_label(codes[i], language);
    }
    if (codes.size() > most) out += " +" + std::to_string(codes.size() - most);
    return out;
}

}  // namespace vigyapti
