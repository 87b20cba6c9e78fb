// Remarks on releases that are indexed all the same: in data of others they may be thousands, so of
// each kind only the first few of the input are shown, and how many more there are.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "indexer/claims.hpp"

namespace vigyapti {

enum class RemarkKind : std::uint8_t { date, country };

// Not thread-safe.
class Remarks {
  public:
    static constexpr std::size_t most_shown = 5;  // of each kind, in a run

    // `place` decides which are the first, whatever the order of the calls.
    void add(RemarkKind kind, const InputPlace& place, std::string message);

    // The remarks to show now that have not been taken yet, by kind and place. To be called when
    // all that is still to come stands further back in the input.
    std::vector<std::string> take();

    // What to say at the end of those that were not shown: a sentence a kind that has any.
    std::vector<std::string> rest() const;

  private:
    struct OfKind {
        std::uint64_t count = 0;
        std::multimap<InputPlace, std::string> first;
        std::size_t taken = 0;
    };
    std::array<OfKind, 2> kinds_;
};

}  // namespace vigyapti
