#include "searcher/render/link.hpp"

#include <doctest/doctest.h>

namespace vigyapti {

TEST_CASE("only web addresses are links, as ASCII") {
    const struct {
        std::string url;
        std::string target;
    } table[] = {
        {"https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"},
        {"http://example.org", "http://example.org"},
        {"HTTPS://example.org/%20x", "HTTPS://example.org/%20x"},
        {"https://example.org/रू", "https://example.org/%E0%A4%B0%E0%A5%82"},
        {"", ""},
        {"https://", ""},
        {"example.org", ""},
        {"javascript:alert(1)", ""},
        {"data:text/html,x", ""},
        {"file:///etc/passwd", ""},
        {" https://example.org", ""},
        {"https://example.org/a b", ""},
        {"https://example.org/\"onclick=\"x", ""},
        {"https://example.org/<b>", ""},
        {"https://example.org/\x1b\\x", ""},
        {"https://example.org/\n", ""},
        {"https://example.org/\xC2\x9B", ""},
        {"https://example.org/\xFF", ""},
        {"https://example.org/" + std::string(2000, 'x'), ""},
    };
    for (const auto& [url, target] : table) {
        CAPTURE(url);
        CHECK(link_target(url) == target);
    }
}

TEST_CASE("percent-encoding leaves nothing that means something in a URI") {
    CHECK(percent_encoded("aZ09-._~") == "aZ09-._~");
    CHECK(percent_encoded("a b/:?#@%\n") == "a%20b%2F%3A%3F%23%40%25%0A");
    CHECK(percent_encoded("रू") == "%E0%A4%B0%E0%A5%82");
}

}  // namespace vigyapti
