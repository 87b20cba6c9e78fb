// Any bytes may be called a mail.
#include <string_view>

#include "indexer/readers/mail.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    fuzz_reader(read_mail, text, "a.eml");
}

}  // namespace vigyapti
