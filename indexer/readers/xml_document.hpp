// XML that is no feed, as one release: the text of its elements, whatever they are called.
//
// An element that stands by itself is a line; one that stands within the text of another is part of
// it. Elements near the root whose names are those of fields (title, date, source, …) are the
// fields. Of NITF and NewsML-G2 the headline, the date and the body are known.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/draft.hpp"
#include "indexer/readers/xml_events.hpp"

namespace vigyapti {

class DocumentHandler : public XmlHandler {
  public:
    void start(const XmlName& name, std::span<const XmlAttribute> attributes) override;
    void end() override;
    void text(std::string_view text) override;

    // What was read, to be called once.
    Draft take();

  private:
    struct Element {
        std::string name;        // lower case
        bool has_text = false;   // of its own
        bool is_field = false;   // its text goes into `field_`
        bool is_silent = false;  // its text is none of the release
    };

    bool may_be_field(std::string_view name) const;
    void take_field(std::string_view name);
    void break_line();

    std::vector<Element> open_;
    bool is_news_ = false;  // NITF or NewsML-G2, whose text has a place
    bool break_is_due_ = false;
    std::string field_;
    std::string body_;
    bool has_title_ = false;
    Draft draft_;
};

}  // namespace vigyapti
