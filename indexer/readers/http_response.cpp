#include "indexer/readers/http_response.hpp"

#include <brotli/decode.h>
#include <fmt/core.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t unpacking_step = 1U << 16U;

// "HTTP/1.1 200 OK"; 0 for what is no status line.
int status_of(std::string_view line) {
    const auto space = line.find(' ');
    if (!line.starts_with("HTTP/") || space == line.npos) return 0;
    line.remove_prefix(space + 1);
    int status = 0;
    std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), status);
    return status;
}

// The chunks of `body` put together; nothing when it does not begin with one.
std::optional<std::string> joined_chunks(std::string_view body) {
    std::string joined;
    for (bool first = true; !body.empty(); first = false) {
        std::string_view line = trimmed(take_line(body));
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
        const bool whole = end == line.data() + line.size() || *end == ';' || *end == ' ';
        if (error != std::errc{} || !whole) {
            if (first) return std::nullopt;
            break;
        }
        if (size == 0) break;
        size = std::min(size, body.size());
        joined += body.substr(0, size);
        body.remove_prefix(size);
        take_line(body);
    }
    return joined;
}

// Nothing when it is not in chunks.
std::optional<std::string> joined_body(std::string_view body, const HeaderFields& fields) {
    const std::string_view transfer = fields.get("Transfer-Encoding");
    if (transfer.find("chunked") == transfer.npos) return std::nullopt;
    return joined_chunks(body);
}

void check_size(std::size_t unpacked, std::size_t packed, std::size_t most) {
    constexpr std::size_t ratio_counts_from = 10'000'000;
    if (unpacked > most || (unpacked > ratio_counts_from && unpacked / 200 > packed)) {
        throw Error(ErrorCode::bad_input, "a body that unpacks to too much");
    }
}

// `window` as zlib's inflateInit2 wants it. Nothing when not even a beginning can be unpacked.
std::optional<std::string> inflated(std::string_view packed, int window, std::size_t most) {
    z_stream stream{};
    if (::inflateInit2(&stream, window) != Z_OK) return std::nullopt;
    const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, ::inflateEnd);
    // zlib's interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    int status = Z_OK;
    while (status == Z_OK) {
        const std::size_t before = out.size();
        out.resize(before + unpacking_step);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = static_cast<uInt>(unpacking_step);
        status = ::inflate(&stream, Z_NO_FLUSH);
        out.resize(before + unpacking_step - stream.avail_out);
        check_size(out.size(), packed.size(), most);
    }
    if (out.empty() && status != Z_STREAM_END) return std::nullopt;
    return out;
}

std::optional<std::string> unbrotlied(std::string_view packed, std::size_t most) {
    const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
        ::BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), ::BrotliDecoderDestroyInstance);
    if (state == nullptr) return std::nullopt;
    auto available = packed.size();
    const auto* next = reinterpret_cast<const std::uint8_t*>(packed.data());
    std::string out;
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        const std::size_t before = out.size();
        out.resize(before + unpacking_step);
        std::size_t room = unpacking_step;
        auto* target = reinterpret_cast<std::uint8_t*>(out.data() + before);
        result = ::BrotliDecoderDecompressStream(state.get(), &available, &next, &room, &target,
                                                 nullptr);
        out.resize(before + unpacking_step - room);
        check_size(out.size(), packed.size(), most);
    }
    // Brotli has no mark to know it by; what is no brotli is what it was before.
    if (result == BROTLI_DECODER_RESULT_ERROR) return std::nullopt;
    return out;
}

// Nothing when `body` is not in the encoding.
std::optional<std::string> decoded(std::string_view body, std::string_view encoding,
                                   std::size_t most) {
    if (equals_ignoring_case(encoding, "br")) return unbrotlied(body, most);
    const bool gzip =
        equals_ignoring_case(encoding, "gzip") || equals_ignoring_case(encoding, "x-gzip");
    if (!gzip && !equals_ignoring_case(encoding, "deflate")) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("a body in the encoding \"{}\"", printable(encoding)));
    }
    // With a header of gzip or zlib, else, as some servers send "deflate", without any.
    auto out = inflated(body, MAX_WBITS + 32, most);
    if (!out && !gzip) out = inflated(body, -MAX_WBITS, most);
    return out;
}

}  // namespace

std::optional<HttpPayload> http_payload(std::string_view bytes) {
    if (status_of(bytes.substr(0, std::min(bytes.find('\n'), bytes.size()))) == 0) return {};
    take_line(bytes);
    const auto lines = take_header_lines(bytes);
    if (!lines) return {};
    return HttpPayload{bytes, joined_body(bytes, HeaderFields(*lines))};
}

CrawledResponse read_http_response(std::string_view bytes, std::size_t most) {
    const int status = status_of(bytes.substr(0, std::min(bytes.find('\n'), bytes.size())));
    if (status == 0) throw Error(ErrorCode::bad_input, "no status line of HTTP");
    take_line(bytes);
    // A response without headers has a blank line here.
    const auto lines = take_header_lines(bytes);
    if (!lines) throw Error(ErrorCode::bad_input, "the header of HTTP has no end");
    const HeaderFields fields(*lines);
    CrawledResponse response{status, MediaType(fields.get("Content-Type")), {}};
    if (status != 200) return response;
    std::optional<std::string> joined = joined_body(bytes, fields);
    const std::string_view body = joined ? std::string_view(*joined) : bytes;
    check_size(body.size(), body.size(), most);
    const std::string_view encoding = fields.get("Content-Encoding");
    std::optional<std::string> out;
    if (!encoding.empty() && !equals_ignoring_case(encoding, "identity")) {
        out = decoded(body, encoding, most);
    }
    if (!out) out = joined ? std::move(joined) : std::string(bytes);
    response.body = std::move(*out);
    return response;
}

}  // namespace vigyapti
