// Any bytes may be called a feed.
#include "indexer/readers/xml.hpp"
#include "tests/fuzz/read_any.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    read_any(read_xml, text, "feed.xml");
}

}  // namespace vigyapti
