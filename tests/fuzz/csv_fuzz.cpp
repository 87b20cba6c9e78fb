// Any bytes may be called a table.
#include "indexer/readers/csv.hpp"
#include "tests/fuzz/read_any.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    read_any(read_csv, text, "table.csv");
}

}  // namespace vigyapti
