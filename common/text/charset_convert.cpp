#include "common/text/charset_convert.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

struct ConverterClose {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// In place of ICU's own, which does not count, and takes other characters in some converters.
void replace_and_count(const void* context, UConverterToUnicodeArgs* args, const char*,
                       std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::uint64_t*>(const_cast<void*>(context));
    *status = U_ZERO_ERROR;
    const UChar replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

void check(UErrorCode status, const Charset& charset) {
    if (U_FAILURE(status) == 0) return;
    throw std::runtime_error("ICU cannot convert " + std::string(charset.name) + ": " +
                             u_errorName(status));
}

Converted from_utf8(std::string_view bytes) {
    Converted out;
    for (;;) {
        const auto bad = find_malformed_utf8(bytes);
        out.text += bytes.substr(0, bad.value_or(bytes.npos));
        if (!bad) return out;
        std::size_t behind = *bad;
        append_utf8(out.text, next_code_point(bytes, behind));
        ++out.replaced;
        bytes.remove_prefix(behind);
    }
}

}  // namespace

Converted to_utf8(std::string_view bytes, const Charset& charset) {
    if (charset == utf8_charset) return from_utf8(bytes);
    Converted out;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterClose> converter(
        ucnv_open(charset.converter, &status));
    check(status, charset);
    ucnv_setToUCallBack(converter.get(), replace_and_count, &out.replaced, nullptr, nullptr,
                        &status);
    check(status, charset);
    std::u16string wide;
    std::array<UChar, 4096> buffer{};
    const char* from = bytes.data();
    do {
        UChar* to = buffer.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &from,
                       bytes.data() + bytes.size(), nullptr, 1, &status);
        wide.append(buffer.data(), to);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    check(status, charset);
    to_utf8(wide, out.text);
    return out;
}

}  // namespace vigyapti
