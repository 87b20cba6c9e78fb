// Mails that no mail program would write.
#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>

#include "common/text/utf8.hpp"
#include "indexer/readers/mail.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

std::string text_of(const Release& release) {
    std::string text;
    for (const Block& block : release.blocks)
        text += (text.empty() ? "" : "\n") + block.text;
    return text;
}

CollectedReleases read(std::string_view bytes) {
    return collect(read_mail, bytes, "m.eml");
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

}  // namespace

TEST_CASE("multiparts nested without end are read to some depth") {
    std::string mail = "Subject: a\n";
    for (int i = 0; i < 10'000; ++i)
        mail += fmt::format("Content-Type: multipart/mixed; boundary=b{}\n\n--b{}\n", i, i);
    const auto found = read(mail + "\nThey met.\n");
    CHECK(found.releases.size() == 1);
    CHECK(found.problems.size() == 1);
}

TEST_CASE("only the first parts of very many are read") {
    const std::string head = "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n";
    const auto found = read(head + repeated("--b\n\nThey met.\n", 2000) + "--b--\n");
    REQUIRE(found.releases.size() == 1);
    CHECK(found.problems.size() == 1);
    CHECK(found.problems[0] == "0: more than 1000 parts, so the rest is not read");
    CHECK(refusal_of(read_mail, head + repeated("--b\n\n", 200'000), "m.eml") ==
          "more parts or header lines than a mail has");
    CHECK(refusal_of(read_mail, repeated("To: a\n", 20'000), "m.eml") ==
          "more parts or header lines than a mail has");
}

TEST_CASE("boundaries that are wrong lose no text") {
    for (const std::string_view type :
         {"multipart/mixed", "multipart/mixed; boundary=", "multipart/mixed; boundary=\"\"",
          "multipart/mixed; boundary=c", "multipart/mixed; boundary=\"b", "multipart/"}) {
        CAPTURE(type);
        const auto found =
            read(fmt::format("Subject: a\nContent-Type: {}\n\n--b\n\nThey met.\n--b--\n", type));
        CHECK(found.releases.size() == 1);
    }
    // An inner multipart of its outer one's boundary, and one that is never closed.
    const auto same = read(
        "Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThey met.\n");
    REQUIRE(same.releases.size() == 1);
    CHECK(text_of(same.releases[0]) == "They met.");
}

TEST_CASE("long lines and NULs are read") {
    const std::string word(1'000'000, 'a');
    CHECK(read("Subject: " + word + "\n\nb").releases[0].title.size() > 0);
    CHECK(text_of(read("Subject: a\nX-Long: " + word + "\n\nb").releases[0]) == "b");
    for (const std::string_view piece :
         {"=?", "=?a?b?", "=?a?q?=", "=?utf-8?b?4KS1?= ", "\"", "<", "(", "\\", "<a>,"}) {
        CAPTURE(piece);
        const std::string many = repeated(piece, 100'000);
        CHECK(read(fmt::format("Subject: {0}\nFrom: {0}\nDate: {0}\nMessage-ID: {0}\n"
                               "Archived-At: {0}\nContent-Type: {0}\n\nb",
                               many))
                  .problems.empty());
    }
    using namespace std::string_literals;
    const auto with_nuls = read("Subject: a\0b\nTo: \0\n\nThey\0 met.\n"s);
    REQUIRE(with_nuls.drafts.size() == 1);
    for (const Part& each : with_nuls.drafts[0].parts)
        CHECK(each.text.find('\0') == std::string::npos);
}

TEST_CASE("groups in groups of addresses fill no stack") {
    const std::string mail = "Subject: a\nTo: " + repeated("a:", 300'000) + "\n\nb";
    CHECK(read(mail).releases.size() == 1);
    CHECK(read("Subject: b\nContent-Type: message/rfc822\n\n" + mail).releases.size() == 1);
}

TEST_CASE("text of rules, quotations and signatures takes no more time than other text") {
    for (const std::string_view piece :
         {"--\n", "-- \n", ">\n", "> > >", "-----\n", "a\n\n", "a:\n> b\n", " \n", "a \n", "\r",
          ">From ", "\n>From \n", "\n\nFrom \n"}) {
        CAPTURE(piece);
        const std::string text = repeated(piece, 90'000);
        for (const std::string_view flowed : {"", "Content-Type: text/plain; format=flowed\n"})
            CHECK(read(fmt::format("Subject: a\n{}\n{}", flowed, text)).releases.size() == 1);
        read("From a 10:00\nSubject: a\n\n" + text);
    }
}

TEST_CASE("every beginning of a mail can be read or is refused") {
    const std::string mail =
        "From a 10:00\nSubject: =?utf-8?q?=E0=A4=B5?=\nContent-Type: multipart/alternative;\n"
        " boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nविदेश\n--b\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+YTwvcD4=\n--b--\n";
    for (std::size_t size = 0; size < mail.size(); ++size) {
        try {
            for (const Draft& draft : read(mail.substr(0, size)).drafts) {
                for (const Part& each : draft.parts)
                    CHECK_FALSE(find_malformed_utf8(each.text));
            }
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::bad_input);
        }
    }
}

}  // namespace vigyapti
