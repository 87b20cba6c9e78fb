#include "indexer/readers/warc.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "indexer/readers/archive.hpp"
#include "tests/support/archives.hpp"
#include "tests/support/collected_releases.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

const std::string visit = "विदेश मंत्री की यात्रा\n\nमंत्री आज काठमांडू पहुँचे।\n";
const std::string talks = "Talks on trade\n\nThe two sides met in New Delhi.\n";
const std::string page = "https://mea.example/release/1";

std::string http(std::string_view body, std::string_view type = "text/plain; charset=utf-8") {
    return fmt::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\n\r\n{}", type, body);
}

std::string record(std::string_view kind, std::string_view address, std::string_view block,
                   std::string_view type = "application/http; msgtype=response") {
    return fmt::format(
        "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2017-03-06T04:02:06Z\r\n"
        "Content-Type: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
        kind, address, type, block.size(), block);
}

CollectedReleases read(std::string_view bytes, std::string name = "n.warc") {
    return collect(read_warc, bytes, std::move(name));
}

std::string refusal(std::string_view bytes) {
    return refusal_of(read_warc, bytes, "n.warc");
}

std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("responses, resources and conversions are read by the readers of their types") {
    const auto found =
        read(record("warcinfo", "", "software: x\r\n", "application/warc-fields") +
             record("request", page, "GET /release/1 HTTP/1.1\r\n\r\n", "application/http") +
             record("response", page, http(visit)) + record("revisit", page, http("")) +
             record("resource", page + "2", talks, "text/plain") +
             record("conversion", page + "3", talks, "text/plain; charset=us-ascii") +
             record("metadata", page, "fetchTimeMs: 12\r\n", "text/plain") +
             record("response", page + ".png", http("x", "image/png")) +
             record("response", page + "/4.txt", http(talks, "application/octet-stream")));
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 4);
    CHECK(found.releases[0].title == "विदेश मंत्री की यात्रा");
    CHECK(found.releases[0].url == page);
    CHECK(found.releases[0].id == page);
    // Fetched on that day, not released.
    CHECK(found.releases[0].date.empty());
    CHECK(found.releases[1].id == page + "2");
    CHECK(found.releases[2].id == page + "3");
    CHECK(found.releases[3].id == page + "/4.txt");
}

TEST_CASE("where a type tells nothing the end of the address tells the format") {
    const auto releases = [](std::string_view address, std::string_view type) {
        return read(record("response", "https://example.org" + std::string(address),
                           http(talks, std::string(type))))
            .releases.size();
    };
    for (const std::string_view type :
         {"application/octet-stream", "binary/octet-stream", "application/force-download",
          "application/download", "application/x-download", "unknown/unknown"}) {
        CAPTURE(type);
        CHECK(releases("/4.txt", type) == 1);
        CHECK(releases("/4.png", type) == 0);
    }
    CHECK(releases("/4.txt", "video/mp4") == 0);
}

TEST_CASE("what was not received whole or not of the web is passed over") {
    const auto found = read(
        record("response", page, "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\nno") +
        record("response", page, "HTTP/1.1 301 Moved\r\nContent-Type: text/plain\r\n\r\nno") +
        record("response", page, "HTTP/1.1 206 Partial\r\nContent-Type: text/plain\r\n\r\nno") +
        record("response", "dns:mea.example", "20170306", "text/dns") +
        record("resource", "metadata://gnu.org/software/wget/warc/wget.log", talks, "text/plain") +
        record("response", "<" + page + ">", http(talks)));
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].id == page);
}

TEST_CASE("the address names releases unless it is that of a site") {
    const auto found = read(record("response", "http://mea.example/", http(talks)) +
                            record("response", "http://mea.example/a b\xE9.txt", http(visit)));
    REQUIRE(found.releases.size() == 2);
    CHECK(found.releases[0].id == "n.warc/http://mea.example/");
    CHECK(found.releases[1].url == "http://mea.example/a%20b%E9.txt");
}

TEST_CASE("releases in a list have their own addresses") {
    const auto found = read(record("resource", "http://mea.example/list.jsonl",
                                   "{\"title\":\"a\"}\n{\"title\":\"b\"}\nbad\n", ""));
    REQUIRE(found.releases.size() == 2);
    CHECK(found.releases[0].url.empty());
    CHECK(found.releases[1].id == "n.warc/http://mea.example/list.jsonl:2");
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].starts_with("0: http://mea.example/list.jsonl:3: not valid JSON"));
}

TEST_CASE("behind a broken record reading goes on at the next") {
    const std::string good = record("response", page, http(talks));
    std::string without_length = good;
    without_length.replace(without_length.find("Content-Length"), 14, "Content-Lengxx");
    std::string too_long = good;
    too_long.replace(too_long.find("Content-Length: "), 16, "Content-Length: 9");
    std::string too_short = good;
    too_short.replace(too_short.find("Content-Length: ") + 16, 1, "");
    const std::string start = "0: the record at byte 0: ";
    struct Case {
        std::string broken;
        std::string problem;
    };
    for (const Case& each : {
             Case{without_length, start + "it has no Content-Length"},
             Case{too_long, start + "it is cut off, or its Content-Length is too great"},
             Case{too_short, start + "its Content-Length is wrong"},
             Case{"junk\r\n", start + "no record begins here"},
             Case{"WARC/1.0\r\n" + std::string(70'000, 'a') + "\r\n",
                  start + "its header has no end"},
             Case{record("response", page, "<html>no header</html>"),
                  start + "no status line of HTTP"},
         }) {
        CAPTURE(each.problem);
        const auto found = read(each.broken + good);
        CHECK(found.releases.size() == 1);
        CHECK(found.problems == Strings{each.problem});
    }
    const auto cut = read(good + good.substr(0, good.size() - 20));
    CHECK(cut.releases.size() == 1);
    REQUIRE(cut.problems.size() == 1);
    CHECK(cut.problems[0].starts_with(fmt::format("0: the record at byte {}: ", good.size())));
}

TEST_CASE("ARC files of both versions are read") {
    const std::string response = http(talks);
    const std::string first = fmt::format(
        "filedesc://a.arc 127.0.0.1 20140216050221 text/plain 75\n1 0 LiveWeb Capture\n"
        "URL IP-address Archive-date Content-type Archive-length\n\n"
        "http://mea.example/a b.txt 10.0.0.1 20140216050221 text/plain {}\n{}\n",
        response.size(), response);
    const auto found = read(first + "broken\nlines\n" + first.substr(first.find("http")), "n.arc");
    REQUIRE(found.releases.size() == 2);
    CHECK(found.releases[0].id == "http://mea.example/a%20b.txt");
    CHECK(found.releases[0].title == "Talks on trade");
    CHECK(found.problems ==
          Strings{fmt::format("0: the record at byte {}: no record begins here", first.size())});
    const std::string description = "2 0 Crawler\nURL and so on\n";
    const auto second = read(
        fmt::format("filedesc://a.arc 0.0.0.0 20140216050221 text/plain 200 - - 0 a.arc {}\n{}\n"
                    "{} 10.0.0.1 20140216050221 text/plain 200 abc - 99 a.arc {}\n{}\n",
                    description.size(), description, page, response.size(), response),
        "n.arc");
    CHECK(second.problems.empty());
    REQUIRE(second.releases.size() == 1);
    CHECK(second.releases[0].id == page);
}

TEST_CASE("a record that does not agree with its digest is read and reported") {
    const std::string sound = "sha1:TONBKBIFBYA47NBZE53VTQLSHICRHCNO";  // of `talks`
    const std::string wrong = "sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ";
    const std::string chunks = fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", talks.size(), talks);
    const std::string chunked =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n" +
        chunks;
    const std::string of_block = "it does not agree with its WARC-Block-Digest";
    const std::string of_payload = "it does not agree with its WARC-Payload-Digest";
    struct Case {
        std::string kind;
        std::string block;
        std::string fields;
        std::string problem;  // empty: none
    };
    for (const Case& each : {
             Case{"resource", talks, "WARC-Block-Digest: " + sound, ""},
             Case{"resource", talks, "WARC-Block-Digest: " + wrong, of_block},
             Case{"resource", talks, "WARC-Payload-Digest: " + wrong, of_payload},
             Case{"resource", talks, "WARC-Block-Digest: crc:1", ""},
             // What the block's digest says, that of the payload cannot say better.
             Case{"resource", talks,
                  "WARC-Block-Digest: " + sound + "\r\nWARC-Payload-Digest: " + wrong, ""},
             Case{"response", http(talks), "WARC-Payload-Digest: " + sound, ""},
             Case{"response", http(talks), "WARC-Payload-Digest: " + wrong, of_payload},
             Case{"response", http(talks),
                  "WARC-Truncated: length\r\nWARC-Payload-Digest: " + wrong, ""},
             Case{"response", chunked, "WARC-Payload-Digest: " + sound, ""},
             Case{"response", chunked, "WARC-Payload-Digest: " + wrong, of_payload},
             // What is not read is not verified.
             Case{"request", talks, "WARC-Block-Digest: " + wrong, ""},
         }) {
        CAPTURE(each.fields);
        std::string text = record(each.kind, page, each.block,
                                  each.kind == "resource" ? "text/plain" : "application/http");
        text.insert(text.find("WARC-Date"), each.fields + "\r\n");
        const auto found = read(record("response", page + "0", http(visit)) + text);
        CHECK(found.releases.size() == (each.kind == "request" ? 1 : 2));
        CHECK(found.problems.size() == (each.problem.empty() ? 0 : 1));
        for (const std::string& problem : found.problems) {
            CHECK(problem.starts_with("0: the record at byte "));
            CHECK(problem.find(", " + page + ": " + each.problem) != problem.npos);
        }
    }
}

TEST_CASE("a crawl without documents is no failure, what is no crawl is one") {
    CHECK(refusal("") == "no records in it");
    CHECK(refusal("\r\n\r\n") == "no records in it");
    const auto found = read(record("request", page, "GET / HTTP/1.1\r\n\r\n", "application/http"));
    CHECK(found.problems.empty());
    CHECK(found.reasons == Strings{"no document of a known format among its 1 records"});
}

TEST_CASE("compressed archives, a member a record, are read through the archive reader") {
    const std::string bytes = compressed(record("response", page, http(talks))) +
                              compressed(record("response", page + "2", http(visit)));
    const auto found = collect(static_cast<ReadFunction>(read_archive), bytes, "n.warc.gz");
    CHECK(found.problems.empty());
    CHECK(found.releases.size() == 2);
}

TEST_CASE("every web archive that others wrote gives text or a reason") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(folder, "malformed/warc");
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        CAPTURE(name);
        const ReadFunction read_it = name.ends_with(".gz") ? static_cast<ReadFunction>(read_archive)
                                                           : static_cast<ReadFunction>(read_warc);
        std::string reason;
        std::size_t releases = 0;
        try {
            const auto found = collect(read_it, read_bytes(entry.path()), name);
            releases = found.releases.size();
            for (const std::string& problem : found.problems)
                reason += problem + "; ";
            for (const std::string& each : found.reasons)
                reason += each + "; ";
        } catch (const Error& error) {
            reason = error.what();
        }
        const bool is_explained = releases > 0 || !reason.empty();
        CHECK(is_explained);
        MESSAGE(name, ": ", releases, " releases, ", reason);
    }
}

}  // namespace vigyapti
