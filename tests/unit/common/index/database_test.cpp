#include "common/index/database.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/schema.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

// What the error that `work` throws says of its kind; none when it throws none.
template <typename Work>
std::optional<Error> error_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

template <typename Work>
bool fails_with(ErrorCode code, Work&& work) {
    const auto error = error_of(work);
    return error && error->code() == code;
}

std::vector<std::string> names(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder))
        out.push_back(entry.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
}

void add_release(const fs::path& shard, const std::string& id) {
    Xapian::WritableDatabase database = open_shard(shard);
    Xapian::Document document;
    document.add_boolean_term(id_term(id));
    database.replace_document(id_term(id), document);
    database.commit();
}

void set_format(const fs::path& shard, const std::string& version) {
    Xapian::WritableDatabase database(shard.string(), Xapian::DB_OPEN);
    database.set_metadata(std::string(format_key), version);
    database.commit();
}

std::string stub_of(const fs::path& directory) {
    return read_file(directory / "XAPIANDB", 1U << 20U);
}

// A generation with empty shards that is not published.
Generation new_generation(const fs::path& directory, std::size_t shards) {
    Generation generation = start_generation(directory);
    for (std::size_t i = 0; i < shards; ++i) {
        generation.shards.push_back(next_shard(generation));
        create_shard(generation.shards.back()).commit();
    }
    return generation;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a new index is an empty one with as many shards as were asked for") {
    const test::TemporaryFolder folder;
    const fs::path index = folder.path() / "deep" / "index";
    CHECK_FALSE(index_exists(index));
    create_index(index, 3);
    CHECK(index_exists(index));
    CHECK(stub_of(index) == "auto gen1/shard1\nauto gen1/shard2\nauto gen1/shard3\n");
    CHECK(names(index) == Names{"XAPIANDB", "gen1"});
    CHECK(names(index / "gen1") == Names{"shard1", "shard2", "shard3"});
    CHECK(open_index(index).get_doccount() == 0);
    const auto shards = local_shards(index);
    REQUIRE(shards.size() == 3);
    CHECK(shards[0] == index / "gen1/shard1");
    CHECK(shards[2] == index / "gen1/shard3");
}

TEST_CASE("each shard says in which format it was written") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    for (const fs::path& shard : local_shards(folder.path())) {
        const Xapian::Database database(shard.string());
        CHECK(database.get_metadata(std::string(format_key)) == format_version);
    }
}

TEST_CASE("what is written to the shards is read as one index") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    const auto shards = local_shards(folder.path());
    add_release(shards[0], "one");
    add_release(shards[1], "two");
    const Xapian::Database database = open_index(folder.path());
    CHECK(database.get_doccount() == 2);
    CHECK(database.term_exists(id_term("one")));
    CHECK(database.term_exists(id_term("two")));
    CHECK_FALSE(database.term_exists(id_term("three")));
}

TEST_CASE("without an index there is an error that says how to make one") {
    const test::TemporaryFolder folder;
    for (const fs::path& directory : {folder.path(), folder.path() / "nowhere"}) {
        CAPTURE(directory.string());
        CHECK_FALSE(index_exists(directory));
        const auto error = error_of([&] { open_index(directory); });
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::not_found);
        CHECK(std::string(error->what()).find(directory.string()) != std::string::npos);
        CHECK(error->hint().find("vigyapti-index") != std::string::npos);
        CHECK(fails_with(ErrorCode::not_found, [&] { local_shards(directory); }));
    }
}

TEST_CASE("an index whose shards are gone is an error and not an empty index") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    fs::remove_all(folder.path() / "gen1");
    CHECK(error_of([&] { open_index(folder.path()); }));
}

TEST_CASE("an index of another format is refused with a hint") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 1);
    const fs::path shard = local_shards(folder.path()).front();
    set_format(shard, "0");
    for (const auto& error :
         {error_of([&] { open_index(folder.path()); }), error_of([&] { open_shard(shard); })}) {
        REQUIRE(error);
        CHECK(error->code() == ErrorCode::version);
        CHECK(std::string(error->what()).find("format 0") != std::string::npos);
        CHECK(error->hint().find("--rebuild") != std::string::npos);
    }
}

TEST_CASE("a Xapian database of another program is refused") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 1);
    const fs::path shard = local_shards(folder.path()).front();
    set_format(shard, "");
    CHECK(fails_with(ErrorCode::version, [&] { open_index(folder.path()); }));
    CHECK(fails_with(ErrorCode::version, [&] { open_shard(shard); }));
}

TEST_CASE("one shard of another format is enough to refuse an index") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    set_format(local_shards(folder.path())[1], "0");
    CHECK(fails_with(ErrorCode::version, [&] { open_index(folder.path()); }));
}

TEST_CASE("a shard is written by one process at a time") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    const auto shards = local_shards(folder.path());
    const Xapian::WritableDatabase first = open_shard(shards[0]);
    CHECK_THROWS_AS(open_shard(shards[0]), Xapian::DatabaseLockError);
    CHECK_NOTHROW(open_shard(shards[1]));
    CHECK_NOTHROW(open_index(folder.path()));
}

TEST_CASE("a new generation is not seen before it is published") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 1);
    add_release(local_shards(folder.path()).front(), "old");
    const Generation generation = new_generation(folder.path(), 2);
    CHECK(generation.folder == folder.path() / "gen2");
    CHECK(generation.shards ==
          std::vector<fs::path>{folder.path() / "gen2/shard1", folder.path() / "gen2/shard2"});
    add_release(generation.shards[0], "new");
    CHECK(open_index(folder.path()).term_exists(id_term("old")));
    CHECK_FALSE(open_index(folder.path()).term_exists(id_term("new")));
    const Xapian::Database reader = open_index(folder.path());
    publish_generation(folder.path(), generation);
    CHECK(stub_of(folder.path()) == "auto gen2/shard1\nauto gen2/shard2\n");
    CHECK(open_index(folder.path()).term_exists(id_term("new")));
    CHECK_FALSE(open_index(folder.path()).term_exists(id_term("old")));
    // A reader that was there before goes on reading what it had.
    CHECK(reader.term_exists(id_term("old")));
    CHECK(local_shards(folder.path()) == generation.shards);
    CHECK(current_generation(folder.path()).folder == generation.folder);
}

TEST_CASE("an index is opened while generations are swapped and removed") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    add_release(local_shards(folder.path()).front(), "one");
    std::atomic<bool> stop = false;
    std::atomic<int> opened = 0;
    std::atomic<int> failed = 0;
    std::thread reader([&] {
        while (!stop) {
            const auto error = error_of([&] {
                const Xapian::Database index = open_index(folder.path());
                if (index.get_doccount() != 1) ++failed;
            });
            if (error) ++failed;
            ++opened;
        }
    });
    for (int swap = 0; swap < 20 || (opened < 20 && swap < 1000); ++swap) {
        const Generation generation = new_generation(folder.path(), 2);
        add_release(generation.shards[static_cast<std::size_t>(swap % 2)], "one");
        publish_generation(folder.path(), generation);
        remove_leftovers(folder.path());
    }
    stop = true;
    reader.join();
    CHECK(opened > 0);
    CHECK(failed == 0);
}

TEST_CASE("a shard that stays gone is an error, however often it is looked for") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    fs::remove_all(folder.path() / "gen1/shard2");
    const auto error = error_of([&] { open_index(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::corrupt);
    CHECK(error->hint().find("--rebuild") != std::string::npos);
    folder.write("gen1/shard2/iamglass", "no database");
    CHECK(error_of([&] { open_index(folder.path()); }));
}

TEST_CASE("a number is never used for two shards or two generations that are there") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    Generation generation = current_generation(folder.path());
    CHECK(next_shard(generation) == folder.path() / "gen1/shard3");
    generation.shards.erase(generation.shards.begin());
    CHECK(next_shard(generation) == folder.path() / "gen1/shard3");
    for (int number = 2; number <= 12; ++number) {
        const Generation next = new_generation(folder.path(), 1);
        CHECK(next.folder == folder.path() / ("gen" + std::to_string(number)));
        publish_generation(folder.path(), next);
    }
}

TEST_CASE("what a stopped run began and what was replaced is cleared away") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    new_generation(folder.path(), 1);
    folder.write("gen1/scratch/piece1/x", "x");
    folder.write("gen1/shard7/x", "x");
    folder.write("gen1/state/x", "x");
    folder.write("gen1/vocabulary", "x");
    folder.write("gen1/vocabulary.tmp12", "x");
    folder.write("XAPIANDB.tmp12", "x");
    folder.write("lock", "");
    remove_leftovers(folder.path());
    CHECK(names(folder.path()) == Names{"XAPIANDB", "gen1", "lock"});
    CHECK(names(folder.path() / "gen1") == Names{"shard1", "shard2", "state", "vocabulary"});
    CHECK(open_index(folder.path()).get_doccount() == 0);
}

TEST_CASE("only generations are cleared away, not what a user keeps beside them") {
    const test::TemporaryFolder folder;
    folder.write("general.txt", "minutes of the general assembly");
    folder.write("geneva/notes.txt", "notes");
    folder.write("gen", "a file");
    folder.write("gen1x/notes.txt", "notes");
    folder.write("other.txt", "text");
    create_index(folder.path(), 1);
    publish_generation(folder.path(), new_generation(folder.path(), 1));
    remove_leftovers(folder.path());
    CHECK(names(folder.path()) ==
          Names{"XAPIANDB", "gen", "gen1x", "gen2", "general.txt", "geneva", "other.txt"});
    CHECK(fs::exists(folder.path() / "geneva/notes.txt"));
}

TEST_CASE("an index cannot be made where a file is") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.write("file", "text");
    CHECK(fails_with(ErrorCode::io, [&] { create_index(file, 1); }));
    CHECK(fails_with(ErrorCode::io, [&] { create_index(file / "below", 1); }));
    CHECK(read_file(file, 100) == "text");
}

TEST_CASE("the stub may hold comments and blank lines") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 2);
    replace_file(folder.path() / "XAPIANDB", "# shards\n\nauto gen1/shard2\nauto gen1/shard1");
    const auto shards = local_shards(folder.path());
    REQUIRE(shards.size() == 2);
    CHECK(shards[0] == folder.path() / "gen1/shard2");
    CHECK(shards[1] == folder.path() / "gen1/shard1");
    CHECK(open_index(folder.path()).get_doccount() == 0);
}

TEST_CASE("a shard on another machine cannot be written from here") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 1);
    const std::string stub = "auto gen1/shard1\nremote archive.example.org:33333\n";
    replace_file(folder.path() / "XAPIANDB", stub);
    const auto error = error_of([&] { local_shards(folder.path()); });
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::configuration);
    CHECK(std::string(error->what()).find("archive.example.org:33333") != std::string::npos);
    CHECK_FALSE(error->hint().empty());
    // Nor is it forgotten by who clears away what the stub does not name.
    CHECK(fails_with(ErrorCode::configuration, [&] { remove_leftovers(folder.path()); }));
    CHECK(stub_of(folder.path()) == stub);
    CHECK(fs::exists(folder.path() / "gen1"));
}

TEST_CASE("a stub without shards is no index") {
    const test::TemporaryFolder folder;
    for (const std::string content : {"", "\n\n", "# nothing\n", "nonsense\n"}) {
        CAPTURE(content);
        replace_file(folder.path() / "XAPIANDB", content);
        CHECK(error_of([&] { local_shards(folder.path()); }));
        CHECK(error_of([&] { open_index(folder.path()); }));
    }
}

TEST_CASE("the term of a release is Q and its id") {
    CHECK(id_term("2023/10/17.txt") == "Q2023/10/17.txt");
    CHECK(id_term("") == "Q");
    CHECK(id_term("विज्ञप्ति") == "Qविज्ञप्ति");
    CHECK(boolean_term("U", "https://example.org/") == "Uhttps://example.org/");
    CHECK(boolean_term("XS", "x") == "XSx");
}

TEST_CASE("the term of a long id is short and still its own") {
    const std::string longest(200, 'x');
    CHECK(id_term(longest) == "Q" + longest);
    std::set<std::string> terms{id_term(longest)};
    const std::string thousand(1000, 'x');
    for (const std::string& id :
         {longest + "x", longest + "y", longest + "xx", thousand, thousand + "y", "y" + thousand}) {
        const std::string term = id_term(id);
        CAPTURE(term);
        CHECK(term.size() <= 245);
        CHECK(term.starts_with("Q" + id.substr(0, 100)));
        CHECK(term == id_term(id));
        terms.insert(term);
    }
    CHECK(terms.size() == 7);
}

TEST_CASE("Xapian takes the term of any id") {
    const test::TemporaryFolder folder;
    create_index(folder.path(), 1);
    const fs::path shard = local_shards(folder.path()).front();
    // Xapian counts a zero byte twice.
    for (const std::string& id :
         {std::string(200, 'x'), std::string(5000, 'x'), std::string(200, '\xFF'),
          std::string("a\0b", 3), std::string(200, '\0'), std::string(5000, '\0')}) {
        CAPTURE(id.size());
        CAPTURE(static_cast<int>(id.back()));
        CHECK_NOTHROW(add_release(shard, id));
    }
    CHECK(open_index(folder.path()).get_doccount() == 6);
}

}  // namespace vigyapti
