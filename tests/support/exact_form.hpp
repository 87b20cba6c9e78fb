// Words as the analyser has them, for tests of what begins there.
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyser.hpp"

namespace vigyapti::test {

// The exact form of the one word of `text`.
inline std::string exact_form(std::string_view text) {
    Analyser analyser;
    std::string form;
    analyser.for_each_word(text, [&](const Token&, const Term& term) { form = term.exact; });
    return form;
}

}  // namespace vigyapti::test
