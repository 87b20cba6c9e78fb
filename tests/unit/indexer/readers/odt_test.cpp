#include "indexer/readers/odt.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/collected_releases.hpp"
#include "tests/support/zip_writer.hpp"

namespace vigyapti {
namespace {

using test::write_zip;
using test::ZipMembers;

std::string content(const std::string& text, const std::string& styles = {}) {
    return "<office:document xmlns:office=\"o\" xmlns:text=\"t\" xmlns:style=\"s\" "
           "xmlns:table=\"b\" "
           "xmlns:dc=\"d\" xmlns:meta=\"m\"><office:automatic-styles>" +
           styles + "</office:automatic-styles><office:body><office:text>" + text +
           "</office:text></office:body></office:document>";
}

std::string odt(const std::string& text, const std::string& styles = {}, ZipMembers more = {}) {
    more.insert(more.begin(), {"content.xml", content(text, styles)});
    return write_zip(more);
}

std::string parts_of(const std::string& bytes) {
    return parts_in(read_odt, bytes, "a.odt");
}

std::string refusal(const std::string& bytes) {
    return refusal_of(read_odt, bytes, "a.odt");
}

struct Case {
    std::string text;
    std::string_view parts;
};

constexpr std::string_view head = "<text:h>भारत और रूस की वार्ता</text:h>";
constexpr std::string_view body = "<text:p>मंत्रियों ने भेंट की।</text:p>";

}  // namespace

TEST_CASE("paragraphs of an OpenDocument text are lines, and its heading is the title") {
    const std::string text = std::string(head) + std::string(body) + "<text:h>पृष्ठभूमि</text:h>";
    CHECK(parts_of(odt(text)) == "title:भारत और रूस की वार्ता|body:मंत्रियों ने भेंट की।/पृष्ठभूमि");
    CHECK(parts_of(content(text)) == "title:भारत और रूस की वार्ता|body:मंत्रियों ने भेंट की।/पृष्ठभूमि");
    const CollectedReleases collected =
        collect(read_odt,
                odt(std::string(body), "",
                    {{"meta.xml",
                      "<o:m xmlns:o=\"o\" xmlns:dc=\"d\"><dc:title>भेंट</dc:title>"
                      "<o:creation-date>2023-10-16T09:30:00</o:creation-date></o:m>"}}),
                "a.odt");
    CHECK(collected.releases[0].title == "भेंट");
    CHECK(collected.releases[0].date == "2023-10-16");
}

TEST_CASE("what a reader of the page does not see is left out, and the rest is text") {
    const std::vector<Case> cases{
        {"<text:tracked-changes><text:p>old</text:p></text:tracked-changes><text:p>new</text:p>",
         "body:new"},
        {"<text:p>a<text:s text:c=\"3\"/>b<text:s/>c<text:tab/>d<text:line-break/>e</text:p>",
         "body:a   b c\td/e"},
        {"<text:p>Text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
         "A note.</text:p></text:note-body></text:note> goes on.</text:p>",
         "body:Text goes on.|body:A note."},
        {"<text:p>Text<office:annotation><text:p>Comment</text:p></office:annotation></text:p>",
         "body:Text"},
        {"<text:p><text:a>the link</text:a> and <text:span>more</text:span></text:p>",
         "body:the link and more"},
        {"<table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></"
         "table:table-cell>"
         "<table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>",
         "body:a b\tc"},
        {"<text:p text:style-name=\"P1\">The Ministers</text:p>", "caption:The Ministers"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(
            parts_of(odt(each.text,
                         "<style:style style:name=\"P1\" style:parent-style-name=\"Caption\"/>")) ==
            each.parts);
    }
}

TEST_CASE("headers and footers of the page's style are boilerplate") {
    CHECK(parts_of(odt(std::string(body), "",
                       {{"styles.xml",
                         "<o:s xmlns:o=\"o\"><o:header><o:p>Press Office</o:p></o:header>"
                         "<o:footer><o:p>Page</o:p></o:footer></o:s>"}})) ==
          "body:मंत्रियों ने भेंट की।|boilerplate:Press Office|boilerplate:Page");
}

TEST_CASE("a font of a style is that of the paragraph") {
    const CollectedReleases collected =
        collect(read_odt,
                odt("<text:p text:style-name=\"P1\">fons'k</text:p>",
                    "<style:style style:name=\"P1\"><style:text-properties style:font-name=\"Kruti "
                    "Dev 010\"/>"
                    "</style:style>"),
                "a.odt");
    CHECK(collected.drafts[0].parts ==
          std::vector<Part>{{PartKind::body, "fons'k", "Kruti Dev 010"}});
}

TEST_CASE("a file that is no OpenDocument text says what it is") {
    CHECK(refusal(odt(std::string(body), "",
                      {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}})) ==
          "an encrypted document that wants a password");
    CHECK(refusal(write_zip({{"word/document.xml", "<x/>"}})) == "no OpenDocument text in it");
    CHECK(refusal("") == "document: not well-formed XML");
    CHECK(refusal("plain") == "document: not well-formed XML");
    CHECK(refusal(odt("")) == "no text in it");
    CHECK(refusal("<!DOCTYPE o [<!ENTITY a \"b\">]><o>&a;</o>") == "document: a DOCTYPE in it");
    const std::string whole = odt(std::string(body));
    for (std::size_t size = 0; size < whole.size(); size += 7)
        refusal(whole.substr(0, size));
}

}  // namespace vigyapti
