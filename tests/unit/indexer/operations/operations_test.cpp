// What tests/e2e/150-operations.sh cannot reach: indexes that are whole as databases and wrong in
// what they say.
#include "indexer/operations/operations.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/known_releases.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;
using test::records;

// An index of a.jsonl (r0, r1, r2) in one shard and b.txt in another.
void fill(IndexedFolder& folder) {
    folder.write("a.jsonl", records("r", 3, "words"));
    folder.run();
    folder.write("b.txt", "Title: रूस\n\nऊर्जा");
    folder.run();
}

// The reasons of the problems that a check finds, and how many; "sound" when there are none.
std::string problems_of(const IndexedFolder& folder) {
    Report report;
    try {
        check_index(folder.options, report);
        return "sound";
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::corrupt);
        CHECK(error.hint().find("--rebuild") != std::string::npos);
    }
    const std::string json = report.to_json(folder.options.index, 0, "");
    std::string out;
    const std::string_view key = "\"reason\": \"";
    for (auto at = json.find(key); at != json.npos; at = json.find(key, at + 1)) {
        const auto begin = at + key.size();
        out += (out.empty() ? "" : "; ") + json.substr(begin, json.find('"', begin) - begin);
    }
    return out;
}

// Changes a document of the first shard.
void edit(const IndexedFolder& folder, Xapian::docid number,
          const std::function<void(Xapian::Document&)>& change) {
    Xapian::WritableDatabase shard = open_shard(folder.generation().shards.front());
    Xapian::Document document = shard.get_document(number);
    change(document);
    shard.replace_document(number, document);
    shard.commit();
}

}  // namespace

TEST_CASE("a check finds releases and words that do not agree with each other") {
    struct Flaw {
        std::string expected;
        std::function<void(IndexedFolder&)> make;
    };
    const std::vector<Flaw> flaws{
        {"sound", [](IndexedFolder&) {}},
        {"document 2 (r1): its content is not what its hash says",
         [](IndexedFolder& f) {
             edit(f, 2, [](auto& document) {
                 document.add_value(field(FieldId::content_hash).slot, "another");
             });
         }},
        {"document 2 (r1): not found by its id",
         [](IndexedFolder& f) {
             edit(f, 2, [](auto& document) { document.remove_term(id_term("r1")); });
         }},
        {"document 1 (b.txt): another release has the same id",
         [](IndexedFolder& f) {
             const Xapian::Database other(f.generation().shards.back().string());
             const Xapian::Document copy = other.get_document(1);
             edit(f, 2, [&](auto& document) { document = copy; });
         }},
        {"1 releases are of files that the state does not know",
         [](IndexedFolder& f) {
             edit(f, 3, [](auto& document) { document.add_boolean_term(file_term(77)); });
         }},
        {"it is missing",
         [](IndexedFolder& f) {
             std::filesystem::remove(f.generation().folder / vocabulary_name);
         }},
        {"it lacks 3 words",
         [](IndexedFolder& f) {
             const auto path = f.generation().folder / vocabulary_name;
             Forms forms = Vocabulary::open(path)->all_forms();
             for (const char* form : {"0", "1", "words"})
                 REQUIRE(forms.erase(form) == 1);
             write_vocabulary(path, forms);
         }},
        {"its checksum is wrong", [](IndexedFolder& f) {
             const auto path = f.generation().folder / vocabulary_name;
             std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
             // A letter of the last list's: any other may make the lists unreadable too.
             stream.seekg(static_cast<std::streamoff>(std::filesystem::file_size(path) - 1));
             const int byte = stream.peek();
             stream.seekp(stream.tellg());
             stream.put(static_cast<char>(byte ^ 1));
         }}};
    for (const Flaw& flaw : flaws) {
        CAPTURE(flaw.expected);
        IndexedFolder folder;
        fill(folder);
        flaw.make(folder);
        CHECK(problems_of(folder) == flaw.expected);
    }
}

TEST_CASE("a check says what is sound and how much it is") {
    IndexedFolder folder;
    fill(folder);
    Report report;
    CHECK(check_index(folder.options, report) ==
          folder.options.index.string() + ": all sound (releases: 4, shards: 2)\n");
    CHECK(report.failed.load() == 0);
}

TEST_CASE("words of no release leave the vocabulary when the index is compacted") {
    IndexedFolder folder;
    folder.write("a.jsonl", record("r", "former words"));
    folder.run();
    folder.write("a.jsonl", record("r", "present words"));
    folder.run();
    const auto path = folder.generation().folder / vocabulary_name;
    CHECK(Vocabulary::open(path)->count_forms("former") == 1);
    Report report;
    compact_index(folder.options, report);
    const auto vocabulary = Vocabulary::open(path);
    CHECK(vocabulary->count_forms("former") == 0);
    CHECK(vocabulary->count_forms("present") == 1);
    CHECK(problems_of(folder) == "sound");
}

TEST_CASE("the records of files count what was deleted") {
    IndexedFolder folder;
    fill(folder);
    folder.options.ids = {"r0", "r2", "r2", "b.txt", "unknown"};
    Report report;
    delete_releases(folder.options, report);
    CHECK(report.deleted.load() == 3);
    CHECK(report.failed.load() == 1);
    CHECK(folder.ids() == "r1");
    const auto files = folder.files();
    REQUIRE(files.size() == 2);
    CHECK(files[0].releases == 1);
    CHECK(files[1].releases == 0);
    CHECK(problems_of(folder) == "sound");
    // What was deleted is nothing that a guard would miss.
    folder.options.max_delete_percent = 0;
    CHECK(folder.run() == "0/0/1/0/0");
}

TEST_CASE("failures are listed by file and line, safe for a terminal") {
    IndexedFolder folder;
    CHECK_THROWS_AS(list_failed(folder.options), Error);
    fill(folder);
    CHECK(list_failed(folder.options).empty());
    folder.write("c.jsonl", record("c", "x") + "{broken\n" + record("d", "x") + "[]\n");
    folder.write("d\x1b.txt", "");
    folder.run();
    const std::string listed = list_failed(folder.options);
    const std::string root = folder.input().string();
    CHECK(listed.find(root + "/c.jsonl:2: ") == 0);
    CHECK(listed.find("\n" + root + "/c.jsonl:4: ") != std::string::npos);
    CHECK(listed.find("\n" + root + "/d?.txt: ") != std::string::npos);
    CHECK(std::count(listed.begin(), listed.end(), '\n') == 3);
    CHECK(index_stats(folder.options).find("failures  3\n") != std::string::npos);
}

TEST_CASE("an index without releases has statistics") {
    IndexedFolder folder;
    folder.write("a.jsonl", "");
    folder.run();
    const std::string stats = index_stats(folder.options);
    CHECK(stats.starts_with("releases  0\nfiles     1\nfailures  0\nterms     0\n"));
    CHECK(stats.ends_with("language\nsource\nyear\n"));
}

}  // namespace vigyapti
