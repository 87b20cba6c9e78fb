#include "searcher/web/http.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("each status that the page answers with has the phrase of RFC 9110") {
    const struct {
        int status;
        std::string_view phrase;
    } cases[]{
        {200, "OK"},           {304, "Not Modified"},        {400, "Bad Request"},
        {404, "Not Found"},    {405, "Method Not Allowed"},  {413, "Content Too Large"},
        {414, "URI Too Long"}, {503, "Service Unavailable"}, {418, "Error"},
        {0, "Error"},
    };
    for (const auto& [status, phrase] : cases) {
        CAPTURE(status);
        CHECK(reason_phrase(status) == phrase);
    }
}

}  // namespace vigyapti
