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
