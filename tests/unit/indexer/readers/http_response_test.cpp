#include "indexer/readers/http_response.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most = 20'000'000;

std::string response(const std::string& fields, const std::string& body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n" + fields + "\r\n" +
           body;
}

// `window`: 31 for gzip, 15 for zlib, -15 for neither header.
std::string deflated(const std::string& text, int window) {
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string in = text;
    std::string out(text.size() + 100, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

std::string body_of(const std::string& bytes) {
    return read_http_response(bytes, most).body;
}

std::string refusal(const std::string& bytes) {
    try {
        read_http_response(bytes, most);
    } catch (const Error& error) {
        return error.what();
    }
    return "none";
}

const std::string text = "मंत्री आज काठमांडू पहुँचे। मंत्री आज काठमांडू पहुँचे।";

}  // namespace

TEST_CASE("status, type and body are told apart") {
    const auto read = read_http_response(response("", text), most);
    CHECK(read.status == 200);
    CHECK(read.type.type == "text/plain");
    CHECK(read.type.charset == "utf-8");
    CHECK(read.body == text);
    CHECK(read_http_response("HTTP/1.0 404 Not Found\n\nnothing here", most).status == 404);
    CHECK(read_http_response("HTTP/1.0 404 Not Found\n\nnothing here", most).body.empty());
    CHECK(body_of("HTTP/1.1 200\r\n\r\nbody") == "body");
}

TEST_CASE("chunks are put together, what is not chunked is taken as it is") {
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    struct Case {
        std::string body;
        std::string expected;
    };
    for (const Case& each : {
             Case{"3\r\nabc\r\n4;name=x\r\ndefg\r\n0\r\n\r\n", "abcdefg"},
             Case{"0003 \nabc\n0\n", "abc"},
             Case{"3\r\nabc\r\nA0\r\ncut off", "abccut off"},
             Case{"3\r\nabc\r\nno size\r\n", "abc"},
             Case{"<p>not chunked</p>", "<p>not chunked</p>"},
             Case{"FFFFFFFFFFFFFFFF\r\nabc", "abc"},
             Case{"FFFFFFFFFFFFFFFFF\r\nabc", "FFFFFFFFFFFFFFFFF\r\nabc"},
             Case{"-3\r\nabc", "-3\r\nabc"},
             Case{"0\r\n\r\n", ""},
         }) {
        CAPTURE(each.body);
        CHECK(body_of(response(chunked, each.body)) == each.expected);
    }
}

TEST_CASE("compressed bodies are unpacked") {
    // `text` as brotli writes what it does not compress.
    const std::string gzip = deflated(text, 31);
    CHECK(body_of(response("Content-Encoding: gzip\r\n", gzip)) == text);
    CHECK(body_of(response("Content-Encoding: x-gzip\r\n", gzip)) == text);
    CHECK(body_of(response("Content-Encoding: deflate\r\n", deflated(text, 15))) == text);
    CHECK(body_of(response("Content-Encoding: deflate\r\n", deflated(text, -15))) == text);
    CHECK(body_of(response("Content-Encoding: identity\r\n", text)) == text);
    const std::string brotli(
        "\x0B\x02\x80"
        "hello\x03",
        9);
    CHECK(body_of(response("Content-Encoding: br\r\n", brotli)) == "hello");
    CHECK(refusal(response("Content-Encoding: zstd\r\n", "x")) ==
          "a body in the encoding \"zstd\"");
}

TEST_CASE("bodies that are not compressed, or cut off, are read in spite of their header") {
    for (const char* encoding : {"gzip", "deflate", "br"}) {
        CAPTURE(encoding);
        const std::string field = std::string("Content-Encoding: ") + encoding + "\r\n";
        CHECK(body_of(response(field, "<p>plain</p>")) == "<p>plain</p>");
    }
    std::string varied;
    for (int i = 0; i < 2000; ++i)
        varied += std::to_string(i * 7919);
    const std::string gzip = deflated(varied, 31);
    const std::string got =
        body_of(response("Content-Encoding: gzip\r\n", gzip.substr(0, gzip.size() / 2)));
    CHECK(got.size() > 1000);
    CHECK(varied.starts_with(got));
}

TEST_CASE("bodies that unpack to too much are refused") {
    const std::string bomb = deflated(std::string(15'000'000, '\0'), 31);
    const std::string what = "a body that unpacks to too much";
    CHECK(refusal(response("Content-Encoding: gzip\r\n", bomb)) == what);
    CHECK_THROWS_AS(read_http_response(response("", std::string(101, 'x')), 100), Error);
}

TEST_CASE("what is no response is refused") {
    CHECK(refusal("") == "no status line of HTTP");
    CHECK(refusal("<html>") == "no status line of HTTP");
    CHECK(refusal("HTTP/1.1 OK\r\n\r\n") == "no status line of HTTP");
    CHECK(refusal("HTTP/1.1 200 OK\r\nA: 1") == "the header of HTTP has no end");
}

}  // namespace vigyapti
