#include "searcher/web/http.hpp"

#include <algorithm>
#include <array>

namespace vigyapti {

std::string_view reason_phrase(int status) {
    // RFC 9110, section 15.
    static constexpr std::array<std::pair<int, std::string_view>, 8> phrases{{
        {200, "OK"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {503, "Service Unavailable"},
    }};
    const auto* const found = std::find_if(phrases.begin(), phrases.end(),
                                           [=](const auto& each) { return each.first == status; });
    return found == phrases.end() ? "Error" : found->second;
}

}  // namespace vigyapti
