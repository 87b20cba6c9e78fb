// Tables of data, and tables that lay out a page.
#pragma once

#include "indexer/readers/html/tree.hpp"

namespace vigyapti::html {

// Whether the rows of `table` are records: it has header cells or a caption, or several rows of
// several short cells, and no table within. After the rules by which browsers tell assistive
// programs (Firefox's IsProbablyLayoutTable).
bool is_data_table(const Tree& tree, NodeId table);

}  // namespace vigyapti::html
