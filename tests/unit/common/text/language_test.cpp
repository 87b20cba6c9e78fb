#include "common/text/language.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace vigyapti {

TEST_CASE("the language of a text is that of most of its words") {
    struct Case {
        std::string_view text;
        std::string_view language;
    };
    const std::vector<Case> cases{
        {"", "und"},
        {"  \n।!", "und"},
        {"2023 १७ 3.5", "und"},
        {"Москва 北京 דרך", "und"},
        {"\xFF\xE0\xA4", "und"},
        {"\u093F\u094D", "und"},
        {"रूस और पाकिस्तान", "hi"},
        {"India and Russia", "en"},
        {"भारत ने कहा: COVID-19", "hi"},
        {"The word विज्ञप्ति means press release", "en"},
        // Words count, not bytes nor letters.
        {"अंतर्राष्ट्रीय India Russia", "en"},
        {"Internationalisation रूस भारत", "hi"},
        {"19महामारी", "hi"},
        {"G20", "en"},
        {"Москва India", "en"},
        {"Москва Киев रूस", "hi"},
        {"यू.एन. में", "hi"},
        {"U.N.", "en"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(detect_language(each.text) == each.language);
    }
}

}  // namespace vigyapti
