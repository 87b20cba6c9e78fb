// From the bytes of a text in whatever encoding to UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigyapti {

// What told the encoding of a text.
enum class CharsetOrigin : std::uint8_t { mark, utf8, declared, detected };

// "byte order mark", "UTF-8", "declared" or "detected".
std::string_view origin_name(CharsetOrigin origin);

// A text in UTF-8: a view of the bytes that it was made from where they were UTF-8, so that these
// must outlive it, and its own where they were not.
class DecodedText {
  public:
    // `view` is the text.
    DecodedText(std::string_view view, CharsetOrigin origin);
    // `own` is the text, from the encoding called `charset`, a static string.
    DecodedText(std::string own, std::string_view charset, CharsetOrigin origin,
                std::uint64_t replaced);

    // Valid UTF-8 without a byte order mark before it.
    std::string_view text() const { return own_ ? std::string_view(*own_) : view_; }
    bool is_view() const { return !own_.has_value(); }
    // As the WHATWG Encoding Standard or IANA writes it: "UTF-8", "windows-1252", "x-iscii-de".
    std::string_view charset() const { return charset_; }
    CharsetOrigin origin() const { return origin_; }
    // Both for people: "windows-1252 [declared]"; "UTF-8" alone where the bytes are nothing else.
    std::string description() const;
    // Malformed sequences that became U+FFFD, by maximal subparts in UTF-8 (WHATWG's practice).
    std::uint64_t replaced() const { return replaced_; }

  private:
    std::string_view view_;
    std::optional<std::string> own_;
    std::string_view charset_;
    CharsetOrigin origin_;
    std::uint64_t replaced_ = 0;
};

// `bytes` as UTF-8, at most three times as long. The first of these decides:
//   - a byte order mark (UTF-8, UTF-16, UTF-32, GB 18030);
//   - the structure of UTF-16 or UTF-32, which as bytes would pass for UTF-8 with NULs;
//   - strict UTF-8, whatever is declared: pages that say otherwise lie;
//   - ISCII, and UTF-8 but for some malformed sequences, where nothing better is declared:
//     windows-1252 is what editors write into all pages;
//   - `declared`, a label as pages and protocols give it, where it is known and the bytes do not
//     contradict it;
//   - the frequencies of letters; windows-1252 where they tell nothing.
// Numeric character references stay, and so do NULs and other control characters. Never throws
// for what the bytes are.
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace vigyapti
