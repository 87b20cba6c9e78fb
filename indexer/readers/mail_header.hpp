// Header fields of mail as a reader sees them (RFC 5322, RFC 2047). GMime would decode them with
// the C library's converters, which open files; charset.hpp knows more encodings and none of them.
#pragma once

#include <string>
#include <string_view>

namespace vigyapti {

// `raw`, the value of a field as it stands in the mail, on one line of valid UTF-8: encoded words
// decoded, those that follow each other in one charset as one text, since many programs cut
// characters in two. What stands outside of them in bytes beyond ASCII is taken for `charset`, that
// of the mail's text, which may be empty.
std::string decode_header(std::string_view raw, std::string_view charset = {});

// The name of the first mailbox in `raw`: before the address in angle brackets, failing that in
// round ones behind it. Empty when it has none but its address.
std::string display_name(std::string_view raw, std::string_view charset = {});

// The day of a date as header fields have it, decoded: by the sender's clock, as ISO 8601; as it
// stands there when it is no date.
std::string day_of(std::string date);

// What stands between the first angle brackets, failing that all, without white space around it.
std::string_view without_brackets(std::string_view raw);

// The first address of the web between angle brackets, failing that `raw` if it is one; or empty.
std::string_view web_address(std::string_view raw);

// Whether a header, the lines up to the first blank one, begins `mail` and has a field.
bool begins_with_field(std::string_view mail);

}  // namespace vigyapti
