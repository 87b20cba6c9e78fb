// Release → Xapian document: terms, positions, values and the stored copy, after the schema.
#pragma once

#include <string>

#include "common/base/xapian.hpp"
#include "common/index/release.hpp"
#include "common/lexicon/pair_sketcher.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

// A document that waits to be written to its shard.
struct BuiltDocument {
    std::string id;
    std::string hash;       // of the encoded release
    std::size_t bytes = 0;  // of the encoded release
    Xapian::Document document;
};

// `indexed_at`: seconds since 1970. The analyser is the calling thread's own, and so is `sketcher`,
// without which counterparts in the other language are not found.
BuiltDocument build_document(const Release& release, Analyser& analyser, double indexed_at,
                             PairSketcher* sketcher = nullptr);

}  // namespace vigyapti
