// What holds of any reader, whatever bytes it is given.
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
        for (const FoundValue& found : draft.fields)
            demand_text(found.value);
        for (const Part& part : draft.parts)
            demand_text(part.text);
        demand(!draft.empty(), "a release can be found by something");
        settle_release(std::move(draft), {name, {}});
    }
    void problem(std::uint64_t, const std::string& what) override {
        demand(!what.empty() && what.find('\n') == what.npos, "a problem is one line");
    }

  private:
    static void demand_text(std::string_view text) {
        demand(!find_malformed_utf8(text), "valid UTF-8");
        demand(text.find('\0') == text.npos, "no NUL");
    }
};

// Reads `bytes`, which may be refused.
inline void read_any(ReadFunction read, std::string_view bytes, std::string_view name) {
    const PaddedBytes padded{std::string(bytes)};
    DemandingSink sink;
    try {
        read({padded.text(), name}, sink);
    } catch (const Error& error) {
        demand(error.code() == ErrorCode::bad_input, "refused as bad input");
    }
}

}  // namespace vigyapti
