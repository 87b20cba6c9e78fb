#include "common/index/vocabulary.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// A vocabulary whose words are their own keys.
Forms words(const std::vector<std::string>& keys) {
    Forms forms;
    for (const std::string& key : keys)
        forms.emplace(key, key);
    return forms;
}

const Forms talks{{"talk", "talk"}, {"talking", "talk"}, {"talks", "talk"},
                  {"tall", "tall"}, {".rUs", ".rus"},    {".rUsI", ".rus"}};

// Words of one beginning and length are in one bucket; those that begin with t are in none.
std::string bucket_of(std::string_view form) {
    if (form.front() == 't') return {};
    return std::string(1, form.front()) + std::to_string(form.size());
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

// Asks all that can be asked. True unless the file was found to be damaged.
bool survives(const std::filesystem::path& path) {
    try {
        const auto vocabulary = Vocabulary::open(path);
        if (!vocabulary) return true;
        vocabulary->nearest("talkin", 3);
        vocabulary->count_forms("talk");
        vocabulary->forms_of("talk");
        vocabulary->keys_beginning("t", 10);
        vocabulary->forms_beginning("ta");
        vocabulary->forms_in_bucket(".4", 10);
        vocabulary->all_forms();
        return vocabulary->is_sound();
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::corrupt);
        CHECK_FALSE(error.hint().empty());
        return false;
    }
}

}  // namespace

TEST_CASE("without a vocabulary there is nothing to open") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(Vocabulary::open(folder.path() / "none"));
}

TEST_CASE("the nearest keys are those of the same script that share the most pieces") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(
        path, words({".pAkiswAn", ".pAkis", ".hiMxuswAn", "pakistan", "pakist", "energi", "2023"}));
    CHECK(nearest(path, ".pAkiswan") == std::vector<std::string>{".pAkiswAn", ".pAkis"});
    CHECK(nearest(path, "pakistn") == std::vector<std::string>{"pakist", "pakistan"});
    CHECK(nearest(path, "pakistn", 1) == std::vector<std::string>{"pakist"});
    CHECK(nearest(path, "zzzz").empty());
}

TEST_CASE("a key is not its own neighbour; numbers and short words have none") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, words({"energi", "2023", "20231", "ab", "abc"}));
    CHECK(nearest(path, "energi").empty());
    CHECK(nearest(path, "20232").empty());
    CHECK(nearest(path, "ab").empty());
    CHECK(nearest(path, "").empty());
}

TEST_CASE("forms are counted by key and found by their beginning") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, talks);
    const auto vocabulary = Vocabulary::open(path);
    REQUIRE(vocabulary);
    CHECK(vocabulary->count_forms("talk") == 3);
    CHECK(vocabulary->count_forms(".rus") == 2);
    CHECK(vocabulary->count_forms("tall") == 1);
    CHECK(vocabulary->count_forms("talks") == 0);
    CHECK(vocabulary->count_forms("") == 0);
    CHECK(vocabulary->forms_beginning("talk") ==
          Forms{{"talk", "talk"}, {"talking", "talk"}, {"talks", "talk"}});
    CHECK(vocabulary->forms_beginning(".rUsI") == Forms{{".rUsI", ".rus"}});
    CHECK(vocabulary->forms_beginning("z").empty());
    CHECK(vocabulary->all_forms() == talks);
    CHECK(vocabulary->is_sound());
}

TEST_CASE("a key leads to its forms") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, talks);
    const auto vocabulary = Vocabulary::open(path);
    using Words = std::vector<std::string>;
    CHECK(vocabulary->forms_of("talk") == Words{"talk", "talking", "talks"});
    CHECK(vocabulary->forms_of("tall") == Words{"tall"});
    CHECK(vocabulary->forms_of(".rus") == Words{".rUs", ".rUsI"});
    CHECK(vocabulary->forms_of("talks").empty());
    CHECK(vocabulary->keys_beginning("ta", 4) == Words{"talk", "tall"});
    CHECK(vocabulary->keys_beginning("ta", 3).empty());
    CHECK(vocabulary->keys_beginning(".", 4) == Words{".rus"});
}

TEST_CASE("a bucket leads to the forms that were put into it, with their keys") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    Forms forms = talks;
    forms.emplace(".rAs", ".rAs");
    write_vocabulary(path, forms, bucket_of);
    auto vocabulary = Vocabulary::open(path);
    using Found = std::vector<std::pair<std::string, std::string>>;
    CHECK(vocabulary->forms_in_bucket(".4", 10) == Found{{".rAs", ".rAs"}, {".rUs", ".rus"}});
    CHECK(vocabulary->forms_in_bucket(".4", 1) == Found{{".rAs", ".rAs"}});
    CHECK(vocabulary->forms_in_bucket(".4", 0).empty());
    CHECK(vocabulary->forms_in_bucket(".5", 10) == Found{{".rUsI", ".rus"}});
    for (const std::string none : {"", ".", ".9", "t4", "t5"})
        CHECK(vocabulary->forms_in_bucket(none, 10).empty());
    // What is added goes into its bucket, and who makes none leaves none.
    add_to_vocabulary(path, {{".rEs", ".rus"}}, bucket_of);
    vocabulary = Vocabulary::open(path);
    CHECK(vocabulary->forms_in_bucket(".4", 10) ==
          Found{{".rAs", ".rAs"}, {".rEs", ".rus"}, {".rUs", ".rus"}});
    write_vocabulary(path, forms);
    CHECK(Vocabulary::open(path)->forms_in_bucket(".4", 10).empty());
}

TEST_CASE("how alike the nearest keys must be can be told") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, words({".vixeS", ".vixAlay"}));
    const auto vocabulary = Vocabulary::open(path);
    CHECK(vocabulary->nearest(".vixS", 3).empty());
    const auto near = vocabulary->nearest(".vixS", 3, 0.4);
    REQUIRE(near.size() == 1);
    CHECK(near[0].key == ".vixeS");
    CHECK(near[0].likeness == doctest::Approx(4.0 / 9));
}

TEST_CASE("a vocabulary of another version is refused") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, talks);
    std::string content = read_file(path, 1'000'000);
    content[content.find("words 3") + 6] = '1';
    folder.write("vocabulary", content);
    CHECK_THROWS_WITH_AS(Vocabulary::open(path), "the vocabulary is damaged or of another version",
                         Error);
}

TEST_CASE("an empty vocabulary knows nothing") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, {});
    const auto vocabulary = Vocabulary::open(path);
    REQUIRE(vocabulary);
    CHECK(vocabulary->all_forms().empty());
    CHECK(vocabulary->forms_beginning("").empty());
    CHECK(vocabulary->nearest("talk", 3).empty());
    CHECK(vocabulary->is_sound());
}

TEST_CASE("words are added, and a file that has them all is left alone") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    add_to_vocabulary(path, {{"talk", "talk"}});
    add_to_vocabulary(path, talks);
    CHECK(Vocabulary::open(path)->all_forms() == talks);
    const auto before = std::filesystem::last_write_time(path);
    add_to_vocabulary(path, {{"talks", "talk"}});
    CHECK(std::filesystem::last_write_time(path) == before);
}

TEST_CASE("who has a vocabulary open keeps it when it is replaced") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, talks);
    const auto vocabulary = Vocabulary::open(path);
    write_vocabulary(path, words({"kazan"}));
    CHECK(vocabulary->all_forms() == talks);
    CHECK(Vocabulary::open(path)->all_forms() == words({"kazan"}));
}

TEST_CASE("many words are all found again") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    Forms forms;
    for (int i = 0; i < 5000; ++i) {
        const std::string key = "k" + std::string(1, static_cast<char>('a' + i % 26)) +
                                std::to_string(i * 7919 % 100'003);
        forms.emplace(key, key);
        if (i % 3 == 0) forms.emplace(key + "s", key);
    }
    write_vocabulary(path, forms);
    const auto vocabulary = Vocabulary::open(path);
    CHECK(vocabulary->all_forms() == forms);
    for (const auto& [form, key] : forms) {
        const Forms found = vocabulary->forms_beginning(form);
        REQUIRE(found.contains(form));
        REQUIRE(found.at(form) == key);
        REQUIRE(vocabulary->count_forms(key) == (forms.contains(key + "s") ? 2 : 1));
    }
}

TEST_CASE("a damaged vocabulary is an error or an answer, never a crash") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "vocabulary";
    write_vocabulary(path, talks, bucket_of);
    const std::string content = read_file(path, 1'000'000);
    for (std::size_t size = 0; size < content.size(); ++size) {
        CAPTURE(size);
        folder.write("cut", content.substr(0, size));
        CHECK_FALSE(survives(folder.path() / "cut"));
    }
    for (std::size_t at = 0; at < content.size(); ++at) {
        for (const char flip : {'\x01', '\x80', '\xFF'}) {
            CAPTURE(at);
            std::string changed = content;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            folder.write("changed", changed);
            CHECK_FALSE(survives(folder.path() / "changed"));
        }
    }
}

TEST_CASE("an index with shards on other machines has its vocabulary where one is here, or none") {
    const test::TemporaryFolder folder;
    folder.write("XAPIANDB", "remote 127.0.0.1:1\nauto gen3/shard1\n");
    CHECK(vocabulary_path(folder.path()) == folder.path() / "gen3" / "vocabulary");
    folder.write("XAPIANDB", "remote 127.0.0.1:1\n");
    CHECK_FALSE(Vocabulary::open(vocabulary_path(folder.path())));
}

}  // namespace vigyapti
