// Rebuilding beside the index in use.
#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "common/base/error.hpp"
#include "common/index/vocabulary.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::records;

std::string rebuild(IndexedFolder& folder) {
    folder.options.rebuild = true;
    const std::string counts = folder.run();
    folder.options.rebuild = false;
    return counts;
}

// What a rebuild says when it is not put into use; empty when it is.
std::string refusal(IndexedFolder& folder) {
    const auto before = folder.generation();
    const std::string texts = folder.texts();
    try {
        rebuild(folder);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_input);
        CHECK(error.hint().find("--allow-mass-delete") != std::string::npos);
        CHECK(folder.generation().folder == before.folder);
        CHECK(folder.texts() == texts);
        folder.options.rebuild = false;
        return error.what();
    }
    CHECK(folder.generation().folder != before.folder);
    return {};
}

}  // namespace

TEST_CASE("a rebuild reads everything and goes into a generation of its own") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 20));
    folder.write("b.jsonl", test::record("s", "old words"));
    folder.run();
    folder.write("b.jsonl", test::record("s", "new"));
    const auto before = folder.generation().folder;
    CHECK(rebuild(folder) == "21/0/0/0/0");
    CHECK(folder.generation().folder != before);
    CHECK(folder.generation().shards.size() == 1);
    CHECK(folder.releases().size() == 21);
    // Words that no release has any more are gone from the vocabulary.
    const auto vocabulary = Vocabulary::open(folder.generation().folder / vocabulary_name);
    CHECK(vocabulary->count_forms("new") == 1);
    CHECK(vocabulary->count_forms("old") == 0);
    // The next run finds nothing to do, and removes the old generation.
    CHECK(folder.run() == "0/0/21/0/0");
    CHECK_FALSE(std::filesystem::exists(before));
}

TEST_CASE("a rebuild without an index is a first run") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 5));
    CHECK(rebuild(folder) == "5/0/0/0/0");
    CHECK(folder.run() == "0/0/5/0/0");
}

TEST_CASE("a rebuild that would lose more than the limit is not put into use") {
    struct Loss {
        int left;
        unsigned percent;
        bool refused;
    };
    for (const Loss& each : {Loss{18, 10, false}, Loss{17, 10, true}, Loss{19, 0, true},
                             Loss{20, 0, false}, Loss{1, 100, false}}) {
        CAPTURE(each.left);
        IndexedFolder folder;
        folder.options.max_delete_percent = each.percent;
        folder.write("a.jsonl", records("r", 20));
        folder.run();
        folder.write("a.jsonl", records("r", each.left));
        const std::string said = refusal(folder);
        CHECK(said.empty() != each.refused);
        if (!each.refused) continue;
        CHECK(said.ends_with("; the old one stays in use"));
        folder.options.allow_mass_delete = true;
        CHECK(refusal(folder).empty());
        CHECK(folder.releases().size() == static_cast<std::size_t>(each.left));
    }
}

TEST_CASE("new releases do not make up for those that a root loses") {
    IndexedFolder folder;
    folder.write("one/a.jsonl", records("a", 10));
    folder.write("two/b.jsonl", records("b", 100));
    folder.options.paths = {{folder.input("one").string(), ""}, {folder.input("two").string(), ""}};
    folder.run();
    folder.write("one/a.jsonl", records("c", 10));
    folder.write("two/new.jsonl", records("d", 100));
    CHECK(refusal(folder).starts_with(folder.input("one").string() +
                                      ": the new index would lack 10 of its 10 releases"));
    // They may be in another root.
    folder.write("two/new.jsonl", records("a", 10));
    CHECK(refusal(folder).empty());
}

TEST_CASE("a rebuild that does not name a root of the index is refused for its releases") {
    IndexedFolder folder;
    folder.write("one/a.jsonl", records("a", 10));
    folder.write("two/b.jsonl", records("b", 10));
    folder.run();
    folder.options.paths = {{folder.input("two").string(), ""}};
    CHECK(refusal(folder) ==
          "the new index would hold 10 releases, the old one holds 20; the old one stays in use");
}

TEST_CASE("a rebuild in rounds shows nothing before its end and is the same") {
    IndexedFolder folder;
    folder.options.commit_bytes = 1;
    folder.options.memory = 1'000'000;
    for (int file = 0; file < 8; ++file)
        folder.write(fmt::format("{}.jsonl", file), records(fmt::format("r{}-", file), 300));
    CHECK(folder.run() == "2400/0/0/0/0");
    const std::string texts = folder.texts();
    CHECK(rebuild(folder) == "2400/0/0/0/0");
    CHECK((folder.texts() == texts));
    CHECK(folder.run() == "0/0/2400/0/0");
}

TEST_CASE("an index that is damaged can be rebuilt") {
    IndexedFolder folder;
    folder.write("a.jsonl", records("r", 20));
    folder.run();
    std::filesystem::remove_all(folder.generation().shards.front());
    CHECK(rebuild(folder) == "20/0/0/0/0");
    CHECK(folder.releases().size() == 20);
}

}  // namespace vigyapti
