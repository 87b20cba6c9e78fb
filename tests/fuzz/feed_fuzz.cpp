// Any bytes may be called a feed.
#include "indexer/readers/xml.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_xml, text, "feed.xml");
}

}  // namespace vigyapti
