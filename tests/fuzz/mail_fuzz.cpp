// Any bytes may be called a mail.
#include <string_view>

#include "indexer/readers/mail.hpp"
#include "tests/fuzz/read_any.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    read_any(read_mail, text, "a.eml");
}

}  // namespace vigyapti
