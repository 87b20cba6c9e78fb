#include "common/index/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

Xapian::WritableDatabase index_of(const std::vector<std::string>& terms) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    Xapian::Document document;
    for (const std::string& term : terms)
        document.add_term(term);
    database.add_document(document);
    return database;
}

std::vector<std::string> nearest(const std::filesystem::path& path, std::string_view key,
                                 std::size_t limit = 3) {
    const auto vocabulary = Vocabulary::open(path);
    REQUIRE(vocabulary);
    std::vector<std::string> keys;
    for (const NearKey& each : vocabulary->nearest(key, limit)) {
        CHECK(each.likeness >= least_likeness);
        CHECK(each.likeness < 1);
        keys.push_back(each.key);
    }
    return keys;
}

}  // namespace

TEST_CASE("without a vocabulary there is nothing to open") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(Vocabulary::open(folder.path() / "none"));
    // Nor in a folder that is not filled yet.
    CHECK_FALSE(Vocabulary::open(folder.path()));
}

TEST_CASE("the nearest keys are those of the same script that share the most pieces") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    update_vocabulary(index_of({".pAkiswAn", ".pAkis", ".hiMxuswAn", "pakistan", "pakist", "energi",
                                "2023", "XEpakistani", "Spakistan", "Qid"}),
                      path);
    CHECK(nearest(path, ".pAkiswan") == std::vector<std::string>{".pAkiswAn", ".pAkis"});
    CHECK(nearest(path, "pakistn") == std::vector<std::string>{"pakist", "pakistan"});
    CHECK(nearest(path, "pakistn", 1) == std::vector<std::string>{"pakist"});
    CHECK(nearest(path, "zzzz").empty());
}

TEST_CASE("a key is not its own neighbour; numbers and short words have none") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    update_vocabulary(index_of({"energi", "2023", "20231", "ab", "abc"}), path);
    CHECK(nearest(path, "energi").empty());
    CHECK(nearest(path, "20232").empty());
    CHECK(nearest(path, "ab").empty());
}

TEST_CASE("an update adds new keys and removes those that are gone") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    update_vocabulary(index_of({"kazan", "karachi"}), path);
    CHECK(nearest(path, "karachy") == std::vector<std::string>{"karachi"});
    update_vocabulary(index_of({"karachy", "kazan"}), path);
    CHECK(nearest(path, "karachi") == std::vector<std::string>{"karachy"});
    update_vocabulary(index_of({}), path);
    CHECK(nearest(path, "karachi").empty());
}

TEST_CASE("an index with shards on other machines has its vocabulary where one is here, or none") {
    const test::TemporaryFolder folder;
    folder.write("XAPIANDB", "remote 127.0.0.1:1\nauto gen3/shard1\n");
    CHECK(vocabulary_path(folder.path()) == folder.path() / "gen3" / "vocabulary");
    folder.write("XAPIANDB", "remote 127.0.0.1:1\n");
    CHECK_FALSE(Vocabulary::open(vocabulary_path(folder.path())));
}

}  // namespace vigyapti
