// schema.org's description of an article, as pages carry it in <script type="application/ld+json">.
#pragma once

#include <string_view>

#include "indexer/draft.hpp"

namespace vigyapti::html {

// Notes title, date, source, language and address of the first article or press release in
// `json`, which may be an object, an array or a @graph. What is not JSON, or holds no article, is
// passed over: nothing is thrown.
void read_json_ld(std::string_view json, Draft& draft);

}  // namespace vigyapti::html
