// Any bytes are a text, whatever they declare: what comes out is valid UTF-8 of bounded length. The
// first line is the label that is declared, the rest the text.
#include <algorithm>
#include <string_view>

#include "common/text/charset.hpp"
#include "common/text/charset_guess.hpp"
#include "common/text/declared_charset.hpp"
#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {
namespace {

void check(std::string_view bytes, std::string_view declared) {
    const DecodedText decoded = decode_text(bytes, declared);
    const std::string_view text = decoded.text();
    demand(!find_malformed_utf8(text), "valid text");
    demand(text.size() <= 3 * bytes.size(), "no more than three times as long");
    demand(decoded.replaced() <= bytes.size(), "no more errors than bytes");
    demand(find_charset(decoded.charset()) != nullptr, "the encoding has a name that is known");
    if (decoded.is_view()) {
        demand(bytes.ends_with(text) && bytes.size() - text.size() <= 3, "a view of the bytes");
        demand(decoded.charset() == "UTF-8" && decoded.replaced() == 0, "only UTF-8 is viewed");
    }
    const auto text_is_utf8 = decoded.charset() == "UTF-8";
    demand(!text_is_utf8 || decoded.origin() != CharsetOrigin::detected, "UTF-8 is not guessed");
}

// A view of `text` or nothing.
void check_label(std::string_view text, std::string_view label) {
    demand(label.empty() || text.find(label) != text.npos, "a label stands in the text");
}

}  // namespace

void fuzz(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view label = text.substr(0, end);
    const std::string_view bytes = text.substr(std::min(end + 1, text.size()));
    check(bytes, label);
    const std::string_view declared = declared_in_markup(bytes);
    check_label(bytes, declared);
    demand(declared.empty() || find_charset(declared) != nullptr, "markup declares what is known");
    check(bytes, declared);
    check_label(bytes, declared_in_content_type(bytes));
}

}  // namespace vigyapti
