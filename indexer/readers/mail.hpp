// Reads mail: a message (.eml) or a mailbox of many (mbox).
#pragma once

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields a release for each message, and one or more for each attachment of a known format and each
// message in it (readers/mail_message.hpp). What begins with a "From " line is a mailbox: its
// messages begin at such lines behind blank ones, and ">From " in their text is "From ". Messages
// of a mailbox that have no Message-ID are named "letters.mbox:3"; one that cannot be read is a
// problem with its number. Throws Error(bad_input) for what is no mailbox and has no header field.
void read_mail(const Input& input, DraftSink& sink);

// Before the first mail is read, where files can still be opened: GMime reads its settings.
void prepare_mail();

}  // namespace vigyapti
