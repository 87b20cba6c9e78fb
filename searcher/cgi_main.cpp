// vigyapti.cgi: one request of CGI/1.1, from the environment and standard input to standard output.

#include <fmt/core.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <exception>

#include "common/base/error.hpp"
#include "common/base/main_guard.hpp"
#include "searcher/web/cgi.hpp"
#include "searcher/web/limits.hpp"
#include "searcher/web/site.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti.cgi";

std::string variable(const char* name) {
    const char* const value = ::getenv(name);
    return value == nullptr ? "" : value;
}

std::string read_standard_input(std::size_t count) {
    std::string body(count, '\0');
    std::size_t have = 0;
    while (have < count) {
        const ssize_t read = ::read(STDIN_FILENO, body.data() + have, count - have);
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) break;
        have += static_cast<std::size_t>(read);
    }
    body.resize(have);
    return body;
}

// In quotes, on one line. Of a long text its beginning: what strangers send shall not fill the log.
std::string in_quotes(std::string_view text) {
    constexpr std::size_t longest = 2000;
    std::string out = "\"";
    for (const char c : printable(text.substr(0, longest))) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + (text.size() > longest ? "\"…" : "\"");
}

std::string log_line(const HttpRequest& request, int status, const std::string& remark) {
    const std::string& separator = request.body.empty() ? request.body : std::string("&");
    return fmt::format("{}: {} {} {}{}{}", program, status, printable(request.method),
                       in_quotes(request.query_string + separator + request.body),
                       remark.empty() ? "" : " ", printable(remark));
}

// Before the answer: a server may end a program whose answer it has whole.
void print_log(const HttpRequest& request, const HttpResponse& response,
               std::chrono::steady_clock::time_point start) {
    const auto passed = std::chrono::steady_clock::now() - start;
    write_stderr(
        fmt::format("{} ms={}\n", log_line(request, response.status, response.remark),
                    std::chrono::duration_cast<std::chrono::milliseconds>(passed).count()));
}

// Where there is not even a page. What is wrong is for the log, not for visitors.
std::string last_answer(bool head) {
    HttpResponse response;
    response.status = 503;
    response.headers = {{"Content-Type", "text/plain; charset=utf-8"},
                        {"Cache-Control", "no-store"}};
    response.body = "The search is not available just now.\n";
    return cgi_response(response, head);
}

int serve_without_settings(const Error& error, bool head) {
    print_error(program, error);
    PageSettings settings;
    settings.ui = "en";
    settings.frame_ancestors = "'self'";
    write_stdout(cgi_response(Site(settings).unavailable(), head));
    return 0;
}

// Whatever fails, libraries that run out of memory for example, there is an answer.
HttpResponse answer(Site& site, const HttpRequest& request) {
    try {
        return site.answer(request);
    } catch (const std::exception& error) {
        HttpResponse response = site.unavailable();
        response.remark = error.what();
        return response;
    }
}

[[noreturn]] void serve(const PageSettings& settings, bool head) {
    const auto start = std::chrono::steady_clock::now();
    Site site(settings);
    // What is known before anything is read, for the log of a request that takes too long.
    HttpRequest unread;
    unread.method = variable("REQUEST_METHOD");
    unread.query_string = variable("QUERY_STRING");
    set_limits(settings, cgi_response(site.unavailable(), head),
               log_line(unread, 503, "a limit on time, CPU or memory was reached") + "\n");
    const HttpRequest request = read_cgi_request(::getenv, read_standard_input);
    const HttpResponse response = answer(site, request);
    const std::string out = cgi_response(response, head);
    lift_limits();
    print_log(request, response, start);
    write_stdout(out);
    // The tables of a search take longer to be taken apart than a visitor should wait.
    std::_Exit(0);
}

int serve_request(bool head) {
    PageSettings settings;
    try {
        settings = read_page_settings();
    } catch (const Error& error) {
        return serve_without_settings(error, head);
    }
    serve(settings, head);
}

int run() {
    const bool head = variable("REQUEST_METHOD") == "HEAD";
    try {
        return serve_request(head);
    } catch (const std::exception& error) {
        // Nothing has been written yet, or it cannot be.
        lift_limits();
        print_error(program, Error(ErrorCode::io, error.what()));
        write_stdout(last_answer(head));
        return 0;
    }
}

}  // namespace
}  // namespace vigyapti

int main() {
    ::signal(SIGPIPE, SIG_IGN);
    return vigyapti::guarded_main(
        vigyapti::program, [](vigyapti::ErrorCode) { return 1; }, vigyapti::run);
}
