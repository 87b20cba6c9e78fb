#include "indexer/readers/xml_events.hpp"

#include <fmt/core.h>
#include <libxml/parser.h>

#include <climits>
#include <exception>
#include <memory>
#include <new>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view view_of(const xmlChar* begin, std::ptrdiff_t length) {
    return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(length)};
}

// What stands between libxml2 and the handler. No exception may pass through libxml2, which is C.
class Events {
  public:
    Events(xmlParserCtxtPtr context, XmlHandler& handler) : context_(context), handler_(handler) {}

    void start(const XmlName& name, const xmlChar** attributes, int count) {
        ++open_;
        any_ = true;
        attributes_.clear();
        // Five pointers an attribute: its name, prefix and namespace, where its value begins and
        // ends.
        for (int i = 0; i < count; ++i, attributes += 5) {
            attributes_.push_back({view_of(attributes[1]), view_of(attributes[0]),
                                   view_of(attributes[3], attributes[4] - attributes[3])});
        }
        guard([&] { handler_.start(name, attributes_); });
    }
    void end() {
        --open_;
        guard([&] { handler_.end(); });
    }
    void text(std::string_view text) {
        guard([&] { handler_.text(text); });
    }
    void error(const xmlError& error) {
        if (error.code == XML_ERR_DOCUMENT_END) more_ = true;
        if (error.level == XML_ERR_FATAL) ill_formed_ = true;
        if (what_.empty() && error.message != nullptr && error.level >= XML_ERR_ERROR) {
            // The message may quote the document.
            what_ = fmt::format("line {}: {}", error.line, printable(trimmed(error.message)));
        }
    }

    XmlEnd finish() const {
        if (thrown_) std::rethrow_exception(thrown_);
        if (!any_) {
            throw Error(ErrorCode::bad_input,
                        what_.empty() ? "not XML" : fmt::format("not XML: {}", what_),
                        "look at the file: it may be an error message that was saved");
        }
        if (open_ > 0) return XmlEnd::cut_off;
        if (more_) return XmlEnd::more;
        return ill_formed_ ? XmlEnd::ill_formed : XmlEnd::whole;
    }

  private:
    template <class Call>
    void guard(Call call) noexcept {
        if (thrown_) return;
        try {
            call();
        } catch (...) {
            thrown_ = std::current_exception();
            xmlStopParser(context_);
        }
    }

    xmlParserCtxtPtr context_;
    XmlHandler& handler_;
    std::vector<XmlAttribute> attributes_;
    std::exception_ptr thrown_;
    std::string what_;  // the first error
    int open_ = 0;
    bool any_ = false;
    bool more_ = false;
    bool ill_formed_ = false;
};

Events& events(void* context) {
    return *static_cast<Events*>(context);
}

// Whatever is not set is not done: without these functions entities are neither noted nor found,
// and nothing outside of the document is looked for.
xmlSAXHandler event_handler() {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* context, const xmlChar* local, const xmlChar* prefix,
                            const xmlChar* space, int, const xmlChar**, int count, int defaulted,
                            const xmlChar** attributes) {
        // Those that a DTD gives come last.
        events(context).start({view_of(space), view_of(prefix), view_of(local)}, attributes,
                              count - defaulted);
    };
    sax.endElementNs = [](void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
        events(context).end();
    };
    sax.characters = [](void* context, const xmlChar* text, int length) {
        events(context).text(view_of(text, length));
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.serror = [](void* context, xmlErrorPtr error) { events(context).error(*error); };
    return sax;
}

}  // namespace

std::string_view attribute_value(std::span<const XmlAttribute> attributes, std::string_view prefix,
                                 std::string_view local) {
    for (const XmlAttribute& each : attributes) {
        if (each.prefix == prefix && each.local == local) return each.value;
    }
    return {};
}

XmlEnd read_xml_events(const std::string& xml, XmlHandler& handler) {
    if (xml.size() > INT_MAX) {
        throw Error(ErrorCode::bad_input, "more than 2 GB of XML", "divide the file");
    }
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(),
                                                                               xmlFreeParserCtxt);
    if (context == nullptr) throw std::bad_alloc();
    Events receiver(context.get(), handler);
    *context->sax = event_handler();
    context->userData = &receiver;
    // The text is UTF-8, whatever its declaration says.
    const xmlDocPtr document =
        xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                          XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
    if (document != nullptr) xmlFreeDoc(document);
    return receiver.finish();
}

}  // namespace vigyapti
