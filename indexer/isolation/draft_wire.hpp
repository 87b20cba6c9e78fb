// How drafts travel from a reader in a process of its own: frames, each of a kind, a length and
// that many bytes. What comes in is believed in nothing but that it may be shown and stored:
// lengths are checked, text is valid UTF-8 and numbers name what exists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/reader.hpp"

namespace vigyapti {

// A frame for a draft, with the name that tells it from others of its file.
std::string draft_frame(const Draft& draft, std::string_view name);
// A frame for a record that cannot be read.
std::string problem_frame(std::uint64_t line, std::string_view what);
// A frame for an input without releases.
std::string nothing_frame(std::string_view why);
// A frame for an input of which nothing can be read.
std::string refusal_frame(std::string_view what, std::string_view hint);
// A frame that says that the reader came to its end.
std::string end_frame();

// Puts frames together from the bytes of a pipe and hands them on.
class FrameReader {
  public:
    explicit FrameReader(DraftSink& sink) : sink_(sink) {}

    // Takes in what the pipe gave. Throws Error(bad_input) for a refusal frame, with its text, and
    // for what is no frame.
    void take(std::string_view bytes);

    // Whether the end frame has come.
    bool ended() const { return ended_; }

  private:
    void take_frame(char kind, std::string_view payload);

    DraftSink& sink_;
    std::string buffer_;
    bool ended_ = false;
};

}  // namespace vigyapti
