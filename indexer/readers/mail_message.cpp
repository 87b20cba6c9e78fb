#include "indexer/readers/mail_message.hpp"

#include <fmt/core.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "common/text/declared_charset.hpp"
#include "indexer/readers/mail_attachments.hpp"
#include "indexer/readers/mail_header.hpp"
#include "indexer/readers/mail_html.hpp"
#include "indexer/readers/mail_part.hpp"
#include "indexer/readers/mail_subject.hpp"
#include "indexer/readers/mail_text.hpp"

namespace vigyapti {
namespace {

// Beside the mailbox itself in the memory of an isolated process.
constexpr std::size_t largest_message = 128'000'000;
constexpr std::uint32_t most_parts = 1000;
constexpr std::uint32_t most_nested = 30;  // multiparts in multiparts
// GMime makes objects of all parts and fields before it can be seen how many they are.
constexpr std::uint64_t most_boundaries = 100'000;
constexpr std::uint64_t most_fields = 10'000;

// Bytes that are seen of the text: what is no white space.
std::size_t visible_size(const Draft& draft) {
    std::size_t size = 0;
    for (const Part& part : draft.parts) {
        if (part.kind == PartKind::boilerplate) continue;
        size += static_cast<std::size_t>(std::count_if(
            part.text.begin(), part.text.end(), [](char c) { return c != ' ' && c != '\n'; }));
    }
    return size;
}

void append_parts(Draft more, Draft& draft) {
    if (draft.charset.empty()) draft.charset = std::move(more.charset);
    std::move(more.fields.begin(), more.fields.end(), std::back_inserter(draft.fields));
    std::move(more.parts.begin(), more.parts.end(), std::back_inserter(draft.parts));
}

std::string first_value(const Draft& draft, ReleaseField field) {
    const auto found = std::find_if(draft.fields.begin(), draft.fields.end(),
                                    [&](const FoundValue& each) { return each.field == field; });
    return found == draft.fields.end() ? std::string() : found->value;
}

class MessageReader {
  public:
    MessageReader(GMimeObject* root, std::string name, DraftSink& sink)
        : root_(root),
          charset_(parameter(root, "charset")),
          subject_(read_subject(header("Subject"), header("List-Id"))),
          attachments_(std::move(name)),
          sink_(sink) {}

    void read() {
        Draft draft = read_part(root_, 0);
        read_header(draft);
        AttachmentSink attached(first_value(draft, ReleaseField::date),
                                first_value(draft, ReleaseField::source), sink_);
        if (visible_size(draft) > 0) {
            sink_.add(std::move(draft));
            return attachments_.read(attached);
        }
        attachments_.read(attached);
        if (is_hidden_ || attached.releases() > 0) return;
        if (draft.empty()) throw Error(ErrorCode::bad_input, "neither a subject nor a text in it");
        sink_.add(std::move(draft));
    }

  private:
    std::string header(const char* name) const {
        return decode_header(raw_header(root_, name), charset_);
    }

    // Behind what the text says of a mail that it forwards.
    void read_header(Draft& draft) const {
        using enum ReleaseField;
        const std::string name(without_brackets(header("Message-ID")));
        draft.add(id, Origin::record, name);
        draft.add(title, Origin::record, subject_.title);
        draft.add(date, Origin::record, day_of(header("Date")));
        draft.add(source, Origin::record, display_name(raw_header(root_, "From"), charset_));
        draft.add(url, Origin::record, std::string(web_address(header("Archived-At"))));
        // The archive of a list is one page for all its mails: it must not become the id of those
        // that have none.
        if (!name.empty())
            draft.add(url, Origin::container, std::string(web_address(header("List-Archive"))));
        // Mail programs name the language of their user, not of the text.
        const std::string language = header("Content-Language");
        if (language.find(',') == language.npos) draft.add(lang, Origin::markup, language);
        draft.begins_with_title = true;
    }

    bool is_counted() {
        if (parts_ < most_parts) return ++parts_ != 0;
        if (!is_too_many_told_) {
            sink_.problem(0,
                          fmt::format("more than {} parts, so the rest is not read", most_parts));
        }
        is_too_many_told_ = true;
        return false;
    }

    // The text of a part; what is attached is noted.
    Draft read_part(GMimeObject* part, std::uint32_t depth) {
        if (!is_counted()) return {};
        if (const std::string_view why = why_hidden(part); !why.empty()) {
            is_hidden_ = true;
            sink_.problem(0, std::string(why));
            return {};
        }
        if (GMIME_IS_MULTIPART(part)) return read_multipart(part, depth);
        const bool is_text = is_type(part, "text", "plain") || is_type(part, "text", "html");
        if (is_text && (part == root_ || !is_attachment(part))) return read_text_part(part);
        attachments_.note(part);
        return {};
    }

    Draft read_multipart(GMimeObject* part, std::uint32_t depth) {
        if (depth == most_nested) {
            if (!is_too_deep_told_) {
                sink_.problem(
                    0, fmt::format("parts nested more than {} deep, so not read", most_nested));
            }
            is_too_deep_told_ = true;
            return {};
        }
        GMimeMultipart* multipart = GMIME_MULTIPART(part);
        const bool is_choice = is_type(part, "multipart", "alternative");
        Draft draft;
        std::size_t size = 0;
        const int parts = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < parts && !is_too_many_told_; ++i) {
            Draft one = read_part(g_mime_multipart_get_part(multipart, i), depth + 1);
            if (!is_choice) {
                append_parts(std::move(one), draft);
            } else if (const std::size_t one_size = visible_size(one); one_size > size) {
                draft = std::move(one);
                size = one_size;
            }
        }
        return draft;
    }

    Draft read_text_part(GMimeObject* part) {
        Draft draft;
        const bool is_html = is_type(part, "text", "html");
        const std::string bytes = content_of(part);
        std::string_view charset = parameter(part, "charset");
        if (charset.empty() && is_html) charset = declared_in_markup(bytes);
        const DecodedText decoded = decode_text(bytes, charset);
        draft.charset = decoded.description();
        std::string text(decoded.text());
        std::replace(text.begin(), text.end(), '\0', ' ');
        if (is_html) {
            add_mail_html(text, subject_.kind, draft);
        } else if (text.find("-----BEGIN PGP MESSAGE-----") != text.npos) {
            is_hidden_ = true;
            sink_.problem(0, "encrypted by PGP, so not read");
        } else {
            const bool flowed = lowered(parameter(part, "format")) == "flowed";
            const bool deletes_space = lowered(parameter(part, "delsp")) == "yes";
            add_plain_text(text, {flowed, deletes_space}, subject_.kind, draft);
        }
        return draft;
    }

    GMimeObject* const root_;
    const std::string_view charset_;
    const MailSubject subject_;
    Attachments attachments_;
    DraftSink& sink_;
    bool is_hidden_ = false;  // whether there is text that cannot be read
    bool is_too_deep_told_ = false;
    std::uint32_t parts_ = 0;
    bool is_too_many_told_ = false;
};

// Throws for what would take more memory and time than any mail.
void check_size(std::string_view mail) {
    if (mail.size() > largest_message) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("a mail of more than {} MB", largest_message / 1'000'000));
    }
    std::uint64_t boundaries = 0;
    for (std::size_t at = 0; (at = mail.find("\n--", at)) != mail.npos; at += 3)
        ++boundaries;
    std::uint64_t fields = 0;
    for (std::size_t at = 0; (at = mail.find('\n', at)) != mail.npos; ++at) {
        ++fields;
        const std::string_view rest = mail.substr(at + 1, 2);
        if (rest.starts_with('\n') || rest == "\r\n" || fields > most_fields) break;
    }
    if (boundaries > most_boundaries || fields > most_fields)
        throw Error(ErrorCode::bad_input, "more parts or header lines than a mail has");
}

}  // namespace

void prepare_messages() {
    g_mime_init();
    for (const char* subtype : {"rfc822", "global", "news"})
        g_mime_object_register_type("message", subtype, GMIME_TYPE_PART);
}

void read_message(std::string_view mail, std::string_view name, DraftSink& sink) {
    if (!begins_with_field(mail)) throw Error(ErrorCode::bad_input, "no header field in it");
    check_size(mail);
    // GMime only reads them.
    GByteArray bytes{const_cast<guint8*>(reinterpret_cast<const guint8*>(mail.data())),
                     static_cast<guint>(mail.size())};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(&bytes));
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream.get()), FALSE);
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    // As a part, and not as a message: GMime reads the addresses of messages, group in group until
    // the stack is full.
    const Owned<GMimeObject> root(g_mime_parser_construct_part(parser.get(), nullptr));
    if (root == nullptr) throw Error(ErrorCode::bad_input, "no mail that can be read");
    MessageReader(root.get(), std::string(name), sink).read();
}

}  // namespace vigyapti
