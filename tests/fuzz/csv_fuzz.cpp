// Any bytes may be called a table.
#include "indexer/readers/csv.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_csv, text, "table.csv");
}

}  // namespace vigyapti
