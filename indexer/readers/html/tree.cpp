#include "indexer/readers/html/tree.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <memory>

#include "common/base/error.hpp"
#include "indexer/readers/html/characters.hpp"

namespace vigyapti::html {
namespace {

// Browsers stop at 512. libxml2 looks through all open elements at an end tag that fits none, so
// that this bounds its time too.
constexpr std::size_t deepest = 400;
constexpr std::size_t longest_page = 1U << 30U;

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

std::string_view Tree::text(NodeId node) const {
    const HtmlNode& text = nodes_[node];
    return std::string_view(characters_).substr(text.first, text.count);
}

std::string_view Tree::attribute(NodeId node, AttributeName name) const {
    const HtmlNode& element = nodes_[node];
    if (element.tag == Tag::text) return {};
    for (std::uint32_t i = 0; i < element.count; ++i) {
        const Attribute& each = attributes_[element.first + i];
        if (each.name == name) return std::string_view(characters_).substr(each.begin, each.size);
    }
    return {};
}

bool Tree::has_attribute(NodeId node, AttributeName name) const {
    const HtmlNode& element = nodes_[node];
    if (element.tag == Tag::text) return false;
    for (std::uint32_t i = 0; i < element.count; ++i) {
        if (attributes_[element.first + i].name == name) return true;
    }
    return false;
}

std::string Tree::text_below(NodeId node) const {
    CollapsedText out;
    for (NodeId each = node; each < nodes_[node].end;) {
        const Tag tag = nodes_[each].tag;
        if (each != node && is_invisible(tag)) {
            each = nodes_[each].end;
            continue;
        }
        if (tag == Tag::text) {
            out.add(text(each));
        } else if (begins_line(tag)) {
            out.add(" ");
        }
        ++each;
    }
    return out.take();
}

// Receives libxml2's events.
class TreeBuilder {
  public:
    TreeBuilder() {
        tree_.nodes_.push_back({});
        open_.push_back(0);
    }

    Tree build(std::string_view page) {
        // Each parser copies what it is given. A page that is large and deep throughout, which none
        // is by chance, is read up to where that has taken a second or two.
        constexpr std::uint64_t most_copied = 2'000'000'000;
        for (std::uint64_t copied = 0; copied < most_copied && !page.empty();) {
            copied += page.size();
            page.remove_prefix(std::min(parse(page), page.size()));
        }
        while (!open_.empty())
            close();
        return std::move(tree_);
    }

  private:
    // Parses `page` up to where it becomes too deep; returns how far.
    std::size_t parse(std::string_view page) {
        const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
            htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())),
            htmlFreeParserCtxt);
        if (context == nullptr) return page.size();
        htmlSAXHandler events{};
        events.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
            static_cast<TreeBuilder*>(self)->start(view(name), attributes);
        };
        events.endElement = [](void* self, const xmlChar*) {
            auto& builder = *static_cast<TreeBuilder*>(self);
            if (builder.open_.size() > 1) builder.close();
        };
        events.characters = [](void* self, const xmlChar* text, int size) {
            static_cast<TreeBuilder*>(self)->characters(
                {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
        };
        events.ignorableWhitespace = events.characters;
        events.cdataBlock = events.characters;
        events.comment = [](void* self, const xmlChar* text) {
            static_cast<TreeBuilder*>(self)->comment(view(text));
        };
        *context->sax = events;
        context->userData = this;
        context->charset = XML_CHAR_ENCODING_UTF8;
        // Without RECOVER a script ends at any "</b>" that it writes.
        htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                              HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                              HTML_PARSE_IGNORE_ENC);
        context_ = context.get();
        page_ = page;
        stopped_at_ = page.size();
        htmlParseDocument(context.get());
        context_ = nullptr;
        while (open_.size() > 1)
            close();
        return stopped_at_;
    }

    void start(std::string_view name, const xmlChar** attributes) {
        const Tag tag = tag_named(name);
        // The second <body> of a page, and that of a parser that took over, is the first one.
        NodeId& known = tag == Tag::html ? html_ : tag == Tag::body ? body_ : none_;
        if (known != 0) {
            open_.push_back(known);
        } else {
            const auto node = static_cast<NodeId>(tree_.nodes_.size());
            if (tag == Tag::html || tag == Tag::body) known = node;
            tree_.nodes_.push_back({tag, open_.back(), 0, 0, 0});
            open_.push_back(node);
            add_attributes(attributes);
        }
        if (open_.size() > deepest) stop();
    }

    void add_attributes(const xmlChar** attributes) {
        HtmlNode& node = tree_.nodes_.back();
        node.first = static_cast<std::uint32_t>(tree_.attributes_.size());
        if (attributes == nullptr) return;
        for (; attributes[0] != nullptr; attributes += 2) {
            const AttributeName name = attribute_named(view(attributes[0]));
            if (name == AttributeName::other) continue;
            const std::string_view value = view(attributes[1]);
            tree_.attributes_.push_back({name, static_cast<std::uint32_t>(tree_.characters_.size()),
                                         static_cast<std::uint32_t>(value.size())});
            tree_.characters_ += value;
            ++node.count;
        }
    }

    void close() {
        tree_.nodes_[open_.back()].end = static_cast<NodeId>(tree_.nodes_.size());
        open_.pop_back();
    }

    void stop() {
        const long consumed = xmlByteConsumed(context_);
        stopped_at_ = std::max<std::size_t>(1, static_cast<std::size_t>(std::max(consumed, 0L)));
        // The event comes before the end of the tag is read.
        if (stopped_at_ < page_.size() && page_[stopped_at_] == '/') ++stopped_at_;
        if (stopped_at_ < page_.size() && page_[stopped_at_] == '>') ++stopped_at_;
        xmlStopParser(context_);
    }

    void characters(std::string_view text) {
        // Scripts are long, and only those that hold data are ever looked at.
        const Tag parent = tree_.nodes_[open_.back()].tag;
        if (parent == Tag::style || (parent == Tag::script && !holds_data(open_.back()))) return;
        HtmlNode& last = tree_.nodes_.back();
        if (last.tag == Tag::text && last.parent == open_.back() &&
            last.first + last.count == tree_.characters_.size()) {
            last.count += static_cast<std::uint32_t>(text.size());
        } else {
            const auto node = static_cast<NodeId>(tree_.nodes_.size());
            tree_.nodes_.push_back({Tag::text, open_.back(), node + 1,
                                    static_cast<std::uint32_t>(tree_.characters_.size()),
                                    static_cast<std::uint32_t>(text.size())});
        }
        tree_.characters_ += text;
    }

    bool holds_data(NodeId script) const {
        return tree_.attribute(script, AttributeName::type).find("ld+json") !=
               std::string_view::npos;
    }

    // "saved from url=(0030)https://example.org/": the number is the length of the address.
    void comment(std::string_view text) {
        constexpr std::string_view mark = "saved from url=(";
        const auto at = text.substr(0, 200).find(mark);
        if (at == text.npos || !tree_.saved_from_.empty()) return;
        text.remove_prefix(at + mark.size());
        const auto closing = text.find(')');
        if (closing == text.npos) return;
        text.remove_prefix(closing + 1);
        tree_.saved_from_ = text.substr(0, text.find_first_of(" \t\r\n"));
    }

    Tree tree_;
    std::vector<NodeId> open_;
    NodeId html_ = 0;
    NodeId body_ = 0;
    NodeId none_ = 0;
    htmlParserCtxt* context_ = nullptr;
    std::string_view page_;
    std::size_t stopped_at_ = 0;
};

Tree parse_page(std::string_view page) {
    if (page.size() > longest_page) {
        throw Error(ErrorCode::bad_input, "a page of more than a gigabyte");
    }
    const std::string tamed = without_hostile_tags(page);
    return TreeBuilder().build(tamed.empty() ? page : std::string_view(tamed));
}

}  // namespace vigyapti::html
