// XML as a stream of events, from hostile input: libxml2's parser without entities, without a DTD,
// without files and network, and with a limit to how deep elements stand in each other (256).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vigyapti {

struct XmlName {
    std::string_view space;  // the namespace's address; empty when none is declared
    std::string_view prefix;
    std::string_view local;
};

struct XmlAttribute {
    std::string_view prefix;
    std::string_view local;
    std::string_view value;
};

// The value of the attribute with this prefix and name, or empty.
std::string_view attribute_value(std::span<const XmlAttribute> attributes, std::string_view prefix,
                                 std::string_view local);

// Views are valid during the call. Text comes in any number of pieces.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(const XmlName& name, std::span<const XmlAttribute> attributes) = 0;
    virtual void end() = 0;
    virtual void text(std::string_view text) = 0;
};

enum class XmlEnd : std::uint8_t {
    whole,
    ill_formed,  // the parser found its way through errors; something may be lost
    cut_off,     // elements are open at the end, or the parser has given up
    more,        // something stands behind the root element, and was not read
};

// Reads `xml` (plain_xml's) as far as that can be done, whether it is well-formed or not. What the
// handler throws comes through. Throws Error(bad_input) when there is no root element.
XmlEnd read_xml_events(const std::string& xml, XmlHandler& handler);

}  // namespace vigyapti
