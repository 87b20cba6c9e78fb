// Reading and writing whole files with errors that name the file and the cause.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace vigyapti {

// The content of a regular file, at most `limit` bytes. Throws Error(io) when it cannot be read and
// Error(bad_input) when it is no regular file or longer than `limit`.
std::string read_file(const std::filesystem::path& path, std::size_t limit);

// Replaces the file at `path` by `content`, through a temporary file beside it that is synced and
// renamed: a reader sees the old content or the new one, also after a power cut. Throws Error(io).
void replace_file(const std::filesystem::path& path, std::string_view content);

// Creates the folder `path` and its parents. Throws Error(io).
void make_folders(const std::filesystem::path& path);

// "12.3 MB", with powers of 1000.
std::string human_size(double bytes);

}  // namespace vigyapti
