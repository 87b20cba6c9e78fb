#include "searcher/web/cgi.hpp"

#include <doctest/doctest.h>

#include <map>

namespace vigyapti {
namespace {

using Variables = std::map<std::string, std::string>;

// The request of an environment; `body` is what standard input holds.
HttpRequest read(const Variables& variables, const std::string& body = "") {
    const auto environment = [&variables](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
    return read_cgi_request(environment,
                            [&body](std::size_t count) { return body.substr(0, count); });
}

HttpRequest post(const std::string& body, const std::string& length,
                 const std::string& type = "application/x-www-form-urlencoded") {
    return read({{"REQUEST_METHOD", "POST"}, {"CONTENT_LENGTH", length}, {"CONTENT_TYPE", type}},
                body);
}

std::string address(Variables variables) {
    variables.emplace("REQUEST_METHOD", "GET");
    return read(variables).address;
}

}  // namespace

TEST_CASE("a request has what the server tells of it") {
    const HttpRequest request = read({{"REQUEST_METHOD", "GET"},
                                      {"QUERY_STRING", "q=oil"},
                                      {"HTTP_ACCEPT_LANGUAGE", "hi"},
                                      {"HTTP_IF_NONE_MATCH", "\"a\""},
                                      {"HTTP_HOST", "example.org"},
                                      {"SCRIPT_NAME", "/search"}});
    CHECK(request.refused == 0);
    CHECK(request.method == "GET");
    CHECK(request.query_string == "q=oil");
    CHECK(request.body.empty());
    CHECK(request.accept_language == "hi");
    CHECK(request.if_none_match == "\"a\"");
    CHECK(request.address == "http://example.org/search");
}

TEST_CASE("what the environment does not hold is empty") {
    const HttpRequest request = read({{"REQUEST_METHOD", "GET"}});
    CHECK(request.refused == 0);
    CHECK(request.query_string.empty());
    CHECK(request.path_info.empty());
    CHECK(request.address.empty());
}

TEST_CASE("other methods than GET, HEAD and POST are refused, as is none") {
    for (const std::string method : {"GET", "HEAD"}) {
        CAPTURE(method);
        CHECK(read({{"REQUEST_METHOD", method}}).refused == 0);
    }
    for (const std::string method : {"PUT", "DELETE", "OPTIONS", "TRACE", "get", "", "GET "}) {
        CAPTURE(method);
        CHECK(read({{"REQUEST_METHOD", method}}).refused == 405);
    }
    CHECK(read({}).refused == 405);
}

TEST_CASE("there is nothing below the program's own address") {
    CHECK(read({{"REQUEST_METHOD", "GET"}, {"PATH_INFO", "/etc/passwd"}}).refused == 404);
    CHECK(read({{"REQUEST_METHOD", "HEAD"}, {"PATH_INFO", "/"}}).refused == 404);
    CHECK(read({{"REQUEST_METHOD", "GET"}, {"PATH_INFO", ""}}).refused == 0);
}

TEST_CASE("a query string is as long as a form may be") {
    const auto refused = [](std::size_t size) {
        return read({{"REQUEST_METHOD", "GET"}, {"QUERY_STRING", std::string(size, 'q')}}).refused;
    };
    CHECK(refused(longest_form) == 0);
    CHECK(refused(longest_form + 1) == 414);
}

TEST_CASE("a form that is posted is its body") {
    const HttpRequest request = post("q=oil", "5");
    CHECK(request.refused == 0);
    CHECK(request.body == "q=oil");
    CHECK(post("", "0").refused == 0);
    CHECK(post("q=oil&more", "5").body == "q=oil");
    CHECK(post(std::string(longest_form, 'q'), std::to_string(longest_form)).refused == 0);
}

TEST_CASE("a body that is no form, or not whole, is refused") {
    const struct {
        std::string length;
        std::string type;
        int refused;
    } cases[]{
        {"5", "application/x-www-form-urlencoded; charset=UTF-8", 0},
        {"5", "application/x-www-form-urlencoded ;charset=UTF-8", 0},
        {"5", "Application/X-WWW-Form-URLEncoded", 0},
        {"5", "multipart/form-data; boundary=x", 400},
        {"5", "text/plain", 400},
        {"5", "application/x-www-form-urlencode", 400},
        {"5", "application/x-www-form-urlencodedx", 400},
        {"5", "", 400},
        {"", "application/x-www-form-urlencoded", 400},
        {"6", "application/x-www-form-urlencoded", 400},  // more than comes
        {"-5", "application/x-www-form-urlencoded", 400},
        {"+5", "application/x-www-form-urlencoded", 400},
        {" 5", "application/x-www-form-urlencoded", 400},
        {"5x", "application/x-www-form-urlencoded", 400},
        {"0x5", "application/x-www-form-urlencoded", 400},
        {"8193", "application/x-www-form-urlencoded", 413},
        {"18446744073709551615", "application/x-www-form-urlencoded", 413},
        {"99999999999999999999999", "application/x-www-form-urlencoded", 413},
    };
    for (const auto& [length, type, refused] : cases) {
        CAPTURE(length);
        CAPTURE(type);
        CHECK(post("q=oil", length, type).refused == refused);
    }
}

TEST_CASE("of a body that is too long, or not a form's, nothing is read") {
    for (const char* length : {"8193", "x"}) {
        const auto environment = [length](const char* name) -> const char* {
            if (std::string_view(name) == "REQUEST_METHOD") return "POST";
            if (std::string_view(name) == "CONTENT_LENGTH") return length;
            return std::string_view(name) == "CONTENT_TYPE" ? "application/x-www-form-urlencoded"
                                                            : nullptr;
        };
        bool was_read = false;
        const auto read_body = [&was_read](std::size_t) {
            was_read = true;
            return std::string();
        };
        CHECK(read_cgi_request(environment, read_body).refused != 0);
        CHECK_FALSE(was_read);
    }
}

TEST_CASE("a body comes with POST only") {
    for (const std::string method : {"GET", "HEAD"}) {
        const HttpRequest request = read({{"REQUEST_METHOD", method},
                                          {"CONTENT_LENGTH", "5"},
                                          {"CONTENT_TYPE", "application/x-www-form-urlencoded"}},
                                         "q=oil");
        CHECK(request.body.empty());
        CHECK(request.refused == 0);
    }
}

TEST_CASE("the address is made of the host and the name of the program") {
    const struct {
        Variables variables;
        std::string address;
    } cases[]{
        {{{"HTTP_HOST", "example.org"}}, "http://example.org/"},
        {{{"HTTP_HOST", "example.org:8080"}, {"SCRIPT_NAME", "/a/b.cgi"}},
         "http://example.org:8080/a/b.cgi"},
        {{{"HTTP_HOST", "[::1]:80"}, {"SCRIPT_NAME", "/x"}}, "http://[::1]:80/x"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/x"}, {"HTTPS", "on"}}, "https://h/x"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/x"}, {"HTTPS", "off"}}, "http://h/x"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/x"}, {"HTTPS", ""}}, "http://h/x"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/x"}, {"REQUEST_SCHEME", "https"}}, "https://h/x"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/a b/\"<ख\r\n?#"}},
         "http://h/a%20b/%22%3C%E0%A4%96%0D%0A%3F%23"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "/a//b/"}}, "http://h/a//b/"},
        {{{"HTTP_HOST", "h"}, {"SCRIPT_NAME", "a"}}, "http://h/a"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.address);
        CHECK(address(each.variables) == each.address);
    }
}

TEST_CASE("a host that is none gives no address") {
    for (const std::string host : {"", "a/b", "a b", "user@host", "a\"", "<b>", "a\r\nX: y", "a?b",
                                   "a#b", "a%00", "a\\b", "a,b", "हिन्दी", "a_b", "\xFF"}) {
        CAPTURE(host);
        CHECK(address({{"HTTP_HOST", host}, {"SCRIPT_NAME", "/x"}}).empty());
    }
    CHECK(address({{"HTTP_HOST", std::string(256, 'a')}}).empty());
    CHECK_FALSE(address({{"HTTP_HOST", std::string(255, 'a')}}).empty());
}

TEST_CASE("what a client sends for the program's environment is not looked at") {
    const HttpRequest request = read({{"REQUEST_METHOD", "GET"},
                                      {"HTTP_PROXY", "http://evil.example"},
                                      {"HTTP_X_FORWARDED_HOST", "evil.example"},
                                      {"HTTP_X_FORWARDED_PROTO", "https"},
                                      {"HTTP_HOST", "h"}});
    CHECK(request.address == "http://h/");
}

TEST_CASE("a response has its status, headers and length before its body") {
    HttpResponse response;
    response.headers = {{"Content-Type", "text/plain"}, {"ETag", "\"a\""}};
    response.body = "तेल";
    CHECK(cgi_response(response, false) ==
          "Status: 200 OK\r\nContent-Type: text/plain\r\nETag: \"a\"\r\nContent-Length: 9\r\n"
          "\r\nतेल");
}

TEST_CASE("a response to HEAD tells the length of the body that it lacks") {
    HttpResponse response;
    response.status = 404;
    response.body = "1234";
    CHECK(cgi_response(response, true) == "Status: 404 Not Found\r\nContent-Length: 4\r\n\r\n");
}

TEST_CASE("304 has neither body nor length, whatever the method") {
    HttpResponse response;
    response.status = 304;
    response.headers = {{"ETag", "\"a\""}};
    for (const bool head : {false, true})
        CHECK(cgi_response(response, head) == "Status: 304 Not Modified\r\nETag: \"a\"\r\n\r\n");
}

}  // namespace vigyapti
