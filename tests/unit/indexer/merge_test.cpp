#include "indexer/merge.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

// A shard whose documents' data are `data`.
fs::path make_shard(const fs::path& path, const std::vector<std::string>& data) {
    Xapian::WritableDatabase shard = create_shard(path);
    for (const std::string& each : data) {
        Xapian::Document document;
        document.set_data(each);
        document.add_term("word");
        shard.add_document(document);
    }
    shard.commit();
    return path;
}

// The data of all documents of shards, in order.
std::string content(const std::vector<fs::path>& shards) {
    std::string out;
    for (const fs::path& path : shards) {
        const Xapian::Database shard(path.string());
        for (auto each = shard.postlist_begin(""); each != shard.postlist_end(""); ++each)
            out += shard.get_document(*each).get_data() + " ";
    }
    return out;
}

// `count` pieces of a document each, in a folder of their own, and a generation beside it.
struct Pieces {
    test::TemporaryFolder folder;
    Generation generation{folder.path() / "gen1", {}};
    fs::path scratch = folder.path() / "scratch";
    std::vector<fs::path> paths;
    std::string expected;

    explicit Pieces(std::size_t count) {
        fs::create_directories(generation.folder);
        fs::create_directories(scratch);
        for (std::size_t i = 0; i < count; ++i) {
            paths.push_back(make_shard(scratch / std::to_string(i), {std::to_string(i)}));
            expected += std::to_string(i) + " ";
        }
    }
};

}  // namespace

TEST_CASE("shards of like size are merged when there are four") {
    struct Choice {
        std::vector<std::uint64_t> sizes;
        std::vector<std::size_t> chosen;
    };
    const std::vector<Choice> cases{
        {{}, {}},
        {{5}, {}},
        {{5, 5, 5}, {}},
        {{0, 5, 1'000, 1'999'999}, {0, 1, 2, 3}},
        {{5, 5, 5, 2'000'000}, {}},
        {{2'000'000, 3'000'000, 4'000'000, 7'999'999}, {0, 1, 2, 3}},
        {{2'000'000, 3'000'000, 4'000'000, 8'000'000}, {}},
        {{8'000'000, 31'999'999, 9'000'000, 10'000'000}, {0, 1, 2, 3}},
        // Others in between stay where they are; all of the size go, not only four.
        {{5, 1'000'000'000, 6, 3'000'000, 7, 8}, {0, 2, 4, 5}},
        {{1, 2, 3, 4, 5, 6}, {0, 1, 2, 3, 4, 5}},
        // The small ones first.
        {{3'000'000, 3'000'000, 3'000'000, 3'000'000, 1, 1, 1, 1}, {4, 5, 6, 7}},
        {{3'000'000, 3'000'000, 3'000'000, 3'000'000, 1, 1, 1}, {0, 1, 2, 3}},
        {{1'000'000'000, 1'000'000'000, 1'000'000'000, 1'000'000'000}, {0, 1, 2, 3}},
        {{1ULL << 63U, 1ULL << 63U, 1ULL << 63U, 1ULL << 63U}, {0, 1, 2, 3}}};
    for (const Choice& each : cases) {
        CAPTURE(each.sizes.size());
        CHECK(choose_merge(each.sizes) == each.chosen);
    }
}

TEST_CASE("nights of small additions leave few shards") {
    std::vector<std::uint64_t> sizes;
    for (int night = 0; night < 1000; ++night) {
        sizes.push_back(500'000);
        for (auto chosen = choose_merge(sizes); !chosen.empty(); chosen = choose_merge(sizes)) {
            std::uint64_t sum = 0;
            for (auto at = chosen.rbegin(); at != chosen.rend(); ++at) {
                sum += sizes[*at];
                sizes.erase(sizes.begin() + static_cast<std::ptrdiff_t>(*at));
            }
            sizes.push_back(sum);
        }
        REQUIRE(sizes.size() <= 20);
    }
}

TEST_CASE("merged shards are one shard with all releases in their order") {
    const test::TemporaryFolder folder;
    const std::vector<fs::path> sources{make_shard(folder.path() / "1", {"a", "b"}),
                                        make_shard(folder.path() / "2", {}),
                                        make_shard(folder.path() / "3", {"c"})};
    const fs::path merged = folder.path() / "merged";
    merge_shards(sources, merged);
    CHECK(content({merged}) == "a b c ");
    CHECK(Xapian::Database(merged.string()).get_termfreq("word") == 3);
    CHECK_NOTHROW(open_shard(merged));
    CHECK(content(sources) == "a b c ");
    CHECK_THROWS_AS(merge_shards(std::vector{folder.path() / "missing"}, folder.path() / "x"),
                    Xapian::Error);
}

TEST_CASE("a shard's bytes are those of its files") {
    const test::TemporaryFolder folder;
    fs::create_directory(folder.path() / "shard");
    CHECK(shard_bytes(folder.path() / "shard") == 0);
    folder.write("shard/a", "12345");
    folder.write("shard/b", "123");
    CHECK(shard_bytes(folder.path() / "shard") == 8);
}

TEST_CASE("pieces become as many shards as wanted, in their order, and are removed") {
    struct Division {
        std::size_t pieces;
        std::size_t wanted;
        std::size_t shards;
    };
    // More than 64 pieces a shard are merged in two steps.
    const std::vector<Division> cases{{0, 3, 0}, {1, 1, 1}, {1, 3, 1},  {2, 2, 2},
                                      {3, 2, 2}, {7, 3, 3}, {65, 1, 1}, {130, 1, 1}};
    for (const Division& each : cases) {
        for (const std::size_t threads : {1U, 3U}) {
            CAPTURE(each.pieces);
            CAPTURE(each.wanted);
            CAPTURE(threads);
            const Pieces pieces(each.pieces);
            const std::vector<fs::path> made =
                merge_pieces(pieces.paths, pieces.generation, each.wanted, threads, pieces.scratch);
            CHECK(made.size() == each.shards);
            CHECK(content(made) == pieces.expected);
            CHECK(fs::is_empty(pieces.scratch));
            for (const fs::path& shard : made) {
                CHECK(shard.parent_path() == pieces.generation.folder);
                CHECK(Xapian::Database(shard.string()).get_doccount() >=
                      each.pieces / each.shards / 2);
            }
        }
    }
}

TEST_CASE("new shards do not take the names of those that are there") {
    Pieces pieces(2);
    pieces.generation.shards = {make_shard(next_shard(pieces.generation), {"old"})};
    const std::vector<fs::path> made =
        merge_pieces(pieces.paths, pieces.generation, 2, 2, pieces.scratch);
    REQUIRE(made.size() == 2);
    CHECK(made[0] != made[1]);
    CHECK(content(pieces.generation.shards) == "old ");
    CHECK(content(made) == "0 1 ");
}

TEST_CASE("a piece that cannot be read ends the merge of all") {
    Pieces pieces(6);
    fs::remove_all(pieces.paths[4]);
    CHECK_THROWS_AS(merge_pieces(pieces.paths, pieces.generation, 3, 3, pieces.scratch),
                    std::exception);
}

}  // namespace vigyapti
