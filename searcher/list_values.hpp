// The values that a field has in the index, for completion and for scripts.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

inline constexpr std::array<std::string_view, 3> listable_fields{"source", "lang", "country"};

// Of sources the `limit` most frequent, the most frequent first; of the others all, in the order of
// their letters. `field` is one of listable_fields. Throws Error as open_index does, and
// Xapian::Error.
std::vector<std::string> list_values(const std::filesystem::path& index, std::string_view field,
                                     std::size_t limit);

}  // namespace vigyapti
