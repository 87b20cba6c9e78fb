#include "indexer/readers/pdf_paragraphs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/pdf_title.hpp"

namespace vigyapti {
namespace {

// Lines of a column from 50 to 350 points, 15 points apart; '|' is a line end, '>' at the beginning
// an indent, '~' a greater distance before the line. Each letter is 5 points wide.
std::vector<PdfLine> column(std::string_view texts, int page = 0) {
    std::vector<PdfLine> lines;
    double top = 100;
    while (!texts.empty()) {
        std::string_view text = texts.substr(0, texts.find('|'));
        texts.remove_prefix(std::min(texts.size(), text.size() + 1));
        PdfLine line;
        line.left = 50;
        if (text.starts_with('~')) {
            top += 15;
            text.remove_prefix(1);
        }
        if (text.starts_with('>')) {
            line.left += 20;
            text.remove_prefix(1);
        }
        line.text = text;
        line.top = top;
        line.bottom = top + 12;
        line.right = line.left + 5 * static_cast<double>(text.size());
        line.size = 12;
        line.first_word = 5 * static_cast<double>(text.find(' '));
        line.page = page;
        lines.push_back(line);
        top += 15;
    }
    return lines;
}

std::string joined(const std::vector<PdfLine>& lines) {
    std::string out;
    for (const PdfParagraph& paragraph : join_paragraphs(lines))
        out += (out.empty() ? "" : "/") + paragraph.text;
    return out;
}

struct Case {
    std::string_view lines;
    std::string_view paragraphs;
};

// Makes the column known to be sixty letters wide.
const std::string wide =
    "Several lines of text that fill the column from edge to edge|"
    "are needed to tell how wide it is in this document of tests.|"
    "No word of the next line would fit at the end of any of them";

}  // namespace

TEST_CASE("a line goes on in the next one unless something parts them") {
    const std::vector<Case> cases{
        {"A line that is as long as the others of the same column is|followed by its end.",
         "A line that is as long as the others of the same column is followed by its end."},
        {"A short line|stands for itself.", "A short line/stands for itself."},
        {"A line that ends with a sentence and fills the whole column.|>An indent begins.",
         "A line that ends with a sentence and fills the whole column./An indent begins."},
        {"A line that ends with a sentence and fills the whole column.|~Much space above.",
         "A line that ends with a sentence and fills the whole column./Much space above."},
        {"A line that is as long as the others of the same column is |• an item",
         "A line that is as long as the others of the same column is /• an item"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.lines);
        std::string text = joined(column(wide + "|~" + std::string(each.lines)));
        CHECK(text.substr(text.find('/') + 1) == each.paragraphs);
    }
}

TEST_CASE("hyphens at line ends go where they divide a word") {
    const std::vector<Case> cases{
        {"The Ministers of the two countries spoke about the cooper-|ation of both.",
         "The Ministers of the two countries spoke about the cooperation of both."},
        {"The Ministers of the two countries spoke about the Indo-|Pacific region.",
         "The Ministers of the two countries spoke about the Indo-Pacific region."},
        {"A well-known plan of the two countries is about as well-|known as others.",
         "A well-known plan of the two countries is about as well-known as others."},
        {"It is a long and far too short term in office, and a long-|term one as well.",
         "It is a long and far too short term in office, and a long-term one as well."},
        {"They will meet again in the years from the end of the 2023-|24 session on.",
         "They will meet again in the years from the end of the 2023-24 session on."},
        {"The Ministers of both sides spoke about the mutual cooper\xC2\xAD|ation of both.",
         "The Ministers of both sides spoke about the mutual cooperation of both."},
    };
    for (const Case& each : cases) {
        CAPTURE(each.lines);
        std::string text = joined(column(wide + "|~" + std::string(each.lines)));
        CHECK(text.substr(text.find('/') + 1) == each.paragraphs);
    }
}

TEST_CASE("numbers of pages are known in both kinds of digits") {
    for (const std::string_view number :
         {"2", "- 2 -", "Page 2", "Page 2 of 5", "2/5", "२", "पृष्ठ २", "[2]", "Page No. 2"}) {
        CAPTURE(number);
        std::vector<PdfLine> lines = column(wide);
        PdfLine last = lines.back();
        last.text = number;
        last.top += 300;
        last.bottom += 300;
        lines.push_back(last);
        const std::vector<PdfParagraph> paragraphs = join_paragraphs(lines);
        REQUIRE(paragraphs.size() == 2);
        CHECK(paragraphs[1].running_head);
        CHECK_FALSE(paragraphs[0].running_head);
    }
    std::vector<PdfLine> lines = column(wide + "|~17 October 2023");
    CHECK_FALSE(join_paragraphs(lines).back().running_head);
}

TEST_CASE("text that is the same on two pages is a running head only at one height") {
    std::vector<PdfLine> lines = column("Header|~Annexure to the release|~" + wide, 0);
    const std::vector<PdfLine> second = column("Header|~~~Annexure to the release|~Other text", 1);
    lines.insert(lines.end(), second.begin(), second.end());
    std::string heads;
    for (const PdfParagraph& paragraph : join_paragraphs(lines)) {
        if (paragraph.running_head) heads += paragraph.text + '/';
    }
    CHECK(heads == "Header/");
}

TEST_CASE("a document's properties may hold no title") {
    for (const std::string_view title :
         {"", " ", "untitled", "Untitled-1", "Microsoft Word - pr 17.doc", "release.pdf", "PR.DOCX",
          "12345", "Document", "scan"}) {
        CAPTURE(title);
        CHECK_FALSE(is_stated_title(title));
    }
    for (const std::string_view title : {"Joint Statement", "संयुक्त वक्तव्य", "Document on trade"})
        CHECK(is_stated_title(title));
}

}  // namespace vigyapti
