#include "indexer/metadata_rules.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

struct Value {
    ReleaseField field;
    std::string_view value;
    Origin origin = Origin::record;
};

Draft draft_of(const std::vector<Value>& values) {
    Draft draft;
    for (const Value& each : values)
        draft.add(each.field, each.origin, std::string(each.value));
    return draft;
}

}  // namespace

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
        Draft draft = draft_of({{ReleaseField::id, each.id}, {ReleaseField::url, each.url}});
        const Release release = settle_release(std::move(draft), {"hi/a.txt", {}}).release;
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
        const SettledRelease settled =
            settle_release(draft_of({{ReleaseField::date, each.given}}), {"x", {}});
        const std::string& warning = settled.remark;
        CHECK(settled.release.date == each.iso);
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
        Draft draft = draft_of({{ReleaseField::date, each.own}, {ReleaseField::title, each.title}});
        draft.add(PartKind::caption, "Moscow, 1 January 2020: at the gate");
        draft.add(PartKind::body, std::string(each.body));
        const Release release =
            settle_release(std::move(draft), {each.name, {}, each.modified}).release;
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
        Draft draft =
            draft_of({{ReleaseField::lang, each.given}, {ReleaseField::title, each.title}});
        draft.add(PartKind::body, std::string(each.body));
        const SettledRelease settled = settle_release(std::move(draft), {"x", {}});
        CHECK(settled.remark.empty());
        CHECK(settled.release.lang == each.lang);
    }
}

TEST_CASE("captions and credits do not decide the language") {
    Draft draft;
    draft.add(PartKind::caption, "A long caption that is written in English");
    draft.add(PartKind::credit, "© Press Office");
    draft.add(PartKind::body, "पाठ हिंदी में है।");
    CHECK(settle_release(std::move(draft), {"x", {}}).release.lang == "hi");
}

TEST_CASE("a heading that says what the metadata do, and more, is the title") {
    struct Row {
        std::string_view said;
        std::string_view heading;
        std::string_view title;
    };
    const std::vector<Row> rows{
        {"Nepal", "2022 Country Reports: Nepal", "2022 Country Reports: Nepal"},
        {"Joint Statement", "Joint Statement on Trade", "Joint Statement on Trade"},
        {"नेपाल", "वार्षिक रिपोर्ट: नेपाल", "वार्षिक रिपोर्ट: नेपाल"},
        {"Joint Statement on Trade", "Joint Statement", "Joint Statement on Trade"},
        {"pal", "Nepal", "pal"},
        {"Nepal", "A visit to Bhutan", "Nepal"},
        {"Nepal", "Nepal", "Nepal"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.said);
        CAPTURE(row.heading);
        Draft draft = draft_of({{ReleaseField::title, row.said, Origin::meta}});
        draft.add(PartKind::title, std::string(row.heading));
        draft.add(PartKind::body, "The text of it.");
        CHECK(settle_release(std::move(draft), {"x", {}}).release.title == row.title);
    }
}

TEST_CASE("of several values the one from the better place counts, in whatever order they come") {
    struct Row {
        ReleaseField field;
        std::vector<Origin> order;  // the best first
        std::vector<std::string_view> values;
        std::string Release::*member;
    };
    using enum Origin;
    const std::vector<Row> rows{
        {ReleaseField::title,
         {record, json_ld, meta, heading, page_title, property},
         {"One", "Two", "Three", "Four", "Five", "Six"},
         &Release::title},
        {ReleaseField::date,
         {record, json_ld, meta, markup, property, container},
         {"2023-10-01", "2023-10-02", "2023-10-03", "2023-10-04", "2023-10-05", "2023-10-06"},
         &Release::date},
        {ReleaseField::source,
         {record, json_ld, meta, container},
         {"One", "Two", "Three", "Four"},
         &Release::source},
        {ReleaseField::url,
         {record, meta, json_ld, container},
         {"https://example.org/1", "https://example.org/2", "https://example.org/3",
          "https://example.org/4"},
         &Release::url},
    };
    for (const Row& row : rows) {
        for (std::size_t best = 0; best < row.order.size(); ++best) {
            CAPTURE(row.values[best]);
            Draft draft;
            for (std::size_t i = row.order.size(); i-- > best;)
                draft.add(row.field, row.order[i], std::string(row.values[i]));
            draft.add(PartKind::body, "The text of it.");
            const Release release = settle_release(std::move(draft), {"x", {}}).release;
            CHECK(release.*row.member == row.values[best]);
        }
    }
}

TEST_CASE("the source that the user gave a path counts more than what a page says of itself") {
    Draft draft = draft_of({{ReleaseField::source, "example.org", Origin::meta}});
    CHECK(settle_release(draft, {"x", "MEA"}).release.source == "MEA");
    draft.add(ReleaseField::source, Origin::record, "PIB");
    CHECK(settle_release(draft, {"x", "MEA"}).release.source == "PIB");
}

TEST_CASE("a page's title loses the name of its site where either is known") {
    struct Row {
        std::string_view title;
        std::string_view other;
        ReleaseField field;
        std::string_view settled;
    };
    const std::vector<Row> rows{
        {"Joint Statement | Ministry", "Ministry", ReleaseField::source, "Joint Statement"},
        {"Joint Statement - Ministry", "Joint Statement", ReleaseField::title, "Joint Statement"},
        {"संयुक्त वक्तव्य – मंत्रालय", "मंत्रालय", ReleaseField::source, "संयुक्त वक्तव्य"},
        {"India - Nepal | Ministry", "Ministry", ReleaseField::source, "India - Nepal"},
        {"India - Nepal", "Ministry", ReleaseField::source, "India - Nepal"},
        {"India-Nepal", "Nepal", ReleaseField::source, "India-Nepal"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.title);
        Draft draft = draft_of({{ReleaseField::title, row.title, Origin::page_title},
                                {row.field, row.other, Origin::property}});
        CHECK(settle_release(std::move(draft), {"x", {}}).release.title == row.settled);
    }
}

TEST_CASE("an address that names a site and not a page is no release's") {
    for (const std::string_view url : {"https://example.org", "https://example.org/", "http:///a",
                                       "/press/1", "ftp://e.org/1", "javascript:alert(1)"}) {
        CAPTURE(url);
        const Release release =
            settle_release(draft_of({{ReleaseField::url, url, Origin::meta}}), {"a.html", {}})
                .release;
        CHECK(release.url.empty());
        CHECK(release.id == "a.html");
    }
}

TEST_CASE("the text does not repeat its title, and boilerplate is none of it") {
    Draft draft;
    draft.add(PartKind::boilerplate, "Home");
    draft.add(PartKind::title, "संयुक्त  वक्तव्य");
    draft.add(PartKind::body, "संयुक्त वक्तव्य\nपाठ यहाँ है।");
    const SettledRelease settled = settle_release(std::move(draft), {"x", {}}, true);
    CHECK(settled.release.title == "संयुक्त वक्तव्य");
    CHECK(settled.release.blocks == std::vector<Block>{{BlockKind::body, "पाठ यहाँ है।"}});
    CHECK(settled.boilerplate == std::vector<std::string>{"Home"});
}

}  // namespace vigyapti
