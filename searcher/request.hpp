// What a user asks, however it was asked: the argument of Searcher::search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace vigyapti {

enum class Sort : std::uint8_t { relevance, date, date_ascending };

struct Request {
    std::string query;  // in the query language; any bytes
    std::size_t offset = 0;
    std::size_t limit = 10;
    Sort sort = Sort::relevance;
    bool all = false;  // every plain word is required
    std::size_t snippet_graphemes = 240;
};

}  // namespace vigyapti
