#include "indexer/readers/mail_quote_marks.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {

TEST_CASE("marks of older mail have hyphens around them or a colon behind") {
    for (const std::string_view line :
         {"-----Original Message-----", "-------- Original Message --------", "----- मूल संदेश -----",
          "-----Ursprüngliche Nachricht-----", "---Original Message---  "})
        CHECK(quote_mark(line) == QuoteMark::original);
    for (const std::string_view line :
         {"---------- Forwarded message ---------", "Begin forwarded message:",
          "-------- Forwarded Message --------", "---------- अग्रेषित संदेश ----------",
          "----- Forwarded by A. Rao/MEA on 17-10-2023 17:30 -----"})
        CHECK(quote_mark(line) == QuoteMark::forwarded);
    for (const std::string_view line :
         {"", "Original Message", "Forwarded message", "मूल संदेश", "-----", "--- Original",
          "The original message:", "Forwarded by post:", "-- Original Message --"})
        CHECK(quote_mark(line) == QuoteMark::none);
}

TEST_CASE("header fields of older mail are known in the languages of mail programs") {
    struct Case {
        std::string_view line;
        QuotedField field;
        std::string_view value;
    };
    for (const Case& each : {
             Case{"From: Press Office <press@example.org>", QuotedField::from,
                  "Press Office <press@example.org>"},
             Case{"*Sent:* Tuesday", QuotedField::sent, "Tuesday"},
             Case{"Subject: | यात्रा", QuotedField::subject, "यात्रा"},
             Case{"विषय: यात्रा: नेपाल", QuotedField::subject, "यात्रा: नेपाल"},
             Case{"प्रेषक : प्रेस कार्यालय", QuotedField::from, "प्रेस कार्यालय"},
             Case{"Von: Presse", QuotedField::from, "Presse"},
             Case{"CC:", QuotedField::to, ""},
         }) {
        CAPTURE(each.line);
        const auto field = quoted_header_field(each.line);
        REQUIRE(field);
        CHECK(field->field == each.field);
        CHECK(field->value == each.value);
    }
    for (const std::string_view line : {"", ":", "From Delhi", "Place: Delhi", "He said: From: x"})
        CHECK_FALSE(quoted_header_field(line));
}

TEST_CASE("a header may stand in a line") {
    CHECK(is_header_in_a_line("From: A. Rao Sent: Tuesday To: B. Das Subject: Visit"));
    CHECK(is_header_in_a_line("*From:* A. Rao *Date:* Tuesday *Subject:* Visit"));
    CHECK_FALSE(is_header_in_a_line("From: Delhi To: Kathmandu"));
    CHECK_FALSE(is_header_in_a_line("Sent: Tuesday From: A. Rao Subject: Visit"));
    CHECK_FALSE(is_header_in_a_line("From: " + std::string(100'000, ' ')));
}

TEST_CASE("attributions end in a colon") {
    for (const std::string_view line :
         {"On 17 Oct 2023, A. Rao wrote:", "मंगल, 17 अक्तू॰ 2023 को राव ने लिखा:", "A. Rao schrieb:"})
        CHECK(ends_in_attribution(line));
    for (const std::string_view line : {"", ":", "A. Rao wrote", "राव ने कहा:"})
        CHECK_FALSE(ends_in_attribution(line));
}

}  // namespace vigyapti
