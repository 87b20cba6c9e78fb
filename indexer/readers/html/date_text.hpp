// Dates as pages write them: among other words, with times and zones behind them, in digits of the
// orders of several countries.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/date.hpp"

namespace vigyapti::html {

struct DateInText {
    Date date;  // always a day
    std::string before;
    std::string behind;
};

// The first date of `text`, which is a line or what an attribute holds; nothing when it is longer
// than 200 bytes. Read are the written forms of parse_date(), 2023-10-17, 2023/10/17, 2023.10.17,
// 2023年10月17日 and 2023년 10월 17일; 17/10/2023 and, where the second number can be no month or
// the time behind is one of the United States ("9:05 AM EDT"), 10/17/2023; of two digits of a year
// (10/17/23) only what cannot be read in two ways. `month_first`: as if such a time stood there.
std::optional<DateInText> find_date(std::string_view text, bool month_first = false);

// What programs write for programs: `value` itself where parse_date() reads it, else the ISO form
// of 20231017 or of the first date in it; `value` where there is none.
std::string machine_date(std::string value);

}  // namespace vigyapti::html
