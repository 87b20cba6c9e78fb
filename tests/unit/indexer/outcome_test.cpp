#include "indexer/outcome.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

using Numbers = std::vector<std::size_t>;

// Three files and what becomes of them.
struct Three {
    std::vector<SourceFile> files{{"/srv/a", "a", nullptr, {}, 0},
                                  {"/srv/b", "b", nullptr, {}, 0},
                                  {"/srv/c", "c", nullptr, {}, 0}};
    ScanResult scanned;
    Report report;
    Outcomes outcomes{files, scanned, report};
};

}  // namespace

TEST_CASE("a file's outcome holds its releases, its hash and whether its name gave an id") {
    Three three;
    three.outcomes.count_release(three.files[0], false);
    three.outcomes.count_release(three.files[0], true);
    three.outcomes.count_release(three.files[0], false);
    three.outcomes.count_release(three.files[2], false);
    three.outcomes.note_read(three.files[0], 42);
    const FileOutcome& first = three.outcomes[0];
    CHECK(first.releases == 3);
    CHECK(first.id_from_name);
    CHECK(first.read);
    CHECK(first.content_hash == 42);
    CHECK_FALSE(first.shadowed);
    CHECK(three.outcomes[1].releases == 0);
    CHECK_FALSE(three.outcomes[1].read);
    CHECK_FALSE(three.outcomes[2].id_from_name);
    CHECK(three.report.files.load() == 1);
    CHECK(three.outcomes.number_of(three.files[2]) == 2);
}

TEST_CASE("a release that goes to another file counts no more, if it counted") {
    struct Loss {
        std::uint64_t before;
        bool had_counted;
        std::uint64_t after;
    };
    for (const Loss& each :
         std::vector<Loss>{{2, true, 1}, {2, false, 2}, {1, true, 0}, {0, true, 0}}) {
        Three three;
        for (std::uint64_t i = 0; i < each.before; ++i)
            three.outcomes.count_release(three.files[1], false);
        three.outcomes.note_shadowed(1, each.had_counted);
        CHECK(three.outcomes[1].releases == each.after);
        CHECK(three.outcomes[1].shadowed);
        CHECK_FALSE(three.outcomes[0].shadowed);
    }
}

TEST_CASE("files that were read are named once, those begun until they are read") {
    Three three;
    CHECK(three.outcomes.take_read().empty());
    CHECK(three.outcomes.begun().empty());
    three.outcomes.count_release(three.files[1], false);
    three.outcomes.note_read(three.files[2], 0);
    CHECK(three.outcomes.begun() == Numbers{1, 2});
    CHECK(three.outcomes.begun() == Numbers{1, 2});
    CHECK(three.outcomes.take_read() == Numbers{2});
    CHECK(three.outcomes.take_read().empty());
    CHECK(three.outcomes.begun() == Numbers{1});
    three.outcomes.note_read(three.files[1], 1);
    three.outcomes.note_read(three.files[0], 1);
    CHECK(three.outcomes.take_read() == Numbers{0, 1});
    CHECK(three.outcomes.begun().empty());
}

TEST_CASE("the files that lost releases are named once") {
    Three three;
    for (const std::uint32_t from : {7U, 3U, 7U})
        three.outcomes.note_taken(from);
    CHECK(three.outcomes.take_robbed() == std::set<std::uint32_t>{3, 7});
    CHECK(three.outcomes.take_robbed().empty());
}

TEST_CASE("the first failures of a file are remembered, all are counted") {
    Three three;
    three.outcomes.fail(three.files[0], 3, "bad\xFF");
    three.outcomes.fail(three.files[0], 0, std::string(100'000, 'x'));
    for (std::uint64_t line = 1; line <= 150; ++line)
        three.outcomes.fail(three.files[1], line, "not valid JSON");
    const std::vector<Failure>& first = three.outcomes[0].failures;
    REQUIRE(first.size() == 2);
    CHECK(first[0] == Failure{3, "bad%FF"});
    CHECK(first[1] == Failure{0, std::string(500, 'x')});
    REQUIRE(three.outcomes[1].failures.size() == most_failures);
    CHECK(three.outcomes[1].failures[most_failures - 2].line == most_failures - 1);
    CHECK(three.outcomes[1].failures.back() == Failure{0, "51 more failures"});
    CHECK(three.outcomes[2].failures.empty());
    CHECK(three.report.failed.load() == 152);
    for (std::uint64_t line = 1; line <= most_failures; ++line)
        three.outcomes.fail(three.files[2], line, "not valid JSON");
    CHECK(three.outcomes[2].failures.back() == Failure{most_failures, "not valid JSON"});
}

}  // namespace vigyapti
