// Any bytes may be called a web archive.
#include <string_view>

#include "indexer/readers/warc.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_warc, text, "a.warc");
}

}  // namespace vigyapti
