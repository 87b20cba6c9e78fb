// Any bytes may be called Markdown.
#include "indexer/readers/markdown.hpp"
#include "tests/fuzz/read_any.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    read_any(read_markdown, text, "text.md");
}

}  // namespace vigyapti
