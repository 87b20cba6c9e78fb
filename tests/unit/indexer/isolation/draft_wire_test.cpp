#include "indexer/isolation/draft_wire.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

class Received : public DraftSink {
  public:
    void add(Draft draft, std::string name) override {
        drafts.push_back(std::move(draft));
        names.push_back(std::move(name));
    }
    void problem(std::uint64_t line, const std::string& what) override {
        problems.push_back(std::to_string(line) + ": " + what);
    }
    void nothing(const std::string& why) override { reasons.push_back(why); }

    std::vector<Draft> drafts;
    std::vector<std::string> names;
    std::vector<std::string> problems;
    std::vector<std::string> reasons;
};

Draft full_draft() {
    Draft draft;
    draft.charset = "UTF-8";
    draft.begins_with_title = true;
    draft.add(ReleaseField::id, Origin::record, "1");
    draft.add(ReleaseField::country, Origin::script, "IN");
    draft.add(PartKind::body, "विदेश मंत्री रूस गए।", "Kruti Dev 010");
    draft.parts.push_back({PartKind::body, " (Russia)", "", true});
    draft.add(PartKind::boilerplate, std::string(100'000, 'x'));
    return draft;
}

// "none" when the bytes are taken.
std::string refusal(std::string_view bytes) {
    Received received;
    FrameReader frames(received);
    try {
        frames.take(bytes);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        return error.what();
    }
    return "none";
}

}  // namespace

TEST_CASE("what is sent arrives, however the pipe cuts it") {
    const std::string sent = draft_frame(full_draft(), "a.zip/b.txt") +
                             problem_frame(7, "not valid") + draft_frame({}, "") +
                             nothing_frame("no items") + end_frame();
    for (const std::size_t size : {1UL, 7UL, 4096UL, sent.size()}) {
        CAPTURE(size);
        Received received;
        FrameReader frames(received);
        for (std::size_t at = 0; at < sent.size(); at += size) {
            CHECK_FALSE(frames.ended());
            frames.take(std::string_view(sent).substr(at, size));
        }
        CHECK(frames.ended());
        REQUIRE(received.drafts.size() == 2);
        CHECK(received.drafts[0].fields == full_draft().fields);
        CHECK(received.drafts[0].parts == full_draft().parts);
        CHECK(received.drafts[0].charset == "UTF-8");
        CHECK(received.drafts[0].begins_with_title);
        CHECK(received.drafts[1].empty());
        CHECK(received.names == std::vector<std::string>{"a.zip/b.txt", ""});
        CHECK(received.problems == std::vector<std::string>{"7: not valid"});
        CHECK(received.reasons == std::vector<std::string>{"no items"});
    }
}

TEST_CASE("a refusal is thrown with its text and its hint") {
    Received received;
    FrameReader frames(received);
    try {
        frames.take(refusal_frame("a scanned PDF\x1B[31m", "run OCR"));
        FAIL("not refused");
    } catch (const Error& error) {
        // Nothing of it drives a terminal.
        CHECK(std::string(error.what()) == "a scanned PDF?[31m");
        CHECK(error.hint() == "run OCR");
    }
}

TEST_CASE("bytes that no honest reader sends are refused") {
    const std::string broken = "its reader went wrong and sent what is no release";
    const auto frame = [](char kind, const std::string& payload) {
        std::string out(1, kind);
        for (unsigned i = 0; i < 8; ++i)
            out += static_cast<char>(payload.size() >> 8 * i & 0xFFU);
        return out + payload;
    };
    CHECK(refusal(frame('x', "")) == broken);
    CHECK(refusal(frame('d', "")) == broken);
    CHECK(refusal(frame('d', "\x7F")) == broken);          // longer than the frame
    CHECK(refusal(frame('p', "\x01\x01\xE0")) == broken);  // not UTF-8
    CHECK(refusal(frame('p', std::string("\1\1\0", 3))) == broken);
    CHECK(refusal(end_frame() + end_frame()) == broken);
    CHECK(refusal("d" + std::string(7, '\0') + "\x01") == broken);  // announces 2^56 bytes
    std::string valid = draft_frame(full_draft(), "n");
    CHECK(refusal(valid) == "none");
    // Each byte of the front wrong in turn: taken or refused, never more.
    for (std::size_t at = 9; at < 60; ++at) {
        std::string changed = valid;
        for (int value = 0; value < 256; ++value) {
            changed[at] = static_cast<char>(value);
            refusal(changed);
        }
    }
}

TEST_CASE("a frame that does not end is waited for") {
    Received received;
    FrameReader frames(received);
    const std::string sent = draft_frame(full_draft(), "n");
    frames.take(std::string_view(sent).substr(0, sent.size() - 1));
    CHECK(received.drafts.empty());
    frames.take(std::string_view(sent).substr(sent.size() - 1));
    CHECK(received.drafts.size() == 1);
}

}  // namespace vigyapti
