#include "indexer/known_releases.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "indexer/build_document.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

struct Shards {
    test::TemporaryFolder folder;
    std::vector<std::filesystem::path> paths;

    struct Entry {
        std::string id;
        std::uint32_t file = 0;
    };

    void add(const std::vector<Entry>& entries) {
        paths.push_back(folder.path() / std::to_string(paths.size()));
        Xapian::WritableDatabase database = create_shard(paths.back());
        Analyser analyser;
        for (const Entry& entry : entries) {
            Release release;
            release.id = entry.id;
            release.title = "Quay Xfoo xf12";
            BuiltDocument built = build_document(release, analyser, 1000);
            if (entry.file != 0) built.document.add_boolean_term(file_term(entry.file));
            database.add_document(built.document);
        }
        database.commit();
    }
};

std::string ids(const std::vector<KnownRelease>& releases) {
    std::string out;
    for (const KnownRelease& release : releases)
        out += (out.empty() ? "" : " ") + release.id_term;
    return out;
}

}  // namespace

TEST_CASE("a release is found by its id in any shard, with the file that it came from") {
    Shards shards;
    shards.add({{"a", 1}, {"b", 12}});
    shards.add({});
    shards.add({{"c", 0}});
    KnownReleases known(shards.paths);
    CHECK_FALSE(known.empty());
    const auto b = known.find("Qb");
    REQUIRE(b.has_value());
    CHECK(b->shard == 0);
    CHECK(b->document == 2);
    CHECK(b->id_term == "Qb");
    CHECK(b->file == 12);
    CHECK(b->content_hash.size() == 16);
    const auto c = known.find("Qc");
    REQUIRE(c.has_value());
    CHECK(c->shard == 2);
    CHECK(c->document == 1);
    CHECK(c->file == 0);
    CHECK(c->content_hash != b->content_hash);
    CHECK_FALSE(known.find("Qd").has_value());
}

TEST_CASE("an id is not taken for the beginning of another") {
    const std::string beginning(3000, 'x');
    Shards shards;
    shards.add({{"ab", 1}, {"AB", 1}, {beginning + "1", 1}, {beginning + "2", 1}});
    KnownReleases known(shards.paths);
    for (const std::string id : {"a", "abc", "Ab", "", "b"})
        CHECK_FALSE(known.find(id_term(id)).has_value());
    CHECK(known.find(id_term("AB"))->document == 2);
    CHECK(known.find(id_term(beginning + "1"))->document == 3);
    CHECK(known.find(id_term(beginning + "2"))->document == 4);
    CHECK_FALSE(known.find(id_term(beginning)).has_value());
}

TEST_CASE("the releases of a file are those with its whole number, from all shards") {
    Shards shards;
    shards.add({{"a", 1}, {"b", 11}, {"c", 1}, {"d", 0}});
    shards.add({{"e", 1}, {"f", 111}});
    KnownReleases known(shards.paths);
    CHECK(ids(known.of_file(1)) == "Qa Qc Qe");
    CHECK(ids(known.of_file(11)) == "Qb");
    CHECK(ids(known.of_file(111)) == "Qf");
    CHECK(ids(known.of_file(2)).empty());
    CHECK(ids(known.of_file(0)).empty());
}

TEST_CASE("an index without releases knows none") {
    Shards shards;
    KnownReleases none(shards.paths);
    CHECK(none.empty());
    CHECK_FALSE(none.find("Qa").has_value());
    CHECK(none.of_file(1).empty());
    shards.add({});
    CHECK(KnownReleases(shards.paths).empty());
    shards.add({{"a", 1}});
    CHECK_FALSE(KnownReleases(shards.paths).empty());
    CHECK_THROWS_AS(KnownReleases({shards.folder.path() / "missing"}),
                    Xapian::DatabaseOpeningError);
}

}  // namespace vigyapti
