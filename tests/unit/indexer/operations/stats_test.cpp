#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/lock.hpp"
#include "indexer/operations/operations.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;

// The lines from `heading` up to one that is not indented, or the end.
std::string section(const std::string& stats, const std::string& heading) {
    const auto begin = stats.find("\n" + heading + "\n");
    if (begin == stats.npos) return "none";
    std::string out;
    for (auto at = begin + heading.size() + 2; at < stats.size() && stats[at] == ' ';) {
        const auto end = stats.find('\n', at) + 1;
        out += stats.substr(at, end - at);
        at = end;
    }
    return out;
}

std::string figure(const std::string& stats, std::string_view name) {
    const auto begin = ("\n" + stats).find(fmt::format("\n{} ", name));
    if (begin == stats.npos) return "none";
    const auto value = stats.find_first_not_of(' ', begin + name.size());
    return stats.substr(value, stats.find('\n', value) - value);
}

std::uint64_t count_terms(const IndexedFolder& folder) {
    std::set<std::string> terms;
    for (const auto& path : local_shards(folder.options.index)) {
        const Xapian::Database shard(path.string());
        terms.insert(shard.allterms_begin(), shard.allterms_end());
    }
    return terms.size();
}

void fill(IndexedFolder& folder) {
    folder.options.paths[0].source = "विदेश मंत्रालय";
    folder.write("a.jsonl",
                 "{\"id\":\"1\",\"text\":\"पाठ\",\"date\":\"2023-10-17\"}\n"
                 "{\"id\":\"2\",\"text\":\"पाठ\",\"date\":\"2023\",\"source\":\"PIB\"}\n"
                 "{\"id\":\"3\",\"text\":\"words\",\"date\":\"2019-01\"}\n"
                 "{\"id\":\"4\",\"text\":\"पाठ\"}\n"
                 "{broken\n[]\n");
    folder.write("b.txt", "Date: 2020\n\nText.");
    folder.run();
}

}  // namespace

TEST_CASE("releases are counted by language, source and year, the years in their order") {
    IndexedFolder folder;
    fill(folder);
    const std::string stats = index_stats(folder.options);
    CHECK(figure(stats, "releases") == "5");
    CHECK(figure(stats, "files") == "2");
    CHECK(figure(stats, "failures") == "2");
    CHECK(figure(stats, "shards") == "1");
    CHECK(figure(stats, "terms") == std::to_string(count_terms(folder)));
    CHECK(section(stats, "language") ==
          "  hi          3\n"
          "  en          2\n");
    // In columns, though Devanagari has more bytes.
    CHECK(section(stats, "source") ==
          "  विदेश मंत्रालय          4\n"
          "  PIB                  1\n");
    CHECK(section(stats, "year") ==
          "  (none)          1\n"
          "  2019            1\n"
          "  2020            1\n"
          "  2023            2\n");
}

TEST_CASE("terms of several shards are counted once, and the size is that of all") {
    IndexedFolder folder;
    fill(folder);
    folder.write("c.txt", "Text of words.");
    folder.run();
    const std::string stats = index_stats(folder.options);
    CHECK(figure(stats, "shards") == "2");
    CHECK(figure(stats, "terms") == std::to_string(count_terms(folder)));
    std::uint64_t bytes = 0;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(folder.generation().folder))
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    CHECK(figure(stats, "size") == human_size(static_cast<double>(bytes)));
}

TEST_CASE("an index without a release has figures too, and can be asked while it is written") {
    const IndexedFolder folder;
    create_index(folder.options.index, 2);
    const IndexLock lock(folder.options.index);
    const std::string stats = index_stats(folder.options);
    for (const char* name : {"releases", "files", "failures", "terms"})
        CHECK(figure(stats, name) == "0");
    CHECK(figure(stats, "shards") == "2");
    for (const char* heading : {"language", "source", "year"})
        CHECK(section(stats, heading).empty());
}

TEST_CASE("without an index there are no figures") {
    const IndexedFolder folder;
    std::optional<ErrorCode> code;
    try {
        index_stats(folder.options);
    } catch (const Error& error) {
        code = error.code();
    }
    CHECK(code == ErrorCode::not_found);
}

}  // namespace vigyapti
