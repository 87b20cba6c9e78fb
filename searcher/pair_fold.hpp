// On a page one release of a pair stands for both: that in the language of the question.
#pragma once

#include <optional>
#include <span>
#include <unordered_set>

#include "common/base/xapian.hpp"
#include "searcher/pairs.hpp"
#include "searcher/query/compile.hpp"
#include "searcher/ranking.hpp"

namespace vigyapti {

class PairFold {
  public:
    // All arguments must outlive the object. `queries`: as find_page has them. `ranked`: the best
    // that they find. `by_rank`: the place of a release may be taken by another one; else each has
    // its own, as by date.
    PairFold(const Xapian::Database& database, std::span<const CompiledQuery> queries,
             std::span<const RankedDocument> ranked, bool by_rank, Pairs& pairs);

    // What is to be shown where the document stands: itself; the counterpart in the language of the
    // question, if the question finds it; or 0, nothing, as its counterpart has another place.
    // Where the question has no language the first of a pair stays. Does not depend on what stands
    // further down. Throws Xapian::Error.
    Xapian::docid in_place_of(Xapian::docid document);

    void note_shown(Xapian::docid document) { shown_.insert(document); }

  private:
    bool finds(Xapian::docid document) const;

    const Xapian::Database& database_;
    const std::span<const CompiledQuery> queries_;
    const std::span<const RankedDocument> ranked_;
    const bool by_rank_;
    Pairs& pairs_;
    std::optional<bool> own_is_hindi_;  // the language of the question, if it has one
    std::unordered_set<Xapian::docid> shown_;
};

}  // namespace vigyapti
