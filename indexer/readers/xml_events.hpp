// XML as a stream of events, from hostile input: libxml2's parser without entities, without a DTD,
// without files and network, and with a limit to how deep elements stand in each other (256).
#pragma once

#include <cstdint>
#include <span>
// XML as a sequence of events, through libxml2: nothing is fetched, no entity is read from
// elsewhere.
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
    cut_off,  // elements are open at the end, or the parser has given up
    more,     // something stands behind the root element, and was not read
};

// Reads `xml` (plain_xml's) as far as that can be done, whether it is well-formed or not. What the
// handler throws comes through. Throws Error(bad_input) when there is no root element.
XmlEnd read_xml_events(const std::string& xml, XmlHandler& handler);
// The beginning of an element.
class XmlStart {
    explicit XmlStart(void* reader) : reader_(reader) {}
    // Without its prefix.
    std::string_view name() const;
    // Value of the attribute with this name without its prefix; empty when there is none.
    std::string attribute(std::string_view name) const;
  private:
    void* reader_;
    // False: the element is passed over with all that it holds, its end too.
    virtual bool begin(const XmlStart& start) = 0;
    // Also called for an element without content.
    virtual void end(std::string_view name) = 0;
// Throws Error(bad_input) for what is not well-formed (with what was wrong, `part` before it), for
// documents with a DOCTYPE, which the formats read here have not, and for elements more than 256
// deep. What was told to `handler` before stands.
void read_xml(std::string_view xml, std::string_view part, XmlHandler& handler);

}  // namespace vigyapti
