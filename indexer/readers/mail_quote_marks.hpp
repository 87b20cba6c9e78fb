// The lines by which mail programs tell older mail from a text: marks such as "-----Original
// Message-----", the header fields below them, and who wrote what is quoted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace vigyapti {

enum class QuoteMark : std::uint8_t { none, original, forwarded };

// `line`: without marks of quotation. A mark has hyphens around it, or a colon behind it.
QuoteMark quote_mark(std::string_view line);

enum class QuotedField : std::uint8_t { from, sent, date, to, subject, other };

struct QuotedHeaderField {
    QuotedField field;  // `sent` is a date as Outlook names it
    std::string_view value;
};

// A line such as "From: …", "*Sent:* …" or "विषय: …", in the languages of mail programs.
std::optional<QuotedHeaderField> quoted_header_field(std::string_view line);

// Whether a line holds the whole header: "From: … Sent: … To: … Subject: …".
bool is_header_in_a_line(std::string_view line);

// Whether a line ends in a phrase such as "X wrote:" or "X ने लिखा:".
bool ends_in_attribution(std::string_view line);

}  // namespace vigyapti
