#include "indexer/readers/feed_text.hpp"

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/html_fragment.hpp"

namespace vigyapti {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
}

}  // namespace

FeedText::FeedText(std::span<const XmlAttribute> attributes)
    : type_(lowered(attribute_value(attributes, "", "type"))) {
    binary_ = attribute_value(attributes, "", "mode") == "base64" ||
              (type_.find('/') != type_.npos && !type_.starts_with("text/") &&
               type_.find("xml") == type_.npos);
}

void FeedText::add_text(std::string_view text) {
    text_ += text;
    if (has_markup_) append_escaped(markup_, text);
}

void FeedText::start_element(std::string_view name, std::span<const XmlAttribute> attributes) {
    if (!has_markup_) append_escaped(markup_, text_);
    has_markup_ = true;
    open_.emplace_back(name);
    markup_ += '<';
    markup_ += name;
    for (const XmlAttribute& each : attributes) {
        if (!each.prefix.empty()) continue;
        markup_ += ' ';
        markup_ += each.local;
        markup_ += "=\"";
        append_escaped(markup_, each.value);
        markup_ += '"';
    }
    markup_ += '>';
}

void FeedText::end_element() {
    if (open_.empty()) return;
    const std::string& name = open_.back();
    // HTML has no end tag for these.
    if (name != "br" && name != "img" && name != "hr") {
        markup_ += "</";
        markup_ += name;
        markup_ += '>';
    }
    open_.pop_back();
}

bool FeedText::empty() const {
    return binary_ || plain().empty();
}

std::string_view FeedText::plain() const {
    return trimmed(text_);
}

bool FeedText::is_html() const {
    if (has_markup_ || type_.find("html") != type_.npos) return true;
    // RSS does not say; Atom's default is "text", which many that write HTML leave standing.
    return type_.empty() && looks_like_html(text_);
}

std::string FeedText::line() const {
    if (binary_) return {};
    return is_html() ? html_to_line(has_markup_ ? markup_ : text_) : std::string(plain());
}

void FeedText::add_to(Draft& draft) const {
    if (binary_) return;
    if (is_html()) {
        add_html_text(has_markup_ ? markup_ : text_, draft);
    } else {
        draft.add(PartKind::body, std::string(plain()));
    }
}

}  // namespace vigyapti
