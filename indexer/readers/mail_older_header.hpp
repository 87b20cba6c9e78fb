// The header of an older mail as it stands in the text of another: "From: … Sent: … Subject: …".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {

struct MailLine {
    std::string_view text;        // without marks of quotation; blank between paragraphs
    std::uint32_t depth = 0;      // of quotations in quotations that it stands in
    std::uint32_t paragraph = 0;  // its number
    bool opens_older = false;     // by the markup, older mail begins here
    bool is_header = false;       // by the markup, it is of the header of older mail
};

bool is_blank(const MailLine& line);

struct OlderHeader {
    std::size_t end = 0;       // line behind it
    bool is_complete = false;  // begins with the sender and has a subject
    // And has an address or a date as Outlook names it; memoranda begin with such lines too.
    bool is_certain = false;
    // As they stand there; may be empty.
    std::string subject;
    std::string date;
    std::string sender;
};

// The header that begins at the line `at`; nothing when that is no field of one. Lists of
// recipients may have several lines.
std::optional<OlderHeader> read_older_header(const std::vector<MailLine>& lines, std::size_t at);

}  // namespace vigyapti
