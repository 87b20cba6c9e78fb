// The one place that settles what readers leave open: id, date and language of a release.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/release.hpp"

namespace vigyapti {

// id: its own, else the URL, else `name`, that of its file. date, in ISO 8601: its own in any form
// that parse_date reads, else that of a dateline in title or body, else that in `name`, else the
// day, in UTC, of `modified` (nanoseconds since 1970), which is given for files of one release
// only; date_origin says which. lang: its own "hi" or "en", else by the script of body and title.
// Returns a remark for the user, or an empty string.
std::string complete_release(Release& release, std::string_view name,
                             const std::optional<std::int64_t>& modified = std::nullopt);

}  // namespace vigyapti
