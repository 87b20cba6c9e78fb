#include "indexer/readers/mail_subject.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vigyapti {
namespace {

using enum MailKind;

}  // namespace

TEST_CASE("prefixes of replies and forwards are left out, and the first says what the mail is") {
    struct Case {
        std::string subject;
        std::string title;
        MailKind kind;
    };
    for (const Case& each : {
             Case{"Visit to Nepal", "Visit to Nepal", plain},
             Case{"Re: Visit", "Visit", reply},
             Case{" RE:Visit ", "Visit", reply},
             Case{"Re[2]: Visit", "Visit", reply},
             Case{"Re (3): Visit", "Visit", reply},
             Case{"RE : TR : Visite", "Visite", reply},
             Case{"TR\u00A0: Visite", "Visite", forward},
             Case{"Fwd: Re: Visit", "Visit", forward},
             Case{"AW: WG: Besuch", "Besuch", reply},
             Case{"WG: Besuch", "Besuch", forward},
             Case{"अग्रेषित: विदेश मंत्री की यात्रा", "विदेश मंत्री की यात्रा", forward},
             Case{"प्रत्युत्तर: यात्रा", "यात्रा", reply},
             Case{"转发：访问", "访问", forward},
             // What begins like a prefix is none.
             Case{"Relief: what was sent", "Relief: what was sent", plain},
             Case{"Re visit", "Re visit", plain},
             Case{"Reply: Visit", "Reply: Visit", plain},
             Case{"Re[20235]: Visit", "Re[20235]: Visit", plain},
             Case{"Re(x): Visit", "Re(x): Visit", plain},
             Case{"Visit: Re: Talks", "Visit: Re: Talks", plain},
             // Better than nothing.
             Case{"Re:", "Re:", reply},
             Case{"", "", plain},
         }) {
        CAPTURE(each.subject);
        const MailSubject read = read_subject(each.subject);
        CHECK(read.title == each.title);
        CHECK(read.kind == each.kind);
    }
}

TEST_CASE("tags stay unless they name the list") {
    struct Case {
        std::string subject;
        std::string list;
        std::string title;
    };
    const std::string list = "\"Press releases\" <press-list.lists.example.org>";
    for (const Case& each : {
             Case{"[press-list] Visit", "", "[press-list] Visit"},
             Case{"[press-list] Visit", list, "Visit"},
             Case{"[Press-List] Visit", "press-list.lists.example.org", "Visit"},
             Case{"[press releases] Visit", list, "Visit"},
             Case{"[Press] Visit", list, "[Press] Visit"},
             Case{"Re: [press-list] Fwd: Visit", list, "Visit"},
             Case{"Re: [press] Fwd: [press] Visit", "", "[press] Visit"},
             Case{"[1/2] [press-list] Visit", list, "[1/2] Visit"},
             Case{"[press-list]", list, "[press-list]"},
             Case{"[] Visit", list, "[] Visit"},
             Case{"[press-list Visit", list, "[press-list Visit"},
         }) {
        CAPTURE(each.subject);
        CHECK(read_subject(each.subject, each.list).title == each.title);
    }
    const std::string many(100'000, '[');
    CHECK(read_subject(many).title == many);
    std::string prefixes;
    for (int i = 0; i < 10'000; ++i)
        prefixes += "Re: [a] ";
    CHECK(read_subject(prefixes + "Visit").title == "[a] Visit");
}

}  // namespace vigyapti
