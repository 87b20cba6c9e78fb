// The plain text of a mail as paragraphs.
#pragma once

#include <string_view>

#include "indexer/draft.hpp"
#include "indexer/readers/mail_subject.hpp"

namespace vigyapti {

// How the lines of text/plain are to be read (RFC 3676).
struct PlainTextForm {
    bool is_flowed = false;      // format=flowed: a line that ends in a space goes on
    bool deletes_space = false;  // delsp=yes: and that space is none
};

// Adds `text`, valid UTF-8, to `draft`. Lines that a program broke at a column are joined:
//   - of format=flowed those that say so (RFC 3676, 4);
//   - else those after which the next line's first word had no room, the room being that of the
//     longest line; where lines are longer than a program would leave them, or all are short,
//     they stand as they are.
// Boilerplate is what mail_quotes takes for no text of a mail of this kind, quoted lines being
// those with ">" before them; what follows the signature mark "-- " (RFC 3676, 4.3), rules of one
// repeated character, and the last paragraphs when they tell how to leave a mailing list. What is
// forwarded adds its title, date and sender.
void add_plain_text(std::string_view text, PlainTextForm form, MailKind kind, Draft& draft);

}  // namespace vigyapti
