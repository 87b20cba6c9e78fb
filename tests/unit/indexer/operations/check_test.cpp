#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/lock.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/known_releases.hpp"
#include "indexer/operations/operations.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;
using test::IndexedFolder;
using test::record;

struct Checked {
    std::string answer;
    ErrorCode code = ErrorCode::usage;  // of the error, where there is one
    std::string error;
    std::uint64_t problems = 0;
};

Checked check(const IndexOptions& options) {
    Checked checked;
    Report report;
    try {
        checked.answer = check_index(options, report);
    } catch (const Error& error) {
        checked.code = error.code();
        checked.error = error.what();
    }
    checked.problems = report.failed;
    return checked;
}

// An index of r1, r2 and b.txt.
void fill(IndexedFolder& folder) {
    folder.write("a.jsonl", record("r1", "one") + record("r2", "two"));
    folder.write("b.txt", "Text.");
    folder.run();
}

// Changes the release with this id behind the back of the state.
void change(const IndexedFolder& folder, const std::string& id,
            const std::function<void(Xapian::Document&)>& work) {
    KnownReleases known(folder.generation().shards);
    const auto release = known.find(id_term(id));
    REQUIRE(release.has_value());
    Xapian::WritableDatabase shard = open_shard(folder.generation().shards.at(release->shard));
    Xapian::Document document = shard.get_document(release->document);
    work(document);
    shard.replace_document(release->document, document);
    shard.commit();
}

void damage_file(const fs::path& path) {
    std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
    REQUIRE(stream.is_open());
    stream.seekp(0);
    stream << std::string(64, '\xFF');
}

}  // namespace

TEST_CASE("of a sound index the check says how much it holds") {
    IndexedFolder folder;
    fill(folder);
    const Checked checked = check(folder.options);
    CHECK(checked.answer ==
          folder.options.index.string() + ": all sound (releases: 3, shards: 1)\n");
    CHECK(checked.problems == 0);
    folder.write("c.jsonl", record("s", "three"));
    folder.run();
    CHECK(check(folder.options).answer.ends_with("(releases: 4, shards: 2)\n"));
    folder.options.allow_mass_delete = true;
    for (const char* name : {"a.jsonl", "b.txt", "c.jsonl"})
        fs::remove(folder.input(name));
    folder.run();
    CHECK(check(folder.options).answer.ends_with(": all sound (releases: 0, shards: 2)\n"));
    create_index(folder.options.index / "fresh", 1);
    folder.options.index /= "fresh";
    CHECK(check(folder.options).answer.ends_with(": all sound (releases: 0, shards: 1)\n"));
}

TEST_CASE("each kind of damage is found, counted and called corruption") {
    struct Damage {
        std::string name;
        std::function<void(IndexedFolder&)> make;
        std::uint64_t problems;
    };
    const std::vector<Damage> cases{
        {"an id twice",
         [](auto& folder) {
             const fs::path shard = folder.generation().shards.front();
             Xapian::WritableDatabase database = open_shard(shard);
             database.add_document(database.get_document(1));
             database.commit();
         },
         1},
        {"a hash of something else",
         [](auto& folder) {
             change(folder, "r2", [](Xapian::Document& document) {
                 document.add_value(field(FieldId::content_hash).slot, std::string(16, 'x'));
             });
         },
         1},
        {"data that is no release",
         [](auto& folder) {
             change(folder, "r2", [](Xapian::Document& document) { document.set_data("?"); });
         },
         1},
        {"an id that leads nowhere",
         [](auto& folder) {
             change(folder, "r2", [](Xapian::Document& document) { document.remove_term("Qr2"); });
         },
         1},
        {"a file that the state does not know",
         [](auto& folder) {
             change(folder, "r2",
                    [](Xapian::Document& document) { document.add_boolean_term(file_term(77)); });
         },
         1},
        {"a word that the vocabulary does not know",
         [](auto& folder) {
             write_vocabulary(folder.generation().folder / vocabulary_name, {{"one", "one"}});
         },
         1},
        {"no vocabulary",
         [](auto& folder) { fs::remove(folder.generation().folder / vocabulary_name); }, 1},
        {"no state", [](auto& folder) { fs::remove_all(folder.generation().folder / state_name); },
         1},
        // Neither the shard nor what hangs on it can be looked at.
        {"a shard that is none",
         [](auto& folder) { damage_file(folder.generation().shards.front() / "iamglass"); }, 1},
        {"a shard that is gone",
         [](auto& folder) { fs::remove_all(folder.generation().shards.front()); }, 1},
    };
    for (const Damage& each : cases) {
        CAPTURE(each.name);
        IndexedFolder folder;
        fill(folder);
        each.make(folder);
        const Checked checked = check(folder.options);
        CHECK(checked.answer.empty());
        CHECK(checked.code == ErrorCode::corrupt);
        CHECK(checked.problems == each.problems);
        CHECK(checked.error ==
              fmt::format("{}: {} problems", folder.options.index.string(), each.problems));
    }
}

TEST_CASE("the check goes on after a problem") {
    IndexedFolder folder;
    fill(folder);
    for (const char* id : {"r1", "r2"})
        change(folder, id, [](Xapian::Document& document) { document.set_data("?"); });
    fs::remove(folder.generation().folder / vocabulary_name);
    damage_file(folder.generation().folder / state_name / "iamglass");
    // The state is met twice: as a database and as what it says.
    CHECK(check(folder.options).problems == 5);
}

TEST_CASE("without an index there is nothing to check, and nothing is made") {
    const IndexedFolder folder;
    CHECK(check(folder.options).code == ErrorCode::not_found);
    CHECK_FALSE(fs::exists(folder.options.index));
}

TEST_CASE("an index that another run writes is not checked") {
    IndexedFolder folder;
    fill(folder);
    const IndexLock lock(folder.options.index);
    CHECK(check(folder.options).code == ErrorCode::locked);
}

TEST_CASE("a check that waited for a rebuild looks at the new index") {
    IndexedFolder folder;
    fill(folder);
    const Generation old = folder.generation();
    folder.options.wait = 600;
    Checked checked;
    std::thread checking;
    {
        const IndexLock lock(folder.options.index);
        checking = std::thread([&] { checked = check(folder.options); });
        // It may look at the index before it waits.
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        create_index(folder.options.index, 2);
        remove_leftovers(folder.options.index);
        CHECK_FALSE(fs::exists(old.folder));
    }
    checking.join();
    CHECK(checked.error.empty());
    CHECK(checked.answer.ends_with("(releases: 0, shards: 2)\n"));
}

}  // namespace vigyapti
