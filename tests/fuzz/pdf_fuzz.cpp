// Any bytes may be a PDF file: what is read of it is UTF-8 without control characters, and what is
// not is refused with one line. poppler itself is what is tried here.
#include "indexer/readers/pdf.hpp"

#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_pdf, text, "a.pdf");
}

}  // namespace vigyapti
