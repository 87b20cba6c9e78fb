#include "indexer/writer.hpp"

#include <doctest/doctest.h>

#include <string>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t never_full = 1'000'000'000;

Xapian::Document built(const std::string& id, const std::string& text) {
    Analyser analyser(canonical_key);
    Release release;
    release.id = id;
    release.blocks = {{BlockKind::body, text}};
    return build_document(release, analyser, 1000).document;
}

// A shard with the releases a, b and c as documents 1, 2 and 3.
struct Shard {
    test::TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "shard";

    Shard() {
        Xapian::WritableDatabase database = create_shard(path);
        for (const char* id : {"a", "b", "c"})
            database.add_document(built(id, "old"));
        database.commit();
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

}  // namespace

TEST_CASE("releases are replaced and removed in their places") {
    const Shard shard;
    ShardWriter writer(shard.path, never_full);
    writer.replace(1, {0, 1, 0}, built("a", "नया"), 10);
    writer.remove(2);
    writer.finish();
    CHECK(shard.content() == "a=नया c=old");
}

TEST_CASE("of releases for one place the last of the input is kept, in whatever order they come") {
    struct Order {
        InputPlace first;
        InputPlace second;
        std::string_view kept;
    };
    const std::vector<Order> cases{{{0, 1, 0}, {0, 2, 0}, "second"},
                                   {{0, 2, 0}, {0, 1, 0}, "first"},
                                   {{1, 1, 0}, {0, 9, 0}, "first"},
                                   {{0, 9, 3}, {1, 1, 0}, "second"}};
    for (const Order& each : cases) {
        CAPTURE(each.kept);
        const Shard shard;
        ShardWriter writer(shard.path, never_full);
        writer.replace(2, each.first, built("b", "first"), 10);
        writer.replace(2, each.second, built("b", "second"), 10);
        writer.finish();
        CHECK(shard.content() == "a=old b=" + std::string(each.kept) + " c=old");
    }
}

TEST_CASE("what was written is seen only when it is finished") {
    const Shard shard;
    {
        ShardWriter writer(shard.path, never_full);
        writer.replace(1, {0, 1, 0}, built("a", "new"), 10);
        CHECK(shard.content() == "a=old b=old c=old");
    }
    // A writer that is given up before may leave a release, but a whole one.
    const std::string content = shard.content();
    CHECK((content == "a=old b=old c=old" || content == "a=new b=old c=old"));
    ShardWriter writer(shard.path, never_full);
    writer.replace(1, {0, 1, 0}, built("a", "newer"), 10);
    writer.finish();
    CHECK(shard.content() == "a=newer b=old c=old");
}

TEST_CASE("a replaced release is no longer found by its old words") {
    const Shard shard;
    ShardWriter writer(shard.path, never_full);
    writer.replace(1, {0, 1, 0}, built("a", "Karachi"), 10);
    writer.finish();
    const Xapian::Database database(shard.path.string());
    CHECK(database.get_termfreq("old") == 2);
    CHECK(database.get_termfreq("karachi") == 1);
    CHECK(database.get_doccount() == 3);
}

TEST_CASE("a writer is full after so many bytes, and goes on to its end") {
    const Shard shard;
    {
        ShardWriter writer(shard.path, 100);
        for (unsigned i = 1; i <= 20; ++i)
            writer.replace(1, {0, i, 0}, built("a", "text " + std::to_string(i)), 50);
        // What does not fit into a queue of 100 bytes has been written, which is more than 100.
        CHECK(writer.is_full());
        writer.finish();
    }
    CHECK(shard.content() == "a=text 20 b=old c=old");
    ShardWriter writer(shard.path, never_full);
    writer.replace(1, {0, 1, 0}, built("a", "text"), 50);
    writer.finish();
    CHECK_FALSE(writer.is_full());
}

TEST_CASE("what the shard's thread met is thrown to who feeds it") {
    const Shard shard;
    ShardWriter writer(shard.path, never_full);
    writer.remove(99);
    CHECK_THROWS_AS(writer.finish(), Xapian::DocNotFoundError);
    CHECK(shard.content() == "a=old b=old c=old");
}

TEST_CASE("more removals than one commit holds are all carried out") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "shard";
    constexpr Xapian::docid count = 10'500;
    {
        Xapian::WritableDatabase database = create_shard(path);
        for (Xapian::docid i = 0; i < count; ++i)
            database.add_document({});
        database.commit();
    }
    ShardWriter writer(path, never_full);
    for (Xapian::docid i = 1; i < count; ++i)
        writer.remove(i);
    writer.finish();
    CHECK(Xapian::Database(path.string()).get_doccount() == 1);
}

TEST_CASE("a shard has one writer at a time and must be a shard of ours") {
    const Shard shard;
    {
        const ShardWriter writer(shard.path, never_full);
        CHECK_THROWS_AS(ShardWriter(shard.path, never_full), Xapian::DatabaseLockError);
    }
    CHECK_NOTHROW(ShardWriter(shard.path, never_full));

    const auto foreign = shard.folder.path() / "foreign";
    { const Xapian::WritableDatabase other(foreign.string(), Xapian::DB_CREATE); }
    CHECK_THROWS_AS(ShardWriter(foreign, never_full), Error);
    CHECK_THROWS_AS(ShardWriter(shard.folder.path() / "missing", never_full),
                    Xapian::DatabaseOpeningError);
}

}  // namespace vigyapti
