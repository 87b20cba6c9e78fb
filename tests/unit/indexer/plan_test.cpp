#include "indexer/plan.hpp"

#include <doctest/doctest.h>

#include <array>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

using test::IndexedFolder;
using test::record;
using test::set_time;

Plan plan_of(const IndexedFolder& folder) {
    const ScanResult scanned =
        scan(folder.options.paths, folder.options.format, [](const auto&, const auto&) {});
    KnownReleases known(folder.generation().shards);
    return make_plan(folder.options, scanned, folder.state(), known, SourceReader(scanned, {}));
}

// "fate file -id…" of each file that is not unchanged, in the order of the plan.
std::string summary_of(const IndexedFolder& folder, const Plan& plan) {
    constexpr std::array fates{"unchanged", "added",   "changed", "renamed",
                               "touched",   "retried", "gone"};
    std::string out;
    for (const auto* group : {&plan.files, &plan.moved, &plan.gone}) {
        for (const PlannedFile& file : *group) {
            if (!out.empty()) out += "; ";
            const auto path =
                std::filesystem::path(file.file.path).lexically_relative(folder.input());
            out += std::string(fates.at(static_cast<std::size_t>(file.fate))) + " " + path.string();
            for (const KnownRelease& release : file.leaving)
                out += " -" + release.id_term.substr(1);
        }
    }
    return out;
}

std::string planned(const IndexedFolder& folder) {
    return summary_of(folder, plan_of(folder));
}

// An index of a.jsonl (r1, r2), b.txt, which gives its name to its release, and sub/c.jsonl (s1),
// which may lose all of them.
void fill(IndexedFolder& folder) {
    folder.options.max_delete_percent = 100;
    folder.write("a.jsonl", record("r1", "one") + record("r2", "two"));
    folder.write("b.txt", "Text.");
    folder.write("sub/c.jsonl", record("s1", "three"));
    folder.run();
}

// Writes as many bytes in the same place, with the same time of change.
void change_behind_the_stamp(IndexedFolder& folder, std::int64_t time) {
    folder.write("a.jsonl", record("r1", "six") + record("r2", "two"));
    set_time(folder.input("a.jsonl"), time);
}

}  // namespace

TEST_CASE("each change of the input has its place in the plan") {
    struct Change {
        const char* name;
        std::function<void(IndexedFolder&)> make;
        std::string expected;
    };
    const std::vector<Change> cases{
        {"nothing", [](IndexedFolder&) {}, ""},
        {"a new file", [](IndexedFolder& f) { f.write("d.txt", "Text."); }, "added d.txt"},
        {"another content", [](IndexedFolder& f) { f.write("b.txt", "Other."); }, "changed b.txt"},
        {"another time only", [](IndexedFolder& f) { set_time(f.input("a.jsonl"), 5); },
         "touched a.jsonl"},
        {"written anew as it was", [](IndexedFolder& f) { f.write("b.txt", "Text."); },
         "touched b.txt"},
        {"another name",
         [](IndexedFolder& f) { std::filesystem::rename(f.input("a.jsonl"), f.input("z.jsonl")); },
         "renamed z.jsonl"},
        {"into another folder",
         [](IndexedFolder& f) {
             std::filesystem::rename(f.input("a.jsonl"), f.input("sub/a.jsonl"));
         },
         "renamed sub/a.jsonl"},
        {"another name, which is an id",
         [](IndexedFolder& f) { std::filesystem::rename(f.input("b.txt"), f.input("z.txt")); },
         "added z.txt; gone b.txt -b.txt"},
        {"another name and time",
         [](IndexedFolder& f) {
             std::filesystem::rename(f.input("a.jsonl"), f.input("z.jsonl"));
             set_time(f.input("z.jsonl"), 5);
         },
         "added z.jsonl; gone a.jsonl -r1 -r2"},
        {"a file less", [](IndexedFolder& f) { std::filesystem::remove(f.input("a.jsonl")); },
         "gone a.jsonl -r1 -r2"},
        {"a folder less", [](IndexedFolder& f) { std::filesystem::remove_all(f.input("sub")); },
         "gone sub/c.jsonl -s1"},
        {"a release less", [](IndexedFolder& f) { f.write("a.jsonl", record("r2", "two")); },
         "changed a.jsonl -r1"},
        {"a release for another",
         [](IndexedFolder& f) { f.write("a.jsonl", record("r2", "two") + record("r3", "x")); },
         "changed a.jsonl -r1"},
        {"a release less, perhaps in what is broken",
         [](IndexedFolder& f) { f.write("a.jsonl", record("r2", "two") + "{broken\n"); },
         "changed a.jsonl"},
        {"a release that gives up its own id",
         [](IndexedFolder& f) { f.write("b.txt", "Id: b\n\nText."); }, "changed b.txt -b.txt"},
        {"a link to nothing in its place, which is unknown, not gone",
         [](IndexedFolder& f) {
             std::filesystem::remove(f.input("a.jsonl"));
             std::filesystem::create_symlink("nowhere", f.input("a.jsonl"));
         },
         ""},
        {"a link to it in its place",
         [](IndexedFolder& f) {
             std::filesystem::rename(f.input("a.jsonl"), f.input(".hidden"));
             std::filesystem::create_symlink(".hidden", f.input("a.jsonl"));
         },
         ""},
        {"another source", [](IndexedFolder& f) { f.options.paths[0].source = "MEA"; },
         "changed a.jsonl; changed b.txt; changed sub/c.jsonl"},
        {"another reader", [](IndexedFolder& f) { f.options.format = "text"; },
         "changed a.jsonl -r1 -r2; changed sub/c.jsonl -s1"},
        {"several at once, in the order of the input",
         [](IndexedFolder& f) {
             f.write("sub/c.jsonl", "");
             f.write("aa.txt", "Text.");
             std::filesystem::remove(f.input("b.txt"));
         },
         "added aa.txt; changed sub/c.jsonl -s1; gone b.txt -b.txt"}};
    for (const Change& each : cases) {
        CAPTURE(each.name);
        IndexedFolder folder;
        fill(folder);
        each.make(folder);
        CHECK(planned(folder) == each.expected);
    }
}

TEST_CASE("what is unchanged is counted, and what leaves is gathered") {
    IndexedFolder folder;
    fill(folder);
    Plan plan = plan_of(folder);
    CHECK(plan.empty());
    CHECK(plan.unchanged_files == 3);
    CHECK(plan.unchanged_releases == 4);
    CHECK(plan.leaving.empty());
    folder.write("sub/c.jsonl", "");
    std::filesystem::remove(folder.input("b.txt"));
    plan = plan_of(folder);
    CHECK_FALSE(plan.empty());
    CHECK(plan.unchanged_files == 1);
    CHECK(plan.unchanged_releases == 2);
    CHECK(plan.leaving == std::unordered_set<std::string>{"Qs1", "Qb.txt"});
}

TEST_CASE("only what lies in the roots of the run can be gone") {
    IndexedFolder folder;
    fill(folder);
    std::filesystem::remove(folder.input("b.txt"));
    folder.options.paths = {{folder.input("a.jsonl").string(), ""},
                            {folder.input("sub").string(), ""}};
    CHECK(planned(folder).empty());
    folder.options.paths.push_back({folder.input("b.txt").string(), ""});
    CHECK(planned(folder) == "gone b.txt -b.txt");
}

TEST_CASE("a file that is named through another root keeps the ids that its name gave") {
    IndexedFolder folder;
    fill(folder);
    folder.write("sub/d.txt", "Text.");
    folder.run();
    folder.write("sub/d.txt", "Other text.");
    folder.options.paths = {{folder.input("sub").string(), ""}};
    const Plan plan = plan_of(folder);
    CHECK(summary_of(folder, plan) == "changed sub/d.txt");
    REQUIRE(plan.files.size() == 1);
    CHECK(plan.files[0].file.name == "sub/d.txt");
}

TEST_CASE("a change that the stamp hides is seen where the file was recent, and only there") {
    constexpr std::int64_t just_now = 0;
    struct Age {
        std::int64_t time;
        std::string unchanged;
        std::string changed;
    };
    const std::int64_t ahead = std::time(nullptr) + 1000;
    for (const Age& each : std::vector<Age>{{1'000'000'000, "", ""},
                                            {just_now, "touched a.jsonl", "changed a.jsonl"},
                                            {ahead, "touched a.jsonl", "changed a.jsonl"}}) {
        CAPTURE(each.time);
        // A machine may be too busy to be done before what was just now is of old.
        constexpr int attempts = 50;
        for (int attempt = 1;; ++attempt) {
            REQUIRE(attempt <= attempts);
            const std::int64_t time = each.time == just_now ? std::time(nullptr) : each.time;
            IndexedFolder folder;
            folder.write("a.jsonl", record("r1", "one") + record("r2", "two"));
            set_time(folder.input("a.jsonl"), time);
            folder.run();
            if (each.time == just_now && std::time(nullptr) > time + 1) continue;
            CHECK(folder.files().front().recent == !each.changed.empty());
            CHECK(planned(folder) == each.unchanged);
            change_behind_the_stamp(folder, time);
            CHECK(planned(folder) == each.changed);
            break;
        }
    }
}

TEST_CASE("files that failed are tried again when asked for, or when they change") {
    IndexedFolder folder;
    fill(folder);
    folder.write("d.jsonl", record("d1", "x") + "{broken\n{broken\n");
    folder.run();
    const Plan plan = plan_of(folder);
    CHECK(plan.empty());
    CHECK(plan.failed_before == 2);
    folder.options.retry_failed = true;
    CHECK(planned(folder) == "retried d.jsonl");
    CHECK(plan_of(folder).failed_before == 0);
    folder.write("d.jsonl", record("d1", "x"));
    folder.options.retry_failed = false;
    CHECK(planned(folder) == "changed d.jsonl");
}

TEST_CASE("a file whose release another one has is read again when anything changes") {
    IndexedFolder folder;
    fill(folder);
    folder.write("c.jsonl", record("r1", "later"));
    folder.run();
    CHECK(planned(folder).empty());
    CHECK(plan_of(folder).unchanged_releases == 4);
    folder.write("d.txt", "Text.");
    CHECK(planned(folder) == "retried a.jsonl; added d.txt");
    std::filesystem::remove(folder.input("d.txt"));
    std::filesystem::remove(folder.input("c.jsonl"));
    CHECK(planned(folder) == "retried a.jsonl; gone c.jsonl -r1");
    // Also when it has another stamp or another name itself.
    set_time(folder.input("a.jsonl"), 5);
    CHECK(planned(folder) == "retried a.jsonl; gone c.jsonl -r1");
    set_time(folder.input("a.jsonl"), 1'600'000'001);
    std::filesystem::rename(folder.input("a.jsonl"), folder.input("z.jsonl"));
    CHECK(planned(folder) == "retried z.jsonl; gone c.jsonl -r1");
}

TEST_CASE("standard input is read anew by each run and has no record") {
    IndexedFolder folder;
    fill(folder);
    folder.options.paths = {{"-", "Wire"}};
    const Plan plan = plan_of(folder);
    REQUIRE(plan.files.size() == 1);
    CHECK(plan.files[0].fate == FileFate::added);
    CHECK(plan.files[0].record.number == 0);
    CHECK(plan.gone.empty());
}

}  // namespace vigyapti
