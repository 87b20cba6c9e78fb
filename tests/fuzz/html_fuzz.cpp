// Any bytes may be a page: it is read or refused with Error, and what is read is valid UTF-8
// without NULs, in parts that are not empty, and a title of at most one heading.
#include <string>
#include <string_view>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/html.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {
namespace {

void check_text(std::string_view text) {
    demand(!find_malformed_utf8(text), "valid UTF-8");
    demand(text.find('\0') == text.npos, "without NULs");
    demand(!text.empty(), "not empty");
}

class CheckedDrafts : public DraftSink {
  public:
    void add(Draft draft, std::string) override {
        demand(++count_ == 1, "a page is one release");
        bool text = false;
        for (const Part& part : draft.parts) {
            check_text(part.text);
            text = text || part.kind != PartKind::boilerplate;
        }
        demand(text, "a page that is read has a text");
        for (const FoundValue& found : draft.fields)
            check_text(found.value);
    }
    void problem(std::uint64_t, const std::string&) override { demand(false, "no records"); }

  private:
    int count_ = 0;
};

}  // namespace

void fuzz(std::string_view text) {
    const PaddedBytes bytes{std::string(text)};
    CheckedDrafts drafts;
    Input input{bytes.text(), "page.html"};
    input.url = "https://example.org/press/1";
    try {
        read_html(input, drafts);
    } catch (const Error& error) {
        demand(error.code() == ErrorCode::bad_input, "refused as bad input");
    }
    if (find_malformed_utf8(text)) return;
    Draft draft;
    add_html_text(text, draft);
    for (const Part& part : draft.parts)
        check_text(part.text);
}

}  // namespace vigyapti
