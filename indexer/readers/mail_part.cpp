#include "indexer/readers/mail_part.hpp"

#include <fmt/core.h>

#include "common/base/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/inner.hpp"
#include "indexer/readers/mail_header.hpp"

namespace vigyapti {
namespace {

std::string_view view_of(const char* text) {
    return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string type_of(GMimeObject* part) {
    const GMimeContentType* type = g_mime_object_get_content_type(part);
    return lowered(fmt::format("{}/{}", view_of(type->type), view_of(type->subtype)));
}

// Many programs give these types to whatever they do not know.
bool is_vague(std::string_view type) {
    return type == "application/octet-stream" || type == "text/plain" || type == "application/zip";
}

}  // namespace

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
    return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) != 0;
}

std::string_view parameter(GMimeObject* part, const char* name) {
    return view_of(g_mime_object_get_content_type_parameter(part, name));
}

std::string_view raw_header(GMimeObject* part, const char* name) {
    GMimeHeaderList* headers = g_mime_object_get_header_list(part);
    GMimeHeader* header = g_mime_header_list_get_header(headers, name);
    return header == nullptr ? std::string_view() : view_of(g_mime_header_get_raw_value(header));
}

std::string content_of(GMimeObject* part) {
    if (!GMIME_IS_PART(part)) return {};
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(part));
    if (content == nullptr) return {};
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {bytes->data, bytes->data + bytes->len};
}

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

const Reader* reader_for(GMimeObject* part, std::string_view name) {
    const std::string type = type_of(part);
    const Reader* by_type = reader_for_type(type);
    const Reader* by_name = reader_for_extension(extension_of(name));
    if (by_type == nullptr || (is_vague(type) && by_name != nullptr)) return by_name;
    return by_type;
}

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

}  // namespace vigyapti
