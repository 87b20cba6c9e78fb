// A file as bytes in memory, read by the system as they are touched: for look-ups that need little
// of a big file.
#pragma once

#include <filesystem>
#include <string_view>

namespace vigyapti {

class MappedFile {
  public:
    // Maps the file at `path` as it is now; one that is put in its place later is not seen. Throws
    // Error(not_found) when there is none and Error(io) when it cannot be read.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    // Lives as long as the object, also when that is moved.
    std::string_view bytes() const { return bytes_; }

  private:
    std::string_view bytes_;
};

}  // namespace vigyapti
