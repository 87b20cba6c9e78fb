// Release ↔ document data: what the searcher shows without the original files.
#pragma once

#include <string>
#include <string_view>

#include "common/index/release.hpp"

namespace vigyapti {

// A compact binary form; Xapian compresses it.
std::string encode_release(const Release& release);

// The inverse. Throws Error(corrupt) when `data` is no encoded release; never reads beyond it.
Release decode_release(std::string_view data);

// 128-bit hash of an encoded release, as 16 bytes: equal releases need no second write.
std::string content_hash(std::string_view encoded);

}  // namespace vigyapti
