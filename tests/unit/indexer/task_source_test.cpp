#include "indexer/task_source.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t no_limit = 100'000'000;
constexpr std::size_t task_bytes = 1'000'000;

SourceFile source(const std::filesystem::path& path, std::string_view format) {
    FileStamp stamp;
    stamp.bytes = std::filesystem::file_size(path);
    return {path.string(), path.filename().string(), find_reader(format), stamp, 0};
}

// All tasks of the files.
struct Run {
    std::vector<Task> tasks;
    std::vector<std::string> problems;                        // "name:line: what"
    std::vector<std::pair<std::string, std::uint64_t>> read;  // files that were handed out whole

    explicit Run(const std::vector<SourceFile>& files, std::size_t longest_line = no_limit) {
        TaskSource tasks_of(
            files, {task_bytes, longest_line},
            [this](const SourceFile& file, std::uint64_t line, const std::string& what) {
                problems.push_back(file.name + ":" + std::to_string(line) + ": " + what);
            },
            [this](const SourceFile& file, std::uint64_t hash) {
                read.emplace_back(file.name, hash);
            });
        while (auto task = tasks_of.next())
            tasks.push_back(std::move(*task));
        // The end is the end, however often one asks.
        CHECK_FALSE(tasks_of.next().has_value());
    }

    std::string all_bytes() const {
        std::string out;
        for (const Task& task : tasks)
            out += task.bytes;
        return out;
    }
};

std::uint64_t lines_in(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// What must hold for the chunks of any one file: they are its bytes, whole lines each but the last,
// with the right line numbers, of about the size of a task.
void check_chunks(const Run& run, std::string_view content, std::size_t longest_line) {
    CHECK((run.all_bytes() == content));
    std::uint64_t line = 1;
    for (std::size_t i = 0; i < run.tasks.size(); ++i) {
        const Task& task = run.tasks[i];
        CAPTURE(i);
        CHECK(task.chunk_of != nullptr);
        CHECK(task.files.empty());
        CHECK(task.first_line == line);
        CHECK_FALSE(task.bytes.empty());
        CHECK(task.bytes.capacity() >= task.bytes.size() + reader_padding);
        CHECK(task.bytes.size() <= 2 * task_bytes + longest_line);
        if (i + 1 < run.tasks.size()) CHECK(task.bytes.back() == '\n');
        line += lines_in(task.bytes);
    }
    CHECK(run.problems.empty());
    REQUIRE(run.read.size() == 1);
    CHECK(run.read.front().second == file_hash(content));
}

std::string numbered_lines(std::size_t bytes, std::string_view end_of_line) {
    std::string out;
    for (std::size_t number = 1; out.size() < bytes; ++number) {
        out += "{\"id\":" + std::to_string(number) + ",\"text\":\"";
        out.append(number * 37 % 400, 'x');
        out += "\"}";
        out += end_of_line;
    }
    return out;
}

}  // namespace

TEST_CASE("no files give no tasks") {
    const Run run({});
    CHECK(run.tasks.empty());
    CHECK(run.read.size() == 0);
}

TEST_CASE("small files of one record each go together, up to the size of a task") {
    const test::TemporaryFolder folder;
    std::vector<SourceFile> files;
    for (int i = 0; i < 5; ++i)
        files.push_back(source(folder.write(std::to_string(i) + ".txt", "text"), "text"));
    CHECK(Run(files).tasks.size() == 1);
    CHECK(Run(files).tasks.front().files.size() == 5);
    CHECK(Run(files).tasks.front().files.data() == files.data());

    // Sizes decide; the files themselves are not read here.
    for (SourceFile& file : files)
        file.stamp.bytes = task_bytes / 2;
    const Run run(files);
    REQUIRE(run.tasks.size() == 3);
    CHECK(run.tasks[0].files.size() == 2);
    CHECK(run.tasks[1].files.size() == 2);
    CHECK(run.tasks[2].files.size() == 1);
    CHECK(run.tasks[2].files.data() == files.data() + 4);

    files[0].stamp.bytes = 50 * task_bytes;
    CHECK(Run(files).tasks.front().files.size() == 1);
}

TEST_CASE("files of both kinds keep their order") {
    const test::TemporaryFolder folder;
    const std::vector<SourceFile> files{
        source(folder.write("a.txt", "a"), "text"), source(folder.write("b.jsonl", "b\n"), "jsonl"),
        source(folder.write("c.jsonl", "c"), "jsonl"), source(folder.write("d.txt", "d"), "text"),
        source(folder.write("e.txt", "e"), "text")};
    const Run run(files);
    REQUIRE(run.tasks.size() == 4);
    CHECK(run.tasks[0].files.size() == 1);
    CHECK(run.tasks[0].files.data() == files.data());
    CHECK(run.tasks[1].chunk_of == &files[1]);
    CHECK(run.tasks[1].bytes == "b\n");
    CHECK(run.tasks[2].chunk_of == &files[2]);
    CHECK(run.tasks[2].bytes == "c");
    CHECK(run.tasks[2].first_line == 1);
    CHECK(run.tasks[3].files.size() == 2);
    CHECK(run.tasks[3].files.data() == files.data() + 3);
    // The others are counted by who reads them.
    CHECK(run.read.size() == 2);
}

TEST_CASE("empty files give no chunks but count as read") {
    const test::TemporaryFolder folder;
    const std::vector<SourceFile> files{source(folder.write("a.jsonl", ""), "jsonl"),
                                        source(folder.write("b.jsonl", ""), "jsonl"),
                                        source(folder.write("c.jsonl", "\n"), "jsonl")};
    const Run run(files);
    REQUIRE(run.tasks.size() == 1);
    CHECK(run.tasks[0].bytes == "\n");
    CHECK(run.read.size() == 3);
    CHECK(run.problems.size() == 0);
}

TEST_CASE("big files are cut at line ends with the right line numbers") {
    const test::TemporaryFolder folder;
    for (const std::string_view end_of_line : {"\n", "\r\n", "\n\n"}) {
        for (const bool final_newline : {true, false}) {
            CAPTURE(end_of_line);
            CAPTURE(final_newline);
            std::string content = numbered_lines(3'500'000, end_of_line);
            if (!final_newline) content.resize(content.find_last_not_of("\r\n") + 1);
            const auto path = folder.write("big.jsonl", content);
            const Run run({source(path, "jsonl")});
            check_chunks(run, content, no_limit);
            CHECK(run.tasks.size() >= 3);
            CHECK(run.tasks.size() <= 5);
        }
    }
}

TEST_CASE("a file that ends at a chunk's border has no empty last chunk") {
    const test::TemporaryFolder folder;
    for (const std::size_t size : {task_bytes - 1, task_bytes, task_bytes + 1, 2 * task_bytes}) {
        CAPTURE(size);
        std::string content(size, 'x');
        for (std::size_t i = 99; i < size; i += 100)
            content[i] = '\n';
        const auto path = folder.write("border.jsonl", content);
        check_chunks(Run({source(path, "jsonl")}), content, no_limit);
        content.back() = 'x';
        folder.write("border.jsonl", content);
        check_chunks(Run({source(path, "jsonl")}), content, no_limit);
        content.back() = '\n';
        folder.write("border.jsonl", content);
        check_chunks(Run({source(path, "jsonl")}), content, no_limit);
    }
}

TEST_CASE("a line longer than a chunk stays whole") {
    const test::TemporaryFolder folder;
    const std::string small = "{\"id\":1}\n";
    for (const std::size_t size :
         {task_bytes - 1, task_bytes, task_bytes + 1, 2 * task_bytes, 5 * task_bytes + 17}) {
        for (const bool final_newline : {true, false}) {
            CAPTURE(size);
            CAPTURE(final_newline);
            std::string content =
                small + std::string(size, 'x') + "\n" + small + std::string(size, 'y');
            if (final_newline) content += "\n" + small;
            const auto path = folder.write("long.jsonl", content);
            check_chunks(Run({source(path, "jsonl")}), content, 8 * task_bytes);
        }
    }
}

TEST_CASE("chunks of random lines are the file") {
    const test::TemporaryFolder folder;
    std::mt19937 random(20231017);
    for (int round = 0; round < 12; ++round) {
        CAPTURE(round);
        std::string content;
        while (content.size() < 2'600'000) {
            const auto kind = random() % 100;
            const std::size_t size = kind == 0   ? 300'000 + random() % 1'500'000
                                     : kind < 10 ? 0
                                     : kind < 50 ? random() % 100
                                                 : random() % 30'000;
            content.append(size, 'x');
            content += kind % 2 == 0 ? "\n" : "\r\n";
        }
        if (round % 2 == 0) content += "rest";
        const auto path = folder.write("random.jsonl", content);
        check_chunks(Run({source(path, "jsonl")}), content, no_limit);
    }
}

TEST_CASE("a line beyond the limit is reported and passed over") {
    const test::TemporaryFolder folder;
    constexpr std::size_t limit = task_bytes;
    const std::string before = "{\"id\":1}\n";
    const std::string after = "{\"id\":3}\n{\"id\":4}";
    for (const std::size_t size : {limit + 1, 2 * limit, 3 * limit + 12'345}) {
        CAPTURE(size);
        const std::string content = before + std::string(size, 'x') + "\n" + after;
        const auto path = folder.write("long.jsonl", content);
        const Run run({source(path, "jsonl")}, limit);
        CHECK(run.problems.size() == 1);
        CHECK(run.read.size() == 1);
        CHECK((run.all_bytes() == before + after));
        REQUIRE(run.tasks.size() == 2);
        CHECK(run.tasks[0].first_line == 1);
        CHECK(run.tasks[1].first_line == 3);
        CHECK(run.problems.front() == "long.jsonl:2: a line beyond the limit of 1.0 MB");
        // The hash is of the whole file all the same.
        CHECK(run.read.front().second == file_hash(content));
    }
}

TEST_CASE("lines beyond the limit at the beginning, in a row and at the end are passed over") {
    const test::TemporaryFolder folder;
    constexpr std::size_t limit = task_bytes;
    const std::string giant(limit + 500'000, 'x');
    const std::string content = giant + "\n" + giant + "\n{\"id\":3}\n\n" + giant + "\n" + giant;
    const auto path = folder.write("long.jsonl", content);
    const Run run({source(path, "jsonl")}, limit);
    CHECK(run.problems.size() == 4);
    CHECK((run.all_bytes() == "{\"id\":3}\n\n"));
    REQUIRE(run.tasks.size() == 1);
    CHECK(run.tasks[0].first_line == 3);
}

TEST_CASE("a line of exactly the limit is not beyond it") {
    const test::TemporaryFolder folder;
    constexpr std::size_t limit = task_bytes + 1000;
    for (const std::string_view tail : {"", "\n", "\nnext", "\nnext\n"}) {
        CAPTURE(tail);
        const std::string content = std::string(limit, 'x') + std::string(tail);
        const auto path = folder.write("exact.jsonl", content);
        const Run run({source(path, "jsonl")}, limit);
        CHECK(run.problems.size() == 0);
        CHECK((run.all_bytes() == content));

        folder.write("exact.jsonl", "x" + content);
        const Run beyond({source(path, "jsonl")}, limit);
        CHECK(beyond.problems.size() == 1);
        CHECK((beyond.all_bytes() == (tail.size() > 1 ? tail.substr(1) : "")));
    }
}

TEST_CASE("a limit below the size of a task is raised to it") {
    const test::TemporaryFolder folder;
    const std::string content =
        "short\n" + std::string(5000, 'x') + "\nshort\n" + std::string(5000, 'y');
    const auto path = folder.write("small.jsonl", content);
    const Run run({source(path, "jsonl")}, 1000);
    CHECK(run.problems.size() == 0);
    CHECK((run.all_bytes() == content));
}

TEST_CASE("a file that is no regular one any more is reported") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("a.jsonl", "{}\n");
    const SourceFile file = source(path, "jsonl");
    std::filesystem::remove(path);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const Run run({file});
    CHECK(run.tasks.empty());
    CHECK(run.problems ==
          std::vector<std::string>{"a.jsonl:0: not a regular file; pipe it to vigyapti-index -"});
}

TEST_CASE("a file that cannot be opened or read is reported and the others are read") {
    const test::TemporaryFolder folder;
    const auto gone = folder.write("gone.jsonl", "x\n");
    const auto there = folder.write("there.jsonl", "{}\n");
    std::vector<SourceFile> files{source(gone, "jsonl"), source(there, "jsonl"),
                                  source(there, "jsonl")};
    std::filesystem::remove(gone);
    files[1].path = folder.path().string();  // a folder opens but cannot be read
    const Run run(files);
    CHECK(run.problems.size() == 2);
    REQUIRE(run.read.size() == 3);
    // A hash of nothing: such a file is read again by the next run.
    CHECK(run.read[0].second == 0);
    CHECK(run.read[1].second == 0);
    CHECK(run.read[2].second == file_hash("{}\n"));
    REQUIRE(run.tasks.size() == 1);
    CHECK(run.tasks[0].chunk_of == &files[2]);
    CHECK(run.tasks[0].bytes == "{}\n");
    CHECK(run.tasks[0].first_line == 1);
}

}  // namespace vigyapti
