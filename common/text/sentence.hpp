// Where sentences end, in Hindi and English: at a danda, a question or exclamation mark, a line
// end, and at a full stop that ends no abbreviation. ICU's sentence breaks split after डॉ. and
// यू.एन., so the rule is our own.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vigyapti {

struct TextSpan {
    std::size_t begin = 0;  // byte offsets
    std::size_t end = 0;

    bool operator==(const TextSpan&) const = default;
};

// The sentences of `text` in order, each with its closing marks and quotes and without surrounding
// white space. Together they hold every character that is not white space.
std::vector<TextSpan> split_sentences(std::string_view text);

}  // namespace vigyapti
