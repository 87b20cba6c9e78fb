#include "indexer/readers/mail_subject.hpp"

#include <array>
#include <optional>

#include "common/base/ascii.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/header_fields.hpp"
#include "indexer/readers/mail_header.hpp"

namespace vigyapti {
namespace {

struct Prefix {
    std::string_view written;  // letters of ASCII count in either case
    MailKind kind;
};

using enum MailKind;

// What Outlook, Lotus Notes, Apple Mail and web mailers write in their languages ("List of email
// subject abbreviations", Wikipedia). Prefixes of one letter (Italian R, I) begin titles too.
constexpr std::array prefixes{
    Prefix{"re", reply},
    Prefix{"fwd", forward},
    Prefix{"fw", forward},
    Prefix{"अग्रेषित", forward},
    Prefix{"प्रत्युत्तर", reply},
    Prefix{"aw", reply},  // German
    Prefix{"wg", forward},
    Prefix{"antw", reply},  // Dutch
    Prefix{"doorst", forward},
    Prefix{"tr", forward},  // French
    Prefix{"réf", reply},
    Prefix{"rv", forward},  // Spanish
    Prefix{"res", reply},   // Portuguese
    Prefix{"enc", forward},
    Prefix{"rif", reply},   // Italian
    Prefix{"sv", reply},    // Danish, Norwegian, Swedish
    Prefix{"vs", forward},  // Danish, Norwegian; Finnish has it for replies
    Prefix{"vb", forward},  // Swedish
    Prefix{"vl", forward},  // Finnish
    Prefix{"odp", reply},   // Polish
    Prefix{"pd", forward},
    Prefix{"ynt", reply},  // Turkish
    Prefix{"i\u0307lt", forward},
    Prefix{"İlt", forward},
    Prefix{"ilt", forward},
    Prefix{"Ответ", reply},  // Russian
    Prefix{"На", reply},
    Prefix{"Пересл", forward},
    Prefix{"رد", reply},  // Arabic
    Prefix{"إعادة توجيه", forward},
    Prefix{"回复", reply},  // Chinese
    Prefix{"回覆", reply},
    Prefix{"答复", reply},
    Prefix{"转发", forward},
    Prefix{"轉寄", forward},
};

// Bytes of the number in "Re[2]:" or "Re (2):" at the front of `text`, and of spaces before it.
std::size_t counter_size(std::string_view text) {
    const std::string_view rest = trimmed(text);
    if (rest.empty() || (rest[0] != '[' && rest[0] != '(')) return 0;
    const auto end = rest.find_first_not_of("0123456789", 1);
    if (end == rest.npos || end == 1 || end > 4) return 0;
    if (rest[end] != (rest[0] == '[' ? ']' : ')')) return 0;
    return text.find(rest[0]) + end + 1;
}

// Bytes of a colon at the front of `text`, and of spaces before it; 0 when there is none.
std::size_t colon_size(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00A0";
    constexpr std::string_view wide_colon = "：";
    std::size_t at = 0;
    while (text.substr(at).starts_with(' '))
        ++at;
    // French programs write one.
    if (text.substr(at).starts_with(no_break_space)) at += no_break_space.size();
    if (text.substr(at).starts_with(':')) return at + 1;
    return text.substr(at).starts_with(wide_colon) ? at + wide_colon.size() : 0;
}

// Takes a prefix from the front of `text`.
std::optional<MailKind> take_prefix(std::string_view& text) {
    for (const Prefix& prefix : prefixes) {
        const std::string_view front = text.substr(0, prefix.written.size());
        if (!equals_ignoring_case(front, prefix.written)) continue;
        std::string_view rest = text.substr(front.size());
        rest.remove_prefix(counter_size(rest));
        const std::size_t colon = colon_size(rest);
        if (colon == 0) continue;
        text = trimmed(rest.substr(colon));
        return prefix.kind;
    }
    return std::nullopt;
}

// Takes "[tag]" from the front of `text`; empty when there is none.
std::string_view take_tag(std::string_view& text) {
    const auto end = text.find(']');
    if (!text.starts_with('[') || end == text.npos) return {};
    const std::string_view tag = text.substr(0, end + 1);
    text = trimmed(text.substr(end + 1));
    return tag;
}

bool names_list(std::string_view tag, std::string_view list_id) {
    const std::string_view name = trimmed(tag.substr(1, tag.size() - 2));
    if (name.empty() || list_id.empty()) return false;
    const std::string_view identifier = without_brackets(list_id);
    std::string_view phrase = trimmed(list_id.substr(0, list_id.find('<')));
    if (phrase.size() > 1 && phrase.starts_with('"') && phrase.ends_with('"'))
        phrase = phrase.substr(1, phrase.size() - 2);
    return equals_ignoring_case(name, phrase) ||
           equals_ignoring_case(name, identifier.substr(0, identifier.find('.')));
}

}  // namespace

MailSubject read_subject(std::string_view subject, std::string_view list_id) {
    constexpr std::size_t longest_tags = 1000;
    MailSubject read;
    std::string_view rest = trimmed(subject);
    std::string tags;
    // Tags and prefixes stand in any order, and replies repeat both.
    for (;;) {
        if (const auto kind = take_prefix(rest)) {
            if (read.kind == plain) read.kind = *kind;
            continue;
        }
        if (tags.size() > longest_tags) break;
        const std::string_view tag = take_tag(rest);
        if (tag.empty()) break;
        if (names_list(tag, list_id) || tags.find(tag) != tags.npos) continue;
        tags += tag;
        tags += ' ';
    }
    read.title = rest.empty() ? std::string(trimmed(subject)) : tags + std::string(rest);
    return read;
}

}  // namespace vigyapti
