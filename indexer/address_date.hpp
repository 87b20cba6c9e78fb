// The day in the address of a page, as many sites file what they publish.
#pragma once

#include <optional>
#include <string_view>

#include "common/text/date.hpp"

namespace vigyapti {

// The day in the path of `url`: /2023/10/17/, /2023/oct/17/, /2023-10-17-, /20231017, also with
// numbers of one digit and with names between year and month (/2023/world/10/17/). Nothing where
// none is given to the day; the query and the fragment are not looked at.
std::optional<Date> date_in_address(std::string_view url);

}  // namespace vigyapti
