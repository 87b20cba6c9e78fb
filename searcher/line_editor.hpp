// Lines that someone types: with editing and history on a terminal, as they are from a pipe.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace vigyapti {

class LineEditor {
  public:
    // Reads the history that earlier sessions left; without a folder for it there is none.
    LineEditor();
    // Keeps the history, readable for its owner only. What fails is passed over: it is of no
    // weight.
    ~LineEditor();
    LineEditor(const LineEditor&) = delete;
    LineEditor& operator=(const LineEditor&) = delete;

    // Whether both sides are a terminal.
    bool on_terminal() const { return on_terminal_; }

    // The next line without its end; nothing at the end of the input. `prompt` is shown on a
    // terminal only.
    std::optional<std::string> read(const std::string& prompt);

  private:
    bool on_terminal_;
    std::filesystem::path history_;  // empty: not kept
};

}  // namespace vigyapti
