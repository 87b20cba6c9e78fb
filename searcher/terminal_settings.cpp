#include "searcher/terminal_settings.hpp"

#include <langinfo.h>
#include <locale.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace vigyapti {
namespace {

std::string_view terminal_name() {
    const char* term = std::getenv("TERM");
    return term == nullptr ? "dumb" : term;
}

}  // namespace

bool wants_color(std::string_view when) {
    if (when != "auto") return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    const bool refused = no_color != nullptr && *no_color != '\0';
    return !refused && terminal_name() != "dumb" && ::isatty(STDOUT_FILENO) != 0;
}

TerminalSize terminal_size() {
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
        return {};
    }
    return {size.ws_col, size.ws_row};
}

// The environment is asked and the program's own locale left alone, which is C.
bool shows_unicode() {
    const locale_t locale = ::newlocale(LC_CTYPE_MASK, "", nullptr);
    if (locale == nullptr) return false;
    const bool utf8 = std::string_view(::nl_langinfo_l(CODESET, locale)) == "UTF-8";
    ::freelocale(locale);
    return utf8;
}

// The Linux console prints what it does not know, and so may very old terminals.
bool shows_links() {
    const std::string_view term = terminal_name();
    return term != "dumb" && term != "linux" && !term.starts_with("vt") &&
           ::isatty(STDOUT_FILENO) != 0;
}

}  // namespace vigyapti
