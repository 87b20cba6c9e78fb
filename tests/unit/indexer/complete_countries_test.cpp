#include "indexer/complete_countries.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("countries that a release comes with become codes and stand first") {
    struct GivenCase {
        Codes given;
        Codes codes;
        std::string_view warned;  // of what; empty: no warning
    };
    const std::vector<GivenCase> cases{
        {{}, {}, ""},
        {{"RU"}, {"RU"}, ""},
        {{"ru", "PK"}, {"RU", "PK"}, ""},
        {{"रूस", "Sri Lanka"}, {"RU", "LK"}, ""},
        {{"RUSSIA", "RU", "रूस"}, {"RU"}, ""},
        {{"Atlantis", "PK"}, {"PK"}, "Atlantis"},
        {{"ZZ"}, {}, "ZZ"},
    };
    CountryFinder finder;
    for (const GivenCase& each : cases) {
        Release release;
        release.countries = each.given;
        const std::string warning = complete_countries(release, finder);
        CAPTURE(warning);
        CHECK(release.countries == each.codes);
        CHECK(warning.empty() == each.warned.empty());
        CHECK(warning.find(each.warned) != std::string::npos);
    }
}

TEST_CASE("countries of title and text follow, each once") {
    CountryFinder finder;
    Release release;
    release.title = "Talks between Russia and Iran";
    release.countries = {"PK"};
    release.blocks = {{BlockKind::body, "Pakistan welcomed the talks of Russia with Iran."},
                      {BlockKind::body, "Russia will host the next round."}};
    CHECK(complete_countries(release, finder).empty());
    CHECK(release.countries == Codes{"PK", "RU", "IR"});
}

TEST_CASE("source and credits are no evidence") {
    CountryFinder finder;
    Release release;
    release.title = "Talks end";
    release.source = "Embassy of France";
    release.blocks = {{BlockKind::body, "The talks have ended."},
                      {BlockKind::credit, "© Agence France, Paris, France"}};
    complete_countries(release, finder);
    CHECK(release.countries.empty());
}

TEST_CASE("one release leaves nothing to the next") {
    CountryFinder finder;
    Release release;
    release.title = "Russia speaks";
    complete_countries(release, finder);
    Release next;
    next.title = "Nobody speaks";
    complete_countries(next, finder);
    CHECK(next.countries.empty());
}

}  // namespace vigyapti
