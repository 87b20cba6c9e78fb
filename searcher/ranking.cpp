#include "searcher/ranking.hpp"

namespace vigyapti {

Xapian::BM25Weight ranking_weight() {
    constexpr double k1 = 0.8;
    constexpr double k2 = 0;
    constexpr double k3 = 1;
    constexpr double b = 0.65;
    constexpr double min_normlen = 0;
    return {k1, k2, k3, b, min_normlen};
}

}  // namespace vigyapti
