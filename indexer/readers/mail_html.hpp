// The HTML of a mail: what its program marked as quoted, for the one rule of mail_quotes.
#pragma once

#include <string_view>

#include "indexer/draft.hpp"
#include "indexer/readers/mail_subject.hpp"

namespace vigyapti {

// Adds `html`, valid UTF-8, of a mail of this kind to `draft`. What mail_quotes takes for no text
// is boilerplate; what is forwarded adds its title, date and sender. Quoted are <blockquote
// type=cite> and what Gmail, Yahoo, Thunderbird and Proton call a quotation; older mail begins
// where Outlook on the web says so.
void add_mail_html(std::string_view html, MailKind kind, Draft& draft);

}  // namespace vigyapti
