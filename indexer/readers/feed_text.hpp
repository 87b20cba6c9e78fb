// The content of an element of a feed, which may be text, HTML written as text, or elements.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/draft.hpp"
#include "indexer/readers/xml_events.hpp"

namespace vigyapti {

class FeedText {
  public:
    FeedText() = default;
    // `attributes`: those of the element; type and mode tell what its content is (RFC 4287, 3.1 and
    // 4.1.3; Atom 0.3).
    explicit FeedText(std::span<const XmlAttribute> attributes);

    void add_text(std::string_view text);
    void start_element(std::string_view name, std::span<const XmlAttribute> attributes);
    void end_element();

    // Whether there is nothing in it that could be read.
    bool empty() const;
    // Without elements and white space around it.
    std::string_view plain() const;
    // As a title.
    std::string line() const;
    // Adds it to `draft` as the text of the release.
    void add_to(Draft& draft) const;

  private:
    bool is_html() const;

    std::string type_;  // lower case; empty when not stated
    bool binary_ = false;
    std::string text_;
    std::string markup_;  // the same with its elements, once there is one
    bool has_markup_ = false;
    std::vector<std::string> open_;
};

}  // namespace vigyapti
