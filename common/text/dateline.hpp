// The date under which a release was sent out, where it says so itself: in a dateline, which names
// place and day before the text ("New Delhi, 17 October 2023:", "नई दिल्ली, 17 अक्टूबर 2023 (भाषा)"),
// in a line of its own, or behind a label ("Posted On: 17 OCT 2023 5:30PM by PIB Delhi"). Dates
// that a text merely mentions are none. The forms are those of PIB's and MEA's releases and of news
// agencies' copy (AP Stylebook, "datelines").
#pragma once

#include <optional>
#include <string_view>

#include "common/text/date.hpp"

namespace vigyapti {

struct Dateline {
    Date date;              // always a day
    std::string_view line;  // a view of the text, trimmed
};

// `text`: a title or the beginning of a body; its first four lines are looked at.
// Nothing for datelines without a year, as agencies write them.
std::optional<Dateline> find_dateline(std::string_view text);

// The day in the name of a file: 2023-10-17-visit.txt, 20231017.txt, 17_10_2023.txt, or in its
// folders: 2023/10/17/visit.txt. `name`: a path. The first one counts.
std::optional<Date> date_in_name(std::string_view name);

}  // namespace vigyapti
