// Reading and writing whole files with errors that name the file and the cause.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/base/descriptor.hpp"

namespace vigyapti {

// A regular file, open to be read. Throws Error(io) when it cannot be opened and Error(bad_input)
// when it is no regular file.
Descriptor open_regular_file(const std::filesystem::path& path);

// The content of a regular file, at most `limit` bytes, which `flag` sets. Throws as
// open_regular_file does and, when the file is longer, as throw_too_large does.
std::string read_file(const std::filesystem::path& path, std::size_t limit,
                      std::string_view flag = "--max-release-size");

// Throws Error(bad_input): the file is beyond `limit` bytes, which `flag` raises.
[[noreturn]] void throw_too_large(const std::filesystem::path& path, std::uint64_t limit,
                                  std::string_view flag);

// Replaces the file at `path` by `content`, through a temporary file beside it that is synced and
// renamed: a reader sees the old content or the new one, also after a power cut. Throws Error(io).
void replace_file(const std::filesystem::path& path, std::string_view content);

// Makes the names in `folder` durable: a file that was created or renamed there survives a power
// cut only after this. Throws Error(io).
void sync_folder(const std::filesystem::path& folder);

// Creates the folder `path` and its parents. Throws Error(io).
void make_folders(const std::filesystem::path& path);

// Removes a file, or a folder and all that is in it, where there is one. Throws Error(io).
void remove_tree(const std::filesystem::path& path);

// "12.3 MB", with powers of 1000.
std::string human_size(double bytes);

}  // namespace vigyapti
