// Words that ask rather than name: "what", "who", "क्या", "किसने". They stay in the index, but a
// question is not searched for them.
#pragma once

#include <string_view>

namespace vigyapti {

// `exact`: the folded form of a word, as Analyser gives it in Term::exact.
bool is_question_word(std::string_view exact);

}  // namespace vigyapti
