// Any bytes may be a Word document or an OpenDocument text, zipped or flat, or the XML in one.
#include "indexer/readers/docx.hpp"

#include "indexer/readers/odt.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_docx, text, "a.docx");
    fuzz_reader(read_odt, text, "a.odt");
}

}  // namespace vigyapti
