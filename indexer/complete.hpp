// The one place that settles what readers leave open: id, date and language of a release.
#pragma once

#include <string>
#include <string_view>

#include "common/index/release.hpp"

namespace vigyapti {

// id: its own, else the URL, else `name`. date: any form that parse_date reads becomes ISO 8601;
// any other is dropped. lang: its own "hi" or "en", else by the script of body and title. Returns a
// warning for the user, or an empty string.
std::string complete_release(Release& release, std::string_view name);

}  // namespace vigyapti
