#include "indexer/readers/zip_parts.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "common/base/error.hpp"
#include "indexer/readers/unpack.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_members = 10'000;
constexpr std::size_t most_bytes = std::size_t{64} << 20;

[[noreturn]] void refuse(const char* what, const char* hint) {
    throw Error(ErrorCode::bad_input, what, hint);
}

// The file that `packed` stands at; `left`: bytes that may still be unpacked.
std::string unpack(PackedFiles& packed, std::size_t& left) {
    std::string part;
    std::array<char, 65536> buffer;
    for (;;) {
        const auto size = packed.read(buffer.data(), buffer.size());
        if (!size) refuse("an encrypted or damaged document", "open it and save it anew");
        if (*size == 0) return part;
        if (*size > left) refuse("a document that unpacks to more than 64 MB", "split it");
        left -= *size;
        part.append(buffer.data(), *size);
    }
}

}  // namespace

ZipParts read_zip_parts(std::string_view zip, bool (*wanted)(std::string_view name)) {
    PackedFiles packed(zip, Packing::zip);
    ZipParts parts;
    std::size_t left = most_bytes;
    for (std::size_t i = 0;; ++i) {
        const PackedFiles::Step step = packed.next();
        if (step == PackedFiles::Step::end) return parts;
        if (step == PackedFiles::Step::lost || step == PackedFiles::Step::broken) {
            // Of a file that is cut off the parts before the cut are read.
            if (!parts.empty()) return parts;
            refuse("a damaged document", "open it and save it anew");
        }
        if (i >= most_members) refuse("a document of more than 10,000 parts", "");
        std::string name = packed.path();
        if (step != PackedFiles::Step::file || !wanted(name) || parts.contains(name)) continue;
        parts.emplace(std::move(name), unpack(packed, left));
    }
}

}  // namespace vigyapti
