// Which release of the input has an id, when an id stands for several: the last one, whatever the
// order in which threads come to them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/xapian.hpp"

namespace vigyapti {

// Where a release stands in the input: tasks are numbered in its order.
struct InputPlace {
    std::uint64_t task = 0;
    std::uint32_t release = 0;  // within the task
    std::uint32_t file = 0;     // number in the list of files to read

    auto operator<=>(const InputPlace&) const = default;
};

enum class Verdict : std::uint8_t {
    first,    // nobody has asked for the id before
    later,    // an earlier release of the input has had it, and loses it
    refused,  // a later release of the input has it
};

struct Claim {
    Verdict verdict = Verdict::first;
    InputPlace other;  // the other release; of no meaning when there is none
};

// Thread-safe.
class Claims {
  public:
    // Asks for the id on behalf of the release at `place`.
    Claim claim(std::string_view id_term, InputPlace place);

    // Notes that the release became document `document` of the piece of its task. It may have lost
    // its id meanwhile.
    void settle(std::string_view id_term, InputPlace place, Xapian::docid document);

    bool contains(std::string_view id_term) const;

    // The documents of pieces that lost their ids, by task; to be taken out of them.
    std::map<std::uint64_t, std::vector<Xapian::docid>> take_losers();

    // Forgets in which documents releases are: they are in the index now.
    void forget_documents();

  private:
    struct Holder {
        InputPlace place;
        Xapian::docid document = 0;  // 0: not in a piece
    };
    // By the hash of the id: 64 bits, of which a collision in a million releases has a chance of
    // one in tens of millions.
    struct Stripe {
        mutable std::mutex mutex;
        std::unordered_map<std::uint64_t, Holder> holders;
    };

    const Stripe& stripe_of(std::uint64_t hash) const { return stripes_[hash % stripes_.size()]; }
    Stripe& stripe_of(std::uint64_t hash) { return stripes_[hash % stripes_.size()]; }
    void lose(std::uint64_t task, Xapian::docid document);

    std::array<Stripe, 16> stripes_;
    std::mutex losers_mutex_;
    std::map<std::uint64_t, std::vector<Xapian::docid>> losers_;
};

}  // namespace vigyapti
