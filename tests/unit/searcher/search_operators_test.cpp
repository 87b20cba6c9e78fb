// Signs, operators, fields and filters.
#include <doctest/doctest.h>

#include "tests/support/asked_collection.hpp"

namespace vigyapti {

using test::check_found;
using test::check_ranked;

TEST_CASE("a prefix finds all words that begin so") {
    check_found({
        {"Chab*", "en-port en-passing"},
        {"पाकि*", "hi-energy hi-oil"},
        {"title:chab*", "en-port"},
        {"title:connectiv*", "en-passing"},
        {"caption:opportunit*", "hi-photo"},
        {"xyz*", ""},
        {"Chab* -port", "en-passing"},
        {"2023*", ""},
    });
}

TEST_CASE("words can be required and excluded") {
    check_found({
        {"+Chabahar port", "en-port en-passing"},
        {"+port +Iran", "en-port"},
        {"+port +xyzzy", ""},
        {"तेल -कराची", "hi-energy"},
        {"visa -Schengen", ""},
        {"trade -\"nuclear energy\"", "en-passing"},
        {"trade -(nuclear OR xyzzy)", "en-passing"},
        {"trade NOT nuclear", "en-passing"},
        {"NOT nuclear trade", "en-passing"},
        {"trade -title:India", "en-passing"},
        {"-lang:hi trade", "en-trade en-passing"},
        {"-lang:en -कराची -मंदिर", "hi-energy hi-photo"},
    });
}

TEST_CASE("AND, OR, NOT and brackets") {
    check_found({
        {"Chabahar AND trade", "en-passing"},
        {"Chabahar AND xyzzy", ""},
        {"Iran OR Schengen", "en-port en-visa"},
        {"(Iran OR Schengen) AND rules", "en-visa"},
        {"Iran OR Schengen AND xyzzy", "en-port"},
        {"(India OR तेल) AND (port OR कराची)", "en-port hi-oil"},
        {"India AND NOT (port OR visa)", "en-trade"},
        {"lang:hi AND तेल", "hi-energy hi-oil"},
        {"lang:hi AND date:2024", "hi-temple"},
        {"\"nuclear energy\" OR title:port", "en-trade en-port"},
        {"title:Chabahar OR caption:Samarkand", "en-port hi-photo"},
    });
}

TEST_CASE("a sign or NOT inside an operator still excludes") {
    check_found({
        {"तेल AND -कराची", "hi-energy"},
        {"तेल AND (-कराची)", "hi-energy"},
        {"NOT कराची AND तेल", "hi-energy"},
        {"(-कराची) AND तेल", "hi-energy"},
        {"तेल AND पाकिस्तान AND -कराची", "hi-energy"},
    });
}

TEST_CASE("fields") {
    check_found({
        {"title:Chabahar", "en-port"},
        {"title:तेल", "hi-oil"},
        {"title:\"port contract\"", "en-port"},
        {"title:\"signed India\"", ""},
        {"title:Samarkand", ""},
        {"caption:Samarkand", "hi-photo"},
        {"caption:सहयोग", ""},
        {"caption:\"photo opportunity\"", "hi-photo"},
        {"credit:Press", "hi-photo"},
        {"credit:\"Press Office\"", "hi-photo"},
        {"source:विदेश", "hi-energy"},
        {"source:\"प्रेस कार्यालय\"", "hi-photo"},
        {"source:Samarkand", ""},
        {"id:en-port", "en-port"},
        {"id:en", ""},
        {"url:https://example.org/energy", "hi-energy"},
        {"country:ru", "hi-energy hi-oil en-trade"},
        {"country:RU country:IR", "hi-energy hi-oil en-trade en-port"},
        {"country:RU lang:en", "en-trade"},
        {"country:RU -lang:en", "hi-energy hi-oil"},
        {"lang:hi lang:en कराची", "hi-oil"},
        {"lang:fr", ""},
        // A plain word is not looked for in the source.
        {"मंत्रालय", ""},
    });
}

TEST_CASE("filters alone give the newest first, undated releases last") {
    check_ranked({
        {"lang:hi", "hi-temple hi-energy hi-oil hi-photo"},
        {"lang:en", "en-port en-visa en-passing en-trade en-undated"},
        {"-lang:hi", "en-port en-visa en-passing en-trade en-undated"},
        {"country:PK", "hi-energy hi-oil"},
        {"lang:en -title:summit", "en-port en-visa en-passing en-trade"},
    });
}

TEST_CASE("dates and ranges of them, both ends included") {
    check_ranked({
        {"date:2024-04-22", "en-visa"},
        {"date:2024-04-21", ""},
        {"date:2024-04", "en-visa"},
        {"date:2024", "en-port en-visa hi-temple"},
        {"date:2023", "en-passing hi-energy hi-oil"},
        {"date:2023-11", "en-passing"},
        {"date:2023-10-17..2024-02-14", "hi-temple en-passing hi-energy"},
        {"date:2023-10-18..2024-02-13", "en-passing"},
        {"date:2024-04-22..", "en-port en-visa"},
        {"date:..2022-09-16", "hi-photo en-trade"},
        {"date:..2022-09-15", "en-trade"},
        {"date:2024..2023", ""},
        {"date:2022 date:2021", "hi-photo en-trade"},
        {"date:2023 lang:hi", "hi-energy hi-oil"},
        {"date:2023 -lang:hi", "en-passing"},
        {"date:\"17 अक्टूबर 2023\"", "hi-energy"},
        {"date:\"अक्टूबर २०२३\"", "hi-energy"},
        {"date:1000..9999 lang:en", "en-port en-visa en-passing en-trade"},
        {"-date:1000..9999", "en-undated"},
    });
    check_found({{"trade date:2023", "en-passing"}, {"तेल date:2023-06", "hi-oil"}});
}

}  // namespace vigyapti
