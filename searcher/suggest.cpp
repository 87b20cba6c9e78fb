#include "searcher/suggest.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/text/grapheme.hpp"
#include "common/text/stop_words.hpp"
#include "searcher/query/compile.hpp"
#include "searcher/query/parse.hpp"
#include "searcher/query/word_spans.hpp"
#include "searcher/respell.hpp"
#include "searcher/written_form.hpp"

namespace vigyapti {
namespace {

// Dearer than a slip within a word, since two words must be known instead of one.
constexpr double part_cost = 0.9;
constexpr double join_cost = 0.3;

// An alternative that is so much less likely than the best is not worth a line.
constexpr double worst_alternative = 1.0;

struct QueryWord {
    std::size_t begin = 0;  // bytes of the query
    std::size_t end = 0;
    LeafSpan leaf;
    std::string exact;
    std::string key;
    bool respellable = false;
};

// A stretch of the query and what could stand there.
struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;
    std::string text;
};

// The changes of one place, the likeliest first.
using Place = std::vector<Change>;

// `text` in the capitals of `model`, of Latin letters without accents: the user's manner of
// writing.
std::string in_case_of(std::string_view model, std::string text) {
    const bool capitals = std::any_of(model.begin(), model.end(), is_upper) &&
                          std::none_of(model.begin(), model.end(), is_lower);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool upper = i == 0 ? is_upper(model.front()) : capitals;
        text[i] = upper ? to_upper(text[i]) : to_lower(text[i]);
    }
    return text;
}

bool is_respellable(std::string_view word, const Token& token) {
    if (token.abbreviation) return false;
    if (token.kind == TokenKind::devanagari) return true;
    // Capitals are an acronym's, digits a code's.
    constexpr std::size_t longest_acronym = 5;
    const bool acronym =
        word.size() <= longest_acronym && std::all_of(word.begin(), word.end(), is_upper);
    const bool digits = std::any_of(word.begin(), word.end(), is_digit);
    return token.kind == TokenKind::latin && !acronym && !digits;
}

class Suggester {
  public:
    Suggester(const Request& request, const Xapian::Database& database,
              const Vocabulary& vocabulary, Analyser& analyser,
              const std::vector<std::string>& understood)
        : request_(request),
          query_(request.query),
          database_(database),
          vocabulary_(vocabulary),
          analyser_(analyser),
          understood_(understood) {}

    std::vector<Suggestion> suggest() {
        read_words();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (auto joined = join(i)) {
                places_.push_back({std::move(*joined)});
                ++i;
            } else if (Place place = alternatives(words_[i]); !place.empty()) {
                places_.push_back(std::move(place));
            }
        }
        if (places_.empty()) return {};
        return combine();
    }

  private:
    void read_words() {
        QuerySpans spans = find_word_spans(query_);
        simple_ = spans.simple;
        for (const LeafSpan& leaf : spans.leaves) {
            const std::string_view text = query_.substr(leaf.begin, leaf.end - leaf.begin);
            analyser_.for_each_word(text, [&](const Token& token, const Term& term) {
                words_.push_back({leaf.begin + token.begin, leaf.begin + token.end, leaf,
                                  std::string(term.exact), std::string(term.key),
                                  is_respellable(token.text(text), token) &&
                                      !is_question_word(term.exact) && !is_understood(term.exact)});
            });
        }
    }

    bool is_understood(std::string_view exact) const {
        return std::find(understood_.begin(), understood_.end(), exact) != understood_.end();
    }

    std::string_view text_of(const QueryWord& word) const {
        return query_.substr(word.begin, word.end - word.begin);
    }

    // The term of a key in the leaf's field; without a field, in the first of those where plain
    // words are looked for that has it. Empty when there is none.
    std::string term_of(const LeafSpan& leaf, const std::string& key) const {
        for (const Field& each : schema) {
            const bool asked = leaf.field ? each.id == *leaf.field
                                          : each.kind == FieldKind::text && each.weight > 0;
            if (!asked) continue;
            std::string term(each.prefix);
            term += key;
            if (database_.term_exists(term)) return term;
        }
        return {};
    }

    std::size_t frequency(const LeafSpan& leaf, const std::string& key) const {
        const std::string term = term_of(leaf, key);
        return term.empty() ? 0 : database_.get_termfreq(term);
    }

    Place alternatives(const QueryWord& word) {
        Place place;
        if (!word.respellable) return place;
        const auto found = respell(
            word.exact, word.key, vocabulary_,
            [&](const std::string& key) { return frequency(word.leaf, key); }, most_suggestions);
        for (const Respelling& each : found) {
            const auto written = find_written_form(
                database_, analyser_, term_of(word.leaf, each.key), each.key, each.form);
            if (!written) continue;
            place.push_back(
                {word.begin, word.end, each.score, in_case_of(text_of(word), *written)});
        }
        if (auto parted = part(word)) {
            const auto behind = std::find_if(place.begin(), place.end(), [&](const Change& each) {
                return each.score > parted->score;
            });
            place.insert(behind, std::move(*parted));
        }
        return place;
    }

    // The key of a piece of the query that is one word; empty when it is not.
    std::string key_of(std::string_view text) {
        std::string key;
        std::size_t words = 0;
        analyser_.for_each_word(text, [&](const Token&, const Term& term) {
            key = term.key;
            ++words;
        });
        return words == 1 ? key : "";
    }

    // A word that is unknown but is two frequent words without a space.
    std::optional<Change> part(const QueryWord& word) {
        const std::size_t shortest_part = is_hindi(word.exact) ? 2 : 3;  // graphemes
        constexpr std::size_t least_frequency = 3;
        const bool free = word.leaf.bare || (word.leaf.quoted && !word.leaf.field);
        if (!free || frequency(word.leaf, word.key) > 0) return std::nullopt;
        const std::string_view text = text_of(word);
        const std::size_t size = count_graphemes(text);
        std::optional<Change> best;
        for (std::size_t i = shortest_part; i + shortest_part <= size; ++i) {
            const std::size_t cut = grapheme_prefix(text, i);
            const std::size_t first = frequency(word.leaf, key_of(text.substr(0, cut)));
            if (first < least_frequency) continue;
            const std::size_t second = frequency(word.leaf, key_of(text.substr(cut)));
            if (second < least_frequency) continue;
            const double score =
                part_cost - 0.15 * std::log10(static_cast<double>(std::min(first, second)));
            if (best && best->score <= score) continue;
            std::string parted(text.substr(0, cut));
            parted += ' ';
            parted += text.substr(cut);
            best = Change{word.begin, word.end, score, std::move(parted)};
        }
        return best;
    }

    // Two neighbours, one of them unknown, that are a known word together.
    std::optional<Change> join(std::size_t i) {
        if (i + 1 >= words_.size()) return std::nullopt;
        const QueryWord& first = words_[i];
        const QueryWord& second = words_[i + 1];
        const bool free =
            (first.leaf.bare && second.leaf.bare) ||
            (first.leaf.quoted && !first.leaf.field && first.leaf.begin == second.leaf.begin);
        if (!free || query_.substr(first.end, second.begin - first.end) != " ") return std::nullopt;
        if (frequency(first.leaf, first.key) > 0 && frequency(second.leaf, second.key) > 0)
            return std::nullopt;
        std::string joined(text_of(first));
        joined += text_of(second);
        const std::string key = key_of(joined);
        const std::size_t known = frequency(first.leaf, key);
        if (key.empty() || known == 0) return std::nullopt;
        return Change{first.begin, second.end,
                      join_cost - 0.15 * std::log10(static_cast<double>(known)), std::move(joined)};
    }

    // The best change at each place but one.
    struct Choice {
        double loss = 0;
        std::size_t place = 0;
        std::size_t change = 0;
    };

    Suggestion rewrite(const Choice& choice) const {
        Suggestion out;
        std::size_t at = 0;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const Change& change = places_[i][i == choice.place ? choice.change : 0];
            out.query += query_.substr(at, change.begin - at);
            const std::size_t begin = out.query.size();
            out.query += change.text;
            out.changed.push_back({begin, out.query.size()});
            at = change.end;
        }
        out.query += query_.substr(at);
        return out;
    }

    // All of the best, then what changes it at one place, the likeliest first.
    std::vector<Suggestion> combine() {
        std::vector<Choice> choices{{}};
        for (std::size_t i = 0; i < places_.size(); ++i) {
            for (std::size_t j = 1; j < places_[i].size(); ++j) {
                const double loss = places_[i][j].score - places_[i][0].score;
                if (loss <= worst_alternative) choices.push_back({loss, i, j});
            }
        }
        std::stable_sort(choices.begin(), choices.end(),
                         [](const Choice& a, const Choice& b) { return a.loss < b.loss; });
        // To find out whether one finds something may take a search.
        constexpr std::size_t most_tried = 2 * most_suggestions;
        if (choices.size() > most_tried) choices.resize(most_tried);
        std::vector<Suggestion> suggestions;
        for (const Choice& choice : choices) {
            Suggestion each = rewrite(choice);
            if (each.query == query_ || !finds_something(each.query)) continue;
            suggestions.push_back(std::move(each));
            if (suggestions.size() == most_suggestions) break;
        }
        return suggestions;
    }

    // Each changed word is in the index: where words are ranked only, that is enough.
    bool finds_something(const std::string& query) {
        if (simple_ && !request_.all) return true;
        Xapian::Enquire enquire(database_);
        const QueryContext context{.database = database_,
                                   .vocabulary = &vocabulary_,
                                   .analyser = analyser_,
                                   .all = request_.all};
        enquire.set_query(compile_query(parse_query(query, request_.today), context).query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        return !enquire.get_mset(0, 1).empty();
    }

    const Request& request_;
    const std::string_view query_;
    const Xapian::Database& database_;
    const Vocabulary& vocabulary_;
    Analyser& analyser_;
    const std::vector<std::string>& understood_;
    std::vector<QueryWord> words_;
    std::vector<Place> places_;  // in the order of the query
    bool simple_ = true;
};

}  // namespace

std::vector<Suggestion> suggest(const Request& request, const Xapian::Database& database,
                                const Vocabulary* vocabulary, Analyser& analyser,
                                const std::vector<std::string>& understood) {
    if (vocabulary == nullptr || request.query.size() > longest_query) return {};
    return Suggester(request, database, *vocabulary, analyser, understood).suggest();
}

}  // namespace vigyapti
