// The parts of a document that is a zip archive (DOCX, ODT), unpacked in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace vigyapti {

// By their names in the archive, which are only compared, never used as paths.
using ZipParts = std::map<std::string, std::string, std::less<>>;

// The members of `zip` for whose names `wanted` says true, the first of each name. Throws
// Error(bad_input) when it is no zip archive, when a wanted member is encrypted or damaged, and
// when there are more than 10,000 members or the wanted ones unpack to more than 64 MB: whatever a
// small file claims to hold, no more memory than that is used.
ZipParts read_zip_parts(std::string_view zip, bool (*wanted)(std::string_view name));

}  // namespace vigyapti
