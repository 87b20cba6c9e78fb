#include "common/base/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "common/base/descriptor.hpp"
#include "common/base/error.hpp"

namespace vigyapti {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto fail = [&](int cause) {
        throw Error(cause == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                    fmt::format("{}: {}", path.string(), errno_text(cause)));
    };
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) fail(errno);
    struct stat status {};
    const bool known = ::fstat(file.get(), &status) == 0;
    const auto size = static_cast<std::size_t>(known ? status.st_size : 0);
    // Nothing cannot be mapped.
    void* const start =
        size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (!known || start == MAP_FAILED) fail(errno);
    bytes_ = {static_cast<const char*>(start), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

}  // namespace vigyapti
