#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "indexer/reader.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/jsonl.hpp"
#include "indexer/readers/text.hpp"

namespace vigyapti {

TEST_CASE("each format is found by its name") {
    REQUIRE(find_reader("text") != nullptr);
    CHECK((find_reader("text")->read == read_text));
    CHECK(find_reader("text")->shape == FileShape::one_release);
    REQUIRE(find_reader("jsonl") != nullptr);
    CHECK((find_reader("jsonl")->read == read_jsonl));
    CHECK(find_reader("jsonl")->shape == FileShape::one_record_a_line);
    REQUIRE(find_reader("html") != nullptr);
    CHECK((find_reader("html")->read == read_html));
    CHECK(find_reader("html")->shape == FileShape::one_release);
    for (const std::string_view name : {"auto", "", "Text", "tex", "textx", ".txt"})
        CHECK(find_reader(name) == nullptr);
}

TEST_CASE("each format is found by its extensions") {
    CHECK(reader_for_extension(".txt") == find_reader("text"));
    CHECK(reader_for_extension(".text") == find_reader("text"));
    CHECK(reader_for_extension(".jsonl") == find_reader("jsonl"));
    CHECK(reader_for_extension(".ndjson") == find_reader("jsonl"));
    CHECK(reader_for_extension(".md") == find_reader("markdown"));
    CHECK(reader_for_extension(".markdown") == find_reader("markdown"));
    CHECK(reader_for_extension(".csv") == find_reader("csv"));
    CHECK(reader_for_extension(".tsv") == find_reader("csv"));
    CHECK(reader_for_extension(".json") == find_reader("json"));
    for (const std::string_view extension : {".rss", ".atom", ".rdf"})
        CHECK(reader_for_extension(extension) == find_reader("feed"));
    CHECK(reader_for_extension(".eml") == find_reader("mail"));
    CHECK(reader_for_extension(".mbox") == find_reader("mail"));
    CHECK(reader_for_extension(".xml") == find_reader("xml"));
    for (const std::string_view extension : {".html", ".htm", ".xhtml", ".shtml", ".aspx", ".php"})
        CHECK(reader_for_extension(extension) == find_reader("html"));
    for (const std::string_view extension : {"", ".", "txt", ".TXT", ".exe", ".txt "})
        CHECK(reader_for_extension(extension) == nullptr);
}

TEST_CASE("no two formats share a name or an extension") {
    std::set<std::string_view> formats;
    std::set<std::string_view> extensions;
    for (const Reader& reader : readers()) {
        CAPTURE(reader.format);
        CHECK(formats.insert(reader.format).second);
        CHECK((reader.read != nullptr));
        for (const std::string_view extension : reader.extensions) {
            CAPTURE(extension);
            CHECK(extensions.insert(extension).second);
            CHECK(extension.starts_with('.'));
            for (const char c : extension)
                CHECK_FALSE((c >= 'A' && c <= 'Z'));
        }
    }
}

}  // namespace vigyapti
