// Pairs: the Hindi and the English release on one matter. They are told by their addresses, where
// these differ in the name of the language only (/hi/2023/1, /en/2023/1), else by their sketches
// (common/lexicon/pair_sketch) and their dates. Nothing is decided at index time, so that no order
// of indexing and no deletion matters; an index that was made without sketches has no pairs.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/lexicon/pair_sketch.hpp"

namespace vigyapti {

// A release in the other language.
struct Counterpart {
    Xapian::docid document = 0;
    double likeness = 0;  // 0 to 1; 1 of one that is told by its address
};

// Remembers what it has looked up, since the releases of a page are often of the same days: one for
// each search.
class Pairs {
  public:
    // `database` must outlive the object.
    explicit Pairs(const Xapian::Database& database) : database_(database) {}

    // The counterparts of the document, the likest first: several where there are several versions
    // of one, or where another release is nearly as like. The relation is the same both ways.
    // Throws Xapian::Error, as does `is_hindi`.
    std::vector<Counterpart> of(Xapian::docid document);

    // Whether the document is in Hindi; nothing when it has no sketch.
    std::optional<bool> is_hindi(Xapian::docid document) const;

  private:
    struct Entry {
        Xapian::docid document = 0;
        std::string sketch;  // encoded
    };
    using Day = std::pair<bool, std::chrono::sys_days>;  // of releases in Hindi, or in English

    std::string value_of(Xapian::docid document) const;
    std::vector<Entry> find(const std::vector<std::string>& terms) const;
    void read_days(bool hindi, std::chrono::sys_days middle);
    std::vector<Counterpart> at_address(const PairSketch& sketch) const;
    std::vector<Counterpart> alike(const PairSketch& sketch);
    const std::vector<Counterpart>& candidates(Xapian::docid document);

    const Xapian::Database& database_;
    std::map<Day, std::vector<Entry>> days_;
    std::unordered_map<Xapian::docid, std::vector<Counterpart>> candidates_;
};

}  // namespace vigyapti
