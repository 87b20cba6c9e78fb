#include "common/index/revision.hpp"

#include <doctest/doctest.h>

#include <set>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "tests/support/temporary_folder.hpp"

using vigyapti::test::TemporaryFolder;

namespace vigyapti {
namespace {

void add_release(const std::filesystem::path& index, const std::string& term) {
    Xapian::WritableDatabase shard = open_shard(local_shards(index).back());
    Xapian::Document document;
    document.add_term(term);
    shard.add_document(document);
    shard.commit();
}

}  // namespace

TEST_CASE("a revision stays as long as the index does, and no longer") {
    const TemporaryFolder folder;
    const auto index = folder.path() / "index";
    create_index(index, 2);
    std::set<std::string> seen{index_revision(index)};
    CHECK(seen.begin()->size() == 32);
    CHECK(index_revision(index) == *seen.begin());
    const auto is_new = [&] { return seen.insert(index_revision(index)).second; };
    add_release(index, "one");
    CHECK(is_new());
    add_release(index, "two");
    CHECK(is_new());
    CHECK_FALSE(is_new());
    const auto generation = vocabulary_path(index).parent_path();
    replace_file(vocabulary_path(index), "words");
    CHECK(is_new());
    replace_file(generation / translations_name, "translations");
    CHECK(is_new());
    replace_file(generation / translations_name, "translationt");
    CHECK(is_new());
    publish_generation(index, current_generation(index));
    CHECK(is_new());
    CHECK_FALSE(is_new());
}

TEST_CASE("an index that is partly elsewhere has no revision") {
    const TemporaryFolder folder;
    folder.write("index/XAPIANDB", "remote 127.0.0.1:9\n");
    CHECK(index_revision(folder.path() / "index").empty());
}

TEST_CASE("where there is no index there is no revision") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(index_revision(folder.path() / "none"), Error);
}

}  // namespace vigyapti
