#include "common/lexicon/country_finder.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "common/lexicon/countries.hpp"

namespace vigyapti {
namespace {

// The codes found in a title and a text, in order, separated by spaces.
std::string found(std::string_view title, std::string_view body = "") {
    static CountryFinder finder;
    finder.add(CountryPlace::title, title);
    finder.add(CountryPlace::body, body);
    std::string codes;
    for (const FoundCountry& each : finder.finish()) {
        if (!codes.empty()) codes += ' ';
        codes += each.code;
    }
    return codes;
}

struct Case {
    std::string_view title;
    std::string_view codes;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.title);
        CHECK(found(each.title) == each.codes);
    }
}

}  // namespace

TEST_CASE("each country is found by its name in either language") {
    // Names that are also something else count beside another word for the country only.
    const std::set<std::string_view> doubtful_english{"JE"};
    const std::set<std::string_view> doubtful_hindi{"JE", "ML", "MQ", "TD"};
    for (const std::string_view code : country_codes()) {
        for (const std::string_view language : {"en", "hi"}) {
            const auto& doubtful = language == "hi" ? doubtful_hindi : doubtful_english;
            const std::string name(country_name(code, language));
            CAPTURE(name);
            // In a title, with another country: India alone would need more.
            const std::string title = "France, " + name;
            const std::string codes = found(title, name);
            CHECK((codes.find(code) != std::string::npos) == !doubtful.contains(code));
        }
    }
}

TEST_CASE("a word in small letters that is also a common word is no country") {
    check({{"Turkey signs", "TR"},
           {"a roast turkey is served", ""},
           {"US troops leave", "US"},
           {"U.S. troops leave", "US"},
           {"he told us so", ""},
           {"Us and them", ""},
           {"cups of fine china", ""},
           {"China answers", "CN"},
           {"a guinea a head", ""},
           {"polish the brass", ""},
           {"UAE and UK sign", "AE GB"},
           {"chad and jordan in small letters", ""}});
}

TEST_CASE("the longest name wins") {
    check({{"Niger votes", "NE"},
           {"Nigeria votes", "NG"},
           {"नाइजर में चुनाव", "NE"},
           {"नाइजीरिया में चुनाव", "NG"},
           {"Guinea-Bissau votes", "GW"},
           {"Equatorial Guinea votes", "GQ"},
           {"Papua New Guinea votes", "PG"},
           {"Guinea votes", "GN"},
           {"South Sudan votes", "SS"},
           {"Sudan votes", "SD"},
           {"दक्षिण सूडान में मतदान", "SS"},
           {"North Korea fires a missile", "KP"},
           {"South Korean envoy", "KR"},
           {"उत्तर कोरिया की मिसाइल", "KP"},
           {"Northern Ireland protocol", "GB"},
           {"Ireland protocol", "IE"},
           {"Republic of the Congo votes", "CG"},
           {"Democratic Republic of the Congo votes", "CD"},
           {"Congo-Brazzaville votes", "CG"},
           {"Dominican Republic votes", "DO"},
           {"Dominica votes", "DM"},
           {"British Virgin Islands vote", "VG"},
           {"South Georgia and the South Sandwich Islands", "GS"},
           {"चीनी ताइपे की टीम", "TW"},
           {"South Africa votes", "ZA"}});
}

TEST_CASE("what only holds the name of a country does not speak of it") {
    check({{"Patrols in the South China Sea", ""},
           {"दक्षिण चीन सागर में गश्त", ""},
           {"Cyclone over the Indian Ocean", ""},
           {"हिंद महासागर में चक्रवात", ""},
           {"Fires in New Mexico", ""},
           {"Indiana votes", ""},
           {"Panama Papers published", ""},
           {"Washington Post reports", ""},
           {"Gold at 1,584 US dollars", ""},
           {"सोना 1584 अमरीकी डॉलर पर", ""},
           {"Australian Open begins", ""},
           {"Fire in Lebanon, PA", ""},
           {"Britain-based observers speak", ""},
           {"British observers speak", "GB"},
           {"Latin America summit", ""},
           {"लैटिन अमेरिका का सम्मेलन", ""},
           {"Paris Agreement anniversary", ""},
           {"पेरिस समझौते की वर्षगांठ", ""},
           {"Khelo India begins", ""},
           {"Bank of China opens a branch", ""},
           {"Embassy of China opens a branch", "CN"},
           {"चीनी मिलों का उत्पादन", ""},
           {"स्मृति ईरानी का भाषण", ""},
           {"भारती की पुस्तक", ""},
           {"डोमिनिक राब का बयान", ""},
           {"पश्चिम पाकिस्तान के शरणार्थी", ""}});
}

TEST_CASE("Georgia is the state beside its towns and the country otherwise") {
    CHECK(found("Georgia votes", "The count in Atlanta went on.").empty());
    CHECK(found("Georgia votes", "The Georgian parliament met in Tbilisi.") == "GE");
    CHECK(found("Georgia votes") == "GE");
    CHECK(found("अटलांटा: जॉर्जिया में मतगणना").empty());
    CHECK(found("जॉर्जिया की संसद") == "GE");
}

TEST_CASE("a name that is also a person's is a country where no other capital stands by") {
    check({{"King of Jordan arrives", "JO"},
           {"Jordan and Egypt agree", "JO EG"},
           {"Michael Jordan arrives", ""},
           {"Vernon Jordan arrives", ""},
           {"Jordan Henderson arrives", ""},
           {"Chad Smith arrives", ""},
           {"floods in Chad", "TD"}});
    CHECK(found("Jordan King Abdullah arrives").empty());
    CHECK(found("Jordan King Abdullah arrives", "He left Amman.") == "JO");
}

TEST_CASE("a doubtful word counts beside a sure one") {
    CHECK(found("माली ने पौधे लगाए").empty());
    CHECK(found("माली में तख्तापलट", "बमाको में सेना ने सत्ता ली।") == "ML");
    CHECK(found("चीनी महंगी हुई").empty());
    CHECK(found("चीनी विदेश मंत्री आए", "चीन ने कहा।") == "CN");
}

TEST_CASE("New Delhi is India's where another country is found, and Delhi a town") {
    CHECK(found("Russian minister in New Delhi") == "RU IN");
    CHECK(found("Minister speaks in New Delhi").empty());
    CHECK(found("Delhi votes").empty());
    CHECK(found("नई दिल्ली में बैठक").empty());
    CHECK(found("श्रीलंका के विदेश मंत्री नई दिल्ली पहुँचे") == "LK IN");
}

TEST_CASE("a release is not about India for its letterhead, address or domestic matter") {
    CHECK(found("भारत सरकार, विदेश मंत्रालय").empty());
    CHECK(found("Government of India, Ministry of External Affairs").empty());
    CHECK(found("New trains", "Ministry of Railways, Bharat Bhawan, New Delhi, India").empty());
    CHECK(found("Reserve Bank of India keeps the rate").empty());
    CHECK(found("भारतीय रेल की नई सेवा").empty());
    CHECK(found("नया पुल खुला", "राज्य में पुल खुला। यह भारत का सबसे लंबा पुल है।").empty());
    CHECK(found("India grows", "The economy of India grows. India exports more.") == "IN");
    CHECK(found("Talks with Russia", "India and Russia agreed.") == "RU IN");
}

TEST_CASE("a mention in passing counts when the title names a country, not otherwise") {
    CHECK(found("Zoo breeds storks", "The first chicks hatched. Others live in Cambodia.").empty());
    CHECK(found("Envoys on tour", "They went by bus. Envoys of Togo and Peru came along.") ==
          "TG PE");
    CHECK(found("Iran speaks", "It was a long day. A word to Iraq came late.") == "IR IQ");
    CHECK(found("Two visits", "The day was long. Kenya hosts one. Kenya hosts the other.") == "KE");
}

TEST_CASE("captions count less than text") {
    CountryFinder finder;
    finder.add(CountryPlace::title, "The meeting");
    finder.add(CountryPlace::caption, "The President of Russia arrives");
    CHECK(finder.finish().empty());
}

TEST_CASE("forms and spellings that the chain folds are found") {
    check({{"रूसियों का दल", "RU"},
           {"ईरानियों और कनाडाइयों के दल", "IR CA"},
           {"फ़्रांस में भारतीयों का दल", "FR IN"},
           {"अमेरिकियों का दल", "US"},
           {"अमरीकी दल", "US"},
           {"ब्रितानी दल", "GB"},
           {"बंगलादेश का दल", "BD"},
           {"बांग्लादेशियों का दल", "BD"},
           {"क़तर का दल", "QA"},
           {"कतर का दल", "QA"},
           {"मास्को में वार्ता", "RU"},
           {"Kiev and Kyiv", "UA"},
           {"Türkiye's envoy", "TR"},
           {"Palestinians speak", "PS"},
           {"इस्राइली दल", "IL"},
           {"इजरायल का दल", "IL"},
           {"क्रेमलिन का बयान", "RU"},
           {"व्‍हाइट हाउस का बयान", "US"},
           {"Elysée speaks", "FR"},
           {"Downing Street speaks", "GB"}});
}

TEST_CASE("countries come in the order of their weight, with the words that spoke for them") {
    CountryFinder finder;
    finder.add(CountryPlace::title, "Russia and Pakistan talk");
    finder.add(CountryPlace::body,
               "Russian oil reached Karachi. Moscow and Islamabad agreed. "
               "The Kremlin spoke. Russia will sell more.");
    const auto countries = finder.finish();
    REQUIRE(countries.size() == 2);
    CHECK(countries[0].code == "RU");
    CHECK(countries[0].words == std::vector<std::string>{"Russia", "Russian", "Moscow", "Kremlin"});
    CHECK(countries[1].code == "PK");
    CHECK(countries[0].weight > countries[1].weight);
    CHECK(finder.finish().empty());
}

TEST_CASE("any bytes are taken") {
    CHECK(found("\xff\xfe\xe0\xa4", "\xe0\xa4 of \xc3").empty());
    CHECK(found("", " of ").empty());
    CHECK(found("Russia\xff", "\xffUS\xff") == "RU US");
}

}  // namespace vigyapti
