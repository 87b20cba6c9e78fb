// The digests of web archives: "sha1:" and 32 letters of base32, as most crawlers write, or the
// like.
#pragma once

#include <optional>
#include <string_view>

namespace vigyapti {

// Whether `digest`, a name and a value with a colon between, is that of `bytes`. Nothing where that
// cannot be said: no such thing, an algorithm other than md5, sha1, sha256 and sha512, a value that
// is neither base32 (RFC 4648) nor base16 of a digest of its length.
std::optional<bool> agrees_with_digest(std::string_view bytes, std::string_view digest);

}  // namespace vigyapti
