#include "indexer/reader.hpp"

#include <doctest/doctest.h>

#include <new>
#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

Reader reader_that(ReadFunction read) {
    return {"broken", {}, FileShape::one_release, Isolation::none, read};
}

}  // namespace

TEST_CASE("a reader that goes wrong is a refusal of its file, what it found before is kept") {
    const Reader reader = reader_that([](const Input& input, DraftSink& sink) {
        Draft draft;
        draft.add(PartKind::body, "Text.");
        sink.add(std::move(draft), "first");
        static_cast<void>(std::string(input.bytes).at(1000));
    });
    CollectedReleases collected("a.txt");
    std::string refusal;
    try {
        read_guarded(reader, {"bytes", "a.txt"}, collected);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        refusal = error.what();
    }
    CHECK(refusal.starts_with("its reader went wrong: "));
    CHECK(collected.drafts.size() == 1);
}

TEST_CASE("what is no fault of the reader's passes it") {
    const Reader refusing = reader_that(
        [](const Input&, DraftSink&) { throw Error(ErrorCode::io, "the disk is full"); });
    const Reader short_of_memory =
        reader_that([](const Input&, DraftSink&) { throw std::bad_alloc(); });
    CollectedReleases collected("a.txt");
    CHECK_THROWS_WITH_AS(read_guarded(refusing, {"", "a"}, collected), "the disk is full", Error);
    CHECK_THROWS_AS(read_guarded(short_of_memory, {"", "a"}, collected), std::bad_alloc);
}

}  // namespace vigyapti
