// What a reader yields, as drafts and as the releases that the rules make of them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/base/error.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {

class CollectedReleases : public DraftSink {
  public:
    explicit CollectedReleases(std::string name) : name_(std::move(name)) {}

    void add(Draft draft, std::string name) override {
        drafts.push_back(draft);
        if (name.empty()) name = name_;
        releases.push_back(settle_release(std::move(draft), {name, {}}).release);
    }
    void problem(std::uint64_t line, const std::string& what) override {
        CHECK(what.find('\n') == std::string::npos);
        problems.push_back(std::to_string(line) + ": " + what);
    }
    void nothing(const std::string& why) override {
        CHECK(why.find('\n') == std::string::npos);
        reasons.push_back(why);
    }

    std::vector<Draft> drafts;
    std::vector<Release> releases;
    std::vector<std::string> problems;
    std::vector<std::string> reasons;  // why there are no releases

  private:
    std::string name_;
};

// What `read` finds in `text`, which is followed in memory by `padding`, such as would go on with
// it.
inline CollectedReleases collect(ReadFunction read, std::string_view text, std::string name,
                                 char padding = '#', std::uint64_t first_line = 1) {
    std::string padded(text);
    padded.append(reader_padding, padding);
    CollectedReleases collected(name);
    read({std::string_view(padded).substr(0, text.size()), name, first_line}, collected);
    return collected;
}

// The only release in `text`.
inline Release read_one(ReadFunction read, std::string_view text, std::string name) {
    CollectedReleases collected = collect(read, text, std::move(name));
    REQUIRE(collected.problems.empty());
    REQUIRE(collected.releases.size() == 1);
    return std::move(collected.releases.front());
}

// The parts of the only draft in `text` as "kind:text", line ends as '/', bars between them.
inline std::string parts_in(ReadFunction read, std::string_view text, std::string name) {
    const CollectedReleases collected = collect(read, text, std::move(name));
    REQUIRE(collected.drafts.size() == 1);
    const std::vector<std::string> kinds{"body", "title", "caption", "credit", "boilerplate"};
    std::string out;
    for (const Part& each : collected.drafts[0].parts) {
        out += (out.empty() ? "" : "|") + kinds[static_cast<std::size_t>(each.kind)] + ':';
        for (const char c : each.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

// What a file that cannot be read is refused with; "none" when it is read.
inline std::string refusal_of(ReadFunction read, std::string_view text, std::string name) {
    try {
        collect(read, text, std::move(name));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        return error.what();
    }
    return "none";
}

}  // namespace vigyapti
