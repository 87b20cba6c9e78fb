#include <algorithm>
#include <array>

#include "indexer/reader.hpp"
#include "indexer/readers/archive.hpp"
#include "indexer/readers/csv.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/json.hpp"
#include "indexer/readers/jsonl.hpp"
#include "indexer/readers/markdown.hpp"
#include "indexer/readers/pdf.hpp"
#include "indexer/readers/text.hpp"
#include "indexer/readers/xml.hpp"

namespace vigyapti {
namespace {

constexpr std::array<std::string_view, 11> archive_extensions{
    ".7z", ".bz2", ".gz", ".tar", ".tbz2", ".tgz", ".txz", ".tzst", ".xz", ".zip", ".zst"};
constexpr std::array<std::string_view, 2> text_extensions{".txt", ".text"};
// Of saved pages, also where the server made them with a program.
constexpr std::array<std::string_view, 7> html_extensions{".html", ".htm",  ".xhtml", ".shtml",
                                                          ".asp",  ".aspx", ".php"};
constexpr std::array<std::string_view, 2> jsonl_extensions{".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> markdown_extensions{".md", ".markdown"};
constexpr std::array<std::string_view, 2> csv_extensions{".csv", ".tsv"};
constexpr std::array<std::string_view, 1> json_extensions{".json"};
constexpr std::array<std::string_view, 3> feed_extensions{".rss", ".atom", ".rdf"};
constexpr std::array<std::string_view, 1> xml_extensions{".xml"};
constexpr std::array<std::string_view, 1> pdf_extensions{".pdf"};

constexpr std::array all_readers{
    Reader{"archive", archive_extensions, FileShape::many_releases, Isolation::own_process,
           read_archive, prepare_archive},
    Reader{"text", text_extensions, FileShape::one_release, Isolation::none, read_text},
    Reader{"html", html_extensions, FileShape::one_release, Isolation::none, read_html},
    Reader{"jsonl", jsonl_extensions, FileShape::one_record_a_line, Isolation::none, read_jsonl},
    Reader{"markdown", markdown_extensions, FileShape::one_release, Isolation::own_process,
           read_markdown},
    Reader{"csv", csv_extensions, FileShape::many_releases, Isolation::none, read_csv},
    Reader{"json", json_extensions, FileShape::many_releases, Isolation::none, read_json},
    Reader{"feed", feed_extensions, FileShape::many_releases, Isolation::own_process, read_feed},
    Reader{"xml", xml_extensions, FileShape::many_releases, Isolation::own_process, read_xml},
    Reader{"pdf", pdf_extensions, FileShape::one_release, Isolation::own_process, read_pdf},
};

}  // namespace

std::span<const Reader> readers() {
    return all_readers;
}

const Reader* find_reader(std::string_view format) {
    for (const Reader& reader : all_readers) {
        if (reader.format == format) return &reader;
    }
    return nullptr;
}

const Reader* reader_for_extension(std::string_view extension) {
    for (const Reader& reader : all_readers) {
        const auto& known = reader.extensions;
        if (std::find(known.begin(), known.end(), extension) != known.end()) return &reader;
    }
    return nullptr;
}

}  // namespace vigyapti
