#include "indexer/readers/mail_message.hpp"

#include <fmt/core.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "common/text/date.hpp"
#include "common/text/declared_charset.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/inner.hpp"
#include "indexer/readers/mail_header.hpp"
#include "indexer/readers/mail_text.hpp"
#include "indexer/scan.hpp"

namespace vigyapti {
namespace {

// Beside the mailbox itself in the memory of an isolated process.
constexpr std::size_t largest_message = 128'000'000;
constexpr std::uint32_t most_parts = 1000;
constexpr std::uint32_t most_nested = 30;  // multiparts in multiparts
// GMime makes objects of all parts and fields before it can be seen how many they are.
constexpr std::uint64_t most_boundaries = 100'000;
constexpr std::uint64_t most_fields = 10'000;

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string_view view_of(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) != 0;
}

std::string type_of(GMimeObject* part) {
    const GMimeContentType* type = g_mime_object_get_content_type(part);
    std::string name = fmt::format("{}/{}", view_of(type->type), view_of(type->subtype));
    lower_ascii(name);
    return name;
}

std::string_view parameter(GMimeObject* part, const char* name) {
    return view_of(g_mime_object_get_content_type_parameter(part, name));
}

std::string_view raw_header(GMimeObject* object, const char* name) {
    GMimeHeaderList* headers = g_mime_object_get_header_list(object);
    GMimeHeader* header = g_mime_header_list_get_header(headers, name);
    return header == nullptr ? std::string_view() : view_of(g_mime_header_get_raw_value(header));
}

// What a part holds, neither base64 nor quoted-printable.
std::string content_of(GMimeObject* part) {
    if (!GMIME_IS_PART(part)) return {};
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
    if (content == nullptr) return {};
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {bytes->data, bytes->data + bytes->len};
}

// Without folders, and with neither controls nor malformed UTF-8.
std::string file_name_of(GMimeObject* part) {
    if (!GMIME_IS_PART(part)) return {};
    std::string_view name = view_of(g_mime_part_get_filename(GMIME_PART(part)));
    name.remove_prefix(name.find_last_of("/\\") + 1);  // npos + 1 is 0
    return decode_header(in_utf8(name));
}

bool is_attachment(GMimeObject* part) {
    GMimeContentDisposition* disposition = g_mime_object_get_content_disposition(part);
    const bool is_stated =
        disposition != nullptr && g_mime_content_disposition_is_attachment(disposition) != 0;
    return is_stated || !file_name_of(part).empty();
}

// Many programs give these types to whatever they do not know.
bool is_vague(std::string_view type) {
    return type == "application/octet-stream" || type == "text/plain" || type == "application/zip";
}

const Reader* reader_for(GMimeObject* part, std::string_view name) {
    const std::string type = type_of(part);
    const Reader* by_type = reader_for_type(type);
    const Reader* by_name = reader_for_extension(extension_of(name));
    if (by_type == nullptr || (is_vague(type) && by_name != nullptr)) return by_name;
    return by_type;
}

// Why the content of `part` is not to be had; or empty.
std::string_view why_hidden(GMimeObject* part) {
    if (is_type(part, "multipart", "encrypted")) return "encrypted by PGP, so not read";
    if (is_type(part, "application", "pkcs7-mime") ||
        is_type(part, "application", "x-pkcs7-mime")) {
        return parameter(part, "smime-type") == "signed-data"
                   ? "wrapped in a signature of S/MIME, so not read"
                   : "encrypted by S/MIME, so not read";
    }
    return {};
}

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
    std::move(more.parts.begin(), more.parts.end(), std::back_inserter(draft.parts));
}

// Gives releases of an attachment the date and the sender, unless they say better.
class AttachmentSink : public DraftSink {
  public:
    AttachmentSink(std::string date, std::string sender, DraftSink& outer)
        : date_(std::move(date)), sender_(std::move(sender)), outer_(outer) {}

    void add(Draft draft, std::string name) override {
        ++releases_;
        draft.add(ReleaseField::date, Origin::container, date_);
        draft.add(ReleaseField::source, Origin::container, sender_);
        outer_.add(std::move(draft), std::move(name));
    }
    void problem(std::uint64_t line, const std::string& what) override {
        outer_.problem(line, what);
    }
    void nothing(const std::string& why) override { outer_.nothing(why); }
    std::uint64_t releases() const { return releases_; }

  private:
    const std::string date_;
    const std::string sender_;
    DraftSink& outer_;
    std::uint64_t releases_ = 0;
};

class MessageReader {
  public:
    MessageReader(GMimeObject* root, std::string name, DraftSink& sink)
        : root_(root), name_(std::move(name)), charset_(parameter(root, "charset")), sink_(sink) {}

    void read() {
        Draft draft = read_part(root_, 0);
        std::string sender = display_name(raw_header(root_, "From"), charset_);
        std::string day = date_of_message();
        read_header(draft, day, sender);
        AttachmentSink attached(std::move(day), std::move(sender), sink_);
        if (visible_size(draft) > 0) {
            sink_.add(std::move(draft));
            return read_attachments(attached);
        }
        read_attachments(attached);
        if (is_hidden_ || attached.releases() > 0) return;
        if (draft.empty()) throw Error(ErrorCode::bad_input, "neither a subject nor a text in it");
        sink_.add(std::move(draft));
    }

  private:
    std::string header(const char* name) const {
        return decode_header(raw_header(root_, name), charset_);
    }

    void read_header(Draft& draft, const std::string& day, const std::string& sender) const {
        using enum ReleaseField;
        const std::string name(without_brackets(header("Message-ID")));
        draft.add(id, Origin::record, name);
        draft.add(title, Origin::record, header("Subject"));
        draft.add(date, Origin::record, day);
        draft.add(source, Origin::record, sender);
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

    // The day that the sender's clock showed; as it stands there when it is no date.
    std::string date_of_message() const {
        std::string value = header("Date");
        if (parse_date(value)) return value;
        GDateTime* time = g_mime_utils_header_decode_date(value.c_str());
        if (time == nullptr) return value;
        const Date day{g_date_time_get_year(time), g_date_time_get_month(time),
                       g_date_time_get_day_of_month(time)};
        g_date_time_unref(time);
        return to_iso(day);
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
        attachments_.push_back(part);
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
        draft.charset = decoded.charset();
        std::string text(decoded.text());
        std::replace(text.begin(), text.end(), '\0', ' ');
        if (is_html) {
            add_html_text(text, draft);
        } else if (text.find("-----BEGIN PGP MESSAGE-----") != text.npos) {
            is_hidden_ = true;
            sink_.problem(0, "encrypted by PGP, so not read");
        } else {
            std::string format(parameter(part, "format"));
            std::string deletes_space(parameter(part, "delsp"));
            lower_ascii(format);
            lower_ascii(deletes_space);
            add_plain_text(text, {format == "flowed", deletes_space == "yes"}, draft);
        }
        return draft;
    }

    // Of two attachments of one name the second gets a number.
    std::string name_of(GMimeObject* part, const Reader& reader) {
        std::string name = file_name_of(part);
        if (name.empty()) name = fmt::format("attachment.{}", reader.format);
        ++attached_;
        if (!names_.insert(name).second) name = fmt::format("{}/{}", attached_, name);
        return name;
    }

    void read_attachments(DraftSink& attached) {
        for (GMimeObject* attachment : attachments_)
            read_attachment(attachment, attached);
    }

    void read_attachment(GMimeObject* part, DraftSink& attached) {
        const Reader* reader = reader_for(part, file_name_of(part));
        if (reader == nullptr) return;
        const std::string name = name_of(part, *reader);
        InnerSink inner(fmt::format("{}/{}", name_, name), shown_inner_name(name), attached);
        const PaddedBytes bytes(content_of(part));
        read_inner(reader->read, {bytes.text(), inner.name(), 1, parameter(part, "charset")},
                   inner);
    }

    GMimeObject* const root_;
    const std::string name_;
    const std::string_view charset_;
    DraftSink& sink_;
    std::vector<GMimeObject*> attachments_;
    std::set<std::string> names_;
    std::uint32_t attached_ = 0;
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
