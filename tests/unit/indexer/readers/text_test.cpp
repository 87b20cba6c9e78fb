#include "indexer/readers/text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

// The release in `text`, which is followed in memory by something else.
Release read(std::string_view text) {
    return read_one(read_text, text, "name.txt");
}

// What a file that cannot be read is refused with.
std::string refusal(std::string_view text) {
    return refusal_of(read_text, text, "name.txt");
}

// The body blocks, their line ends as '/'.
std::string body(const Release& release) {
    std::string out;
    for (const Block& block : release.blocks) {
        if (block.kind != BlockKind::body) continue;
        if (!out.empty()) out += '|';
        for (const char c : block.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

struct Case {
    std::string_view text;
    std::string_view title;
    std::string_view body;
};

}  // namespace

TEST_CASE("header lines and a blank line may stand before the release") {
    const Release release = read(
        "Title: शीर्षक: एक\nDate: 17 October 2023\nSource: Press Office\n"
        "URL: https://example.org/1\nId: r-1\n\nपहला अनुच्छेद।\nदूसरा।\n");
    CHECK(release.title == "शीर्षक: एक");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "Press Office");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.id == "r-1");
    CHECK(body(release) == "पहला अनुच्छेद।/दूसरा।");
}

TEST_CASE("headers are known in any case and with Windows line ends") {
    const Release release = read(
        "\xEF\xBB\xBFTITLE:शीर्षक\r\ndate :2023\r\n  Url:\thttps://example.org/ \r\n\r\nपाठ।\r\n");
    CHECK(release.title == "शीर्षक");
    CHECK(release.date == "2023");
    CHECK(release.url == "https://example.org/");
    CHECK(body(release) == "पाठ।");
}

TEST_CASE("headers may have Hindi names") {
    const Release release = read(
        "शीर्षक: वार्ता\nदिनांक: १७ अक्टूबर २०२३\nस्रोत: विदेश मंत्रालय\nलिंक: https://example.org/1\n"
        "देश: नेपाल\n\nपाठ।\n");
    CHECK(release.title == "वार्ता");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "विदेश मंत्रालय");
    CHECK(release.url == "https://example.org/1");
    CHECK(release.countries == std::vector<std::string>{"नेपाल"});
    CHECK(body(release) == "पाठ।");
    // A text has no header of its own.
    CHECK(body(read("Title: a\nText: b\n\nc")) == "Text: b/c");
}

TEST_CASE("lines that look like headers are text unless a blank line follows") {
    const std::vector<Case> cases{
        {"Date: the talks go on.\nThe text.", "Date: the talks go on.", "The text."},
        {"Title: a\nNo header here\n\nText", "Title: a", "No header here/Text"},
        {"Title: शीर्षक\nNote: x\n\nपाठ", "Title: शीर्षक", "Note: x/पाठ"},
        {"Text first\n\nTitle: no\n\nMore", "Text first", "Title: no/More"},
        {"Titles: a\n\nText", "Titles: a", "Text"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const Release release = read(each.text);
        CHECK(release.title == each.title);
        CHECK(body(release) == each.body);
        CHECK(release.date.empty());
    }
}

TEST_CASE("without a title in the headers the first line is the title") {
    const std::vector<Case> cases{
        {"शीर्षक\n\nपाठ।", "शीर्षक", "पाठ।"},
        {"\n\nशीर्षक\nपाठ।\n", "शीर्षक", "पाठ।"},
        {"Date: 2023\n\nशीर्षक\nपाठ।\n", "शीर्षक", "पाठ।"},
        {"Title:\nDate: 2023\n\nशीर्षक\nपाठ।\n", "शीर्षक", "पाठ।"},
        {"केवल एक पंक्ति", "केवल एक पंक्ति", "केवल एक पंक्ति"},
        {"A caption in English\n© Agency\nशीर्षक\nपाठ यहाँ पर है।", "शीर्षक", "पाठ यहाँ पर है।"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        const Release release = read(each.text);
        CHECK(release.title == each.title);
        CHECK(body(release) == each.body);
    }
}

TEST_CASE("headers without a text are a release when they name it") {
    const Release release = read("Title: शीर्षक");
    CHECK(release.title == "शीर्षक");
    CHECK(release.blocks.empty());
    CHECK(read("Title: शीर्षक\n\n\n").title == "शीर्षक");
    CHECK(refusal("Date: 2023\nSource: x\n") == "no text in it");
}

TEST_CASE("captions and credits are told from the body") {
    const Release release = read(
        "Title: मुलाकात\n\nनेताओं ने समीक्षा की।\nLeaders at the table\n© Press Office\nबैठक चली।\n");
    const std::vector<Block> blocks{{BlockKind::body, "नेताओं ने समीक्षा की।"},
                                    {BlockKind::caption, "Leaders at the table"},
                                    {BlockKind::credit, "© Press Office"},
                                    {BlockKind::body, "बैठक चली।"}};
    CHECK(release.blocks == blocks);
}

TEST_CASE("empty files are refused") {
    for (const std::string_view text : {"", "\n\n", "  \t \r\n", "\xEF\xBB\xBF", "Title:\n\n"}) {
        CAPTURE(text);
        CHECK(refusal(text) == "no text in it");
    }
}

TEST_CASE("NUL bytes are refused with their line") {
    using namespace std::string_view_literals;
    CHECK(refusal("\0"sv).starts_with("line 1: a NUL byte"));
    CHECK(refusal("one\ntwo\nth\0ree\n"sv).starts_with("line 3: a NUL byte"));
    CHECK(refusal("a\n\0\xFF"sv).starts_with("line 2: a NUL byte"));
}

TEST_CASE("files that hold something else than text are refused") {
    CHECK(refusal("\x01\x02 text") ==
          "2 of 7 characters are controls or malformed, so not a text file");
    CHECK(refusal("\x89PNG\x1A\x81\x8D").ends_with("so not a text file"));
    CHECK(refusal("रू\xE0\xA4\xE0\xA4").ends_with("so not a text file"));
    // A form feed between pages is text, and so is one bad byte in ten good ones.
    CHECK(read("Title\f\nText").title == "Title");
    CHECK(read("रूस और भारत\xE0\xA4").title == "रूस और भारत\uFFFD");
}

TEST_CASE("text in other encodings than UTF-8 is read") {
    using namespace std::string_view_literals;
    const std::vector<Case> cases{
        {"\xFF\xFET\0e\0x\0t\0\n\0b\0"sv, "Text", "b"},
        {"T\0i\0t\0l\0e\0:\0 \0a\0\r\0\n\0\r\0\n\0b\0"sv, "a", "b"},
        {"\xFE\xFF\x09\x30\x09\x42\x09\x38\0\n\x09\x15"sv, "रूस", "क"},
        {"caf\xE9\nd\xE9j\xE0 vu \x96 \x80", "café", "déjà vu – €"},
        // ISCII: "विदेश मंत्री ने कहा कि" and a line like it.
        {"\xD4\xDB\xC4\xE1\xD5 \xCC\xA2\xC2\xE8\xCF\xDC \xC6\xE1 \xB3\xD8\xDA \xB3\xDB\n"
         "\xC4\xE1\xD5\xE5\xA2 \xCC\xE1\xA2",
         "विदेश मंत्री ने कहा कि", "देशों में"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.title);
        const Release release = read(each.text);
        CHECK(release.title == each.title);
        CHECK(body(release) == each.body);
    }
}

}  // namespace vigyapti
