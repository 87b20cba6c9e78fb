#include "indexer/readers/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "common/base/error.hpp"
#include "indexer/readers/gzip_members.hpp"

namespace vigyapti {
namespace {

locale_t utf8_names() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
    return locale;
}

// libarchive asks the locale of the thread, as each name is read, what names are written in.
class WithUtf8Names {
  public:
    WithUtf8Names() {
        if (utf8_names() != locale_t{}) before_ = ::uselocale(utf8_names());
    }
    ~WithUtf8Names() {
        if (before_ != locale_t{}) ::uselocale(before_);
    }
    WithUtf8Names(const WithUtf8Names&) = delete;
    WithUtf8Names& operator=(const WithUtf8Names&) = delete;

  private:
    locale_t before_{};
};

// Only what needs no other program: libarchive runs some for rare compressions.
void support(archive* opened, Packing packing) {
    if (packing == Packing::zip) {
        ::archive_read_support_format_zip(opened);
        return;
    }
    ::archive_read_support_filter_gzip(opened);
    ::archive_read_support_filter_xz(opened);
    ::archive_read_support_filter_zstd(opened);
    ::archive_read_support_filter_bzip2(opened);
    ::archive_read_support_format_empty(opened);
    if (packing == Packing::one_file) {
        ::archive_read_support_format_raw(opened);
        return;
    }
    ::archive_read_support_format_tar(opened);
    ::archive_read_support_format_zip(opened);
    ::archive_read_support_format_7zip(opened);
}

}  // namespace

void prepare_unpacking() {
    utf8_names();
}

void PackedFiles::Close::operator()(archive* opened) const {
    ::archive_read_free(opened);
}

// libarchive's own filter for gzip loses the end of a file that is cut off.
struct PackedFiles::Unzipped {
    explicit Unzipped(std::string_view bytes) : file(bytes) {}

    // libarchive's read callback.
    static la_ssize_t read(archive* opened, void* data, const void** block) {
        auto& unzipped = *static_cast<Unzipped*>(data);
        *block = unzipped.block.data();
        const auto got = unzipped.file.read(unzipped.block.data(), unzipped.block.size());
        if (got) return static_cast<la_ssize_t>(*got);
        ::archive_set_error(opened, EILSEQ, "%s", unzipped.file.damage().c_str());
        return ARCHIVE_FATAL;
    }

    GzipFile file;
    std::array<char, 1U << 16U> block{};
};

PackedFiles::PackedFiles(std::string_view bytes, Packing packing) : archive_(::archive_read_new()) {
    if (archive_ == nullptr) throw Error(ErrorCode::bad_input, "no memory to unpack it");
    support(archive_.get(), packing);
    if (packing != Packing::zip && is_gzip(bytes)) unzipped_ = std::make_unique<Unzipped>(bytes);
    const int status =
        unzipped_
            ? ::archive_read_open(archive_.get(), unzipped_.get(), nullptr, Unzipped::read, nullptr)
            : ::archive_read_open_memory(archive_.get(), bytes.data(), bytes.size());
    if (status != ARCHIVE_OK) {
        if (packing == Packing::zip) {
            throw Error(ErrorCode::bad_input, "not a zip archive, so no such document",
                        "open it in a word processor and save it anew");
        }
        throw Error(ErrorCode::bad_input, fmt::format("cannot be unpacked: {}", damage()));
    }
}

PackedFiles::~PackedFiles() = default;

PackedFiles::Step PackedFiles::next() {
    const WithUtf8Names names;
    block_ = {};
    block_offset_ = 0;
    position_ = 0;
    switch (::archive_read_next_header(archive_.get(), &entry_)) {
        case ARCHIVE_OK:
        case ARCHIVE_WARN:
            break;
        case ARCHIVE_EOF:
            return Step::end;
        case ARCHIVE_RETRY:
        case ARCHIVE_FAILED:
            return Step::lost;
        default:
            return Step::broken;
    }
    const bool is_file =
        ::archive_entry_filetype(entry_) == AE_IFREG && ::archive_entry_hardlink(entry_) == nullptr;
    return is_file ? Step::file : Step::other;
}

std::string PackedFiles::path() const {
    const WithUtf8Names names;
    const char* path = ::archive_entry_pathname(entry_);
    return path == nullptr ? std::string() : std::string(path);
}

bool PackedFiles::is_encrypted() const {
    return ::archive_entry_is_encrypted(entry_) != 0;
}

std::optional<std::uint64_t> PackedFiles::stated_size() const {
    const auto size = ::archive_entry_size(entry_);
    if (::archive_entry_size_is_set(entry_) == 0 || size < 0) return std::nullopt;
    return static_cast<std::uint64_t>(size);
}

// archive_read_data would lose what it has read already when it comes upon damage.
std::optional<std::size_t> PackedFiles::read(char* target, std::size_t size) {
    while (block_.empty()) {
        const void* start = nullptr;
        std::size_t length = 0;
        la_int64_t offset = 0;
        const int status = ::archive_read_data_block(archive_.get(), &start, &length, &offset);
        if (status == ARCHIVE_EOF) return 0;
        if (status != ARCHIVE_OK || offset < 0) return std::nullopt;
        block_ = {static_cast<const char*>(start), length};
        block_offset_ = static_cast<std::uint64_t>(offset);
    }
    const bool in_hole = position_ < block_offset_;
    const std::size_t there = in_hole ? std::min<std::uint64_t>(block_offset_ - position_, size)
                                      : std::min(block_.size(), size);
    if (in_hole) {
        std::memset(target, 0, there);
    } else {
        std::memcpy(target, block_.data(), there);
        block_.remove_prefix(there);
        block_offset_ += there;
    }
    position_ += there;
    return there;
}

std::string PackedFiles::damage() const {
    const char* what = ::archive_error_string(archive_.get());
    return printable(what == nullptr ? "damaged or cut off" : what);
}

}  // namespace vigyapti
