#include "common/lexicon/country_finder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/lexicon/country_table.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "common/text/tokenise.hpp"

namespace vigyapti {
namespace {

// Chosen on the development half of tests/relevance/countries.tsv; see the README there.
constexpr double title_weight = 4;
constexpr double lead_weight = 3;  // in the first sentence of the body
constexpr double body_weight = 1;
constexpr double caption_weight = 0.5;
constexpr double cue_weight = 2;    // more, in one sentence with a word for what states do
constexpr double again_weight = 1;  // more, for a country in several sentences
// What the weights of a country have to come to, when the title names some country, when it names
// none, and for the home country when no other is found: a domestic release is about something
// else, though India be named in it.
constexpr double titled_threshold = 1;
constexpr double untitled_threshold = 3;
constexpr double home_threshold = 5;
constexpr std::string_view home_code = "IN";

// "Bank of India": what an institution is called after does not tell what it does.
bool is_institution(std::string_view word) {
    static constexpr std::array<std::string_view, 16> words{
        "Academy",    "Association", "Authority", "Bank",       "Board",     "Chamber",
        "Commission", "Corporation", "Council",   "Federation", "Institute", "Society",
        "Survey",     "Times",       "Trust",     "University"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

// The Latin word that ends at `end`, or nothing.
std::string_view word_before(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1]))
        --begin;
    return text.substr(begin, end - begin);
}

bool between_capitals(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin > 1 && text[begin - 1] == ' ') {
        const std::string_view before = word_before(text, begin - 1);
        if (!before.empty() && is_upper(before.front()) && before.size() > 3) return true;
    }
    return end + 1 < text.size() && text[end] == ' ' && is_upper(text[end + 1]);
}

bool names_institution(std::string_view text, std::size_t begin) {
    constexpr std::string_view of = " of ";
    if (begin < of.size() || text.substr(begin - of.size(), of.size()) != of) return false;
    const std::string_view noun = word_before(text, begin - of.size());
    if (!is_institution(noun)) return false;
    return noun != "Commission" || word_before(text, begin - of.size() - noun.size() - 1) != "High";
}

struct Evidence {
    CountryNameRow name;
    double weight = 0;
    CountryPlace place = CountryPlace::body;
    std::size_t sentence = 0;
    std::string word;
};

// Whether a sentence ends in `between`, the text from one word to another.
bool ends_sentence(std::string_view between) {
    if (between.find_first_of("\n?!") != std::string_view::npos) return true;
    if (between.find("।") != std::string_view::npos) return true;
    // A full stop behind a short word is that of an abbreviation.
    const std::size_t stop = between.find(". ");
    return stop != std::string_view::npos && word_before(between, stop).size() != 1 &&
           word_before(between, stop).size() != 2;
}

}  // namespace

struct CountryFinder::Implementation {
    Analyser analyser{canonical_key};
    CountryPlace place = CountryPlace::title;
    std::string_view text;
    std::uint32_t position = 0;
    std::size_t sentence = 0;  // of the release
    bool lead = true;          // no sentence of the body has ended yet
    std::vector<CountryTextWord> words;
    std::vector<Evidence> evidence;

    void note(std::span<const CountryNameRow> names, std::span<const CountryTextWord> run) {
        const std::size_t begin = run.front().begin;
        const std::size_t end = run[names.front().size - 1U].end;
        if (text.substr(end).starts_with("-based")) return;
        for (CountryNameRow name : names) {
            if (name.kind >= CountryWord::cue) continue;
            const bool personal = name.caveat == CountryCaveat::personal_name;
            if (personal && !between_capitals(text, begin, end)) {
                name.caveat = CountryCaveat::none;
            }
            if (name.caveat == CountryCaveat::none && names_institution(text, begin)) {
                name.caveat = CountryCaveat::weak;
            }
            evidence.push_back(
                {name, weight(), place, sentence, std::string(text.substr(begin, end - begin))});
        }
    }

    // A country that stands in one sentence with what states do takes part in it.
    void end_sentence(std::size_t first_evidence, bool cue) {
        if (place == CountryPlace::body) lead = false;
        ++sentence;
        if (!cue || place != CountryPlace::body) return;
        for (std::size_t i = first_evidence; i < evidence.size(); ++i)
            evidence[i].weight += cue_weight;
    }

    double weight() const {
        switch (place) {
            case CountryPlace::title:
                return title_weight;
            case CountryPlace::caption:
                return caption_weight;
            case CountryPlace::body:
                break;
        }
        return lead ? lead_weight : body_weight;
    }
};

CountryFinder::CountryFinder() : implementation_(std::make_unique<Implementation>()) {}
CountryFinder::~CountryFinder() = default;

void CountryFinder::add(CountryPlace place, std::string_view text) {
    Implementation& self = *implementation_;
    begin_text(place, text);
    self.analyser.begin_text();
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);) {
        // Most words of an English text are in small letters and in no name.
        const std::string_view word = token.text(text);
        const bool small =
            token.kind == TokenKind::latin && std::all_of(word.begin(), word.end(), is_lower);
        if (small && !is_small_country_word(word)) {
            ++self.position;
        } else {
            add_word(token, self.analyser.analyse(text, token));
        }
    }
    end_text();
}

void CountryFinder::begin_text(CountryPlace place, std::string_view text) {
    Implementation& self = *implementation_;
    self.place = place;
    self.text = text;
    self.position = 0;
    self.words.clear();
}

void CountryFinder::add_word(const Token& token, const Term& term) {
    Implementation& self = *implementation_;
    const std::uint32_t position = self.position++;
    const std::string_view word = token.text(self.text);
    const Capitals capitals = capitals_of(word, token.kind);
    const std::uint16_t number = country_word(term, token.kind);
    if (number != 0) self.words.push_back({number, position, capitals, token.begin, token.end});
}

void CountryFinder::end_text() {
    Implementation& self = *implementation_;
    const std::span<const CountryTextWord> words(self.words);
    std::size_t first = self.evidence.size();  // of the sentence
    bool cue = false;
    std::size_t behind = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto names = longest_names(words.subspan(at), true);
        if (names.empty()) {
            ++at;
            continue;
        }
        if (ends_sentence(self.text.substr(behind, words[at].begin - behind))) {
            self.end_sentence(first, cue);
            first = self.evidence.size();
            cue = false;
        }
        cue = cue || names.front().kind == CountryWord::cue;
        self.note(names, words.subspan(at));
        at += names.front().size;
        behind = words[at - 1].end;
    }
    self.end_sentence(first, cue);
}

namespace {

// What speaks for one country.
struct Sum {
    double strong = 0;
    double weak = 0;
    double beside = 0;
    std::size_t first = 0;  // number of its first evidence
    bool title = false;
    std::set<std::size_t> sentences;
    std::vector<std::string> words;
};

using Sums = std::map<unsigned, Sum>;

Sums sum_up(std::vector<Evidence>& evidence) {
    std::set<unsigned> rivals;
    for (const Evidence& each : evidence) {
        if (each.name.kind == CountryWord::rival) rivals.insert(each.name.country);
    }
    Sums sums;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        Evidence& each = evidence[i];
        const CountryNameRow& name = each.name;
        if (name.kind == CountryWord::rival) continue;
        Sum& sum = sums[name.country];
        if (sum.words.empty()) sum.first = i;
        const bool doubted = name.kind == CountryWord::name && rivals.contains(name.country);
        if (name.caveat == CountryCaveat::beside_others) {
            sum.beside += each.weight;
        } else if (name.caveat != CountryCaveat::none || doubted) {
            sum.weak += each.weight;
        } else {
            sum.strong += each.weight;
            sum.sentences.insert(each.sentence);
            sum.title = sum.title || each.place == CountryPlace::title;
        }
        if (std::find(sum.words.begin(), sum.words.end(), each.word) == sum.words.end()) {
            sum.words.push_back(std::move(each.word));
        }
    }
    return sums;
}

}  // namespace

std::vector<FoundCountry> CountryFinder::finish() {
    Implementation& self = *implementation_;
    const Sums sums = sum_up(self.evidence);
    const bool titled =
        std::any_of(sums.begin(), sums.end(), [](const auto& each) { return each.second.title; });
    std::vector<std::pair<std::size_t, FoundCountry>> found;  // with the number of first evidence
    const auto add = [&](unsigned country, const Sum& sum, double weight, double needed) {
        if (sum.sentences.size() > 1) weight += again_weight;
        if (weight < needed) return;
        found.push_back({sum.first, {country_rows()[country].code, weight, sum.words}});
    };
    const auto* home = static_cast<const Sums::value_type*>(nullptr);
    for (const auto& each : sums) {
        const auto& [country, sum] = each;
        if (country_rows()[country].code == home_code) {
            home = &each;
        } else if (sum.strong > 0) {
            add(country, sum, sum.strong + sum.weak + sum.beside,
                titled ? titled_threshold : untitled_threshold);
        }
    }
    if (home != nullptr && !found.empty()) {
        const Sum& sum = home->second;
        if (sum.strong + sum.beside > 0) {
            add(home->first, sum, sum.strong + sum.weak + sum.beside, titled_threshold);
        }
    } else if (home != nullptr) {
        add(home->first, home->second, home->second.strong, home_threshold);
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        if (a.second.weight != b.second.weight) return a.second.weight > b.second.weight;
        return a.first < b.first;
    });
    std::vector<FoundCountry> countries;
    for (auto& [first, each] : found)
        countries.push_back(std::move(each));
    self.evidence.clear();
    self.sentence = 0;
    self.lead = true;
    return countries;
}

}  // namespace vigyapti
