#include "indexer/remarks.hpp"

#include <fmt/core.h>

#include <iterator>
#include <utility>

namespace vigyapti {
namespace {

const char* many(RemarkKind kind) {
    return kind == RemarkKind::date ? "releases with a date that is none"
                                    : "releases with a country that is none";
}

}  // namespace

void Remarks::add(RemarkKind kind, const InputPlace& place, std::string message) {
    OfKind& of_kind = kinds_[static_cast<std::size_t>(kind)];
    ++of_kind.count;
    of_kind.first.emplace(place, std::move(message));
    if (of_kind.first.size() > most_shown) of_kind.first.erase(std::prev(of_kind.first.end()));
}

std::vector<std::string> Remarks::take() {
    std::vector<std::string> out;
    for (OfKind& of_kind : kinds_) {
        auto next = of_kind.first.begin();
        std::advance(next, of_kind.taken);
        for (; next != of_kind.first.end(); ++next)
            out.push_back(next->second);
        of_kind.taken = of_kind.first.size();
    }
    return out;
}

std::vector<std::string> Remarks::rest() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        const std::uint64_t rest = kinds_[i].count - kinds_[i].first.size();
        if (rest > 0) out.push_back(fmt::format("{} more {}", rest, many(RemarkKind(i))));
    }
    return out;
}

}  // namespace vigyapti
