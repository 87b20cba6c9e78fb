// Any bytes may be called a web archive.
#include <string_view>

#include "indexer/readers/warc.hpp"
#include "tests/fuzz/read_any.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    read_any(read_warc, text, "a.warc");
}

}  // namespace vigyapti
