// Release ↔ document data: what the searcher shows without the original files. A release is
// encoded, and compressed by compress_release.
#pragma once

#include <string>
#include <string_view>

#include "common/index/release.hpp"

namespace vigyapti {

// A compact binary form, not compressed.
std::string encode_release(const Release& release);

// The release in document data, which is what compress_release made of an encoded one. Throws
// Error(corrupt) when `data` is none; never reads beyond it.
Release decode_release(std::string_view data);

// 128-bit hash of an encoded release, as 16 bytes: equal releases need no second write, however
// they are compressed.
std::string content_hash(std::string_view encoded);

}  // namespace vigyapti
