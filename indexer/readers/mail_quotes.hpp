// Which lines of a mail are its text: one rule for plain text and HTML.
//
// What a reply quotes is not its text: lines that are marked as quoted, the line that says whose
// they are, and all behind "-----Original Message-----", a header such as Outlook puts above older
// mail, or an attribution with an address above lines that are not marked.
//
// What is forwarded is the text: a press office's release that a reader passes on. A mail is a
// forward where its subject or a mark such as "Forwarded message" says so, where it is no reply by
// its subject and has a header of older mail, or where nothing stands above what is quoted. The
// text is then that behind the mark and the header, without what that quotes in turn, and again if
// that is a forward too. A note above it is not the text, unless it is longer than 500 characters
// or than what it forwards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/draft.hpp"
#include "indexer/readers/mail_older_header.hpp"
#include "indexer/readers/mail_subject.hpp"

namespace vigyapti {

struct MailReading {
    std::vector<bool> is_text;  // a line each
    std::size_t begin = 0;      // of the innermost forwarded text; 0 when there is none
    // The header above it, as it stands there; parts may be empty.
    std::string subject;
    std::string date;
    std::string sender;
};

// `kind`: by the subject of the mail.
MailReading read_quotes(const std::vector<MailLine>& lines, MailKind kind);

// Adds title, date and sender of what is forwarded to `draft`, whose mail they count more than that
// which brings it.
void add_forwarded_fields(const MailReading& reading, Draft& draft);

}  // namespace vigyapti
