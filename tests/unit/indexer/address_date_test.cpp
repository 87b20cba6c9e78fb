#include "indexer/address_date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vigyapti {

TEST_CASE("the day in the path of an address is found") {
    struct Row {
        std::string_view url;
        std::string_view day;  // empty: none
    };
    for (const Row& row : {
             Row{"https://example.org/2023/10/17/visit", "2023-10-17"},
             {"https://example.org/press/2023/8/3/visit.html", "2023-08-03"},
             {"https://example.org/2023/world/asia/10/17/visit", "2023-10-17"},
             {"https://example.org/2023/oct/17/", "2023-10-17"},
             {"https://example.org/2023/May/07?x=1", "2023-05-07"},
             {"https://example.org/press/2023-10-17-visit", "2023-10-17"},
             {"https://example.org/visit-2023_10_17.htm", "2023-10-17"},
             {"https://example.org/9-20231017ART4-visit", "2023-10-17"},
             {"https://example.org/hindi/india/2023/08/230803_visit.shtml", "2023-08-03"},
             {"https://example.org/energy/2023/08/230803-visit/", "2023-08-03"},
             {"https://example.org/2023/08/230903_visit", ""},
             {"https://example.org/2023/08/220803_visit", ""},
             {"https://example.org/2023/10/visit", ""},
             {"https://example.org/2023/05/10-points-of-agreement", ""},
             {"https://example.org/2023/02/30/visit", ""},
             {"https://example.org/20231399/visit", ""},
             {"https://example.org/1947/8/15/", ""},
             {"https://example.org/visit?on=2023/10/17", ""},
             {"https://2023.10.17.example.org/", ""},
             {"https://example.org", ""},
             {"", ""},
         }) {
        CAPTURE(row.url);
        const auto found = date_in_address(row.url);
        CHECK((found ? to_iso(*found) : std::string()) == row.day);
    }
    const std::string hostile = "https://example.org/" + std::string(3'000'000, '1');
    CHECK(!date_in_address(hostile));
}

}  // namespace vigyapti
