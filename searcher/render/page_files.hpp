// The files of the page that designers and translators edit, compiled in: searcher/web/*.html,
// *.css, *.svg, *.xml and *.tsv.
#pragma once

#include <string_view>

namespace vigyapti {

// The content of the file `name`, which lives as long as the program. Throws std::logic_error where
// it is not compiled in.
std::string_view page_file(std::string_view name);

}  // namespace vigyapti
