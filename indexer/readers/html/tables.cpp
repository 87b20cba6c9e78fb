#include "indexer/readers/html/tables.hpp"

#include <algorithm>

namespace vigyapti::html {
namespace {

// Bytes of a cell beyond which it is a column of running text: some 400 English letters, 150 Hindi.
constexpr std::size_t longest_cell = 450;

struct Shape {
    std::size_t rows_of_many = 0;  // rows of at least two cells
    std::size_t cells = 0;         // in the last row
    std::size_t cell_size = 0;     // of the last cell
    std::size_t longest = 0;
    std::size_t structured = 0;  // headings, lists and the like in cells
    bool headed = false;
    bool nested = false;
};

void look_at(const Tree& tree, NodeId node, Shape& shape) {
    switch (tree[node].tag) {
        case Tag::table:
        case Tag::form:
        case Tag::article:
            shape.nested = true;
            break;
        case Tag::tr:
            shape.cells = 0;
            break;
        case Tag::th:
            shape.headed = true;
            [[fallthrough]];
        case Tag::td:
            shape.rows_of_many += ++shape.cells == 2 ? 1U : 0U;
            shape.cell_size = 0;
            break;
        case Tag::text:
            shape.cell_size += tree[node].count;
            shape.longest = std::max(shape.longest, shape.cell_size);
            break;
        case Tag::caption:
            shape.headed = true;
            break;
        case Tag::h1:
        case Tag::h2:
        case Tag::h3:
        case Tag::section:
        case Tag::nav:
            ++shape.structured;
            break;
        default:
            break;
    }
}

}  // namespace

bool is_data_table(const Tree& tree, NodeId table) {
    const std::string_view role = tree.attribute(table, AttributeName::role);
    if (role == "presentation" || role == "none") return false;
    Shape shape;
    for (NodeId node = table + 1; node < tree[table].end && !shape.nested; ++node)
        look_at(tree, node, shape);
    if (shape.nested || shape.structured > 0) return false;
    if (shape.headed) return shape.longest <= 4 * longest_cell;
    return shape.rows_of_many >= 2 && shape.longest <= longest_cell;
}

}  // namespace vigyapti::html
