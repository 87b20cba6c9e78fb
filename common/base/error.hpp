// The one exception type of the project. A user reads `what` (what went wrong and where) and `hint`
// (what to do about it); a program reads `code`.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace vigyapti {

enum class ErrorCode {
    usage,          // the command line
    bad_input,      // a document or a record of it
    not_found,      // no index, no such document
    io,             // the disk, a pipe, permissions
    locked,         // another process holds the index
    interrupted,    // told to stop before the work was done
    configuration,  // the configuration file
    corrupt,        // the index does not hold together
    version,        // the index was written by another format version
};

class Error : public std::runtime_error {
  public:
    // `what` is one line without a final full stop or newline; so is `hint`, which may be empty.
    Error(ErrorCode code, const std::string& what, std::string hint = {});

    ErrorCode code() const { return code_; }
    const std::string& hint() const { return hint_; }

  private:
    ErrorCode code_;
    std::string hint_;
};

// "No such file or directory" and the like for an errno value.
std::string errno_text(int number);

// Writes `text` to stderr. Where that is closed or full the text is lost and the work goes on.
void write_stderr(std::string_view text);

// Prints "program: error: what" and, where there is one, "hint: …" to stderr. Control characters
// are replaced, so that a hostile file name cannot drive the terminal.
void print_error(std::string_view program, const Error& error);

// Prints "program: warning: what" to stderr in the same way.
void print_warning(std::string_view program, std::string_view what);

// `text` with each control character (C0, DEL, C1) and each malformed byte replaced by '?', safe
// for a terminal or a log. Line feeds are control characters here.
std::string printable(std::string_view text);

}  // namespace vigyapti
