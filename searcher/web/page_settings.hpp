// What an administrator sets for the page: the section [page] of the configuration file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

#include "common/base/options.hpp"

namespace vigyapti {

struct PageSettings {
    std::filesystem::path index;
    std::string title;            // of the site; empty: Vigyapti, in the visitor's language
    std::string url;              // of the page itself; empty: what the visitor's browser says
    std::string ui;               // "hi" or "en": for visitors who prefer neither
    std::string frame_ancestors;  // who may show the page in a frame, as in CSP
    unsigned cpu_seconds = 0;     // limits of one request; 0: none
    unsigned seconds = 0;
    std::size_t memory_mb = 0;  // beside what the program itself takes
};

// The keys of [page].
std::span<const Option> page_flags();

// Reads the configuration file, $VIGYAPTI_CONFIG or one of the usual ones. Throws
// Error(configuration).
PageSettings read_page_settings();

}  // namespace vigyapti
