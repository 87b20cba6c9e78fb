#include "indexer/readers/zip_parts.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cstddef>
#include <memory>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_members = 10'000;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

struct CloseArchive {
    void operator()(archive* reading) const { archive_read_free(reading); }
};

[[noreturn]] void refuse(const char* what, const char* hint) {
    throw Error(ErrorCode::bad_input, what, hint);
}

// Appends the data of the entry that was read last; `left`: bytes that may still be unpacked.
std::string unpack(archive* reading, std::size_t& left) {
    std::string part;
    std::array<char, 65536> buffer;
    for (;;) {
        const la_ssize_t size = archive_read_data(reading, buffer.data(), buffer.size());
        if (size == 0) return part;
        if (size < 0) refuse("an encrypted or damaged document", "open it and save it anew");
        const auto bytes = static_cast<std::size_t>(size);
        if (bytes > left) refuse("a document that unpacks to more than 64 MB", "split it");
        left -= bytes;
        part.append(buffer.data(), bytes);
    }
}

}  // namespace

ZipParts read_zip_parts(std::string_view zip, bool (*wanted)(std::string_view name)) {
    const std::unique_ptr<archive, CloseArchive> reading(archive_read_new());
    if (!reading) throw std::bad_alloc();
    archive_read_support_format_zip(reading.get());
    if (archive_read_open_memory(reading.get(), zip.data(), zip.size()) != ARCHIVE_OK) {
        refuse("not a zip archive, so no such document", "");
    }
    ZipParts parts;
    std::size_t left = most_bytes;
    for (std::size_t i = 0;; ++i) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reading.get(), &entry);
        if (status == ARCHIVE_EOF) return parts;
        if (status < ARCHIVE_WARN) {
            // Of a file that is cut off the parts before the cut are read.
            if (!parts.empty()) return parts;
            refuse("a damaged document", "open it and save it anew");
        }
        if (i >= most_members) refuse("a document of more than 10,000 parts", "");
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr || !wanted(name) || parts.contains(name)) continue;
        const std::string key = name;
        parts[key] = unpack(reading.get(), left);
    }
}

}  // namespace vigyapti
