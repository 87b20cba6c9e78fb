// Words of the index that a word of a query may have been meant for.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/vocabulary.hpp"

namespace vigyapti {

struct Respelling {
    std::string form;  // as Term::exact gives it
    std::string key;
    double cost = 0;  // of the slips that lie between, see akshara.hpp, latin_distance.hpp
    std::size_t frequency = 0;  // releases that hold the key
    double score = 0;           // cost, less for frequent words: the lower the likelier
};

// In how many releases a key stands, in the fields that the query looks in.
using Frequency = std::function<std::size_t(const std::string& key)>;

// The cost of the slips between two exact forms of one script.
double slip_cost(std::string_view a, std::string_view b);

// At most `limit` likely respellings of a word, the likeliest first, each of another key. None for
// a word that is common enough, too short to be judged, or like nothing that the vocabulary has.
// A word that some releases hold is respelt only by one that is far more frequent and very near.
std::vector<Respelling> respell(std::string_view exact, const std::string& key,
                                const Vocabulary& vocabulary, const Frequency& frequency,
                                std::size_t limit);

}  // namespace vigyapti
