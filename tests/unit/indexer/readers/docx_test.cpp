#include "indexer/readers/docx.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/collected_releases.hpp"
#include "tests/support/zip_writer.hpp"

namespace vigyapti {
namespace {

using test::write_zip;
using test::ZipMembers;

std::string part(const std::string& root, const std::string& content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + root +
           " xmlns:w=\"w\" xmlns:mc=\"mc\">" + content + "</w:" + root + ">";
}

std::string document(const std::string& body) {
    return part("document", "<w:body>" + body + "</w:body>");
}

std::string docx(const std::string& body, ZipMembers more = {}) {
    more.insert(more.begin(), {"word/document.xml", document(body)});
    return write_zip(more);
}

std::string run(const std::string& text) {
    return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& text, const std::string& style = {}) {
    const std::string properties =
        style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
    return "<w:p>" + properties + run(text) + "</w:p>";
}

std::string parts_of(const std::string& bytes) {
    return parts_in(read_docx, bytes, "a.docx");
}

std::string refusal(const std::string& bytes) {
    return refusal_of(read_docx, bytes, "a.docx");
}

struct Case {
    std::string body;
    std::string_view parts;
};

}  // namespace

TEST_CASE("paragraphs of a Word document are lines, and its heading is the title") {
    const std::string bytes = docx(
        paragraph("भारत और रूस की वार्ता", "Title") + paragraph("नई दिल्ली, 17 अक्टूबर 2023") +
            paragraph("Background", "Heading1") + paragraph("The Ministers met."),
        {{"docProps/core.xml",
          "<cp:p xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Microsoft Word - a.doc</dc:title>"
          "<dc:created>2023-10-16T09:30:00Z</dc:created><dc:language>hi-IN</dc:language></cp:p>"}});
    CHECK(parts_of(bytes) ==
          "title:भारत और रूस की वार्ता|body:नई दिल्ली, 17 अक्टूबर 2023/Background/The Ministers met.");
    const CollectedReleases collected = collect(read_docx, bytes, "a.docx");
    CHECK(collected.drafts[0].fields ==
          std::vector<FoundValue>{{ReleaseField::date, Origin::property, "2023-10-16"},
                                  {ReleaseField::lang, Origin::property, "hi-IN"}});
    CHECK(collected.releases[0].title == "भारत और रूस की वार्ता");
}

TEST_CASE("what a reader of the page does not see is left out") {
    const std::vector<Case> cases{
        {"<w:p><w:del>" + run("old") + "</w:del><w:ins>" + run("new") + "</w:ins></w:p>",
         "body:new"},
        {"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>" + run("2") + "</w:p>", "body:2"},
        {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>" + run("seen") + "</w:p>",
         "body:seen"},
        {"<w:p><mc:AlternateContent><mc:Choice>" + run("once") + "</mc:Choice><mc:Fallback>" +
             run("once") + "</mc:Fallback></mc:AlternateContent></w:p>",
         "body:once"},
        {paragraph("co\xC2\xADoperation"), "body:cooperation"},
        {"<w:p><w:hyperlink>" + run("the link") + "</w:hyperlink></w:p>", "body:the link"},
        {"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr>" + run("a") +
             "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
         "body:a\tb/c"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.body);
        CHECK(parts_of(docx(each.body)) == each.parts);
    }
}

TEST_CASE("a row of a table is a line") {
    const std::string cell = "<w:tc>" + paragraph("one") + paragraph("two") + "</w:tc>";
    const std::string nested =
        "<w:tc><w:tbl><w:tr>" + cell + "</w:tr></w:tbl>" + paragraph("x") + "</w:tc>";
    CHECK(parts_of(docx("<w:tbl><w:tr>" + cell + nested + "</w:tr><w:tr>" + cell +
                        "</w:tr></w:tbl>" + paragraph("end"))) ==
          "body:one two\tone two\tx/one two/end");
}

TEST_CASE("captions, notes, headers and footers are told by their styles and parts") {
    CHECK(parts_of(docx(paragraph("Text.") + paragraph("The Ministers", "Bildunterschrift"),
                        {{"word/styles.xml", part("styles",
                                                  "<w:style w:styleId=\"Bildunterschrift\"><w:name "
                                                  "w:val=\"caption\"/></w:style>")},
                         {"word/footnotes.xml",
                          part("footnotes", "<w:footnote w:type=\"separator\">" + paragraph("---") +
                                                "</w:footnote><w:footnote>" + paragraph("A note.") +
                                                "</w:footnote>")},
                         {"word/header1.xml", part("hdr", paragraph("Press Office"))}})) ==
          "body:Text.|caption:The Ministers|body:A note.|boilerplate:Press Office");
}

TEST_CASE("text in a font whose letters are not Unicode's is kept apart with the font's name") {
    const auto in_font = [](const std::string& font, const std::string& text) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"" + font +
               "\"/></w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    };
    const std::string hindi = in_font("Kruti Dev 010", "fons'k");
    const std::string cell = "<w:tc><w:p>" + hindi + "</w:p></w:tc>";
    struct Case {
        std::string body;
        std::string parts;  // "+" before one that continues a line
    };
    const std::vector<Case> cases{
        {"<w:p>" + hindi + "</w:p><w:p>" + in_font("Arial", "Text") + "</w:p>",
         "[Kruti Dev 010]fons'k[]Text"},
        {"<w:p>" + in_font("Arial", " ") + hindi + in_font("Arial", " ") + hindi +
             in_font("Arial", " (UNESCO) ") + in_font("Arial", "\xC2\xAD") + "</w:p>",
         "[Kruti Dev 010]fons'k fons'k+[] (UNESCO)"},
        {"<w:p>" + in_font("Arial", "UNESCO ") + hindi + "</w:p><w:p>" + hindi + "</w:p>",
         "[]UNESCO +[Kruti Dev 010]fons'k/fons'k"},
        {"<w:tbl><w:tr>" + cell + "<w:tc>" + paragraph("12") + "</w:tc>" + cell + "</w:tr></w:tbl>",
         "[Kruti Dev 010]fons'k\t+[]12\t+[Kruti Dev 010]fons'k"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.parts);
        std::string parts;
        const CollectedReleases collected = collect(read_docx, docx(each.body), "a.docx");
        for (const Part& part : collected.drafts[0].parts) {
            parts += (part.continues_line ? "+[" : "[") + part.font + "]" + part.text;
        }
        std::replace(parts.begin(), parts.end(), '\n', '/');
        CHECK(parts == each.parts);
    }
}

TEST_CASE("a file that is no Word document says what it is") {
    CHECK(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") ==
          "an encrypted document, or one of Word 97 to 2003");
    CHECK(refusal("") != "none");
    for (const std::string_view bytes : {"plain text", "\x1F\x8B\x08 packed"})
        CHECK(refusal(std::string(bytes)) == "not a zip archive, so no such document");
    CHECK(refusal(write_zip({{"content.xml", "<x/>"}})) == "no Word document in it");
    CHECK(refusal(docx("<w:p>")) == "word/document.xml: not well-formed XML");
    CHECK(refusal(docx("")) == "no text in it");
    const std::string whole = docx(paragraph("text"));
    for (std::size_t size = 0; size < whole.size(); size += 7)
        refusal(whole.substr(0, size));
}

TEST_CASE("hostile documents are refused") {
    CHECK(refusal(write_zip(
              {{"word/document.xml",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>"}})) ==
          "word/document.xml: a DOCTYPE in it");
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<w:p>";
    CHECK(refusal(docx(deep)) == "word/document.xml: not well-formed XML");
    CHECK(refusal(docx(std::string(std::size_t{70} << 20, ' '))) ==
          "a document that unpacks to more than 64 MB");
    // Names are not paths, and the first member of a name counts.
    CHECK(parts_of(docx(paragraph("text"), {{"../../word/document.xml", "x"},
                                            {"/word/document.xml", "x"},
                                            {"word/document.xml", "x"}})) == "body:text");
}

}  // namespace vigyapti
