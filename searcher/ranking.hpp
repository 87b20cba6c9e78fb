// How releases are scored. Parameters are chosen on development queries only.
#pragma once

#include "common/base/xapian.hpp"

namespace vigyapti {

// BM25 with k1 0.8 and b 0.65: flat in term frequency, since releases repeat names by custom.
Xapian::BM25Weight ranking_weight();

}  // namespace vigyapti
