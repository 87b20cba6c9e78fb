#include "searcher/web/form.hpp"

#include <charconv>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "searcher/render/link.hpp"

namespace vigyapti {
namespace {

std::string decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char code = 0;
        if (text[i] == '%' && text.size() - i > 2) {
            const char* const begin = text.data() + i + 1;
            if (std::from_chars(begin, begin + 2, code, 16).ptr == begin + 2) {
                out += static_cast<char>(code);
                i += 2;
                continue;
            }
        }
        out += text[i] == '+' ? ' ' : text[i];
    }
    if (out.find('\0') != std::string::npos || find_malformed_utf8(out)) {
        throw Error(ErrorCode::bad_input, "a parameter is no text in UTF-8",
                    "send text in UTF-8, percent-encoded, without NUL");
    }
    return out;
}

}  // namespace

Form parse_form(std::string_view encoded) {
    Form form;
    while (!encoded.empty()) {
        const std::string_view field = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(field.size() + 1, encoded.size()));
        if (field.empty()) continue;
        const std::size_t equals = std::min(field.find('='), field.size());
        form.emplace_back(decoded(field.substr(0, equals)),
                          decoded(field.substr(std::min(equals + 1, field.size()))));
    }
    return form;
}

std::string encode_form(const Form& form) {
    std::string out;
    for (const auto& [name, value] : form) {
        if (!out.empty()) out += '&';
        out += percent_encoded(name) + '=' + percent_encoded(value);
    }
    return out;
}

}  // namespace vigyapti
