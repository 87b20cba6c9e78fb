#include "searcher/completions.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "common/lexicon/countries.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_sources = 20000;  // that are looked at

// The exact forms of the words, each behind a space.
std::string forms_of(Analyser& analyser, std::string_view text) {
    std::string forms;
    analyser.for_each_word(text, [&forms](const Token&, const Term& term) {
        forms += ' ';
        forms += term.exact;
    });
    return forms;
}

class Completer {
  public:
    Completer(Analyser& analyser, const std::string& text, std::size_t limit)
        : analyser_(analyser), sought_(forms_of(analyser, text)), limit_(limit) {}

    bool done() const { return sought_.empty() || found_.size() >= limit_; }

    void offer(const std::string& name) {
        if (done() || forms_of(analyser_, name).find(sought_) == std::string::npos) return;
        if (std::find(found_.begin(), found_.end(), name) == found_.end()) found_.push_back(name);
    }

    std::vector<std::string> found() { return std::move(found_); }

  private:
    Analyser& analyser_;
    const std::string sought_;
    const std::size_t limit_;
    std::vector<std::string> found_;
};

void offer_countries(const Xapian::Database& database, std::string_view language,
                     Completer& completer) {
    const std::string prefix(field(FieldId::country).prefix);
    for (const std::string_view code : country_codes()) {
        if (completer.done()) return;
        if (database.term_exists(boolean_term(prefix, code)))
            completer.offer(std::string(country_name(code, language)));
    }
}

void offer_sources(const Xapian::Database& database, Completer& completer) {
    const std::string prefix(field(FieldId::whole_source).prefix);
    std::size_t seen = 0;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        if (completer.done() || ++seen > most_sources) return;
        const std::string name = (*term).substr(prefix.size());
        // The term of a long name has only its beginning.
        if (boolean_term(prefix, name) == *term) completer.offer(name);
    }
}

}  // namespace

std::vector<std::string> complete_values(const Xapian::Database& database, Analyser& analyser,
                                         const std::string& text, std::size_t limit) {
    Completer completer(analyser, text, limit);
    bool hindi = false;
    analyser.for_each_word(
        text, [&hindi](const Token&, const Term& term) { hindi = hindi || is_hindi(term.exact); });
    offer_countries(database, hindi ? "hi" : "en", completer);
    offer_sources(database, completer);
    return completer.found();
}

std::string title_query(Analyser& analyser, const std::string& text) {
    std::vector<std::string> words;
    analyser.for_each_word(
        text, [&](const Token& token, const Term&) { words.emplace_back(token.text(text)); });
    std::string query;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        query += fmt::format("{}+title:{}{}", i > 0 ? " " : "", words[i], last ? "*" : "");
    }
    return query;
}

}  // namespace vigyapti
