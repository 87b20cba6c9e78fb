#include "indexer/readers/mail.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>
#include <vector>

#include "tests/support/archives.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

using Strings = std::vector<std::string>;

const std::string visit = "मंत्री आज काठमांडू पहुँचे।";
const std::string talks = "The two sides met in New Delhi.";

const std::string header =
    "Subject: =?utf-8?B?4KS14KS/4KSm4KWH4KS2IOCkruCkguCkpOCljeCksOClgA==?=\n"
    "From: Press Office <press@example.org>\n"
    "Date: Tue, 17 Oct 2023 23:30:00 +0530 (IST)\n"
    "Message-ID: <1@example.org>\n";

std::string text_of(const Release& release) {
    std::string text;
    for (const Block& block : release.blocks)
        text += (text.empty() ? "" : "\n") + block.text;
    return text;
}

CollectedReleases read(std::string_view bytes, std::string name = "m.eml") {
    return collect(read_mail, bytes, std::move(name));
}

Release one(std::string_view bytes) {
    return read_one(read_mail, bytes, "m.eml");
}

std::string part(std::string_view fields, std::string_view body) {
    return fmt::format("--b\n{}\n\n{}\n", fields, body);
}

// A mail of `parts`, each as of `part`.
std::string multipart(std::string_view subtype, std::string_view parts) {
    return fmt::format("{}Content-Type: multipart/{}; boundary=b\n\n{}--b--\n", header, subtype,
                       parts);
}

}  // namespace

TEST_CASE("the header names the release and dates it") {
    const Release release = one(header + "Archived-At: <https://lists.example.org/press/1.html>\n" +
                                "List-Archive: <https://lists.example.org/press/>\n\n" + visit);
    CHECK(release.title == "विदेश मंत्री");
    CHECK(release.date == "2023-10-17");
    CHECK(release.source == "Press Office");
    CHECK(release.id == "1@example.org");
    CHECK(release.url == "https://lists.example.org/press/1.html");
    CHECK(text_of(release) == visit);
}

TEST_CASE("a title is the subject without what replies, forwards and the list put before it") {
    struct Case {
        std::string subject;
        std::string list;
        std::string title;
    };
    for (const Case& each : {
             Case{"Re: Visit to Nepal", "", "Visit to Nepal"},
             Case{"RE: FW: Fwd: Visit to Nepal", "", "Visit to Nepal"},
             Case{"अग्रेषित: विदेश मंत्री की यात्रा", "", "विदेश मंत्री की यात्रा"},
             Case{"Fwd: [press-list] Visit to Nepal", "", "[press-list] Visit to Nepal"},
             Case{"[press-list] Fwd: Visit to Nepal", "Press <press-list.example.org>",
                  "Visit to Nepal"},
             Case{"[Press] Visit to Nepal", "Press <press-list.example.org>", "Visit to Nepal"},
             Case{"Relief: what was sent", "", "Relief: what was sent"},
         }) {
        CAPTURE(each.subject);
        CHECK(one("Subject: " + each.subject + "\nList-Id: " + each.list + "\n\n" + talks).title ==
              each.title);
    }
}

TEST_CASE("dates are those of the sender's clock") {
    struct Case {
        std::string header;
        std::string date;
    };
    for (const Case& each : {
             Case{"17 Oct 2023 10:00:00 +0530", "2023-10-17"},
             Case{"Tue, 17 Oct 2023 23:59:59 -0800", "2023-10-17"},
             Case{"Tue, 17 Oct 2023 00:10:00 GMT", "2023-10-17"},
             Case{"Sat, 17 Oct 98 10:00:00 EST", "1998-10-17"},
             Case{"Tue Oct 17 10:00:00 2023", "2023-10-17"},
             Case{"2023-10-17T10:00:00Z", "2023-10-17"},
             Case{"soon", ""},
             Case{"", ""},
         }) {
        CAPTURE(each.header);
        CHECK(one("Subject: a\nDate: " + each.header + "\n\n" + talks).date == each.date);
    }
}

TEST_CASE("a text is decoded from its encoding and its charset") {
    struct Case {
        std::string fields;
        std::string body;
        std::string text;
    };
    const std::string plain = "Content-Type: text/plain; charset=";
    for (const Case& each : {
             Case{"", visit, visit},
             Case{plain + "utf-8\nContent-Transfer-Encoding: base64",
                  "4KSu4KSC4KSk4KWN4KSw4KWAIOCkhuCknA==", "मंत्री आज"},
             Case{plain + "iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
                  "Caf=E9 =\nopens", "Café opens"},
             Case{plain + "\"windows-1252\"", "\x93Talks\x94", "“Talks”"},
             Case{plain + "utf-16le\nContent-Transfer-Encoding: base64", "LgkCCSQJTQkwCUAJ",
                  "मंत्री"},
             Case{plain + "nonsense", visit, visit},
             Case{"Content-Type: text/html; charset=iso-8859-1\n"
                  "Content-Transfer-Encoding: quoted-printable",
                  "<p>Caf=E9 opens</p><p>It is new</p>", "Café opens\nIt is new"},
             Case{"Content-Type: text/html",
                  "<meta charset=\"windows-1252\"><p>\x93Talks\x94 are on</p>", "“Talks” are on"},
             Case{plain + "utf-8; format=flowed", "The two \nsides met", "The two sides met"},
             Case{"Content-Type: nonsense", talks, ""},
         }) {
        CAPTURE(each.fields);
        CAPTURE(each.body);
        CHECK(text_of(one(header + each.fields + (each.fields.empty() ? "\n" : "\n\n") +
                          each.body)) == each.text);
    }
}

TEST_CASE("of alternatives that with most to read is taken") {
    const std::string plain = "Content-Type: text/plain; charset=utf-8";
    const std::string html = "Content-Type: text/html; charset=utf-8";
    CHECK(text_of(one(multipart("alternative", part(plain, talks) + part(html, "<p>Talks</p>")))) ==
          talks);
    CHECK(text_of(one(multipart("alternative", part(plain, "This mail is a page.") +
                                                   part(html, "<p>" + talks + "</p>")))) == talks);
    const std::string related =
        "--b\nContent-Type: multipart/related; boundary=c\n\n"
        "--c\nContent-Type: text/html\n\n<p>" +
        talks +
        "</p>\n"
        "--c\nContent-Type: image/png\n\nxxxx\n--c--\n";
    CHECK(text_of(one(multipart("alternative", part(plain, "Talks") + related))) == talks);
}

TEST_CASE("texts beside each other are one text") {
    const auto found = read(multipart(
        "mixed", part("Content-Type: text/plain; charset=utf-8", visit) +
                     part("Content-Type: text/plain", talks) +
                     part("Content-Type: text/plain",
                          "____________________\nPress mailing list\nPress@lists.example.org")));
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 1);
    CHECK(text_of(found.releases[0]) == visit + "\n" + talks);
    const std::string is_signed = multipart(
        "signed", part("Content-Type: text/plain", talks) +
                      part("Content-Type: application/pgp-signature; name=s.asc", "xxxx"));
    CHECK(text_of(one(is_signed)) == talks);
}

TEST_CASE("attachments of known formats are releases of their own") {
    const auto found = read(multipart(
        "mixed",
        part("Content-Type: text/plain; charset=utf-8", visit) +
            part("Content-Type: text/plain; charset=iso-8859-1\n"
                 "Content-Transfer-Encoding: quoted-printable\n"
                 "Content-Disposition: attachment; filename=\"a/b.txt\"",
                 "Caf=E9 opens") +
            part("Content-Type: application/octet-stream; name=\"=?utf-8?B?4KSV?=.txt\"\n"
                 "Content-Disposition: attachment",
                 talks) +
            part("Content-Type: text/html\nContent-Disposition: attachment", "<p>" + talks) +
            part("Content-Type: text/plain; name=t.jsonl", R"({"title":"From a list"})") +
            part("Content-Type: text/plain; name=t.jsonl", "bad") +
            part("Content-Type: image/png; name=p.png", "xxxx")));
    REQUIRE(found.releases.size() == 5);
    CHECK(found.releases[0].id == "1@example.org");
    CHECK(text_of(found.releases[0]) == visit);
    CHECK(found.releases[1].id == "m.eml/b.txt");
    CHECK(found.releases[1].title == "Café opens");
    CHECK(found.releases[1].source == "Press Office");
    CHECK(found.releases[2].id == "m.eml/क.txt");
    CHECK(found.releases[3].id == "m.eml/attachment.html");
    CHECK(found.releases[4].id == "m.eml/t.jsonl:1");
    REQUIRE(found.problems.size() == 1);
    CHECK(found.problems[0].starts_with("0: 5/t.jsonl:1: "));
}

TEST_CASE("attachments have the date and the sender of their mail where they have none") {
    const std::string inner = "Subject: Inner\n\nThey had met.";
    const auto found = read(
        multipart("mixed", part("Content-Type: text/plain; name=a.txt", talks) +
                               part("Content-Type: text/plain; name=b.txt",
                                    "Title: Visit\nDate: 2023-10-01\nSource: Embassy\n\n" + talks) +
                               part("Content-Type: text/plain; name=c.txt",
                                    "Visit\nKathmandu, 3 October 2023\n" + talks) +
                               part("Content-Type: text/plain; name=2023-10-04.txt", talks) +
                               part("Content-Type: message/rfc822; name=m.eml", inner)));
    Strings seen;
    for (const Release& release : found.releases)
        seen.push_back(release.date + ' ' + release.source);
    CHECK(seen == Strings{"2023-10-17 Press Office", "2023-10-01 Embassy",
                          "2023-10-03 Press Office", "2023-10-04 Press Office",
                          "2023-10-17 Press Office"});
}

TEST_CASE("what a forwarded mail brings along has the date and the sender of that mail") {
    const auto found = read(multipart(
        "mixed", part("Content-Type: text/plain; charset=utf-8",
                      "---------- Forwarded message ---------\nFrom: Embassy <e@example.org>\n"
                      "Date: Mon, 16 Oct 2023 10:00\nSubject: यात्रा\n") +
                     part("Content-Type: text/plain; name=a.txt", talks)));
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].id == "m.eml/a.txt");
    CHECK(found.releases[0].date == "2023-10-16");
    CHECK(found.releases[0].source == "Embassy");
}

TEST_CASE("a mail without text is the cover of its attachments") {
    const std::string attached =
        part("Content-Type: text/plain\nContent-Disposition: attachment; filename=b.txt", talks);
    const auto found = read(multipart("mixed", attached));
    REQUIRE(found.releases.size() == 1);
    CHECK(found.releases[0].id == "m.eml/b.txt");
    // Its title is better than nothing.
    const auto picture = read(multipart("mixed", part("Content-Type: image/png", "xxxx")));
    REQUIRE(picture.releases.size() == 1);
    CHECK(picture.releases[0].title == "विदेश मंत्री");
}

TEST_CASE("mails in mails are releases, to some depth") {
    const auto found = read(multipart(
        "mixed", part("Content-Type: text/plain", talks) +
                     part("Content-Type: message/rfc822",
                          "Subject: Inner\nDate: 1 Feb 2022 10:00:00 +0000\n\nThey had met.")));
    CHECK(found.problems.empty());
    REQUIRE(found.releases.size() == 2);
    CHECK(found.releases[1].id == "m.eml/attachment.mail");
    CHECK(found.releases[1].title == "Inner");
    CHECK(found.releases[1].date == "2022-02-01");
    std::string deep = "Subject: The last\n\n" + talks;
    for (int i = 0; i < 8; ++i)
        deep = "Subject: Outer\nContent-Type: message/rfc822\n\n" + deep;
    const auto too_deep = read(deep);
    REQUIRE(too_deep.problems.size() == 1);
    CHECK(too_deep.problems[0].ends_with("a mail in mails, 5 deep, so not read"));
}

TEST_CASE("what is encrypted is a problem") {
    struct Case {
        std::string mail;
        std::string problem;
    };
    for (const Case& each : {
             Case{multipart("encrypted",
                            part("Content-Type: application/pgp-encrypted", "Version: 1") +
                                part("Content-Type: application/octet-stream", "x")),
                  "0: encrypted by PGP, so not read"},
             Case{header + "\n-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n",
                  "0: encrypted by PGP, so not read"},
             Case{header + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nx",
                  "0: encrypted by S/MIME, so not read"},
             Case{header + "Content-Type: application/x-pkcs7-mime; smime-type=signed-data\n\nx",
                  "0: wrapped in a signature of S/MIME, so not read"},
         }) {
        CAPTURE(each.problem);
        const auto found = read(each.mail);
        CHECK(found.releases.empty());
        CHECK(found.problems == Strings{each.problem});
    }
}

TEST_CASE("each message of a mailbox is read, whatever stands before it") {
    const std::string line = "From press@example.org Tue Oct 17 10:00:00 2023\n";
    const std::string first = header + "\nThey met.\n\n>From there they left.\n>>From: A. Rao\n";
    for (const std::string_view blank : {"\n", "\n\n"}) {
        CAPTURE(blank);
        const auto found = read(fmt::format("{}{}{}{}No header here\n{}{}Subject: Third\n\n{}\n\n"
                                            "From Delhi they left.\n",
                                            line, first, blank, line, blank, line, talks),
                                "letters.mbox");
        REQUIRE(found.releases.size() == 2);
        CHECK(found.releases[0].id == "1@example.org");
        CHECK(text_of(found.releases[0]) == "They met.\nFrom there they left.");
        CHECK(found.releases[1].id == "letters.mbox:3");
        CHECK(found.releases[1].title == "Third");
        CHECK(text_of(found.releases[1]) == talks + "\nFrom Delhi they left.");
        REQUIRE(found.problems.size() == 1);
        const std::size_t number = 11 + blank.size();
        CHECK(found.problems[0] == fmt::format("{}: message 2: no header field in it", number));
    }
}

TEST_CASE("lists' archives name no mail that has no other name") {
    const std::string mail =
        "Subject: a\nList-Archive: <https://lists.example.org/press/a>\n\n" + talks;
    CHECK(one(mail).url.empty());
    CHECK(one(mail).id == "m.eml");
    CHECK(one("Message-ID: <1@a>\n" + mail).url == "https://lists.example.org/press/a");
}

TEST_CASE("what is no mail is refused") {
    for (const std::string_view bytes : {"", "\n\n", "no mail\n", "no mail\n\nSubject: a\n"})
        CHECK(refusal_of(read_mail, bytes, "m.eml") == "no header field in it");
    CHECK(refusal_of(read_mail, "X-A: b\n\n\n", "m.eml") == "neither a subject nor a text in it");
    CHECK(text_of(one("\xEF\xBB\xBF\r\nSubject: a\r\n\r\nb\r\n")) == "b");
}

}  // namespace vigyapti
