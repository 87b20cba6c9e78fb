#include "indexer/readers/html_fragment.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

constexpr std::array<std::string_view, 8> inline_elements{"a", "b",     "em",   "font",
                                                          "i", "small", "span", "strong"};
constexpr std::array<std::string_view, 6> more_inline{"abbr", "mark", "q", "sub", "sup", "u"};
constexpr std::array<std::string_view, 4> without_text{"script", "style", "template", "noscript"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// Gathers what libxml2 finds in the fragment.
class FragmentText {
  public:
    explicit FragmentText(Draft& draft) : draft_(draft) {}

    void start(std::string_view name, const xmlChar** attributes) {
        if (is_one_of(without_text, name)) ++silent_;
        if (name == "figcaption") flush(PartKind::body);
        if (name == "img") add_image(attributes);
        break_line(name);
    }
    void end(std::string_view name) {
        if (is_one_of(without_text, name) && silent_ > 0) --silent_;
        if (name == "figcaption") flush(PartKind::caption);
        break_line(name);
    }
    void characters(std::string_view text) {
        if (silent_ > 0) return;
        // White space is one space, as a browser shows it.
        for (const char c : text) {
            const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!white) {
                text_ += c;
            } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
                text_ += ' ';
            }
        }
    }
    void finish() { flush(PartKind::body); }

  private:
    void break_line(std::string_view name) {
        if (is_one_of(inline_elements, name) || is_one_of(more_inline, name)) return;
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    }
    void add_image(const xmlChar** attributes) {
        for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
            if (view_of(attributes[0]) != "alt") continue;
            const std::string_view text = trimmed(view_of(attributes[1]));
            if (text.empty()) return;
            flush(PartKind::body);
            draft_.add(PartKind::caption, std::string(text));
        }
    }
    void flush(PartKind kind) {
        draft_.add(kind, std::string(trimmed(text_)));
        text_.clear();
    }

    Draft& draft_;
    std::string text_;
    int silent_ = 0;
};

FragmentText& gatherer(void* context) {
    return *static_cast<FragmentText*>(context);
}

htmlSAXHandler fragment_handler() {
    htmlSAXHandler handler{};
    handler.startElement = [](void* context, const xmlChar* name, const xmlChar** attributes) {
        gatherer(context).start(view_of(name), attributes);
    };
    handler.endElement = [](void* context, const xmlChar* name) {
        gatherer(context).end(view_of(name));
    };
    handler.characters = [](void* context, const xmlChar* text, int length) {
        gatherer(context).characters(view_of(text).substr(0, static_cast<std::size_t>(length)));
    };
    handler.ignorableWhitespace = handler.characters;
    return handler;
}

}  // namespace

bool looks_like_html(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        if (text[i] == '<' && (is_letter(text[i + 1]) || text[i + 1] == '/')) {
            if (text.find('>', i) != text.npos) return true;
            return false;
        }
        if (text[i] != '&') continue;
        std::size_t end = i + 1;
        while (end < text.size() && end < i + 10 &&
               (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#'))
            ++end;
        if (end > i + 2 && end < text.size() && text[end] == ';') return true;
    }
    return false;
}

std::string html_to_line(std::string_view html) {
    Draft draft;
    add_html(html, draft);
    std::string line;
    for (const Part& part : draft.parts) {
        if (part.kind == PartKind::caption) continue;
        if (!line.empty()) line += ' ';
        line += part.text;
    }
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

void add_html(std::string_view html, Draft& draft) {
    if (trimmed(html).empty() || html.size() > INT_MAX) return;
    htmlSAXHandler handler = fragment_handler();
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (context == nullptr) throw std::bad_alloc();
    FragmentText text(draft);
    *context->sax = handler;
    context->userData = &text;
    const htmlDocPtr document = htmlCtxtReadMemory(
        context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
            HTML_PARSE_IGNORE_ENC);
    if (document != nullptr) xmlFreeDoc(document);
    text.finish();
}

}  // namespace vigyapti
