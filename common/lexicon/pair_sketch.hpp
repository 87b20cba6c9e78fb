// Pairs: the Hindi and the English release on one matter share names, numbers, countries and terms.
// A sketch is a sample of them that does not depend on the language, by which two releases can be
// compared.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

inline constexpr std::size_t most_pair_features = 24;

struct PairSketch {
    bool hindi = false;
    std::optional<std::chrono::sys_days> day;  // of the release
    // Hashes of its id and URL without what names the language; at most two. Of two releases with
    // the same one it is told that they are one in two languages.
    std::vector<std::uint32_t> addresses;
    std::vector<std::uint16_t> features;  // hashes, each once
};

// As a value of the index, and back; of bytes that are no sketch as much as can be read.
std::string encode_pair_sketch(const PairSketch& sketch);
PairSketch decode_pair_sketch(std::string_view value);

// What a release with this sketch can be looked up by: its day and its addresses, each with its
// language.
std::vector<std::string> pair_terms(const PairSketch& sketch);

// Releases of that day in Hindi, or else in English: "h19787".
std::string pair_day_term(bool hindi, std::chrono::sys_days day);

// Releases in Hindi, or else in English, at one of the addresses of the sketch: "h=01ab23cd".
std::vector<std::string> pair_address_terms(const PairSketch& sketch, bool hindi);

// The day that a value has, without decoding the rest.
std::optional<std::chrono::sys_days> pair_day(std::string_view value);

// Compares one sketch with many.
class PairComparer {
  public:
    explicit PairComparer(const PairSketch& sketch);

    // With the sketch that `value` encodes: the cosine of the angle between both sets of features,
    // less for small sets; 0 to 1.
    double likeness(std::string_view value) const;

  private:
    std::vector<bool> has_;  // by feature
    std::size_t count_ = 0;
};

}  // namespace vigyapti
