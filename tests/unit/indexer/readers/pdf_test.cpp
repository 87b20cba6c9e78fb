#include "indexer/readers/pdf.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/collected_releases.hpp"
#include "tests/support/pdf_writer.hpp"

namespace vigyapti {
namespace {

using test::PdfWriter;
using test::PlacedPage;
using test::PlacedText;

CollectedReleases read(const std::string& pdf) {
    return collect(read_pdf, pdf, "release.pdf");
}

Release only(const std::string& pdf) {
    return read_one(read_pdf, pdf, "release.pdf");
}

std::string refusal(const std::string& pdf) {
    return refusal_of(read_pdf, pdf, "release.pdf");
}

// The body, its line ends as '/'.
std::string body(const Release& release) {
    std::string out;
    for (const Block& block : release.blocks) {
        if (!out.empty()) out += '/';
        for (const char c : block.text)
            out += c == '\n' ? '/' : c;
    }
    return out;
}

std::string boilerplate(const Draft& draft) {
    std::string out;
    for (const Part& part : draft.parts) {
        if (part.kind == PartKind::boilerplate) out += part.text + '/';
    }
    return out;
}

// Lines of a page from 100 points on, 15 points apart.
PlacedPage lines(const std::vector<std::string_view>& texts, double top = 100) {
    PlacedPage page;
    for (const std::string_view text : texts) {
        page.push_back({50, top, text});
        top += 15;
    }
    return page;
}

const PlacedPage talks = lines({
    "The Ministers met in New Delhi today and spoke of trade and energy.",
    "They will meet again.",
    "The next round is planned for the spring of next year in the city of",
    "Moscow.",
});

}  // namespace

TEST_CASE("lines become paragraphs where they have room for the next word") {
    PdfWriter writer;
    writer.info = "/Title (Talks)";
    CHECK(
        body(only(writer.write({talks}))) ==
        "The Ministers met in New Delhi today and spoke of trade and energy. They will meet again./"
        "The next round is planned for the spring of next year in the city of Moscow.");
}

TEST_CASE("the largest letters of the first page are the title") {
    PlacedPage page = talks;
    page.insert(page.begin(), {{50, 40, "Ministry of External Affairs", 20},
                               {50, 70, "India and Russia hold talks", 18}});
    PdfWriter writer;
    writer.info = "/Title (Microsoft Word - talks.doc) /CreationDate (D:20231017233000+05'30')";
    const Release release = only(writer.write({page}));
    CHECK(release.title == "India and Russia hold talks");
    CHECK(body(release).starts_with("Ministry of External Affairs/The Ministers"));
    CHECK(release.date == "2023-10-17");
    CHECK(release.lang == "en");
}

TEST_CASE("a bold line is the title where no letters are larger") {
    PlacedPage page = talks;
    page.insert(page.begin(), {{50, 40, "India and Russia hold talks", 12, true}});
    CHECK(only(PdfWriter().write({page})).title == "India and Russia hold talks");
}

TEST_CASE("the title that the document states is taken when it is one") {
    PdfWriter writer;
    for (const auto& [info, title] : std::vector<std::pair<std::string, std::string>>{
             {"/Title (Talks in Delhi)", "Talks in Delhi"},
             {"/Title (untitled)", "Hello there."},
             {"/Title (Microsoft Word - a.doc)", "Hello there."},
             {"/Title (release-2023.pdf)", "Hello there."},
             {"/Title ()", "Hello there."}}) {
        CAPTURE(info);
        writer.info = info;
        CHECK(only(writer.write({lines({"Hello there.", "More text follows here."})})).title ==
              title);
    }
}

TEST_CASE("headers, footers and numbers of pages are told from the text") {
    std::vector<PlacedPage> pages;
    const std::vector<std::string_view> numbers{"Page 1 of 3", "Page 2 of 3", "Page 3 of 3"};
    for (std::size_t i = 0; i < 3; ++i) {
        PlacedPage page =
            lines({"The text of this page is not that of others: it goes on and on and", "on."},
                  100 + 7 * static_cast<double>(i));
        page.push_back({50, 20, "Press Information Bureau"});
        page.push_back({270, 760, numbers[i]});
        pages.push_back(page);
    }
    const CollectedReleases collected = read(PdfWriter().write(pages));
    REQUIRE(collected.drafts.size() == 1);
    CHECK(boilerplate(collected.drafts[0]) ==
          "Press Information Bureau/Page 1 of 3/Page 2 of 3/Page 3 of 3/");
    CHECK(body(collected.releases[0]).find("Bureau") == std::string::npos);
}

TEST_CASE("a page's end does not end a paragraph") {
    const std::string pdf = PdfWriter().write(
        {lines({"A paragraph stands here, whose lines are as long as any other line",
                "of the page and which goes on, without an end of a sentence, on the"}),
         lines({"next page, where it ends. More of it follows, so that there are lines",
                "enough to tell how wide the page is. That is all."})});
    CHECK(body(only(pdf)).find("on the next page") != std::string::npos);
    CHECK(body(only(pdf)).find('/') == std::string::npos);
}

TEST_CASE("Devanagari is read by what the file says its glyphs are, and put in order") {
    PlacedPage page = lines({"अंतरराष्ट्र ीय बैठक अगले वषर् होगी।"});
    page.insert(page.begin(),
                {50, 40, "िवदेश मंत्री ने आज यहाँ िशक्षा और व्यापार की समीक्षा की।", 12, true});
    const Release release = only(PdfWriter().write({page}));
    CHECK(release.lang == "hi");
    CHECK(release.title == "विदेश मंत्री ने आज यहाँ शिक्षा और व्यापार की समीक्षा की।");
    CHECK(body(release) == "अंतरराष्ट्रीय बैठक अगले वर्ष होगी।");
}

TEST_CASE("text in a font whose letters are not Unicode's carries its name") {
    PdfWriter writer;
    writer.font = "ABCDEF+KrutiDev010";
    CHECK(read(writer.write({lines({"fons'k ea=h us dgk-", "cSBd gqbZA"})})).drafts[0].parts ==
          std::vector<Part>{{PartKind::body, "fons'k ea=h us dgk- cSBd gqbZA", "KrutiDev010"}});
    CHECK(read(PdfWriter().write({talks})).drafts[0].parts[0].font.empty());
}

TEST_CASE("a PDF that cannot be read says why") {
    PdfWriter encrypted;
    encrypted.encrypted = true;
    PdfWriter scanned;
    scanned.picture_pixels = 1200;
    const std::string whole = PdfWriter().write({talks});
    CHECK(refusal(encrypted.write({talks})) == "an encrypted PDF that wants a password");
    CHECK(refusal(scanned.write({{}, {}})) == "a scanned PDF without text");
    CHECK(refusal(PdfWriter().write({{}})) == "a PDF without text in it");
    const PlacedPage numbered{{50, 20, "Press Office"}, {270, 760, "Page 1 of 2"}};
    CHECK(refusal(scanned.write({numbered, numbered})) == "a scanned PDF without text");
    CHECK(refusal("") == "not a PDF file");
    CHECK(refusal("<html>Not found</html>") == "not a PDF file");
    CHECK(refusal(whole.substr(0, 30)) == "a damaged PDF");
    CHECK(refusal("%PDF-1.7\n" + std::string(5000, '<')) == "a damaged PDF");
}

TEST_CASE("pages that may be scanned are named and the others are read") {
    PdfWriter writer;
    writer.picture_pixels = 1200;
    const CollectedReleases collected =
        read(writer.write({{}, talks, {}, lines({"That is all."}, 300)}));
    CHECK(collected.problems ==
          std::vector<std::string>{"0: no text on page 1, 3, which may be scanned"});
    CHECK(collected.releases.size() == 1);
    // Without pictures an empty page is a blank one.
    CHECK(read(PdfWriter().write({talks, {}})).problems.empty());
}

TEST_CASE("what is left of a damaged file is read") {
    std::string pdf = PdfWriter().write({talks});
    pdf.resize(pdf.rfind("xref"));
    CHECK(only(pdf).title.starts_with("The Ministers met"));
    pdf = PdfWriter().write({talks});
    pdf.replace(pdf.rfind("startxref"), 20, "startxref\n9999999999");
    CHECK(only(pdf).title.starts_with("The Ministers met"));
}

TEST_CASE("no file is opened once poppler is prepared") {
    const std::string pdf = PdfWriter().write({talks, lines({"विदेश मंत्री ने कहा।", "बैठक हुई।"})});
    prepare_pdf();
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const rlimit none{0, 0};
        setrlimit(RLIMIT_NOFILE, &none);
        CollectedReleases collected("release.pdf");
        const PaddedBytes padded(pdf);
        read_pdf({padded.text(), "release.pdf"}, collected);
        const bool whole = collected.releases.size() == 1 && collected.problems.empty() &&
                           body(collected.releases[0]).find("बैठक हुई।") != std::string::npos;
        _exit(whole ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace vigyapti
