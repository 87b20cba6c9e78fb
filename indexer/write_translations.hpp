// What the index brings to search across languages beside the program's own tables: the user's
// glossary, then the dictionary of the machine.
#pragma once

#include <filesystem>

#include "indexer/report.hpp"

namespace vigyapti {

// Brings the file of translations in `folder`, that of a generation, up to date with `glossary`
// (empty: none) and `dictionary` (a path; there need not be one); there is no file where both have
// nothing. Rows of the glossary that are not sound are warned of, once for each change of it.
// Throws Error(io), and Error(configuration) when the glossary cannot be read.
void write_translations(const std::filesystem::path& folder, const std::filesystem::path& glossary,
                        const std::filesystem::path& dictionary, Report& report);

}  // namespace vigyapti
