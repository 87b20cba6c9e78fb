// The subject of a mail as a title: without what mail programs and lists put before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vigyapti {

// What the first prefix says of the mail.
enum class MailKind : std::uint8_t { plain, reply, forward };

struct MailSubject {
    std::string title;
    MailKind kind = MailKind::plain;
};

// `subject` and `list_id`, the value of List-Id (RFC 2919), as of decode_header; the latter may be
// empty. Prefixes of replies and forwards are left out, in any number ("Re: Fwd: ", "RE[2]: "), in
// the languages whose mail programs write their own. Tags in square brackets ("[press-list] ") stay
// unless they are the name of the list: its phrase in List-Id or the first label of its identifier.
// Where nothing else is left, the subject is the title as it stands.
MailSubject read_subject(std::string_view subject, std::string_view list_id = {});

}  // namespace vigyapti
