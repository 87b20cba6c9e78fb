// A page as a tree of elements and texts, in one array in the order of the page. It is built from
// the events of libxml2's HTML parser. Debian's other parser, gumbo, follows HTML5's own algorithm,
// but reads 20 MB of ministries' pages a second of CPU where libxml2 reads 40 into a tree of its
// own and 90 as events, and 30 are wanted for all that is done here. On those pages the text comes
// out the same from both, letter by letter; on misnested markup they part about where an element
// ends, seldom about the order of the text, which is what is read here. What HTML5 knows beyond
// libxml2 (references, the depth of elements) is seen to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/elements.hpp"

namespace vigyapti::html {

using NodeId = std::uint32_t;

struct HtmlNode {
    Tag tag = Tag::other;
    NodeId parent = 0;
    NodeId end = 0;  // behind its last descendant: the tree is in preorder
    // Text: where in the tree's characters. Element: its attributes.
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

class Tree {
  public:
    // Node 0 is the page; it has no tag of its own.
    const HtmlNode& operator[](NodeId node) const { return nodes_[node]; }
    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    // The characters of a text, as they stand in the page with references resolved; valid UTF-8.
    std::string_view text(NodeId node) const;
    // Empty when the element has none.
    std::string_view attribute(NodeId node, AttributeName name) const;
    bool has_attribute(NodeId node, AttributeName name) const;
    // All text below `node`, white space collapsed: for titles and the like.
    std::string text_below(NodeId node) const;
    // The address in the browser's comment "saved from url=", or empty.
    std::string_view saved_from() const { return saved_from_; }

  private:
    friend class TreeBuilder;

    struct Attribute {
        AttributeName name;
        std::uint32_t begin;
        std::uint32_t size;
    };

    std::vector<HtmlNode> nodes_;
    std::vector<Attribute> attributes_;
    std::string characters_;
    std::string saved_from_;
};

// The tree of a page in valid UTF-8 without a byte order mark. Elements more than 400 deep are
// read as if those around them had ended before them. Throws Error(bad_input) for a page of more
// than a gigabyte.
Tree parse_page(std::string_view page);

}  // namespace vigyapti::html
