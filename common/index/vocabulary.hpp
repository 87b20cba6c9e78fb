// The index's vocabulary, searchable by likeness: a small database beside the shards that holds
// each key of the index with its three-letter pieces. Words that the index does not hold are led to
// their nearest keys through it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/xapian.hpp"

namespace vigyapti {

// The name of the vocabulary's folder in that of its generation.
inline constexpr const char* vocabulary_name = "vocabulary";

struct NearKey {
    std::string key;
    double likeness = 0;  // Dice's coefficient of the pieces: 1 is the same word
};

// Below this likeness two words have hardly more in common than their ending.
inline constexpr double least_likeness = 0.5;

class Vocabulary {
  public:
    // Opens the vocabulary at `path`; nothing when there is none, as with shards on other machines.
    static std::optional<Vocabulary> open(const std::filesystem::path& path);

    // At most `limit` keys of the script of `key` with a likeness of least_likeness or more, the
    // nearest first, then by their letters. Not `key` itself; nothing for numbers and for words
    // under three letters.
    std::vector<NearKey> nearest(std::string_view key, std::size_t limit) const;

  private:
    explicit Vocabulary(Xapian::Database database) : database_(std::move(database)) {}

    Xapian::Database database_;
};

using KeyOf = std::function<std::string(std::string_view exact)>;
void update_vocabulary(const Xapian::Database& index, const std::filesystem::path& path,
                       const KeyOf& key_of, std::string_view mark);
void extend_vocabulary(const std::filesystem::path& path, const Xapian::Database& added_shards,
                       const std::set<std::string>& added_terms, const KeyOf& key_of,
                       std::string_view mark);
std::string vocabulary_mark(const std::filesystem::path& path);

}  // namespace vigyapti
