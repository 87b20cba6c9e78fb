#include "indexer/state.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

FileRecord sample(std::uint32_t number) {
    FileRecord record;
    record.number = number;
    record.path = "/srv/news/2023/a.jsonl";
    record.name = "2023/a.jsonl";
    record.format = "jsonl";
    record.source = "विदेश मंत्रालय";
    record.stamp = {12'345, 1'700'000'000'123'456'789, 42};
    record.content_hash = 0x123456789ABCDEF0;
    record.releases = 1000;
    return record;
}

std::optional<ErrorCode> error_of(const std::filesystem::path& path) {
    try {
        State::load(path);
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

void put_value(const std::filesystem::path& path, const std::string& value) {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OPEN);
    Xapian::Document document;
    document.add_value(0, value);
    database.replace_document(1, document);
    database.commit();
}

std::string value_of(const std::filesystem::path& path) {
    return Xapian::Database(path.string()).get_document(1).get_value(0);
}

}  // namespace

TEST_CASE("records come back as they were put") {
    std::vector<FileRecord> records;
    for (std::uint32_t number = 1; number <= 6; ++number)
        records.push_back(sample(number));
    records[1].name = "caf%E9.jsonl";
    records[1].path = "/srv/news/caf\xE9.jsonl";
    records[2].id_from_name = true;
    records[2].failures = {{12, "not valid JSON"}, {0, ""}, {1ULL << 40U, "रूस"}};
    records[3].shadowed = true;
    records[3].content_hash = std::numeric_limits<std::uint64_t>::max();
    records[3].stamp = {1ULL << 62U, -1, std::numeric_limits<std::uint64_t>::max()};
    records[4].recent = true;
    records[4].stamp.modified = std::numeric_limits<std::int64_t>::min();
    records[5] = {};
    records[5].number = 6;

    const test::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    State state = State::load(path);
    CHECK(state.files().empty());
    CHECK(state.highest_number() == 0);
    // In any order.
    for (const std::size_t i : {3U, 0U, 5U, 1U, 2U, 4U})
        state.put(records[i]);
    CHECK(State::load(path).files().empty());
    state.commit();
    CHECK((State::load(path).files() == records));
    CHECK(State::load(path).highest_number() == 6);
}

TEST_CASE("changes and removals leave the other records alone") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    State state = State::load(path);
    for (std::uint32_t number = 1; number <= 300; ++number)
        state.put(sample(number));
    state.commit();

    State next = State::load(path);
    FileRecord changed = sample(7);
    changed.path = "/srv/other/b.txt";
    changed.releases = 1;
    next.put(sample(301));
    FileRecord first_thought = changed;
    first_thought.releases = 5;
    next.put(first_thought);
    next.put(changed);
    next.erase(3);
    next.erase(300);
    next.erase(9999);
    next.commit();

    const std::vector<FileRecord> files = State::load(path).files();
    REQUIRE(files.size() == 299);
    for (const FileRecord& record : files) {
        CHECK((record.number != 3 && record.number != 300));
        CHECK((record == (record.number == 7 ? changed : sample(record.number))));
    }
    CHECK(State::load(path).highest_number() == 301);
}

TEST_CASE("without changes nothing is written") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    State::load(path).commit();
    CHECK_FALSE(std::filesystem::exists(path));
    State state = State::load(path);
    state.put(sample(1));
    state.commit();
    const auto written = Xapian::Database(path.string()).get_revision();
    state.commit();
    State::load(path).commit();
    CHECK(Xapian::Database(path.string()).get_revision() == written);
}

TEST_CASE("a record that is cut short or makes no sense is corrupt") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "state";
    State state = State::load(path);
    state.put(sample(1));
    state.commit();
    const std::string whole = value_of(path);
    REQUIRE(error_of(path) == std::nullopt);
    // A document without the value is no record.
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        put_value(path, whole.substr(0, size));
        CHECK(error_of(path) == ErrorCode::corrupt);
    }
    // A failure that is cut, a length beyond the end, a number without an end.
    for (const std::string& bad : {whole + "\x05", whole + "\x05\x09short",
                                   "\xFF\xFF\xFF\xFF\x7F" + whole, std::string(20, '\xFF')}) {
        put_value(path, bad);
        CHECK(error_of(path) == ErrorCode::corrupt);
    }
    put_value(path, whole + std::string("\x05\x03") + "bad");
    CHECK(State::load(path).files().front().failures == std::vector<Failure>{{5, "bad"}});
}

TEST_CASE("a state that is no database is an error of Xapian's") {
    const test::TemporaryFolder folder;
    folder.write("state/iamglass", "garbage");
    CHECK_THROWS_AS(State::load(folder.path() / "state"), Xapian::Error);
}

}  // namespace vigyapti
