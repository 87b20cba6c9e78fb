#include "indexer/collect_forms.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

std::filesystem::path make_shard(const std::filesystem::path& path,
                                 const std::vector<Release>& releases) {
    Xapian::WritableDatabase shard = create_shard(path);
    Analyser analyser(canonical_key);
    for (const Release& release : releases)
        shard.add_document(build_document(release, analyser, 1000).document);
    shard.commit();
    return path;
}

}  // namespace

TEST_CASE("an analyser notes each form with its key") {
    Forms forms;
    Analyser analyser(canonical_key);
    note_forms(analyser, forms);
    analyser.for_each_word("Contracts, contract; CONTRACTS signed in 2023",
                           [](const Token&, const Term&) {});
    CHECK(forms == Forms{{"2023", "2023"},
                         {"contract", "contract"},
                         {"contracts", "contract"},
                         {"in", "in"},
                         {"signed", "sign"}});
}

TEST_CASE("the words of all fields of all shards are collected") {
    const test::TemporaryFolder folder;
    Release first;
    first.id = "Identifier";
    first.title = "Titles";
    first.source = "Offices";
    first.url = "https://example.org/address";
    first.blocks = {{BlockKind::body, "bodies"},
                    {BlockKind::caption, "captions"},
                    {BlockKind::credit, "© credits"}};
    Release second;
    second.id = "2";
    second.blocks = {{BlockKind::body, "रूस bodies"}};
    const std::vector<std::filesystem::path> shards{make_shard(folder.path() / "one", {first}),
                                                    make_shard(folder.path() / "two", {}),
                                                    make_shard(folder.path() / "three", {second})};
    const Forms forms = collect_forms(shards);
    std::vector<std::string> found;
    for (const auto& [form, key] : forms)
        found.push_back(form);
    CHECK(found ==
          std::vector<std::string>{".rUs", "bodies", "captions", "credits", "offices", "titles"});
    CHECK(forms.at(".rUs") == ".rus");
    CHECK(collect_forms({}).empty());
}

TEST_CASE("the words collected are those that the run put into the vocabulary") {
    test::IndexedFolder folder;
    folder.options.threads = 2;
    folder.write("a.jsonl", test::records("r", 50, "Prime Minister's visits, 2023; ऊर्जा सहयोग के"));
    folder.write("b.txt", "Title: शीर्षक\nSource: विदेश मंत्रालय\n\nPhotographs\n© Agencies\n\nपाठ।\n");
    folder.run();
    const Generation generation = folder.generation();
    const auto vocabulary = Vocabulary::open(generation.folder / vocabulary_name);
    REQUIRE(vocabulary.has_value());
    const Forms forms = collect_forms(generation.shards);
    CHECK(forms.size() > 15);
    CHECK(forms == vocabulary->all_forms());
}

TEST_CASE("a release that cannot be read is an error") {
    const test::TemporaryFolder folder;
    {
        Xapian::WritableDatabase shard = create_shard(folder.path() / "shard");
        Xapian::Document document;
        document.set_data("garbage");
        shard.add_document(document);
        shard.commit();
    }
    try {
        collect_forms(std::vector{folder.path() / "shard"});
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::corrupt);
    }
}

}  // namespace vigyapti
