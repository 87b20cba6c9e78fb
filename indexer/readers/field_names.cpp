#include "indexer/readers/field_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/html.hpp"
#include "indexer/readers/html_fragment.hpp"

namespace vigyapti {
namespace {

using enum ReleaseField;

struct Row {
    std::string_view name;  // as `plain_name` writes it
    ReleaseFieldName meaning;
};

constexpr std::optional<ReleaseField> text = std::nullopt;

// A Hindi name stands in each spelling of its nukta, which keyboards write as one letter or two.
constexpr std::array rows{
    Row{"id", {id, 0}},
    Row{"guid", {id, 1}},
    Row{"uid", {id, 2}},
    Row{"identifier", {id, 3}},
    Row{"आईडी", {id, 4}},
    Row{"title", {title, 0}},
    Row{"headline", {title, 1}},
    Row{"heading", {title, 2}},
    Row{"subject", {title, 3}},
    Row{"शीर्षक", {title, 4}},
    Row{"विषय", {title, 5}},
    Row{"text", {text, 0}},
    Row{"contenthtml", {text, 1}},
    Row{"contenttext", {text, 2}},
    Row{"articlebody", {text, 3}},
    Row{"fulltext", {text, 4}},
    Row{"body", {text, 5}},
    Row{"content", {text, 6}},
    Row{"पाठ", {text, 7}},
    Row{"सामग्री", {text, 8}},
    Row{"विवरण", {text, 9}},
    Row{"article", {text, 10}},
    Row{"data", {text, 11}},
    Row{"description", {text, 12}},
    Row{"summary", {text, 13}},
    Row{"सारांश", {text, 14}},
    Row{"date", {date, 0}},
    Row{"datepublished", {date, 1}},
    Row{"publicationdate", {date, 2}},
    Row{"publishdate", {date, 3}},
    Row{"pubdate", {date, 4}},
    Row{"publishedat", {date, 5}},
    Row{"publishedon", {date, 6}},
    Row{"published", {date, 7}},
    Row{"releasedate", {date, 8}},
    Row{"postedon", {date, 9}},
    Row{"दिनांक", {date, 10}},
    Row{"दिनाँक", {date, 11}},
    Row{"तिथि", {date, 12}},
    Row{"तारीख", {date, 13}},
    Row{"तारीख\u093C", {date, 14}},
    Row{"तारी\u0959", {date, 14}},
    Row{"प्रकाशनतिथि", {date, 15}},
    Row{"datemodified", {date, 16}},
    Row{"updated", {date, 17}},
    Row{"lang", {lang, 0}},
    Row{"language", {lang, 1}},
    Row{"भाषा", {lang, 2}},
    Row{"source", {source, 0}},
    Row{"publisher", {source, 1}},
    Row{"ministry", {source, 2}},
    Row{"agency", {source, 3}},
    Row{"स्रोत", {source, 4}},
    Row{"मंत्रालय", {source, 5}},
    Row{"url", {url, 0}},
    Row{"canonicalurl", {url, 1}},
    Row{"permalink", {url, 2}},
    Row{"link", {url, 3}},
    Row{"कड\u093Cी", {url, 4}},
    Row{"क\u095Cी", {url, 4}},
    Row{"लिंक", {url, 5}},
    Row{"यूआरएल", {url, 6}},
    Row{"country", {country, 0}},
    Row{"countries", {country, 1}},
    Row{"countrycode", {country, 2}},
    Row{"देश", {country, 3}},
};

constexpr auto sorted_rows = [] {
    auto sorted = rows;
    std::sort(sorted.begin(), sorted.end(),
              [](const Row& a, const Row& b) { return a.name < b.name; });
    return sorted;
}();

static_assert(std::adjacent_find(sorted_rows.begin(), sorted_rows.end(),
                                 [](const Row& a, const Row& b) { return a.name == b.name; }) ==
                  sorted_rows.end(),
              "a name means one thing");

// No name is longer, in bytes, so that looking one up needs no memory of its own.
constexpr std::size_t longest_name = 64;

// A code of a country may come in either case.
void upper_ascii(std::string& code) {
    for (char& c : code) {
        if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
    }
}

}  // namespace

std::optional<ReleaseFieldName> find_release_field(std::string_view name) {
    std::array<char, longest_name> plain;
    std::size_t length = 0;
    for (const char c : name) {
        if (c == ' ' || c == '_' || c == '-') continue;
        if (length == plain.size()) return std::nullopt;
        plain[length++] = to_lower(c);
    }
    const std::string_view wanted(plain.data(), length);
    const auto* const found =
        std::lower_bound(sorted_rows.begin(), sorted_rows.end(), wanted,
                         [](const Row& row, std::string_view each) { return row.name < each; });
    if (found == sorted_rows.end() || found->name != wanted) return std::nullopt;
    return found->meaning;
}

std::string known_field_names() {
    std::string names;
    for (const Row& row : rows) {
        if (row.meaning.rank != 0) continue;
        if (!names.empty()) names += ", ";
        names += row.name;
    }
    return names;
}

void NamedValues::add(ReleaseFieldName name, std::string value, bool is_html) {
    if (trimmed(value).empty()) return;
    if (name.field == country && value.find(',') != value.npos) {
        for (const std::string_view each : split(value, ','))
            add(name, std::string(trimmed(each)));
        return;
    }
    if (name.field == country && value.size() == 2) upper_ascii(value);
    is_html = is_html || (name.rank > 0 && looks_like_html(value));
    values_.push_back({name, std::move(value), is_html});
}

Draft NamedValues::take() {
    std::stable_sort(values_.begin(), values_.end(),
                     [](const Value& a, const Value& b) { return a.name.rank < b.name.rank; });
    Draft draft;
    bool has_text = false;
    for (Value& value : values_) {
        if (value.name.field) {
            draft.add(*value.name.field, Origin::record,
                      value.is_html ? html_to_line(value.value) : std::move(value.value));
        } else if (!std::exchange(has_text, true)) {
            if (value.is_html) {
                add_html_text(value.value, draft);
            } else {
                draft.add(PartKind::body, std::move(value.value));
            }
        }
    }
    values_.clear();
    return draft;
}

}  // namespace vigyapti
