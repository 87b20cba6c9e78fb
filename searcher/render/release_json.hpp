// One release as JSON, for programs; release_page is the same for people.
#pragma once

#include <string>

#include "searcher/results.hpp"

namespace vigyapti {

// One object on one line, with a line feed. What it has in common with a hit has the same name, and
// `blocks` is the whole text in its order; offsets of highlights count Unicode code points, and
// what is not known is null.
std::string release_json(const ReadRelease& read);

}  // namespace vigyapti
