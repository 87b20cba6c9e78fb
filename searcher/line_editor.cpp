#include "searcher/line_editor.hpp"

// readline's headers use FILE without declaring it.
#include <cstdio>
// clang-format off
#include <readline/readline.h>
#include <readline/history.h>
// clang-format on
#include <sys/stat.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "common/base/config.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr int longest_history = 1000;

std::filesystem::path history_path() {
    try {
        const std::filesystem::path folder = state_directory();
        std::error_code code;
        std::filesystem::create_directories(folder, code);
        return code ? std::filesystem::path() : folder / "history";
    } catch (const Error&) {
        return {};
    }
}

// The name of a file, with room for no one else to read it.
void make_private(const std::filesystem::path& path) {
    ::chmod(path.c_str(), S_IRUSR | S_IWUSR);
}

}  // namespace

LineEditor::LineEditor()
    : on_terminal_(::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0) {
    if (!on_terminal_) return;
    // readline moves the cursor by letters of the locale's character set.
    std::setlocale(LC_CTYPE, "");
    ::rl_readline_name = "vigyapti";
    // A tab is no file name here.
    ::rl_bind_key('\t', ::rl_insert);
    ::using_history();
    ::stifle_history(longest_history);
    history_ = history_path();
    if (!history_.empty()) ::read_history(history_.c_str());
}

LineEditor::~LineEditor() {
    if (history_.empty()) return;
    if (::write_history(history_.c_str()) == 0) make_private(history_);
}

std::optional<std::string> LineEditor::read(const std::string& prompt) {
    if (!on_terminal_) {
        std::string line;
        if (!std::getline(std::cin, line)) return std::nullopt;
        return line;
    }
    const std::unique_ptr<char, void (*)(void*)> line(::readline(prompt.c_str()), std::free);
    if (!line) return std::nullopt;
    std::string text = line.get();
    if (text.find_first_not_of(' ') != std::string::npos) {
        // The same again is not worth a step back.
        const HIST_ENTRY* last =
            ::history_length > 0 ? ::history_get(::history_base + ::history_length - 1) : nullptr;
        if (last == nullptr || text != last->line) ::add_history(text.c_str());
    }
    return text;
}

}  // namespace vigyapti
