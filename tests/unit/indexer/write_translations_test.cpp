#include "indexer/write_translations.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/translations_file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

class Folder {
  public:
    void write(std::string_view glossary) { replace_file(glossary_, glossary); }

    void update() {
        write_translations(folder_.path(), glossary_, folder_.path() / "none", report_);
    }

    void forget() { write_translations(folder_.path(), "", folder_.path() / "none", report_); }

    fs::path path() const { return folder_.path() / translations_name; }

    std::string find(std::string_view keys) const {
        const auto file = TranslationsFile::open(path());
        REQUIRE(file);
        const auto found = file->translations().find(keys);
        return found.empty() ? "" : found.front().keys;
    }

    const fs::path& glossary() const { return glossary_; }

  private:
    test::TemporaryFolder folder_;
    fs::path glossary_ = folder_.path() / "my.tsv";
    Report report_;
};

}  // namespace

TEST_CASE("a user's glossary is compiled, in both directions") {
    Folder folder;
    folder.write("# mine\nfoobar\tफूबार; खटपट\n");
    folder.update();
    CHECK(folder.find("foobar").starts_with("."));
    CHECK(folder.find(folder.find("foobar")) == "foobar");
}

TEST_CASE("the file is written anew only when its sources have changed") {
    Folder folder;
    folder.write("foobar\tफूबार\n");
    folder.update();
    const auto written = fs::last_write_time(folder.path()) - std::chrono::hours(1);
    fs::last_write_time(folder.path(), written);
    folder.update();
    CHECK(fs::last_write_time(folder.path()) == written);
    folder.write("foobaz\tफूबार\n");
    folder.update();
    CHECK(fs::last_write_time(folder.path()) != written);
    CHECK(folder.find("foobar") == "");
}

TEST_CASE("a damaged file is replaced, and without sources there is none") {
    Folder folder;
    folder.write("foobar\tफूबार\n");
    replace_file(folder.path(), "damaged");
    CHECK_THROWS_AS(TranslationsFile::open(folder.path()), Error);
    folder.update();
    CHECK(folder.find("foobar") != "");
    folder.forget();
    CHECK_FALSE(fs::exists(folder.path()));
    CHECK_FALSE(TranslationsFile::open(folder.path()).has_value());
}

TEST_CASE("a glossary that cannot be read is an error of the configuration") {
    Folder folder;
    try {
        folder.update();
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        CHECK_FALSE(error.hint().empty());
    }
}

}  // namespace vigyapti
