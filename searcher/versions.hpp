// Versions of one release: posted again by another embassy, or with small edits. They are told by
// their signatures (common/text/signature) and by their dates: what is alike but months apart is
// the next of a series. Nothing is decided at index time, so that no order of indexing and no
// deletion matters.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/base/xapian.hpp"

namespace vigyapti {

class Versions {
  public:
    // `database` must outlive the object.
    explicit Versions(const Xapian::Database& database) : database_(database) {}

    // Whether the document is a version of one that was remembered before. If not, it is remembered
    // itself. Throws Xapian::Error, as does `of`.
    bool is_repeat(Xapian::docid document);

    // The other versions of the document, in the order of the index; at most `most_versions`.
    std::vector<Xapian::docid> of(Xapian::docid document) const;

    static constexpr Xapian::doccount most_versions = 20;

  private:
    struct Sketch {
        std::string signature;
        std::optional<std::chrono::sys_days> day;
    };

    Sketch sketch_of(Xapian::docid document) const;
    static bool same_release(const Sketch& a, const Sketch& b);
    static std::vector<std::string> places_to_look(const Sketch& sketch);
    static std::vector<std::string> places_to_stand(const Sketch& sketch);

    const Xapian::Database& database_;
    std::vector<Sketch> seen_;
    std::unordered_multimap<std::string, std::size_t> by_place_;  // into seen_
};

}  // namespace vigyapti
