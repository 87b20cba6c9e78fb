#include "searcher/web/cgi.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/base/ascii.hpp"
#include "searcher/render/link.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

std::string variable(const Environment& environment, const char* name) {
    const char* const value = environment(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::optional<std::size_t> length_of(const std::string& text) {
    std::size_t length = 0;
    const char* const end = text.data() + text.size();
    const auto [read, code] = std::from_chars(text.data(), end, length);
    if (code == std::errc::result_out_of_range) return std::string::npos;
    if (text.empty() || read != end || code != std::errc()) return std::nullopt;
    return length;
}

bool is_form(std::string_view type) {
    type = type.substr(0, type.find(';'));
    while (!type.empty() && type.back() == ' ')
        type.remove_suffix(1);
    return equals_ignoring_case(type, form_type);
}

int read_form(const Environment& environment, const BodyReader& read_body, std::string& body) {
    const auto length = length_of(variable(environment, "CONTENT_LENGTH"));
    if (!length || !is_form(variable(environment, "CONTENT_TYPE"))) return 400;
    if (*length > longest_form) return 413;
    body = read_body(*length);
    return body.size() == *length ? 0 : 400;
}

// The host is what the visitor says, so that nothing but a host may come of it.
bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '-' || c == ':' || c == '[' ||
               c == ']';
    });
}

std::string address_of(const Environment& environment) {
    const std::string host = variable(environment, "HTTP_HOST");
    if (!is_host(host)) return {};
    const std::string secure = variable(environment, "HTTPS");
    const bool https =
        (!secure.empty() && secure != "off") || variable(environment, "REQUEST_SCHEME") == "https";
    std::string path;
    const std::string script = variable(environment, "SCRIPT_NAME");
    for (std::size_t i = 0; i < script.size();) {
        const std::size_t end = std::min(script.find('/', i), script.size());
        path += percent_encoded(std::string_view(script).substr(i, end - i));
        if (end < script.size()) path += '/';
        i = end + 1;
    }
    return fmt::format("{}://{}{}{}", https ? "https" : "http", host,
                       path.starts_with('/') ? "" : "/", path);
}

}  // namespace

HttpRequest read_cgi_request(const Environment& environment, const BodyReader& read_body) {
    HttpRequest request;
    request.method = variable(environment, "REQUEST_METHOD");
    request.query_string = variable(environment, "QUERY_STRING");
    request.path_info = variable(environment, "PATH_INFO");
    request.accept_language = variable(environment, "HTTP_ACCEPT_LANGUAGE");
    request.if_none_match = variable(environment, "HTTP_IF_NONE_MATCH");
    request.address = address_of(environment);
    const bool post = request.method == "POST";
    if (request.method != "GET" && request.method != "HEAD" && !post) {
        request.refused = 405;
    } else if (!request.path_info.empty()) {
        request.refused = 404;
    } else if (request.query_string.size() > longest_form) {
        request.refused = 414;
    } else if (post) {
        request.refused = read_form(environment, read_body, request.body);
    }
    return request;
}

std::string cgi_response(const HttpResponse& response, bool head) {
    std::string out =
        fmt::format("Status: {} {}\r\n", response.status, reason_phrase(response.status));
    for (const auto& [name, value] : response.headers)
        out += fmt::format("{}: {}\r\n", name, value);
    if (response.status != 304) out += fmt::format("Content-Length: {}\r\n", response.body.size());
    out += "\r\n";
    if (!head && response.status != 304) out += response.body;
    return out;
}

}  // namespace vigyapti
