#include <doctest/doctest.h>

#include <regex>
#include <string>

#include "indexer/operations/operations.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// What is explained of a file `name` with `content`.
std::string explained(const std::string& name, std::string_view content, Report& report,
                      bool legacy_fonts = true) {
    const test::TemporaryFolder folder;
    IndexOptions options;
    options.paths = {{folder.write(name, content).string(), "MEA"}};
    options.max_release_size = 1'000'000;
    options.legacy_fonts = legacy_fonts;
    const std::string out = explain_files(options, report);
    return std::regex_replace(out.substr(out.find("\nrelease:") + 1),
                              std::regex("not: [0-9-]+ .file time."), "not: TODAY [file time]");
}

}  // namespace

TEST_CASE("each field is shown with where it is from, and each block") {
    Report report;
    CHECK(explained("2023-10-18-visit.txt",
                    "Title: Visit to Russia\n\nNew Delhi, 17 October 2023\nThe minister met "
                    "officials.\nLeaders in Moscow\n© Press Office\n",
                    report) ==
          "release: 2023-10-18-visit.txt\n"
          "charset: UTF-8\n"
          "id: 2023-10-18-visit.txt [file name]\n"
          "title: Visit to Russia [record]\n"
          "date: 2023-10-17 [text]\n"
          "    not: 2023-10-18 [file name]\n"
          "    not: TODAY [file time]\n"
          "source: MEA [settings]\n"
          "lang: en [script]\n"
          "url: (none)\n"
          "country: RU IN\n"
          "\n[title]\nVisit to Russia\n"
          "\n[dateline]\nNew Delhi, 17 October 2023\n"
          "\n[body]\nThe minister met officials.\n"
          "\n[caption]\nLeaders in Moscow\n"
          "\n[credit]\n© Press Office\n");
    CHECK(report.failed == 0);
}

TEST_CASE("only the line that the date is read from is a dateline") {
    Report report;
    const std::string notice = explained(
        "a.txt", "Title: A talk\n\nVenue: Moscow\nDate: 17 October 2023\nAll are welcome.\n",
        report);
    CHECK(notice.find("[dateline]") == std::string::npos);
    CHECK(notice.find("2023-10-17") == std::string::npos);
}

TEST_CASE("an encoding is shown with what told it") {
    Report report;
    CHECK(explained("a.txt", "\xEF\xBB\xBFThe minister met officials.\n", report)
              .find("charset: UTF-8 [byte order mark]\n") != std::string::npos);
    CHECK(explained("b.txt", "The caf\xE9 opened in Moscow.\n", report)
              .find("charset: windows-1252 [detected]\n") != std::string::npos);
}

TEST_CASE("text typed for an old font is shown in Unicode, unless that is turned off") {
    const std::string typed =
        "fons'k ea=ky; us vkt ,d foKfIr tkjh dhA Hkkjr vkSj :l ds chp okrkZ gqbZ gSA\n";
    Report report;
    const std::string read = explained("a.txt", typed, report);
    CHECK(read.find("legacy font: Kruti Dev\n") != std::string::npos);
    CHECK(read.find("विदेश मंत्रालय ने आज एक विज्ञप्ति जारी की।") != std::string::npos);
    CHECK(read.find("lang: hi [script]") != std::string::npos);
    const std::string left = explained("a.txt", typed, report, false);
    CHECK(left.find("legacy font") == std::string::npos);
    CHECK(left.find("fons'k ea=ky;") != std::string::npos);
}

TEST_CASE("what cannot be read is a failure") {
    Report report;
    explained("a.jsonl", "{\"text\":\"x\"}\n{broken\n", report);
    CHECK(report.failed == 1);
    explained("a.txt", "", report);
    CHECK(report.failed == 2);
}

TEST_CASE("why a file holds no release is said, and is no failure") {
    const test::TemporaryFolder folder;
    IndexOptions options;
    options.paths = {{folder.write("f.rss", "<rss/>").string(), ""}};
    options.max_file_size = options.max_release_size = 1'000'000;
    Report report;
    const std::string out = explain_files(options, report);
    CHECK(out.ends_with("format: feed\nno release: no items in the feed\n"));
    CHECK(report.failed == 0);
}

}  // namespace vigyapti
