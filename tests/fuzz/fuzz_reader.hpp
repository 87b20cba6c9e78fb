// What every reader of a format promises for any bytes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/reader.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace vigyapti {

class DemandingSink : public DraftSink {
  public:
    void add(Draft draft, std::string name) override {
        demand(is_text(name), "the name is text");
        demand(!draft.empty(), "there is something to find it by");
        for (const FoundValue& found : draft.fields)
            demand(is_text(found.value), "a field is text");
        for (const Part& part : draft.parts)
            demand(is_text(part.text) && !part.text.empty(), "a part is text");
        settle_release(std::move(draft), {name, {}});
    }
    void problem(std::uint64_t, const std::string& what) override {
        demand(!what.empty() && what.find('\n') == what.npos, "a problem is one line");
    }
    void nothing(const std::string& why) override { problem(0, why); }

  private:
    static bool is_text(std::string_view text) {
        return !find_malformed_utf8(text) && text.find('\0') == text.npos;
    }
};

// Reads `bytes` as a file called `name`; what it is refused with must be a reason. `read`: as a
// ReadFunction.
template <class Read>
void fuzz_reader(Read read, std::string_view bytes, std::string_view name) {
    const PaddedBytes padded{std::string(bytes)};
    DemandingSink sink;
    try {
        read(Input{padded.text(), name}, sink);
    } catch (const Error& error) {
        demand(error.code() == ErrorCode::bad_input, "refused as bad input");
        sink.problem(0, error.what());
    }
}

}  // namespace vigyapti
