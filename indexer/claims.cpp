#include "indexer/claims.hpp"

#include <xxhash.h>

#include <utility>

namespace vigyapti {
namespace {

std::uint64_t hash_of(std::string_view id_term) {
    return XXH3_64bits(id_term.data(), id_term.size());
}

}  // namespace

Claim Claims::claim(std::string_view id_term, InputPlace place) {
    const std::uint64_t hash = hash_of(id_term);
    Stripe& stripe = stripe_of(hash);
    const std::lock_guard lock(stripe.mutex);
    const auto [found, first] = stripe.holders.try_emplace(hash, Holder{place, 0});
    if (first) return {Verdict::first, {}};
    Holder& holder = found->second;
    const InputPlace other = holder.place;
    if (other > place) return {Verdict::refused, other};
    if (holder.document != 0) lose(other.task, holder.document);
    holder = {place, 0};
    return {Verdict::later, other};
}

void Claims::settle(std::string_view id_term, InputPlace place, Xapian::docid document) {
    const std::uint64_t hash = hash_of(id_term);
    Stripe& stripe = stripe_of(hash);
    const std::lock_guard lock(stripe.mutex);
    Holder& holder = stripe.holders.at(hash);
    if (holder.place == place) {
        holder.document = document;
    } else {
        lose(place.task, document);
    }
}

bool Claims::contains(std::string_view id_term) const {
    const std::uint64_t hash = hash_of(id_term);
    const Stripe& stripe = stripe_of(hash);
    const std::lock_guard lock(stripe.mutex);
    return stripe.holders.contains(hash);
}

void Claims::lose(std::uint64_t task, Xapian::docid document) {
    const std::lock_guard lock(losers_mutex_);
    losers_[task].push_back(document);
}

std::map<std::uint64_t, std::vector<Xapian::docid>> Claims::take_losers() {
    const std::lock_guard lock(losers_mutex_);
    return std::exchange(losers_, {});
}

void Claims::forget_documents() {
    for (Stripe& stripe : stripes_) {
        const std::lock_guard lock(stripe.mutex);
        for (auto& [hash, holder] : stripe.holders)
            holder.document = 0;
    }
}

}  // namespace vigyapti
