// A whole release as one reads it on a terminal.
#pragma once

#include <string>

#include "searcher/render/registry.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

// Appends the title, what is known of the release, its URL and its text, wrapped, with captions and
// credits told from the text and the words found lit.
void render_release(const ReadRelease& read, const RenderOptions& options, std::string& out);

}  // namespace vigyapti
