// A message of a mail: its header, its text and what is attached to it.
#pragma once

#include <string_view>

#include "indexer/reader.hpp"

namespace vigyapti {

// Yields the release that `mail`, from its header on, is, by `name` if it has no Message-ID; then
// those attached to it, by "NAME/ATTACHMENT", of the formats that their types name, failing that
// the extensions of their names, and messages within. The text is that which is not attached; of
// alternatives that with the most letters. A mail that is only the cover of attachments, without
// text, is no release. Parts that are encrypted or nested too deep, and all beyond the 1,000th, are
// problems. Throws Error(bad_input) when there is no header field or nothing to find it by.
void read_message(std::string_view mail, std::string_view name, DraftSink& sink);

// Before the first message is read, once, where files can still be opened. Messages in messages are
// bytes to GMime from then on, in the whole process: their reader is read_mail.
void prepare_messages();

}  // namespace vigyapti
