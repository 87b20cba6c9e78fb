// The XML of office documents as a sequence of events, through libxml2: nothing is fetched, no
// entity is read from elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// The beginning of an element.
class OfficeXmlStart {
  public:
    explicit OfficeXmlStart(void* reader) : reader_(reader) {}
    // Without its prefix.
    std::string_view name() const;
    // Value of the attribute with this name without its prefix; empty when there is none.
    std::string attribute(std::string_view name) const;

  private:
    void* reader_;
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

// Throws Error(bad_input) for what is not well-formed (with what was wrong, `part` before it), for
// documents with a DOCTYPE, which the formats read here have not, and for elements more than 256
// deep. What was told to `handler` before stands.
void read_office_xml(std::string_view xml, std::string_view part, OfficeXmlHandler& handler);

}  // namespace vigyapti
