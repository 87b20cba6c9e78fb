// The index's vocabulary: a small file beside the shards that holds each form of a word in the
// index with its key, the three-letter pieces of each key, and forms that are to be looked for
// together in buckets. Words that the index does not hold are led to their nearest keys through it,
// beginnings of words to the forms that begin so, keys to their forms, sounds to forms that share
// them.
//
// It may hold words that no release has any more, never too few: it is written before the releases
// that bring new words can be seen, and only a rebuild makes it smaller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/front_coded.hpp"
#include "common/base/mapped_file.hpp"

namespace vigyapti {

// The name of the vocabulary's file in the folder of its generation.
inline constexpr const char* vocabulary_name = "vocabulary";

struct NearKey {
    std::string key;
    double likeness = 0;  // Dice's coefficient of the pieces: 1 is the same word
};

// Below this likeness two words have hardly more in common than their ending.
inline constexpr double least_likeness = 0.5;

// Forms of words as Term::exact gives them, and their keys.
using Forms = std::map<std::string, std::string, std::less<>>;

// The bucket of a form; empty: it is in none. What buckets are is the matter of whoever fills them.
using BucketOf = std::string (*)(std::string_view form);

class Vocabulary {
  public:
    // Opens the vocabulary at `path`; nothing when there is none, as with shards on other machines.
    // What replaces it later is not seen. Throws Error(corrupt) and Error(io). So do all others.
    static std::optional<Vocabulary> open(const std::filesystem::path& path);

    // At most `limit` keys of the script of `key` with a likeness of `least` or more, the nearest
    // first, then by their letters. Not `key` itself; nothing for numbers and for words under three
    // letters.
    std::vector<NearKey> nearest(std::string_view key, std::size_t limit,
                                 double least = least_likeness) const;

    // The keys that begin so and have at most `longest` bytes, in the order of their letters.
    std::vector<std::string> keys_beginning(std::string_view beginning, std::size_t longest) const;

    // How many forms have this key; 0 when it is not known.
    std::size_t count_forms(std::string_view key) const;

    // All forms of a key, in the order of their letters; none when it is not known.
    std::vector<std::string> forms_of(std::string_view key) const;

    // All forms that begin so, with their keys.
    Forms forms_beginning(std::string_view beginning) const;

    // The forms of a bucket, in the order of their letters, with their keys; at most `limit`.
    std::vector<std::pair<std::string, std::string>> forms_in_bucket(std::string_view bucket,
                                                                     std::size_t limit) const;

    Forms all_forms() const;

    // Whether the bytes are what was written.
    bool is_sound() const;

  private:
    explicit Vocabulary(MappedFile file);

    // Calls visit(number) for each of the ascending numbers, below `end`, of the list at `at`, and
    // returns how many there are.
    template <typename Visitor>
    std::size_t read_list(std::uint64_t at, std::uint32_t end, Visitor&& visit) const;

    MappedFile file_;
    FrontCoded keys_;    // and twice the ordinal of their only form, or twice the place in `lists_`
                         // where the ordinals of their forms begin, and one
    FrontCoded forms_;   // and the ordinals of their keys
    FrontCoded pieces_;  // and where in `lists_` the ordinals of their keys begin
    FrontCoded buckets_;  // and where in `lists_` the ordinals of their forms begin
    std::string_view lists_;
};

// Makes the vocabulary at `path` one of these forms, in one rename: durable when it returns. Throws
// Error(io). `bucket_of` may be nullptr.
void write_vocabulary(const std::filesystem::path& path, const Forms& forms,
                      BucketOf bucket_of = nullptr);

// Adds forms to the vocabulary at `path`, or makes it. Leaves the file alone when it has
// them all. Throws Error(io) and Error(corrupt).
void add_to_vocabulary(const std::filesystem::path& path, const Forms& forms,
                       BucketOf bucket_of = nullptr);

}  // namespace vigyapti
