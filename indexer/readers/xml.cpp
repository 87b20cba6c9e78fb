#include "indexer/readers/xml.hpp"

#include <fmt/core.h>

#include <optional>
#include <string>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "common/text/declared_charset.hpp"
#include "indexer/readers/feed.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/xml_document.hpp"
#include "indexer/readers/xml_events.hpp"
#include "indexer/readers/xml_source.hpp"

namespace vigyapti {
namespace {

bool is_page_root(const XmlName& name) {
    return lowered(name.local) == "html";
}

// Passes the events on to what the root element asks for.
class RootHandler : public XmlHandler {
  public:
    RootHandler(const Input& input, std::string_view charset, DraftSink& sink)
        : feed_(input, charset, sink) {}

    void start(const XmlName& name, std::span<const XmlAttribute> attributes) override {
        if (root_.empty()) {
            root_ = name.local;
            if (is_feed_root(name)) {
                chosen_ = &feed_;
            } else if (!is_page_root(name)) {
                chosen_ = &document_;
            }
        }
        if (chosen_ != nullptr) chosen_->start(name, attributes);
    }
    void end() override {
        if (chosen_ != nullptr) chosen_->end();
    }
    void text(std::string_view text) override {
        if (chosen_ != nullptr) chosen_->text(text);
    }

    const std::string& root() const { return root_; }
    bool is_feed() const { return chosen_ == &feed_; }
    bool is_page() const { return chosen_ == nullptr; }
    FeedHandler& feed() { return feed_; }
    DocumentHandler& document() { return document_; }

  private:
    std::string root_;
    XmlHandler* chosen_ = nullptr;
    FeedHandler feed_;
    DocumentHandler document_;
};

void finish_document(Draft draft, std::string_view charset, DraftSink& sink) {
    draft.charset = charset;
    if (draft.empty()) throw Error(ErrorCode::bad_input, "no text in it");
    sink.add(std::move(draft));
}

void read(const Input& input, DraftSink& sink, bool feeds_only) {
    const std::string_view declared =
        input.charset.empty() ? declared_in_markup(input.bytes) : input.charset;
    const DecodedText decoded = decode_text(input.bytes, declared);
    const std::string charset = decoded.description();
    RootHandler handler(input, charset, sink);
    const XmlEnd end = read_xml_events(plain_xml(decoded.text()), handler);
    if (feeds_only && !handler.is_feed()) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("no feed: its root element is <{}>", handler.root()),
                    "look at the file: it may be an error page that was saved");
    }
    if (handler.is_page()) return read_html(input, sink);
    if (handler.is_feed()) {
        const std::size_t items = handler.feed().finish();
        if (items == 0 && end == XmlEnd::whole) sink.nothing("no items in the feed");
        if (items == 0 && end == XmlEnd::ill_formed)
            sink.problem(0, "an ill-formed feed in which no items are found");
    } else {
        finish_document(handler.document().take(), charset, sink);
    }
    if (end == XmlEnd::cut_off) sink.problem(0, "cut off: elements are open at the end");
    if (end == XmlEnd::more) sink.problem(0, "what stands behind the root element was not read");
}

}  // namespace

void read_feed(const Input& input, DraftSink& sink) {
    read(input, sink, true);
}

void read_xml(const Input& input, DraftSink& sink) {
    read(input, sink, false);
}

}  // namespace vigyapti
