#include "searcher/web/parameters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "common/base/error.hpp"
#include "common/lexicon/countries.hpp"
#include "common/text/date_range.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/parse.hpp"
#include "searcher/render/registry.hpp"

namespace vigyapti {
namespace {

template <typename Value>
struct Choice {
    std::string_view name;
    Value value;
};

// The first of each is what holds when nothing is said.
constexpr std::array sorts{Choice<Sort>{"relevance", Sort::relevance},
                           Choice<Sort>{"date", Sort::date},
                           Choice<Sort>{"date-asc", Sort::date_ascending}};
constexpr std::array crosses{Choice<Cross>{"auto", Cross::automatic},
                             Choice<Cross>{"only", Cross::only}, Choice<Cross>{"off", Cross::off}};
constexpr std::array switches{Choice<bool>{"0", false}, Choice<bool>{"1", true}};
constexpr std::array versions{Choice<bool>{"one", false}, Choice<bool>{"all", true}};
constexpr std::array interfaces{Choice<std::string_view>{"en", "en"},
                                Choice<std::string_view>{"hi", "hi"}};
constexpr std::array views{Choice<PageView>{"search", PageView::search},
                           Choice<PageView>{"help", PageView::help}};

[[noreturn]] void refuse(std::string_view name, const std::string& value, const std::string& hint) {
    throw Error(ErrorCode::bad_input, fmt::format("{}: not \"{}\"", name, value), hint);
}

template <typename Choices>
auto chosen(const Choices& choices, std::string_view name, const std::string& value) {
    std::string names;
    for (const auto& each : choices) {
        if (each.name == value) return each.value;
        names += (names.empty() ? "" : ", ") + std::string(each.name);
    }
    refuse(name, value, "one of " + names);
}

template <typename Choices, typename Value>
std::string_view name_of(const Choices& choices, Value value) {
    return std::find_if(choices.begin(), choices.end(),
                        [value](const auto& each) { return each.value == value; })
        ->name;
}

std::size_t number(std::string_view name, const std::string& value, std::size_t low,
                   std::size_t high) {
    std::size_t out = 0;
    const char* const end = value.data() + value.size();
    const auto [read, code] = std::from_chars(value.data(), end, out);
    if (read != end || code != std::errc() || out < low || out > high) {
        refuse(name, value, fmt::format("a number from {} to {}", low, high));
    }
    return out;
}

// Each has a link on a page, which holds all the others.
void add_once(std::string_view name, std::vector<std::string>& values, std::string value) {
    if (std::find(values.begin(), values.end(), value) != values.end()) return;
    if (values.size() == most_values)
        refuse(name, value, fmt::format("at most {} values", most_values));
    values.push_back(std::move(value));
}

class Reading {
  public:
    explicit Reading(const Date& today) { query_.request.today = today; }

    void take(const std::string& name, const std::string& value) {
        const auto* const found =
            std::find_if(parameters.begin(), parameters.end(),
                         [&name](const Parameter& each) { return each.name == name; });
        if (found != parameters.end() && !value.empty()) (this->*found->read)(name, value);
    }

    PageQuery finished() {
        shorten_query();
        read_dates();
        Request& request = query_.request;
        request.offset = (query_.page - 1) * request.limit;
        // Else a search from the page of a release would not be answered with a page.
        if (query_.view != PageView::search) query_.format = "html";
        return std::move(query_);
    }

  private:
    using Text = const std::string&;
    struct Parameter {
        std::string_view name;
        void (Reading::*read)(Text name, Text value);
    };

    void read_query(Text, Text value) { query_.request.query = value; }
    // Links would otherwise be longer than what they lead to, and than what is accepted.
    void shorten_query() {
        std::string& query = query_.request.query;
        const std::size_t used = readable_part(query).size();
        if (used == query.size()) return;
        query.resize(used);
        query_.notices.push_back(
            fmt::format("only the first {} bytes of the query were used", used));
    }
    void read_page(Text name, Text value) { query_.page = number(name, value, 1, last_page); }
    void read_count(Text name, Text value) {
        query_.request.limit = number(name, value, 1, most_on_page);
    }
    void read_lang(Text name, Text value) {
        add_once(name, query_.request.filters.langs, language_code(value));
    }
    void read_country(Text name, Text value) {
        if (const auto code = find_country(value)) {
            add_once(name, query_.request.filters.countries, std::string(*code));
        } else {
            query_.notices.push_back(fmt::format("\"{}\" is no country", printable(value)));
        }
    }
    void read_source(Text name, Text value) {
        add_once(name, query_.request.filters.sources, value);
    }
    void read_from(Text, Text value) { query_.from = value; }
    void read_to(Text, Text value) { query_.to = value; }
    void read_sort(Text name, Text value) { query_.request.sort = chosen(sorts, name, value); }
    void read_cross(Text name, Text value) { query_.request.cross = chosen(crosses, name, value); }
    void read_all(Text name, Text value) { query_.request.all = chosen(switches, name, value); }
    void read_like(Text, Text value) { query_.request.like = value; }
    void read_versions(Text name, Text value) {
        query_.request.all_versions = chosen(versions, name, value);
    }
    void read_facet(Text name, Text value) {
        const auto kind = find_facet(value);
        if (!kind) refuse(name, value, fmt::format("one of {}", fmt::join(facet_names, ", ")));
        std::vector<FacetKind>& facets = query_.request.facets;
        if (std::find(facets.begin(), facets.end(), *kind) == facets.end()) facets.push_back(*kind);
    }
    void read_format(Text name, Text value) {
        const Renderer* const renderer = find_renderer(value);
        if (renderer == nullptr || renderer->media_type.empty()) {
            std::string names;
            for (const Renderer& each : renderers()) {
                if (!each.media_type.empty()) names += fmt::format(" {}", each.format);
            }
            refuse(name, value, "one of" + names);
        }
        query_.format = value;
    }
    void read_ui(Text name, Text value) { query_.ui = chosen(interfaces, name, value); }
    void read_view(Text name, Text value) { query_.view = chosen(views, name, value); }
    void read_id(Text, Text value) { look_at(PageView::release, value); }
    void read_complete(Text, Text value) { look_at(PageView::complete, value); }
    void read_file(Text, Text value) { look_at(PageView::file, value); }
    void look_at(PageView view, Text name) {
        query_.view = view;
        query_.name = name;
    }

    // A stretch of time that is named begins or ends a range with its own beginning or end.
    void read_dates() {
        DateRange& dates = query_.request.filters.dates;
        const Date& today = query_.request.today;
        if (!query_.from.empty()) {
            const auto from = parse_date_range(query_.from, today);
            if (from) dates.first = from->first;
            if (!dates.first) note_bad_date(query_.from);
        }
        if (!query_.to.empty()) {
            const auto to = parse_date_range(query_.to, today);
            if (to) dates.last = to->last;
            if (!dates.last) note_bad_date(query_.to);
        }
    }

    void note_bad_date(const std::string& text) {
        query_.notices.push_back(fmt::format(
            "\"{}\" is no date; write 2023, 2023-10 or 17 October 2023", printable(text)));
    }

    static constexpr std::array parameters{
        Parameter{"q", &Reading::read_query},           Parameter{"page", &Reading::read_page},
        Parameter{"n", &Reading::read_count},           Parameter{"lang", &Reading::read_lang},
        Parameter{"country", &Reading::read_country},   Parameter{"source", &Reading::read_source},
        Parameter{"from", &Reading::read_from},         Parameter{"to", &Reading::read_to},
        Parameter{"sort", &Reading::read_sort},         Parameter{"cross", &Reading::read_cross},
        Parameter{"all", &Reading::read_all},           Parameter{"like", &Reading::read_like},
        Parameter{"versions", &Reading::read_versions}, Parameter{"facet", &Reading::read_facet},
        Parameter{"format", &Reading::read_format},     Parameter{"ui", &Reading::read_ui},
        Parameter{"view", &Reading::read_view},         Parameter{"id", &Reading::read_id},
        Parameter{"complete", &Reading::read_complete}, Parameter{"file", &Reading::read_file},
    };

    PageQuery query_;
};

class FormWriter {
  public:
    void add(std::string_view name, std::string_view value, std::string_view fallback = {}) {
        if (value != fallback) form_.emplace_back(name, value);
    }
    void add_all(std::string_view name, const std::vector<std::string>& values) {
        for (const std::string& value : values)
            add(name, value);
    }
    Form finished() { return std::move(form_); }

  private:
    Form form_;
};

}  // namespace

PageQuery read_parameters(const Form& form, const Date& today) {
    Reading reading(today);
    for (const auto& [name, value] : form)
        reading.take(name, value);
    return reading.finished();
}

Form to_form(const PageQuery& query) {
    const Request& request = query.request;
    FormWriter out;
    if (query.view == PageView::release) out.add("id", query.name);
    if (query.view == PageView::complete) out.add("complete", query.name);
    if (query.view == PageView::file) out.add("file", query.name);
    if (query.view == PageView::help) out.add("view", "help");
    out.add("q", request.query);
    out.add("like", request.like);
    out.add_all("lang", request.filters.langs);
    out.add_all("country", request.filters.countries);
    out.add_all("source", request.filters.sources);
    out.add("from", query.from);
    out.add("to", query.to);
    out.add("sort", name_of(sorts, request.sort), sorts.front().name);
    out.add("cross", name_of(crosses, request.cross), crosses.front().name);
    out.add("all", name_of(switches, request.all), switches.front().name);
    out.add("versions", name_of(versions, request.all_versions), versions.front().name);
    for (const FacetKind facet : request.facets)
        out.add("facet", facet_name(facet));
    out.add("n", std::to_string(request.limit), std::to_string(Request{}.limit));
    out.add("page", std::to_string(query.page), "1");
    out.add("format", query.format, "html");
    out.add("ui", query.ui);
    return out.finished();
}

std::string page_link(const PageQuery& query) {
    return "?" + encode_form(to_form(query));
}

}  // namespace vigyapti
