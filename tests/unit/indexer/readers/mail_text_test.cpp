#include "indexer/readers/mail_text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {
namespace {

std::string of_kind(PartKind kind, std::string_view text, PlainTextForm form,
                    MailKind mail = MailKind::plain) {
    Draft draft;
    add_plain_text(text, form, mail, draft);
    std::string all;
    for (const Part& part : draft.parts) {
        if (part.kind != kind) continue;
        if (!all.empty()) all += '\n';
        all += part.text;
    }
    return all;
}

std::string body_of(std::string_view text, PlainTextForm form = {}) {
    return of_kind(PartKind::body, text, form);
}

const std::string wrapped =
    "The Foreign Secretary held consultations with officials in Kathmandu on\n"
    "trade, connectivity and the security of shipping, the Ministry said in a\n"
    "statement.\n";
const std::string joined =
    "The Foreign Secretary held consultations with officials in Kathmandu on "
    "trade, connectivity and the security of shipping, the Ministry said in a "
    "statement.";

}  // namespace

TEST_CASE("lines that were broken at a column are joined to paragraphs") {
    CHECK(body_of(wrapped + "\n" + wrapped) == joined + "\n" + joined);
    std::string with_returns = wrapped;
    for (std::size_t at = 0; (at = with_returns.find('\n', at)) != std::string::npos; at += 2)
        with_returns.insert(at, 1, '\r');
    CHECK(body_of(with_returns) == joined);
    CHECK(body_of("विदेश सचिव ने काठमांडू में अधिकारियों के साथ व्यापार, संपर्क और\n"
                  "समुद्री सुरक्षा पर बातचीत की, मंत्रालय ने यह जानकारी दी। दोनों पक्ष\n"
                  "फिर मिलेंगे।\n") ==
          "विदेश सचिव ने काठमांडू में अधिकारियों के साथ व्यापार, संपर्क और "
          "समुद्री सुरक्षा पर बातचीत की, मंत्रालय ने यह जानकारी दी। दोनों पक्ष "
          "फिर मिलेंगे।");
    CHECK(body_of("The two sides agreed to meet again before the end of the year for long-\n"
                  "term plans.\n") ==
          "The two sides agreed to meet again before the end of the year for long-term plans.");
}

TEST_CASE("lines that end where a paragraph ends stay apart") {
    const std::string title = "Visit of the Foreign Secretary\nKathmandu, 17 October 2023\n";
    CHECK(body_of(title + wrapped) == title + joined);
    CHECK(body_of("New Delhi\nSouth Block\n") == "New Delhi\nSouth Block");
    const std::string list =
        "- a direct air link as soon as the agreement on air services is signed\n"
        "- a meeting before the end of the year";
    CHECK(body_of(list) == list);
    const std::string unbroken = joined + "\n" + joined + " " + joined + "\nEnd";
    CHECK(body_of(unbroken) == unbroken);
}

TEST_CASE("a line of nothing but marks of quotation parts paragraphs") {
    for (const std::string_view marks : {" >", "\t>>", " > >"})
        CHECK(body_of(wrapped + std::string(marks) + "\n" + wrapped) == joined + "\n" + joined);
    CHECK(body_of(wrapped + " >") == joined);
}

TEST_CASE("flowed lines are joined where they say so") {
    const PlainTextForm flowed{true, false};
    CHECK(body_of("The two \nsides \nmet.\nIn Delhi.\n", flowed) ==
          "The two sides met.\nIn Delhi.");
    CHECK(body_of(" From Delhi \n to Agra.\n", flowed) == "From Delhi to Agra.");
    CHECK(body_of("दिल् \nली\n", {true, true}) == "दिल्ली");
    CHECK(body_of("They met. \n-- \nPress \nOffice\n", flowed) == "They met.");
    CHECK(body_of("They said: \n> we \n> agree\nand left\n", flowed) == "They said:\nand left");
    CHECK(body_of(wrapped, flowed) == joined);
}

TEST_CASE("what is around the text is boilerplate") {
    struct Case {
        std::string text;
        std::string body;
        std::string boilerplate;
    };
    for (const Case& each : {
             Case{"They met.\n-- \nPress Office\n\nSouth Block\n", "They met.",
                  "--\nPress Office\nSouth Block"},
             Case{"They met.\n--\nPress Office\n", "They met.", "--\nPress Office"},
             Case{"They met.\n\nOn 17 October 2023, A. Rao wrote:\n> When?\n>> Where?\n\nToday.\n",
                  "They met.\nToday.", "On 17 October 2023, A. Rao wrote:\n> When?\n>> Where?"},
             Case{"मिले।\n\n17 अक्टूबर को राव ने लिखा:\n> कब?\n", "मिले।",
                  "17 अक्टूबर को राव ने लिखा:\n> कब?"},
             Case{"They met.\n_______________________________________________\n"
                  "Press mailing list\nhttp://lists.example.org/mailman/listinfo/press\n",
                  "They met.",
                  "_______________________________________________\n"
                  "Press mailing list\nhttp://lists.example.org/mailman/listinfo/press"},
             Case{"Part one\n--------\nThey met.\n", "Part one\nThey met.", "--------"},
             Case{"A mailing list will be set up.\n\nThey met.\n",
                  "A mailing list will be set up.\nThey met.", ""},
             // Two hyphens may part a text, or begin one.
             Case{"One\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n",
                  "One\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", ""},
             Case{"-- \nThey met.\n", "--\nThey met.", ""},
             Case{"", "", ""},
             Case{"\n \n\t\n", "", ""},
         }) {
        CAPTURE(each.text);
        CHECK(body_of(each.text) == each.body);
        CHECK(of_kind(PartKind::boilerplate, each.text, {}) == each.boilerplate);
    }
}

TEST_CASE("what is quoted or forwarded is told in plain text as in HTML") {
    struct Case {
        MailKind kind;
        std::string text;
        std::string body;
    };
    using enum MailKind;
    const std::string visit = "विदेश मंत्री आज दो दिन की यात्रा पर काठमांडू पहुँचे।";
    const std::string header =
        "From: Press Office <press@example.org>\nDate: Tue, 17 Oct 2023 17:30\nSubject: यात्रा\n"
        "To: A. Rao <rao@example.org>,\n B. Das <das@example.org>\n\n";
    const std::string forwarded = "---------- Forwarded message ---------\n" + header + visit;
    const std::string memo =
        "Press Office\n\nFrom: Press Officer\nTo: All media\nDate: 17 October 2023\n"
        "Subject: Visit\n\n" +
        visit;
    std::string long_note;
    while (long_note.size() < 4'000)
        long_note += (long_note.empty() ? "" : " ") + visit;
    for (const Case& each : {
             Case{plain, "आपकी जानकारी के लिए।\n\n" + forwarded, visit},
             Case{reply, "आपकी जानकारी के लिए।\n\n" + forwarded, visit},
             Case{plain, "आपकी जानकारी के लिए।\n\n-- \nराव\nदिल्ली\n\n" + forwarded, visit},
             Case{plain, forwarded + "\n\n-- \nPress Office\n", visit},
             Case{forward, "आपकी जानकारी के लिए।\n\n" + header + visit, visit},
             Case{forward, "आपकी जानकारी के लिए।\n\n> " + visit + "\n>> When?\n", visit},
             Case{forward, "> " + visit, visit},
             Case{plain, "> " + visit, visit},
             Case{forward, visit, visit},
             Case{forward, visit + "\n\n---------- Forwarded message ---------\n", visit},
             Case{forward, visit + "\n\nउन्होंने लिखा:\n\nहम मित्र हैं।",
                  visit + "\nउन्होंने लिखा:\nहम मित्र हैं।"},
             Case{plain, long_note + "\n\n" + forwarded, long_note + "\n" + visit},
             Case{reply, "धन्यवाद।\n\n________________________________\n" + header + visit,
                  "धन्यवाद।"},
             Case{reply, "धन्यवाद।\n\n-----Original Message-----\nFrom: Press Office\n\n" + visit,
                  "धन्यवाद।"},
             Case{reply, "धन्यवाद।\n\nFrom: A. Rao Sent: Tuesday To: B. Das Subject: x\n\n" + visit,
                  "धन्यवाद।"},
             Case{reply, "धन्यवाद।\n\nOn 17 Oct 2023, Press <press@example.org> wrote:\n\n" + visit,
                  "धन्यवाद।"},
             Case{reply, "________________________________\n" + header + visit, visit},
             Case{reply, "कब?\n\n> " + visit + "\n\nकल।\n", "कब?\nकल।"},
             Case{plain, memo,
                  "Press Office\nFrom: Press Officer\nTo: All media\nDate: 17 October 2023\n"
                  "Subject: Visit\n" +
                      visit},
         }) {
        CAPTURE(each.text);
        CHECK(of_kind(PartKind::body, each.text, {}, each.kind) == each.body);
    }
}

TEST_CASE("hostile quotations take no long time") {
    for (const std::string& unit :
         {std::string("From: a@b\n"), std::string("To: a@b\n"), std::string("> > "),
          std::string("---------- Forwarded message ---------\n"), std::string("A wrote:\n> a\n"),
          std::string("From: a@b\nSubject: c\n\n"), std::string("From: a Sent: b ")}) {
        std::string text;
        while (text.size() < 1'000'000)
            text += unit;
        for (const MailKind kind : {MailKind::plain, MailKind::reply, MailKind::forward}) {
            Draft draft;
            add_plain_text(text, {}, kind, draft);
            CHECK_FALSE(draft.parts.empty());
        }
    }
}

}  // namespace vigyapti
