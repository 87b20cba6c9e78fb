// libarchive over bytes in memory: the files in an archive, one after the other. Nothing is ever
// written to disk, so a name that leads elsewhere is only a name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace vigyapti {

// Makes ready what libarchive needs of the system: a locale whose names are in UTF-8, without which
// it loses names that are not ASCII. The system may read a file for it. Once made ready, it stays
// so for the process and those that it forks.
void prepare_unpacking();

// What a file within is unpacked to.
class UnpackedFile {
  public:
    virtual ~UnpackedFile() = default;
    // Reads up to `size` bytes of the file to `target`: how many, 0 at the end; nothing when it is
    // damaged, with damage() as the reason.
    virtual std::optional<std::size_t> read(char* target, std::size_t size) = 0;
    // What is wrong, on one line.
    virtual std::string damage() const = 0;
    // The bytes that it says it has, which need not be true.
    virtual std::optional<std::uint64_t> stated_size() const = 0;
};

enum class Packing : std::uint8_t {
    files,     // tar, zip or 7z, the former perhaps compressed
    zip,       // zip only
    one_file,  // compressed by gzip (also in several members), xz, zstd or bzip2, or not at all
};

class PackedFiles : public UnpackedFile {
  public:
    // `bytes` must outlive the object. Throws Error(bad_input) when they are no such thing.
    PackedFiles(std::string_view bytes, Packing packing);
    ~PackedFiles() override;
    PackedFiles(const PackedFiles&) = delete;
    PackedFiles& operator=(const PackedFiles&) = delete;

    enum class Step : std::uint8_t {
        file,   // a regular file
        other,  // a folder, a link or a device
        lost,   // an entry whose header is damaged; others may follow
        end,
        broken,  // nothing can be read beyond
    };
    // Goes on to the next entry, wherever in the last one reading stopped.
    Step next();

    // Of the entry: its path as it stands there, any bytes.
    std::string path() const;
    bool is_encrypted() const;
    std::optional<std::uint64_t> stated_size() const override;
    std::optional<std::size_t> read(char* target, std::size_t size) override;
    // What libarchive says is wrong.
    std::string damage() const override;

  private:
    struct Close {
        void operator()(archive* opened) const;
    };
    struct Unzipped;
    std::unique_ptr<Unzipped> unzipped_;  // where `bytes` are a gzip file, what archive_ reads
    std::unique_ptr<archive, Close> archive_;
    archive_entry* entry_ = nullptr;
    std::string_view block_;          // of the file, not read yet
    std::uint64_t block_offset_ = 0;  // of block_ in the file; what lies before it are zeros
    std::uint64_t position_ = 0;      // in the file
};

}  // namespace vigyapti
