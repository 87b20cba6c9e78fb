#include <fmt/format.h>

#include <algorithm>

#include "common/base/error.hpp"
#include "searcher/render/chart.hpp"
#include "searcher/render/counterpart_lines.hpp"
#include "searcher/render/country_label.hpp"
#include "searcher/render/frame.hpp"
#include "searcher/render/link.hpp"
#include "searcher/render/renderers.hpp"
#include "searcher/render/terminal_writer.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_facet_values = 20;
constexpr std::size_t most_countries = 4;  // of a hit

class TerminalPage {
  public:
    TerminalPage(const RenderOptions& options, std::string& out)
        : options_(options), writer_(options, out) {}

    // The queries that may be meant.
    void add(const std::vector<Suggestion>& suggestions) {
        for (const Suggestion& each : suggestions) {
            writer_.write("", "Did you mean: ");
            // Words that changed are lit as words found are.
            writer_.flow(each.query, each.changed, "", std::string_view("Did you mean: ").size());
            writer_.end_line();
        }
        if (!suggestions.empty()) writer_.end_line();
    }

    void add(const Hit& hit) {
        const std::string number = fmt::format("{:2}. ", hit.rank);
        writer_.write("", number);
        writer_.begin_link(link_target(hit.url));
        const bool named = !hit.title.empty();
        writer_.flow(named ? hit.title : hit.id,
                     named ? hit.title_highlights : std::vector<Highlight>{}, title_style,
                     number.size());
        writer_.end_link();
        writer_.end_line();
        add_facts(hit);
        add_snippet(hit.snippet);
        add_roads(hit);
        add_versions(hit.versions.size());
        add_counterparts(hit.counterparts);
        writer_.end_line();
    }

    // "     12  RU": the number first, since columns behind Devanagari letters would not hold.
    void add(const Facet& facet) {
        writer_.end_line();
        writer_.write(title_style, facet_name(facet.kind));
        writer_.end_line();
        for (std::size_t i = 0; i < std::min(facet.values.size(), most_facet_values); ++i) {
            writer_.write(quiet_style, fmt::format("{:8}  ", facet.values[i].count));
            writer_.write("", facet.values[i].value);
            if (facet.kind == FacetKind::country)
                writer_.write("", " " + country_label(facet.values[i].value, "en"));
            writer_.end_line();
        }
        if (facet.values.size() > most_facet_values) {
            writer_.write(quiet_style,
                          fmt::format("{:>8}  {} more", frame(options_.unicode).ellipsis,
                                      facet.values.size() - most_facet_values));
            writer_.end_line();
        }
        if (facet.values.empty()) {
            writer_.write(quiet_style, fmt::format("{:>8}  none", ""));
            writer_.end_line();
        }
    }

  private:
    void add_facts(const Hit& hit) {
        std::vector<std::string> facts;
        for (const std::string& each :
             {hit.date, hit.source, hit.lang,
              country_labels(hit.countries, hit.lang, most_countries), hit.id}) {
            if (!each.empty()) facts.push_back(each);
        }
        writer_.flow_list(facts, quiet_style);
    }

    void add_snippet(const Snippet& snippet) {
        if (snippet.text.empty()) return;
        std::size_t column = TerminalWriter::indent;
        writer_.begin_indented();
        const std::string_view label = snippet.field == BlockKind::caption  ? "[photo caption] "
                                       : snippet.field == BlockKind::credit ? "[photo credit] "
                                                                            : "";
        writer_.write(quiet_style, label);
        column += label.size();
        const std::string ellipsis(frame(options_.unicode).ellipsis);
        if (snippet.cut_before) {
            writer_.write("", ellipsis + " ");
            column += options_.unicode ? 2 : ellipsis.size() + 1;
        }
        writer_.flow(snippet.text + (snippet.cut_after ? " " + ellipsis : ""), snippet.highlights,
                     "", column);
        writer_.end_line();
    }

    // Says why a hit is here where its words are not those of the query.
    void add_roads(const Hit& hit) {
        std::vector<std::string> facts;
        for (const Road road : {Road::translation, Road::sound}) {
            std::vector<std::string> words;
            add_words(hit.title, hit.title_highlights, road, words);
            add_words(hit.snippet.text, hit.snippet.highlights, road, words);
            if (words.empty()) continue;
            facts.push_back(fmt::format("by {}: {}", road_name(road), fmt::join(words, ", ")));
        }
        if (!facts.empty()) writer_.flow_list(facts, quiet_style);
    }

    static void add_words(std::string_view text, const std::vector<Highlight>& highlights,
                          Road road, std::vector<std::string>& words) {
        for (const Highlight& each : highlights) {
            std::string word(text.substr(each.begin, each.end - each.begin));
            if (each.road == road && std::find(words.begin(), words.end(), word) == words.end())
                words.push_back(std::move(word));
        }
    }

    void add_versions(std::size_t count) {
        if (count == 0) return;
        writer_.begin_indented();
        writer_.write(quiet_style,
                      count == 1 ? "1 more version" : fmt::format("{} more versions", count));
        writer_.end_line();
    }

    void add_counterparts(const std::vector<OtherLanguage>& counterparts) {
        for (const CounterpartLine& each : counterpart_lines(counterparts)) {
            writer_.begin_indented();
            writer_.flow(fmt::format("{}{}", each.label, each.title), {}, quiet_style,
                         TerminalWriter::indent);
            writer_.end_line();
        }
    }

    const RenderOptions& options_;
    TerminalWriter writer_;
};

std::string summary(const Results& results, bool unicode) {
    if (results.total == 0) return "Nothing found.\n";
    const std::string_view about = results.total_is_exact ? "" : "about ";
    if (!results.hits.empty()) {
        return fmt::format("Results {}{}{} of {}{}\n", results.hits.front().rank,
                           frame(unicode).dash, results.hits.back().rank, about, results.total);
    }
    // Who asks for facets only has not come to an end.
    if (!results.facets.empty()) return fmt::format("Found: {}{}\n", about, results.total);
    return "No more results.\n";
}

void add_timeline(const Facet& months, const RenderOptions& options, std::string& out) {
    const std::string chart = timeline_chart(months.values, options.width, options.unicode);
    out += '\n';
    out += chart.empty() ? "No release has a date.\n" : chart;
}

}  // namespace

void render_terminal(const Results& results, const RenderOptions& options, std::string& out) {
    if (!results.query_id.empty()) {
        out += printable(fmt::format("== {}: {}", results.query_id, results.query)) + "\n\n";
    }
    TerminalPage page(options, out);
    page.add(results.suggestions);
    for (const Hit& hit : results.hits)
        page.add(hit);
    out += summary(results, options.unicode);
    if (results.total == 0) return;
    for (const Facet& facet : results.facets) {
        if (facet.kind == FacetKind::month && options.timeline) {
            add_timeline(facet, options, out);
        } else {
            page.add(facet);
        }
    }
}

}  // namespace vigyapti
