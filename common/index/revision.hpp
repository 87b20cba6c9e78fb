// What an index holds at a time, as a short name: equal names, equal answers.
#pragma once

#include <filesystem>
#include <string>

namespace vigyapti {

// A name of 32 hexadecimal digits that changes with every commit, merge and rebuild of the index
// and of what it brings besides. Empty where that cannot be told: a shard is on another machine.
// To be asked before the index is opened: what was opened is then never older than its name. Throws
// Error(not_found) where there is no index.
std::string index_revision(const std::filesystem::path& directory);

}  // namespace vigyapti
