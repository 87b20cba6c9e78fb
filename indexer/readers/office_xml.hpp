// The XML of office documents: what xml_events.hpp reads, with elements that can be passed over.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/xml_events.hpp"

namespace vigyapti {

// The beginning of an element. Valid during the call that brings it.
class OfficeXmlStart {
  public:
    OfficeXmlStart(std::string_view name, std::span<const XmlAttribute> attributes)
        : name_(name), attributes_(attributes) {}

    // Without its prefix.
    std::string_view name() const { return name_; }
    // Value of the attribute with this name without its prefix; empty when there is none.
    std::string attribute(std::string_view name) const;

  private:
    std::string_view name_;
    std::span<const XmlAttribute> attributes_;
};

class OfficeXmlHandler {
  public:
    virtual ~OfficeXmlHandler() = default;
    // False: the element is passed over with all that it holds, its end too.
    virtual bool begin(const OfficeXmlStart& start) = 0;
    // Also called for an element without content.
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
};

// `part`: the name of the XML in the document, for messages. Throws Error(bad_input) for what is
// not well-formed, or more than 256 deep, and for documents with a DOCTYPE, which the formats read
// here have not. What was told to `handler` before stands.
void read_office_xml(std::string_view xml, std::string_view part, OfficeXmlHandler& handler);

}  // namespace vigyapti
