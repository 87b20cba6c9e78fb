// What a reader finds of one release: all that could be its title, its date and so on, each with
// where it stood, and the text in parts. A reader does not choose between them: metadata_rules
// does, for all formats alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigyapti {

enum class ReleaseField : std::uint8_t { id, title, date, source, lang, url, country };

// Where a value stood. What that is worth, for each field, is the rules' affair.
enum class Origin : std::uint8_t {
    record,   // where the format has a place for it: a JSON member, a column, an element of a
              // feed's item, a header of a mail or a text, front matter
    json_ld,  // schema.org's NewsArticle in a page
    meta,     // <meta>: Open Graph, article:published_time, Dublin Core, and <link rel=canonical>
    markup,   // attributes and elements around the text: <html lang>, <time datetime>
    heading,  // the heading above the text
    page_title,  // <title>
    text,        // the first lines of the text, a dateline among them
    property,    // a document's own properties, which its program filled in: PDF, DOCX, ODT
    address,     // the path of the release's own address
    container,   // what the release came in: a feed's channel, a WARC record, an archive's member
    settings,    // the source of the path, as the user configured it
    file_name,
    file_time,
    script,  // the letters of the text
};

struct FoundValue {
    ReleaseField field;
    Origin origin;
    std::string value;

    bool operator==(const FoundValue&) const = default;
};

enum class PartKind : std::uint8_t {
    body,         // lines are paragraphs; captions and credits may still be among them
    title,        // the heading of the release, which the body does not repeat
    caption,      // of a photograph or figure
    credit,       // who made it
    boilerplate,  // of the page around the release: not indexed, shown by --explain-file
};

// A stretch of the text, in its original order. Valid UTF-8.
struct Part {
    PartKind kind = PartKind::body;
    std::string text;
    // The font that the file says it is set in, where that may be one whose letters are not
    // Unicode's; else empty.
    std::string font = {};
    // Whether it goes on in the line that the part before ends with: a line whose font changes is
    // several parts.
    bool continues_line = false;

    bool operator==(const Part&) const = default;
};

// All text is valid UTF-8.
struct Draft {
    std::vector<FoundValue> fields;
    std::vector<Part> parts;
    // That the file was decoded from, and what told it; empty when the format has no choice.
    std::string charset;
    // Whether the first line of the text is the title where nothing else is.
    bool begins_with_title = false;

    // Notes a value, unless it is empty.
    void add(ReleaseField field, Origin origin, std::string value) {
        if (!value.empty()) fields.push_back({field, origin, std::move(value)});
    }
    // Notes a part, unless it is empty.
    void add(PartKind kind, std::string text, std::string font = {}) {
        if (!text.empty()) parts.push_back({kind, std::move(text), std::move(font)});
    }
    // Makes one part of those that are one line; of their fonts that of the first remains.
    void join_lines();
    // Whether there is nothing to find the release by.
    bool empty() const;
};

// What explanations call them.
std::string_view field_name(ReleaseField field);
std::string_view origin_name(Origin origin);

}  // namespace vigyapti
