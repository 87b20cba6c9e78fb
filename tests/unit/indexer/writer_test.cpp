#include "indexer/writer.hpp"

#include <doctest/doctest.h>

#include <string>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

struct Shard {
    test::TemporaryFolder folder;
    std::filesystem::path path;

    Shard() {
        create_index(folder.path() / "index", 1);
        path = local_shards(folder.path() / "index").front();
    }

    // "id=text" of each release, by document number.
    std::string content() const {
        const Xapian::Database database(path.string());
        std::string out;
        for (auto each = database.postlist_begin(""); each != database.postlist_end(""); ++each) {
            const Release release = decode_release(database.get_document(*each).get_data());
            if (!out.empty()) out += ' ';
            out += release.id + "=" + release.blocks.front().text;
        }
        return out;
    }
};

BuiltDocument built(const std::string& id, const std::string& text) {
    Analyser analyser;
    Release release;
    release.id = id;
    release.blocks = {{BlockKind::body, text}};
    return build_document(release, analyser, 1000);
}

std::string counts(const Report& report) {
    return std::to_string(report.indexed) + "/" + std::to_string(report.updated) + "/" +
           std::to_string(report.unchanged);
}

}  // namespace

TEST_CASE("new releases are added, the same are left and changed ones replaced") {
    const Shard shard;
    Report report;
    {
        ShardWriter writer(shard.path, report);
        writer.write(built("a", "एक"));
        writer.write(built("b", "दो"));
        writer.commit();
    }
    CHECK(counts(report) == "2/0/0");
    CHECK(shard.content() == "a=एक b=दो");
    {
        ShardWriter writer(shard.path, report);
        writer.write(built("b", "दो"));
        writer.write(built("a", "तीन"));
        writer.write(built("c", "चार"));
        writer.commit();
    }
    CHECK(counts(report) == "3/1/1");
    CHECK(shard.content() == "a=तीन b=दो c=चार");
}

TEST_CASE("of releases with one id in one run the last is kept") {
    const Shard shard;
    Report report;
    ShardWriter writer(shard.path, report);
    writer.write(built("a", "एक"));
    writer.write(built("a", "दो"));
    writer.write(built("a", "दो"));
    writer.write(built("b", "तीन"));
    writer.commit();
    CHECK(counts(report) == "2/1/1");
    CHECK(shard.content() == "a=दो b=तीन");
}

TEST_CASE("what was written is seen only when it is committed") {
    const Shard shard;
    Report report;
    ShardWriter writer(shard.path, report);
    writer.write(built("a", "एक"));
    CHECK(shard.content().empty());
    writer.commit();
    CHECK(shard.content() == "a=एक");
}

TEST_CASE("long ids with a common beginning are different releases") {
    const Shard shard;
    Report report;
    const std::string beginning(3000, 'x');
    ShardWriter writer(shard.path, report);
    writer.write(built(beginning + "1", "एक"));
    writer.write(built(beginning + "2", "दो"));
    writer.commit();
    writer.write(built(beginning + "2", "तीन"));
    writer.commit();
    CHECK(counts(report) == "2/1/0");
    CHECK(shard.content() == beginning + "1=एक " + beginning + "2=तीन");
}

TEST_CASE("an id is not taken for the beginning of another") {
    const Shard shard;
    Report report;
    ShardWriter writer(shard.path, report);
    writer.write(built("ab", "एक"));
    writer.commit();
    writer.write(built("a", "दो"));
    writer.write(built("abc", "तीन"));
    writer.write(built("AB", "चार"));
    writer.commit();
    CHECK(counts(report) == "4/0/0");
}

TEST_CASE("a replaced release is no longer found by its old words") {
    const Shard shard;
    Report report;
    ShardWriter writer(shard.path, report);
    writer.write(built("a", "Chabahar"));
    writer.commit();
    writer.write(built("a", "Karachi"));
    writer.commit();
    const Xapian::Database database(shard.path.string());
    CHECK(database.get_termfreq("chabahar") == 0);
    CHECK(database.get_termfreq("karachi") == 1);
    CHECK(database.get_doccount() == 1);
}

TEST_CASE("a shard has one writer at a time and must be a shard of ours") {
    const Shard shard;
    Report report;
    {
        const ShardWriter writer(shard.path, report);
        CHECK_THROWS_AS(ShardWriter(shard.path, report), Xapian::DatabaseLockError);
    }
    CHECK_NOTHROW(ShardWriter(shard.path, report));

    const auto foreign = shard.folder.path() / "foreign";
    { const Xapian::WritableDatabase other(foreign.string(), Xapian::DB_CREATE); }
    CHECK_THROWS_AS(ShardWriter(foreign, report), Error);
    CHECK_THROWS_AS(ShardWriter(shard.folder.path() / "missing", report),
                    Xapian::DatabaseOpeningError);
}

}  // namespace vigyapti
