// vigyapti.cgi: one request of CGI/1.1, from the environment and standard input to standard output.

#include <fmt/core.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

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

// In quotes, on one line.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string log_line(const HttpRequest& request, int status, const std::string& remark) {
    const std::string& separator = request.body.empty() ? request.body : std::string("&");
    return fmt::format("{}: {} {} {}{}{}", program, status, printable(request.method),
                       quoted(request.query_string + separator + request.body),
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

// What is wrong with the settings is for the log, not for visitors.
int serve_without_settings(const Error& error) {
    print_error(program, error);
    PageSettings settings;
    settings.ui = "en";
    settings.frame_ancestors = "'self'";
    write_stdout(cgi_response(Site(settings).unavailable(), false));
    return 0;
}

[[noreturn]] void serve(const PageSettings& settings) {
    const auto start = std::chrono::steady_clock::now();
    Site site(settings);
    // What is known before anything is read, for the log of a request that takes too long.
    HttpRequest unread;
    unread.method = variable("REQUEST_METHOD");
    unread.query_string = variable("QUERY_STRING");
    const bool head = unread.method == "HEAD";
    set_limits(settings, cgi_response(site.unavailable(), head),
               log_line(unread, 503, "a limit on time, CPU or memory was reached") + "\n");
    const HttpRequest request = read_cgi_request(::getenv, read_standard_input);
    const HttpResponse response = site.answer(request);
    const std::string out = cgi_response(response, head);
    lift_limits();
    print_log(request, response, start);
    write_stdout(out);
    // The tables of a search take longer to be taken apart than a visitor should wait.
    std::_Exit(0);
}

int run() {
    PageSettings settings;
    try {
        settings = read_page_settings();
    } catch (const Error& error) {
        return serve_without_settings(error);
    }
    serve(settings);
}

}  // namespace
}  // namespace vigyapti

int main() {
    ::signal(SIGPIPE, SIG_IGN);
    return vigyapti::guarded_main(
        vigyapti::program, [](vigyapti::ErrorCode) { return 1; }, vigyapti::run);
}
