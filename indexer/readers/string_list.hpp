// A list of texts written into a single value, as programs leave it in tables: "['…', '…']".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

// The texts of a list of strings in Python's notation (repr, as pandas writes a column of lists) or
// JSON's: square brackets, strings in single or double quotation marks, commas. Nothing unless
// `value` is that and nothing else from its first to its last character, white space aside, and has
// a string: a text that only begins with a bracket stays as it is.
std::optional<std::vector<std::string>> read_string_list(std::string_view value);

}  // namespace vigyapti
