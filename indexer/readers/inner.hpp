// What readers of formats that hold other documents have in common: the inner document goes to the
// reader of its own format.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/reader.hpp"

namespace vigyapti {

// The extension of a file's name with its point, in lower case; empty when it has none, and for
// hidden files, whose point is the first character.
std::string extension_of(std::string_view name);

// The reader of a media type as HTTP and mail name it, in lower case; nullptr when there is none.
const Reader* reader_for_type(std::string_view type);

// A name that strangers chose, for a message: on one line, and cut when it is long.
std::string shown_inner_name(std::string_view name);

// Hands on what is found in an inner document.
class InnerSink : public DraftSink {
  public:
    // Releases of the document without a name of their own go to `outer` by `name`. Its problems
    // go there after `shown`, as messages call it, and their line; when `shown` is empty, lines of
    // the document count as lines of the outer file. `outer` must outlive the sink.
    InnerSink(std::string name, std::string shown, DraftSink& outer);

    void add(Draft draft, std::string name) override;
    void problem(std::uint64_t line, const std::string& what) override;
    void nothing(const std::string& why) override;

    const std::string& name() const { return name_; }
    // Whether anything came: releases, problems, or why there are none.
    bool heard() const { return heard_; }

  private:
    const std::string name_;
    const std::string shown_;
    DraftSink& outer_;
    bool heard_ = false;
};

// Calls `read`, the function of a reader. What it refuses the document with is a problem of `sink`.
void read_inner(const std::function<void(const Input&, DraftSink&)>& read, const Input& input,
                InnerSink& sink);

}  // namespace vigyapti
