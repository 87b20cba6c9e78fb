#include "indexer/complete.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {

TEST_CASE("the id of a release is its own, else its address, else its file's name") {
    struct IdCase {
        std::string_view id;
        std::string_view url;
        std::string_view completed;
    };
    const std::vector<IdCase> cases{
        {"own", "https://example.org/1", "own"},
        {"own", "", "own"},
        {"", "https://example.org/1", "https://example.org/1"},
        {"", "", "hi/a.txt"},
    };
    for (const IdCase& each : cases) {
        CAPTURE(each.id);
        CAPTURE(each.url);
        Release release;
        release.id = each.id;
        release.url = each.url;
        CHECK(complete_release(release, "hi/a.txt").empty());
        CHECK(release.id == each.completed);
        CHECK(release.url == each.url);
    }
}

TEST_CASE("dates in any known form become ISO 8601 and others are dropped with a warning") {
    struct DateCase {
        std::string_view given;
        std::string_view iso;
        bool warned;
    };
    const std::vector<DateCase> cases{
        {"", "", false},
        {"2023-10-17", "2023-10-17", false},
        {"2023-10-17T09:30:00+05:30", "2023-10-17", false},
        {"2023-10", "2023-10", false},
        {"2023", "2023", false},
        {"17 October 2023", "2023-10-17", false},
        {"October 17, 2023", "2023-10-17", false},
        {"१७ अक्टूबर २०२३", "2023-10-17", false},
        {"अक्तूबर 2023", "2023-10", false},
        {"2023-02-29", "", true},
        {"2024-02-29", "2024-02-29", false},
        {"yesterday", "", true},
        {"कल", "", true},
        {"17/10/2023", "2023-10-17", false},
        {"17/10/2023/5", "", true},
    };
    for (const DateCase& each : cases) {
        CAPTURE(each.given);
        Release release;
        release.date = each.given;
        const std::string warning = complete_release(release, "x");
        CHECK(release.date == each.iso);
        CHECK(warning.empty() == !each.warned);
        // The reader of the warning must see which date is meant.
        if (each.warned) CHECK(warning.find(each.given) != std::string::npos);
    }
}

TEST_CASE("the date is the release's own, else of a dateline, else of its file") {
    struct OriginCase {
        std::string_view own;
        std::string_view title;
        std::string_view body;
        std::string_view name;
        std::optional<std::int64_t> modified;
        std::string_view date;
        DateOrigin origin;
    };
    constexpr std::string_view sent = "New Delhi, 16 October 2023: The minister went.";
    constexpr std::string_view plain = "The minister went.";
    constexpr std::int64_t modified = 1'697'587'199'000'000'000;  // 2023-10-17T23:59:59Z
    const std::vector<OriginCase> cases{
        {"2023-10-15", "Visit", sent, "2023-10-14.txt", modified, "2023-10-15",
         DateOrigin::metadata},
        {"2023", "Visit", sent, "2023-10-14.txt", modified, "2023", DateOrigin::metadata},
        {"", "Visit", sent, "2023-10-14.txt", modified, "2023-10-16", DateOrigin::dateline},
        {"kal", "Visit", sent, "2023-10-14.txt", modified, "2023-10-16", DateOrigin::dateline},
        {"", sent, plain, "a.txt", modified, "2023-10-16", DateOrigin::dateline},
        {"", "Visit", plain, "2023-10-14.txt", modified, "2023-10-14", DateOrigin::file},
        {"", "Visit", plain, "2023-10-14.jsonl", std::nullopt, "2023-10-14", DateOrigin::file},
        {"", "Visit", plain, "a.txt", modified, "2023-10-17", DateOrigin::file},
        {"", "Visit", plain, "a.txt", modified + 1'000'000'000, "2023-10-18", DateOrigin::file},
        {"", "Visit", plain, "a.txt", -1, "1969-12-31", DateOrigin::file},
        {"", "Visit", plain, "a.jsonl", std::nullopt, "", DateOrigin::none},
        {"kal", "Visit", plain, "stdin", std::nullopt, "", DateOrigin::none},
    };
    for (const OriginCase& each : cases) {
        CAPTURE(each.own);
        CAPTURE(each.name);
        CAPTURE(each.date);
        Release release;
        release.date = each.own;
        release.title = each.title;
        release.blocks = {{BlockKind::caption, "Moscow, 1 January 2020: at the gate"},
                          {BlockKind::body, std::string(each.body)}};
        complete_release(release, each.name, each.modified);
        CHECK(release.date == each.date);
        CHECK(release.date_origin == each.origin);
    }
}

TEST_CASE("the language is the release's own where it is known, else that of its script") {
    struct LanguageCase {
        std::string_view given;
        std::string_view title;
        std::string_view body;
        std::string_view lang;
    };
    const std::vector<LanguageCase> cases{
        {"hi", "English title", "English text", "hi"},
        {"en", "शीर्षक", "पाठ", "en"},
        {"", "शीर्षक", "पाठ यहाँ है", "hi"},
        {"", "Title", "The text is here", "en"},
        {"", "English title", "पाठ हिंदी में है", "hi"},
        {"", "शीर्षक", "", "hi"},
        {"", "शीर्षक", "2023, 17", "hi"},
        {"", "", "", "und"},
        {"", "2023", "100,000", "und"},
        {"und", "", "पाठ", "hi"},
        {"fr", "", "The text is here", "en"},
        {"hindi", "", "पाठ", "hi"},
    };
    for (const LanguageCase& each : cases) {
        CAPTURE(each.given);
        CAPTURE(each.body);
        Release release;
        release.lang = each.given;
        release.title = each.title;
        if (!each.body.empty()) release.blocks = {{BlockKind::body, std::string(each.body)}};
        CHECK(complete_release(release, "x").empty());
        CHECK(release.lang == each.lang);
    }
}

TEST_CASE("captions and credits do not decide the language") {
    Release release;
    release.blocks = {{BlockKind::caption, "A long caption that is written in English"},
                      {BlockKind::credit, "© Press Office"},
                      {BlockKind::body, "पाठ हिंदी में है।"}};
    complete_release(release, "x");
    CHECK(release.lang == "hi");
}

}  // namespace vigyapti
