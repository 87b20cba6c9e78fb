// What is demanded of a reader of any format, whatever it reads.
#pragma once

#include <string>
#include <string_view>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "indexer/reader.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {

class DemandingSink : public DraftSink {
  public:
    void add(Draft draft, std::string name) override {
        demand(!draft.empty(), "a draft holds something");
        check(name);
        for (const FoundValue& found : draft.fields)
            check(found.value);
        for (const Part& part : draft.parts)
            check(part.text);
    }
    void problem(std::uint64_t, const std::string& what) override {
        demand(!what.empty(), "a problem is named");
        demand(what.find('\n') == what.npos, "a problem is one line");
    }

  private:
    static void check(std::string_view text) {
        demand(!find_malformed_utf8(text), "all text is valid UTF-8");
        demand(text.find('\0') == text.npos, "no text holds NUL");
    }
};

// Reads `bytes` as a file called `name`; what it is refused with must be a reason.
template <class Read>
void demand_of_reader(Read read, std::string_view bytes, std::string_view name) {
    const PaddedBytes padded{std::string(bytes)};
    DemandingSink sink;
    try {
        read(Input{padded.text(), name}, sink);
    } catch (const Error& error) {
        demand(error.code() == ErrorCode::bad_input, "what cannot be read is bad input");
        sink.problem(0, error.what());
    }
}

}  // namespace vigyapti
