// The parsed query. A tree of values: cheap to build, to print and to compare in tests.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/index/schema.hpp"
#include "common/text/date.hpp"

namespace vigyapti {

enum class NodeKind : std::uint8_t {
    word,         // text: a run of characters, one or more words
    phrase,       // text: words in this order
    exact,        // text: these very forms; several words are a phrase
    prefix,       // text: the beginning of a word
    near,         // children (words) at most `distance` words apart
    filter,       // text: value of a boolean field
    date,         // dates
    bag,          // children with their occurrence: the implicit list of words
    conjunction,  // children joined by AND
    disjunction,  // children joined by OR
    difference,   // the first child NOT the others
};

enum class Occurrence : std::uint8_t { ranked, required, excluded };

struct Node {
    NodeKind kind = NodeKind::bag;
    Occurrence occurrence = Occurrence::ranked;  // in the bag that holds the node
    std::optional<FieldId> field;  // where to look; nothing: wherever words are ranked
    std::string text;
    DateRange dates;
    unsigned distance = 0;
    std::vector<Node> children;

    bool operator==(const Node&) const = default;
};

struct ParsedQuery {
    Node root;                         // a bag
    std::vector<std::string> notices;  // what was not taken as written, a sentence each
};

// One line in prefix notation, for --explain and tests: (bag रूस +title:पाकिस्तान (or a b)).
std::string to_string(const Node& node);

// The same for people: a line a node, children indented, each line with an end.
std::string to_tree(const Node& node);

// A query that parse_query reads as the same tree, for `node` a root that was read without notices.
std::string to_query(const Node& root);

}  // namespace vigyapti
