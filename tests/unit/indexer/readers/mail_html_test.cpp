#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/mail.hpp"
#include "tests/support/collected_releases.hpp"

namespace vigyapti {
namespace {

// Letters as mail programs write them. A short reply, and the release that it answers to or that
// was forwarded.
const std::string reply = "<div>धन्यवाद, बैठक की तिथि भेज दें।</div>";
const std::string answer = "धन्यवाद, बैठक की तिथि भेज दें।";
const std::string release =
    "<p>विदेश मंत्री आज दो दिन की यात्रा पर काठमांडू पहुँचे।</p><p>वे कल प्रधानमंत्री से मिलेंगे।</p>";
const std::string released = "विदेश मंत्री आज दो दिन की यात्रा पर काठमांडू पहुँचे।/वे कल प्रधानमंत्री से मिलेंगे।";

std::string mail(const std::string& subject, const std::string& html) {
    return "Subject: " + subject +
           "\nFrom: A. Rao <rao@example.org>\nDate: Thu, 19 Oct 2023 10:00:00 +0530\n"
           "Content-Type: text/html; charset=utf-8\n\n" +
           html;
}

// The body of the only release, line ends as '/'.
std::string body_of(const std::string& bytes) {
    const Release found = read_one(read_mail, bytes, "m.eml");
    std::string body;
    for (const Block& block : found.blocks)
        body += (body.empty() ? "" : "\n") + block.text;
    for (char& c : body) {
        if (c == '\n') c = '/';
    }
    return body;
}

// The block that Outlook puts above a message.
std::string outlook_header(const std::string& subject) {
    return "<p><b>From:</b> Press Office &lt;press@example.org&gt;<br><b>Sent:</b> Tuesday, "
           "October 17, 2023 5:30 PM<br><b>To:</b> A. Rao<br><b>Subject:</b> " +
           subject + "</p>";
}

const std::string gmail_forward =
    "<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">---------- Forwarded message "
    "---------<br>From: <strong>Press Office</strong> <span>&lt;press@example.org&gt;</span><br>"
    "Date: Tue, Oct 17, 2023 at 5:30 PM<br>Subject: यात्रा<br>To: &lt;rao@example.org&gt;<br></div>"
    "<br><br>" +
    release + "</div>";

}  // namespace

TEST_CASE("what a reply quotes is no part of its text, whatever program wrote it") {
    struct Case {
        std::string program;
        std::string html;
    };
    for (const Case& each : {
             Case{"Gmail", reply +
                               "<div class=\"gmail_quote\"><div class=\"gmail_attr\">मंगल, 17 अक्तू॰ "
                               "2023 को 5:30 pm बजे को Press Office &lt;press@example.org&gt; ने "
                               "लिखा:<br></div><blockquote class=\"gmail_quote\">" +
                               release + "</blockquote></div>"},
             Case{"Apple Mail", reply +
                                    "<div><br><blockquote type=\"cite\"><div>On 17 Oct 2023, at "
                                    "17:30, Press Office &lt;press@example.org&gt; wrote:</div>" +
                                    release + "</blockquote></div>"},
             Case{"Apple Mail, attribution outside",
                  reply +
                      "<div>On 17 Oct 2023, at 17:30, Press Office wrote:</div>"
                      "<blockquote type=\"cite\">" +
                      release + "</blockquote>"},
             Case{"Yahoo", reply +
                               "<div class=\"yahoo_quoted\"><div>On Tuesday, Press Office wrote:"
                               "</div>" +
                               release + "</div>"},
             Case{"Thunderbird", reply +
                                     "<div class=\"moz-cite-prefix\">Press Office ने 17/10/23 को "
                                     "लिखा:<br></div><blockquote type=\"cite\" cite=\"mid:1\">" +
                                     release + "</blockquote>"},
             Case{"Outlook", reply + "<div style=\"border-top:solid #E1E1E1 1.0pt\">" +
                                 outlook_header("यात्रा") + "</div>" + release},
             Case{"Outlook on the web",
                  reply +
                      "<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>அனுப்புநர்:"
                      "</b> Press Office<br><b>பொருள்:</b> यात்रा</div>" +
                      release},
             Case{"old Outlook",
                  reply + "<p>-----Original Message-----</p>" + outlook_header("यात्रा") + release},
             Case{"quoted twice",
                  reply + "<div class=\"gmail_quote\">On Tue, Press Office wrote:<blockquote>" +
                      gmail_forward + "</blockquote></div>"},
         }) {
        CAPTURE(each.program);
        CHECK(body_of(mail("Re: यात्रा", each.html)) == answer);
    }
}

TEST_CASE("what is forwarded is the release, and a short note above it is not") {
    struct Case {
        std::string program;
        std::string subject;
        std::string html;
    };
    const std::string note = "<div>आपकी जानकारी के लिए।</div>";
    for (const Case& each : {
             Case{"Gmail", "Fwd: यात्रा", note + gmail_forward},
             Case{"Gmail, nothing above", "Fwd: यात्रा", gmail_forward},
             Case{"Gmail, another subject", "देखें", note + gmail_forward},
             Case{"Gmail, twice", "Fwd: Fwd: यात्रा",
                  note +
                      "<div class=\"gmail_quote\">---------- Forwarded message ---------<br>From: "
                      "B. Das<br>Date: Wed, Oct 18, 2023<br>Subject: Fwd: यात्रा<br><br>" +
                      note + gmail_forward + "</div>"},
             Case{"Outlook", "FW: यात्रा", note + outlook_header("यात्रा") + release},
             Case{"Outlook, nothing above", "यात्रा", outlook_header("यात्रा") + release},
             Case{"Outlook on the web", "FW: यात्रा",
                  note +
                      "<div id=\"divRplyFwdMsg\"><b>From:</b> Press Office<br><b>Sent:</b> 17 "
                      "October 2023<br><b>Subject:</b> यात्रा</div>" +
                      release},
             Case{"Apple Mail", "Fwd: यात्रा",
                  note +
                      "<div>Begin forwarded message:</div><blockquote type=\"cite\"><div><b>From: "
                      "</b>Press Office</div><div><b>Subject: </b>यात्रा</div><div><b>Date: </b>17 "
                      "October 2023</div>" +
                      release + "</blockquote>"},
             Case{"Thunderbird", "Fwd: यात्रा",
                  note +
                      "<div class=\"moz-forward-container\">-------- Forwarded Message --------"
                      "<table class=\"moz-email-headers-table\"><tbody><tr><th>Subject: "
                      "</th><td>यात्रा"
                      "</td></tr><tr><th>Date: </th><td>Tue, 17 Oct 2023 17:30:00 +0530</td></tr>"
                      "<tr><th>From: </th><td>Press Office &lt;press@example.org&gt;</td></tr>"
                      "<tr><th>To: </th><td>A. Rao</td></tr></tbody></table>" +
                      release + "</div>"},
             Case{"only quoted", "Fwd: यात्रा",
                  note + "<blockquote type=\"cite\">" + release + "</blockquote>"},
         }) {
        CAPTURE(each.program);
        CHECK(body_of(mail(each.subject, each.html)) == released);
    }
}

TEST_CASE("what a forwarded message answers to is not the release either") {
    CHECK(body_of(mail("Fwd: यात्रा",
                       "<div class=\"gmail_quote\">---------- Forwarded message "
                       "---------<br>From: Press Office<br>Date: 17 October 2023<br>"
                       "Subject: Re: यात्रा<br><br>" +
                           release +
                           "<div class=\"gmail_quote\">On Mon, A. Rao wrote:<br>"
                           "<blockquote class=\"gmail_quote\">When is the visit?"
                           "</blockquote></div></div>")) == released);
}

TEST_CASE("a forwarded message brings its own date, sender and title") {
    const Release found =
        read_one(read_mail, mail("देखें", "<div>आपकी जानकारी के लिए।</div>" + gmail_forward), "m.eml");
    CHECK(found.title == "यात्रा");
    CHECK(found.date == "2023-10-17");
    CHECK(found.source == "Press Office");
    const Release undated =
        read_one(read_mail,
                 mail("Fwd: यात्रा",
                      "---------- Forwarded message ---------<br>From: "
                      "press@example.org<br>Date: yesterday<br>Subject: <br><br>" +
                          release),
                 "m.eml");
    CHECK(undated.title == "यात्रा");
    CHECK(undated.date == "2023-10-19");
    CHECK(undated.source == "A. Rao");
}

TEST_CASE("quotations and letters in a release are its text") {
    for (const std::string& each : {
             release + "<blockquote>हम मित्र हैं।</blockquote><p>यह उन्होंने कहा।</p>",
             release + "<p>From: Delhi</p><p>To: Kathmandu</p>",
             release + "<p>प्रधानमंत्री ने लिखा:</p><p>हम मित्र हैं।</p>",
             release + "<p>The original message of friendship was read out.</p>",
             release + "<p>He forwarded message and gifts: the visit was short.</p>",
         }) {
        CAPTURE(each);
        const std::string body = body_of(mail("यात्रा", each));
        CHECK(body.size() > released.size() + 20);
        CHECK(body.starts_with(released));
    }
}

}  // namespace vigyapti
