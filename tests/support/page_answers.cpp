// Answers requests of vigyapti.cgi in one process, so that tests can send many of them.
//
// usage: page_answers INDEX
//
// Standard input holds requests as SCGI frames them: a netstring of NAME\0VALUE\0 pairs, the
// environment, then a netstring, the body. Standard output gets a netstring for each: what
// vigyapti.cgi would write or, where the environment holds FRAGMENT, what vigyapti-search --format
// html does for the same question; nothing where that is an error.
#include <fmt/core.h>

#include <cstdio>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>

#include "common/base/error.hpp"
#include "searcher/render/registry.hpp"
#include "searcher/search.hpp"
#include "searcher/web/cgi.hpp"
#include "searcher/web/parameters.hpp"
#include "searcher/web/site.hpp"

namespace vigyapti {
namespace {

using Variables = std::map<std::string, std::string>;

std::optional<std::string> read_netstring() {
    std::size_t size = 0;
    if (!(std::cin >> size)) return std::nullopt;
    std::string text(size, '\0');
    if (std::cin.get() != ':' || !std::cin.read(text.data(), static_cast<std::streamsize>(size)) ||
        std::cin.get() != ',') {
        throw std::runtime_error("not a netstring");
    }
    return text;
}

Variables read_variables(const std::string& text) {
    Variables variables;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t name_end = text.find('\0', at);
        const std::size_t value_end = text.find('\0', name_end + 1);
        if (value_end == std::string::npos) throw std::runtime_error("not an environment");
        variables[text.substr(at, name_end - at)] =
            text.substr(name_end + 1, value_end - name_end - 1);
        at = value_end + 1;
    }
    return variables;
}

std::string fragment(Searcher& searcher, const std::string& query_string) {
    try {
        Request request = read_parameters(parse_form(query_string)).request;
        request.facets = {FacetKind::country, FacetKind::source, FacetKind::lang, FacetKind::year,
                          FacetKind::month};
        std::string out;
        find_renderer("html")->render(searcher.search(request), {}, out);
        return out;
    } catch (const Error&) {
        return {};
    }
}

std::string answer(Site& site, const Variables& variables, const std::string& body) {
    const auto environment = [&variables](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
    const HttpRequest request =
        read_cgi_request(environment, [&body](std::size_t count) { return body.substr(0, count); });
    return cgi_response(site.answer(request), request.method == "HEAD");
}

int run(const std::string& index) {
    PageSettings settings;
    settings.index = index;
    settings.ui = "en";
    settings.frame_ancestors = "'self'";
    Site site(settings);
    Searcher searcher(index);
    while (const auto head = read_netstring()) {
        const Variables variables = read_variables(*head);
        const std::string body = read_netstring().value();
        const std::string out = variables.contains("FRAGMENT")
                                    ? fragment(searcher, variables.at("QUERY_STRING"))
                                    : answer(site, variables, body);
        fmt::print("{}:{},", out.size(), out);
        std::fflush(stdout);
    }
    return 0;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    if (argc != 2) return 2;
    try {
        return vigyapti::run(argv[1]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "page_answers: {}\n", error.what());
        return 1;
    }
}
