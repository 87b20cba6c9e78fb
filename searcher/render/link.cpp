#include "searcher/render/link.hpp"

#include <algorithm>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest = 2000;
// Besides these a URL must not hold white space and controls (RFC 3986, appendix A).
constexpr std::string_view forbidden = "\"<>\\^`{|} ";

bool has_scheme(std::string_view url, std::string_view scheme) {
    return url.size() > scheme.size() && starts_ignoring_case(url, scheme);
}

bool is_unreserved(char c) {
    return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// A page has thousands of these: its links hold queries in Devanagari.
void append_encoded(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

std::string link_target(std::string_view url) {
    if (url.size() > longest || !(has_scheme(url, "http://") || has_scheme(url, "https://"))) {
        return {};
    }
    if (printable(url) != url || url.find_first_of(forbidden) != std::string_view::npos) return {};
    std::string out;
    for (const char c : url) {
        if (static_cast<unsigned char>(c) < 0x80) {
            out += c;
        } else {
            append_encoded(out, c);
        }
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            append_encoded(out, c);
        }
    }
    return out;
}

}  // namespace vigyapti
