// Writes zip archives for tests, in memory.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace vigyapti::test {

using ZipMembers = std::vector<std::pair<std::string, std::string>>;

inline std::string write_zip(const ZipMembers& members) {
    std::size_t size = 4096;
    for (const auto& [name, bytes] : members)
        size += bytes.size() + 2 * name.size() + 512;
    std::string zip(size, '\0');
    archive* writing = archive_write_new();
    archive_write_set_format_zip(writing);
    archive_write_open_memory(writing, zip.data(), zip.size(), &size);
    for (const auto& [name, bytes] : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writing, entry);
        archive_write_data(writing, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    archive_write_close(writing);
    archive_write_free(writing);
    zip.resize(size);
    return zip;
}

}  // namespace vigyapti::test
