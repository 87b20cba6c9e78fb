#include "searcher/interactive.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/base/error.hpp"
#include "common/base/main_guard.hpp"
#include "common/base/trim.hpp"
#include "searcher/line_editor.hpp"
#include "searcher/pager.hpp"
#include "searcher/render/release_page.hpp"
#include "searcher/render/renderers.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti-search";
constexpr const char* prompt = "vigyapti> ";
constexpr std::string_view help =
    "words   search for them; see vigyapti-query(7)\n"
    "n, p    the next page, the previous one\n"
    "7       read release 7 of this page\n"
    "        the page once more (an empty line)\n"
    "/words  search for words that would be a command, such as /n or /2023\n"
    "?       this help\n"
    "q       end (or Ctrl-D)\n";

std::optional<std::size_t> number_of(std::string_view text) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, number);
    if (code != std::errc() || stop != end) return std::nullopt;
    return number;
}

class InteractiveSession {
  public:
    InteractiveSession(Searcher& searcher, const SearchOptions& options)
        : searcher_(searcher), options_(options), request_(options.request) {}

    // Both return false when the session is at its end.
    bool begin() {
        if (request_.query.empty() && request_.like.empty()) return true;
        return guarded([this] { return search(); });
    }

    bool obey(const SessionCommand& command) {
        return guarded([&] { return carry_out(command); });
    }

    int status() const { return asked_ && !found_ ? 1 : 0; }

  private:
    template <typename Work>
    bool guarded(Work&& work) {
        try {
            return work();
        } catch (const Error& error) {
            print_error(program, error);
            return true;
        }
    }

    bool carry_out(const SessionCommand& command) {
        switch (command.kind) {
            case SessionCommand::Kind::quit:
                return false;
            case SessionCommand::Kind::help:
                return write_stdout(help);
            case SessionCommand::Kind::repeat:
                return asked_ ? write_page() : write_stdout(help);
            case SessionCommand::Kind::next:
                return turn_to_next();
            case SessionCommand::Kind::previous:
                return turn_to_previous();
            case SessionCommand::Kind::read:
                return read(command.number);
            case SessionCommand::Kind::query:
                break;
        }
        request_.query = command.query;
        request_.like.clear();
        request_.offset = 0;
        return search();
    }

    bool search() {
        asked_ = true;
        results_ = searcher_.search(request_);
        found_ = found_ || results_.total > 0;
        for (const std::string& notice : results_.notices)
            print_warning(program, notice);
        return write_page();
    }

    bool write_page() {
        std::string out;
        render_terminal(results_, options_.render, out);
        return write_stdout(out);
    }

    bool turn_to_next() {
        if (results_.hits.empty() || results_.hits.size() < request_.limit) {
            return write_stdout("This is the last page.\n");
        }
        const std::size_t before = request_.offset;
        request_.offset += request_.limit;
        Results next = searcher_.search(request_);
        if (next.hits.empty()) {
            request_.offset = before;
            return write_stdout("This is the last page.\n");
        }
        results_ = std::move(next);
        return write_page();
    }

    bool turn_to_previous() {
        if (request_.offset == 0) return write_stdout("This is the first page.\n");
        request_.offset -= std::min(request_.offset, request_.limit);
        return search();
    }

    bool read(std::size_t number) {
        const auto hit = std::find_if(results_.hits.begin(), results_.hits.end(),
                                      [number](const Hit& each) { return each.rank == number; });
        if (hit == results_.hits.end()) {
            return write_stdout(fmt::format(
                "No release on this page has the number {0}; write /{0} to search for it.\n",
                number));
        }
        const std::string pager = options_.pager ? pager_command() : std::string();
        RenderOptions render = options_.render;
        render.links = render.links && pager_shows_links(pager);
        std::string out;
        render_release(searcher_.read(request_, hit->id), render, out);
        // Whoever leaves the pager early goes on with the session.
        return show(pager, out) || !pager.empty();
    }

    Searcher& searcher_;
    const SearchOptions& options_;
    Request request_;
    Results results_;
    bool asked_ = false;
    bool found_ = false;
};

}  // namespace

SessionCommand parse_session_line(std::string_view line) {
    using Kind = SessionCommand::Kind;
    const std::string_view text = trimmed(line);
    if (text.empty()) return {Kind::repeat, {}, 0};
    if (text == "n") return {Kind::next, {}, 0};
    if (text == "p") return {Kind::previous, {}, 0};
    if (text == "q") return {Kind::quit, {}, 0};
    if (text == "?") return {Kind::help, {}, 0};
    if (const auto number = number_of(text)) return {Kind::read, {}, *number};
    return {Kind::query, std::string(text.front() == '/' ? trimmed(text.substr(1)) : text), 0};
}

int run_session(Searcher& searcher, const SearchOptions& options) {
    LineEditor editor;
    InteractiveSession session(searcher, options);
    if (editor.on_terminal()) write_stdout("Type a query, ? for help, q to end.\n");
    bool going_on = session.begin();
    while (going_on) {
        const std::optional<std::string> line = editor.read(prompt);
        if (!line) {
            if (editor.on_terminal()) write_stdout("\n");
            break;
        }
        going_on = session.obey(parse_session_line(*line));
    }
    return session.status();
}

}  // namespace vigyapti
