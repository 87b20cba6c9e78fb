// application/x-www-form-urlencoded, as browsers send forms and links carry them (WHATWG URL
// Standard, section 5).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigyapti {

using FormField = std::pair<std::string, std::string>;  // name, value
using Form = std::vector<FormField>;                    // in the order in which it was sent

// "q=a+b&lang=hi" with its plus signs and percent codes read; a percent sign that begins no code
// stands for itself. Throws Error(bad_input) where a name or value holds NUL or is no valid UTF-8.
Form parse_form(std::string_view encoded);

// The same the other way, with %20 for spaces.
std::string encode_form(const Form& form);

}  // namespace vigyapti
