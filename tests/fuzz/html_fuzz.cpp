// Any bytes may be a page, and any text the HTML in a feed or a mail.
#include <string_view>
#include <utility>

#include "common/text/utf8.hpp"
#include "indexer/readers/html.hpp"
#include "tests/fuzz/fuzz_reader.hpp"

namespace vigyapti {

void fuzz(std::string_view text) {
    const auto read = [](Input input, DraftSink& sink) {
        input.url = "https://example.org/press/1";
        read_html(input, sink);
    };
    fuzz_reader(read, text, "page.html");
    if (find_malformed_utf8(text)) return;
    Draft draft;
    add_html_text(text, draft);
    DemandingSink sink;
    if (!draft.empty()) sink.add(std::move(draft), {});
}

}  // namespace vigyapti
