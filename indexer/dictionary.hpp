// The English–Hindi dictionary of Debian's package dict-freedict-eng-hin, where it is installed.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace vigyapti {

// Where the package puts it.
inline constexpr const char* dictionary_path = "/usr/share/dictd/freedict-eng-hin.dict.dz";

// The text of the gzipped dictionary at `path`. Throws Error(io) when it cannot be read.
std::string read_dictionary(const std::filesystem::path& path);

// Calls visit(english, hindi) for each headword of the text of a dictionary in FreeDict's layout (a
// line "word /sound/ <part of speech>", then numbered lines of Hindi words) and each Hindi word or
// term of up to three words that stands for it, in their order. Lines of any other form are passed
// over.
void for_each_entry(
    std::string_view dictionary,
    const std::function<void(std::string_view english, std::string_view hindi)>& visit);

}  // namespace vigyapti
