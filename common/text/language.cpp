#include "common/text/language.hpp"

#include <cstddef>

#include "common/text/tokenise.hpp"

namespace vigyapti {

std::string_view detect_language(std::string_view text) {
    std::size_t devanagari = 0;
    std::size_t latin = 0;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);) {
        if (token.kind == TokenKind::devanagari) ++devanagari;
        if (token.kind == TokenKind::latin) ++latin;
    }
    if (devanagari == 0 && latin == 0) return "und";
    return devanagari >= latin ? "hi" : "en";
}

}  // namespace vigyapti
