// A hit as JSON, the same in each format that is JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "searcher/results.hpp"

namespace vigyapti {

// Offsets of highlights count Unicode code points; what is not known is null.
nlohmann::ordered_json json_of(const Hit& hit);

// [begin, end] of each, in Unicode code points of `text`.
nlohmann::ordered_json json_of(const std::string& text, const std::vector<Highlight>& highlights);

// `text`; null where it is empty.
nlohmann::ordered_json or_null(const std::string& text);

// On one line, with a line feed; what is no UTF-8 is replaced, since a query may hold any bytes.
std::string json_line(const nlohmann::ordered_json& json);

}  // namespace vigyapti
