#include "searcher/web/page_settings.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "common/base/config.hpp"
#include "common/base/error.hpp"
#include "searcher/render/link.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR", "the index directory"},
    Option{"config", '\0', "FILE", "read settings from FILE", OptionPlace::command_line},
    Option{"title", '\0', "TEXT", "the name of the site"},
    Option{"url", '\0', "URL", "the address of the page, for feeds and browsers"},
    Option{"ui", '\0', "LANG", "hi or en, for visitors who prefer neither (default: en)"},
    Option{"frame-ancestors", '\0', "SOURCES",
           "who may show the page in a frame (default: 'self')"},
    Option{"cpu-seconds", '\0', "N", "CPU that a request may take (default: 2)"},
    Option{"seconds", '\0', "N", "time that a request may take (default: 10)"},
    Option{"memory-mb", '\0', "N", "memory that a request may take (default: 512)"},
};

constexpr std::array<std::string_view, 2> languages{"en", "hi"};

// It becomes part of a header, in a list whose parts end with semicolons.
void check_frame_ancestors(const std::string& sources) {
    const bool plain = std::all_of(sources.begin(), sources.end(), [](char c) {
        return c >= ' ' && c <= '~' && c != ';' && c != ',';
    });
    if (plain) return;
    throw Error(ErrorCode::configuration, "frame-ancestors: not a list of sources",
                "write sources as in a Content-Security-Policy, with spaces between them");
}

void check_url(const std::string& url) {
    if (url.empty() || link_target(url) == url) return;
    throw Error(ErrorCode::configuration,
                fmt::format("url: not an address: \"{}\"", printable(url)),
                "write the whole address of the page, such as https://example.org/search");
}

}  // namespace

std::span<const Option> page_flags() {
    return flags;
}

PageSettings read_page_settings() {
    ParsedOptions given;
    if (const char* const config = std::getenv("VIGYAPTI_CONFIG");
        config != nullptr && *config != '\0') {
        given.set("config", config);
    }
    const ParsedOptions merged = with_config_file(flags, given, "page");
    PageSettings settings;
    settings.index = index_directory(given, merged);
    settings.title = merged.text("title");
    settings.url = merged.text("url");
    check_url(settings.url);
    settings.ui = merged.choice("ui", "en", languages);
    settings.frame_ancestors = merged.text("frame-ancestors", "'self'");
    check_frame_ancestors(settings.frame_ancestors);
    settings.cpu_seconds = static_cast<unsigned>(merged.number("cpu-seconds", 2, 0, 3600));
    settings.seconds = static_cast<unsigned>(merged.number("seconds", 10, 0, 3600));
    settings.memory_mb = static_cast<std::size_t>(merged.number("memory-mb", 512, 0, 1'000'000));
    return settings;
}

}  // namespace vigyapti
