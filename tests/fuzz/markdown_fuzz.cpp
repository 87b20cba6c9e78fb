// Any bytes may be called Markdown.
#include "indexer/readers/markdown.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_markdown, text, "text.md");
}

}  // namespace vigyapti
