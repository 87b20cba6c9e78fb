#include "indexer/readers/office_xml.hpp"

#include <fmt/core.h>

#include <vector>

#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "common/text/declared_charset.hpp"
#include "indexer/readers/xml_source.hpp"

namespace vigyapti {
namespace {

class WithSkipping : public XmlHandler {
  public:
    explicit WithSkipping(OfficeXmlHandler& handler) : handler_(handler) {}

    void start(const XmlName& name, std::span<const XmlAttribute> attributes) override {
        if (skipped_ > 0 || !handler_.begin(OfficeXmlStart(name.local, attributes))) {
            ++skipped_;
        } else {
            open_.emplace_back(name.local);
        }
    }
    void end() override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        handler_.end(open_.back());
        open_.pop_back();
    }
    void text(std::string_view text) override {
        if (skipped_ == 0) handler_.text(text);
    }

  private:
    OfficeXmlHandler& handler_;
    std::vector<std::string> open_;
    int skipped_ = 0;  // elements that are open and passed over
};

// Stands before the root element.
bool has_doctype(std::string_view xml) {
    for (std::size_t i = xml.find('<'); i != xml.npos; i = xml.find('<', i + 1)) {
        const std::string_view rest = xml.substr(i);
        if (rest.starts_with("<!DOCTYPE")) return true;
        if (rest.starts_with("<!--")) {
            i = xml.find("-->", i);
            if (i == xml.npos) return false;
        } else if (!rest.starts_with("<?")) {
            return false;
        }
    }
    return false;
}

}  // namespace

std::string OfficeXmlStart::attribute(std::string_view name) const {
    for (const XmlAttribute& each : attributes_) {
        if (each.local == name) return std::string(each.value);
    }
    return {};
}

void read_office_xml(std::string_view xml, std::string_view part, OfficeXmlHandler& handler) {
    const DecodedText decoded = decode_text(xml, declared_in_markup(xml));
    if (has_doctype(decoded.text())) {
        throw Error(ErrorCode::bad_input, fmt::format("{}: a DOCTYPE in it", part));
    }
    const auto refuse = [part] {
        throw Error(ErrorCode::bad_input, fmt::format("{}: not well-formed XML", part),
                    "open the document and save it anew");
    };
    const std::string plain = plain_xml(decoded.text());
    if (plain.empty()) refuse();
    WithSkipping events(handler);
    if (read_xml_events(plain, events) != XmlEnd::whole) refuse();
}

}  // namespace vigyapti
