#include "indexer/readers/office_xml.hpp"

#include <fmt/core.h>
#include <libxml/xmlreader.h>

#include <limits>
#include <memory>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

void ignore_error(void*, const xmlError*) {}

}  // namespace

std::string_view OfficeXmlStart::name() const {
    return view(xmlTextReaderConstLocalName(static_cast<xmlTextReader*>(reader_)));
}

std::string OfficeXmlStart::attribute(std::string_view name) const {
    auto* reader = static_cast<xmlTextReader*>(reader_);
    std::string value;
    while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        if (view(xmlTextReaderConstLocalName(reader)) != name) continue;
        value = view(xmlTextReaderConstValue(reader));
        break;
    }
    xmlTextReaderMoveToElement(reader);
    return value;
}

void read_office_xml(std::string_view xml, std::string_view part, OfficeXmlHandler& handler) {
    if (xml.size() > std::numeric_limits<int>::max()) {
        throw Error(ErrorCode::bad_input, fmt::format("{}: more than 2 GB", part));
    }
    const std::unique_ptr<xmlTextReader, FreeReader> reader(
        xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!reader) throw std::bad_alloc();
    xmlTextReaderSetStructuredErrorHandler(
        reader.get(), reinterpret_cast<xmlStructuredErrorFunc>(ignore_error), nullptr);
    int status = xmlTextReaderRead(reader.get());
    while (status == 1) {
        bool inside = true;
        switch (xmlTextReaderNodeType(reader.get())) {
            case XML_READER_TYPE_DOCUMENT_TYPE:
                throw Error(ErrorCode::bad_input, fmt::format("{}: a DOCTYPE in it", part));
            case XML_READER_TYPE_ELEMENT: {
                const OfficeXmlStart start(reader.get());
                inside = handler.begin(start);
                if (inside && xmlTextReaderIsEmptyElement(reader.get()) == 1) {
                    handler.end(start.name());
                }
                break;
            }
            case XML_READER_TYPE_END_ELEMENT:
                handler.end(view(xmlTextReaderConstLocalName(reader.get())));
                break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                handler.text(view(xmlTextReaderConstValue(reader.get())));
                break;
            default:
                break;
        }
        status = inside ? xmlTextReaderRead(reader.get()) : xmlTextReaderNext(reader.get());
    }
    if (status != 0) {
        throw Error(ErrorCode::bad_input, fmt::format("{}: not well-formed XML", part),
                    "open the document and save it anew");
    }
}

}  // namespace vigyapti
