#include <algorithm>
#include <array>

#include "indexer/reader.hpp"
#include "indexer/readers/archive.hpp"
#include "indexer/readers/csv.hpp"
#include "indexer/readers/docx.hpp"
#include "indexer/readers/feed.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/json.hpp"
#include "indexer/readers/jsonl.hpp"
#include "indexer/readers/mail.hpp"
#include "indexer/readers/markdown.hpp"
#include "indexer/readers/odt.hpp"
#include "indexer/readers/pdf.hpp"
#include "indexer/readers/text.hpp"
#include "indexer/readers/warc.hpp"
#include "indexer/readers/xml.hpp"

namespace vigyapti {
namespace {

constexpr std::array<std::string_view, 11> archives{".7z",  ".bz2",  ".gz", ".tar", ".tbz2", ".tgz",
                                                    ".txz", ".tzst", ".xz", ".zip", ".zst"};
constexpr std::array<std::string_view, 2> csv{".csv", ".tsv"};
constexpr std::array<std::string_view, 4> docx{".docm", ".docx", ".dotm", ".dotx"};
constexpr std::array<std::string_view, 3> feeds{".atom", ".rdf", ".rss"};
// Of saved pages, also where the server made them with a program.
constexpr std::array<std::string_view, 7> pages{".asp", ".aspx",  ".htm",  ".html",
                                                ".php", ".shtml", ".xhtml"};
constexpr std::array<std::string_view, 1> json{".json"};
constexpr std::array<std::string_view, 2> jsonl{".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 2> mails{".eml", ".mbox"};
constexpr std::array<std::string_view, 2> markdown{".markdown", ".md"};
constexpr std::array<std::string_view, 3> odt{".fodt", ".odt", ".ott"};
constexpr std::array<std::string_view, 1> pdf{".pdf"};
constexpr std::array<std::string_view, 2> text{".text", ".txt"};
constexpr std::array<std::string_view, 2> crawls{".arc", ".warc"};
constexpr std::array<std::string_view, 1> xml{".xml"};

using enum FileShape;
using enum Isolation;

constexpr std::array all_readers{
    Reader{"archive", archives, many_releases, own_process, read_archive, prepare_archive},
    Reader{"csv", csv, many_releases, none, read_csv},
    Reader{"docx", docx, one_release, own_process, read_docx},
    Reader{"feed", feeds, many_releases, own_process, read_feed},
    Reader{"html", pages, one_release, none, read_html, prepare_html},
    Reader{"json", json, many_releases, none, read_json},
    Reader{"jsonl", jsonl, one_record_a_line, none, read_jsonl},
    Reader{"mail", mails, many_releases, own_process, read_mail, prepare_mail},
    Reader{"markdown", markdown, one_release, own_process, read_markdown},
    Reader{"odt", odt, one_release, own_process, read_odt},
    Reader{"pdf", pdf, one_release, own_process, read_pdf, prepare_pdf},
    Reader{"text", text, one_release, none, read_text},
    Reader{"warc", crawls, many_releases, own_process, read_warc},
    Reader{"xml", xml, many_releases, own_process, read_xml},
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
