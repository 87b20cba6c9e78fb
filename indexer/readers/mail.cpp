#include "indexer/readers/mail.hpp"

#include <fmt/core.h>
#include <iconv.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "indexer/readers/header_fields.hpp"
#include "indexer/readers/inner.hpp"
#include "indexer/readers/mail_header.hpp"
#include "indexer/readers/mail_message.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A mail may be attached to a mail, directly or in an archive.
class Depth {
  public:
    Depth() {
        constexpr int most = 5;
        if (depth == most) {
            throw Error(ErrorCode::bad_input,
                        fmt::format("a mail in mails, {} deep, so not read", most));
        }
        ++depth;
    }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;
    ~Depth() { --depth; }

  private:
    static inline thread_local int depth = 0;
};

bool has_time(std::string_view line) {
    for (std::size_t at = 1; (at = line.find(':', at)) != line.npos; ++at) {
        if (is_digit(line[at - 1]) && at + 1 < line.size() && is_digit(line[at + 1])) return true;
    }
    return false;
}

// `text` begins at a line. A sentence may begin with "From " too, in a mailbox of a program that
// does not mark that: the line of a mailbox tells when a mail came, or a header follows.
bool begins_message(std::string_view text) {
    if (!text.starts_with("From ")) return false;
    if (has_time(take_line(text))) return true;
    return begins_with_field(take_line(text));
}

// Where the next message begins; the end when none does.
std::size_t find_message(std::string_view mailbox, std::size_t from) {
    for (std::size_t at = from; (at = mailbox.find("\nFrom ", at)) != mailbox.npos; ++at) {
        const std::string_view before = mailbox.substr(0, at);
        const bool is_behind_blank = before.ends_with('\n') || before.ends_with("\n\r");
        if (is_behind_blank && begins_message(mailbox.substr(at + 1))) return at + 1;
    }
    return mailbox.size();
}

// Undoes what mailboxes of the kinds mboxo and mboxrd do: lines of ">From " lose a ">".
std::string unescaped(std::string_view message) {
    std::string text;
    text.reserve(message.size());
    std::size_t begin = 0;
    for (std::size_t at = 0; (at = message.find("\n>", at)) != message.npos;) {
        const std::size_t mark = at + 1;
        const std::size_t word = std::min(message.find_first_not_of('>', mark), message.size());
        if (message.substr(word).starts_with("From ")) {
            text += message.substr(begin, mark - begin);
            begin = mark + 1;
        }
        at = word;
    }
    return text += message.substr(begin);
}

// Says of problems which message has them.
class NumberedSink : public DraftSink {
  public:
    NumberedSink(std::uint64_t number, std::uint64_t line, DraftSink& outer)
        : number_(number), line_(line), outer_(outer) {}

    void add(Draft draft, std::string name) override {
        outer_.add(std::move(draft), std::move(name));
    }
    void problem(std::uint64_t, const std::string& what) override {
        outer_.problem(line_, fmt::format("message {}: {}", number_, what));
    }
    void nothing(const std::string& why) override {
        outer_.nothing(fmt::format("message {}: {}", number_, why));
    }

  private:
    const std::uint64_t number_;
    const std::uint64_t line_;
    DraftSink& outer_;
};

std::uint64_t count_lines(std::string_view text) {
    return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// `mailbox`: the end of the input's bytes.
void read_mailbox(const Input& input, std::string_view mailbox, DraftSink& sink) {
    std::uint64_t number = 0;
    std::uint64_t line =
        input.first_line + count_lines(input.bytes.substr(0, input.bytes.size() - mailbox.size()));
    while (!mailbox.empty()) {
        const std::size_t end = find_message(mailbox, 0);
        std::string_view message = mailbox.substr(0, end);
        mailbox.remove_prefix(end);
        NumberedSink numbered(++number, line, sink);
        line += count_lines(message);
        take_line(message);
        const std::string name = fmt::format("{}:{}", input.name, number);
        InnerSink inner(name, {}, numbered);
        const std::string text = unescaped(message);
        read_inner(
            [](const Input& mail, DraftSink& out) { read_message(mail.bytes, mail.name, out); },
            {text, name}, inner);
    }
}

}  // namespace

void read_mail(const Input& input, DraftSink& sink) {
    prepare_mail();
    const Depth depth;
    std::string_view bytes = input.bytes;
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
    if (begins_message(bytes)) return read_mailbox(input, bytes, sink);
    read_message(bytes, input.name, sink);
}

void prepare_mail() {
    static std::once_flag once;
    std::call_once(once, [] {
        prepare_messages();
        // What GMime decodes itself, names of attachments, is mostly in these. The C library
        // unloads converters that nobody holds.
        static const iconv_t western = iconv_open("UTF-8", "ISO-8859-1");
        static const iconv_t windows = iconv_open("UTF-8", "WINDOWS-1252");
        static_cast<void>(western);
        static_cast<void>(windows);
    });
}

}  // namespace vigyapti
