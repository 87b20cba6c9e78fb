#include <fmt/core.h>
#include <signal.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>

#include "common/base/error.hpp"
#include "common/base/main_guard.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "searcher/interactive.hpp"
#include "searcher/list_values.hpp"
#include "searcher/options.hpp"
#include "searcher/pager.hpp"
#include "searcher/saved_search.hpp"
#include "searcher/search.hpp"
#include "searcher/timing.hpp"

namespace vigyapti {
namespace {

constexpr const char* program = "vigyapti-search";

// Answers one query after another and writes each answer as soon as it is there.
class Session {
  public:
    explicit Session(const SearchOptions& options)
        : options_(options), render_(options.render), searcher_(options.index) {
        if (options.pager && options.batch.empty() && !options.explain) pager_ = pager_command();
        render_.links = render_.links && pager_shows_links(pager_);
    }

    Searcher& searcher() { return searcher_; }

    // False when the reader of our output has gone.
    bool answer(const Request& request, const std::string& query_id) {
        std::string out;
        if (options_.explain) {
            out = searcher_.explain(request);
            found_ = true;
        } else {
            Results results = timed_search(request);
            results.query_id = query_id;
            found_ = found_ || results.total > 0;
            for (const std::string& notice : results.notices)
                print_warning(program, notice);
            options_.renderer->render(results, render_, out);
            render_.header = false;
            next_ = std::move(results.next);
        }
        return show(pager_, out);
    }

    // What is new since the last time, which is not forgotten before it has been shown.
    void answer_saved(Request request, const std::string& name) {
        SavedSearch saved(name);
        if (!saved.query().empty() && saved.query() != request.query) {
            print_warning(program, fmt::format("--new {} has been for another query: {}", name,
                                               saved.query()));
        }
        request.since = saved.since();
        if (answer(request, {}) && next_) saved.advance(*next_, request.query);
    }

    void answer_batch(std::istream& lines) {
        Request request = options_.request;
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (line.empty()) continue;
            const auto tab = line.find('\t');
            if (tab == std::string::npos) {
                throw Error(ErrorCode::bad_input,
                            fmt::format("{}:{}: no tab in the line", options_.batch, number),
                            "write each line as: qid<TAB>query");
            }
            request.query = line.substr(tab + 1);
            if (!answer(request, line.substr(0, tab))) return;
        }
    }

    int status() const { return found_ ? 0 : 1; }
    std::string timing() const { return timing_summary(milliseconds_); }

  private:
    Results timed_search(const Request& request) {
        const auto start = std::chrono::steady_clock::now();
        Results results = searcher_.search(request);
        const std::chrono::duration<double, std::milli> passed =
            std::chrono::steady_clock::now() - start;
        milliseconds_.push_back(passed.count());
        return results;
    }

    const SearchOptions& options_;
    RenderOptions render_;
    std::string pager_;
    Searcher searcher_;
    std::optional<Since> next_;  // of the last answer
    bool found_ = false;
    std::vector<double> milliseconds_;
};

void run_batch(Session& session, const std::string& name) {
    if (name == "-") {
        session.answer_batch(std::cin);
        return;
    }
    std::error_code ignored;
    if (std::filesystem::is_directory(name, ignored)) {
        throw Error(ErrorCode::io, fmt::format("{}: a folder, not a file of queries", name));
    }
    std::ifstream file(name);
    if (!file) throw Error(ErrorCode::io, fmt::format("{}: {}", name, errno_text(errno)));
    session.answer_batch(file);
}

// "पाकिस्तानी: … → key .pakisn": one line a word.
std::string analysis_of(const std::string& text) {
    Analyser analyser(canonical_key);
    std::string out;
    for (const AnalysisTrace& trace : analyser.trace(text)) {
        out += printable(trace.token.text(text)) + "\n";
        for (const AnalysisStep& step : trace.steps)
            out += fmt::format("    {:<20} {}\n", step.name, printable(step.result));
        out += fmt::format("    {:<20} {}\n    {:<20} {}\n", "= exact", printable(trace.exact),
                           "= key", printable(trace.key));
    }
    return out;
}

std::string values_of(const SearchOptions& options) {
    constexpr std::size_t most_sources = 1000;
    std::string out;
    for (const std::string& value : list_values(options.index, options.list_values, most_sources))
        out += printable(value) + "\n";
    return out;
}

int run(int argc, const char* const* argv) {
    const SearchOptions options = parse_search_options(argc, argv);
    if (options.help || options.version) {
        write_stdout(options.help ? search_help()
                                  : fmt::format("{} {}\n", program, VIGYAPTI_VERSION));
        return 0;
    }
    if (options.analyse) {
        write_stdout(analysis_of(options.request.query));
        return 0;
    }
    if (!options.list_values.empty()) {
        const std::string values = values_of(options);
        write_stdout(values);
        return values.empty() ? 1 : 0;
    }
    if (!options.explain_document.empty()) {
        write_stdout(Searcher(options.index).explain_document(options.explain_document));
        return 0;
    }
    Session session(options);
    if (options.interactive) return run_session(session.searcher(), options);
    if (!options.batch.empty()) {
        run_batch(session, options.batch);
    } else if (!options.saved_search.empty()) {
        session.answer_saved(options.request, options.saved_search);
    } else {
        session.answer(options.request, {});
    }
    if (options.timing) write_stderr(session.timing() + "\n");
    return session.status();
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    ::signal(SIGPIPE, SIG_IGN);
    return vigyapti::guarded_main(
        vigyapti::program, [](vigyapti::ErrorCode) { return vigyapti::searcher_error_status; },
        [=] { return vigyapti::run(argc, argv); });
}
