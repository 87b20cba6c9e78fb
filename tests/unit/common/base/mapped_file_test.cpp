#include "common/base/mapped_file.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

ErrorCode error_of(const std::filesystem::path& path) {
    try {
        const MappedFile file(path);
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find(path.string()) != std::string::npos);
        return error.code();
    }
    return ErrorCode::usage;
}

}  // namespace

TEST_CASE("a mapped file is its bytes, also after it was moved and replaced") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("file", std::string("a\0b", 3));
    MappedFile first(path);
    CHECK(first.bytes() == std::string_view("a\0b", 3));
    MappedFile second(std::move(first));
    replace_file(path, "other");
    CHECK(second.bytes() == std::string_view("a\0b", 3));
    MappedFile third(path);
    CHECK(third.bytes() == "other");
    third = std::move(second);
    CHECK(third.bytes() == std::string_view("a\0b", 3));
}

TEST_CASE("an empty file has no bytes") {
    const test::TemporaryFolder folder;
    CHECK(MappedFile(folder.write("file", "")).bytes().empty());
}

TEST_CASE("what is not there or no file is an error that names it") {
    const test::TemporaryFolder folder;
    CHECK(error_of(folder.path() / "missing") == ErrorCode::not_found);
    folder.write("folder/file", "x");
    CHECK(error_of(folder.path() / "folder") == ErrorCode::io);
}

}  // namespace vigyapti
