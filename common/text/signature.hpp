// Near duplicates: a release that another embassy posts again, or that is corrected, keeps most of
// its runs of words. A signature is a small sample of them by which two texts can be compared.
//
// One-permutation hashing (Li, Owen and Zhang 2012) over runs of three keys: runs are spread over
// as many places as the signature has bytes, and each place keeps a byte of its least hash. A place
// without runs takes what the next one has (Shrivastava and Li 2014).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigyapti {

inline constexpr std::size_t signature_size = 32;  // bytes

class SignatureBuilder {
  public:
    SignatureBuilder() { clear(); }

    // The next word's key.
    void add(std::string_view key);

    // The signature of the words since the last call; empty for fewer than `least_words`.
    std::string take();

    // So short texts say nothing of where they are from.
    static constexpr std::size_t least_words = 12;

  private:
    void clear();

    std::array<std::uint64_t, signature_size> least_{};
    std::uint64_t before_last_ = 0;  // hashes of the last two words
    std::uint64_t last_ = 0;
    std::size_t words_ = 0;
};

// Parts of a signature in letters, each with its number in front: two texts that are alike share
// one of them almost surely (.98 where nine tenths of all runs are the same), so that near
// duplicates can be looked up. Empty strings of a signature that is empty.
std::array<std::string, 3> signature_bands(std::string_view signature);

// The estimated share of all runs that two texts have in common, 0 to 1 (standard error .05 at .9).
// 0 when either is empty.
double signature_likeness(std::string_view a, std::string_view b);

// From here on two texts that share a band are versions of one release. At .6 itself about half do.
inline constexpr double version_likeness = 0.6;

}  // namespace vigyapti
