// Run by the build: turns countries.tsv into C++ source. Refuses a table that is not sound, so that
// a mistake in it stops the build.
//
//     compile_countries COUNTRIES.tsv COUNTRIES.inc WORDS.inc PARTS.inc NAMES.inc

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/main_guard.hpp"
#include "common/lexicon/country_rows.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

constexpr std::array<std::string_view, 7> kinds{"name",  "demonym", "capital", "seat",
                                                "rival", "cue",     "other"};
constexpr std::size_t iso_countries = 249;

struct Country {
    std::string code;
    std::string english;
    std::string hindi;
};

struct Name {
    std::vector<CountryPart> parts;
    std::uint8_t country = no_country;
    CountryWord kind = CountryWord::name;
    CountryCaveat caveat = CountryCaveat::none;
    std::string text;
};

class Table {
  public:
    Table() {
        make_equal("Saint", "St");
        make_equal("and", "And");
        hindi_and_ = make_equal("और", "एवं");
    }

    void read(const std::string& path) {
        std::istringstream lines(read_file(path, 10'000'000));
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (line.empty() || line.front() == '#') continue;
            add_row(line, fmt::format("{}:{}", path, number));
        }
        if (countries_.size() != iso_countries) {
            complain(path,
                     fmt::format("{} countries instead of {}", countries_.size(), iso_countries));
        }
        if (complaints_ > 0) {
            throw Error(ErrorCode::bad_input, fmt::format("{} faults in the table", complaints_));
        }
    }

    void write(const char* const* paths) {
        std::string countries;
        for (const Country& each : countries_)
            countries +=
                fmt::format("{{\"{}\", \"{}\", \"{}\"}},\n", each.code, each.english, each.hindi);
        std::string words;
        for (const auto& [form, number] : words_)
            words += fmt::format("{{\"{}\", {}}},\n", form, number);
        std::string parts;
        std::string names;
        std::size_t first = 0;
        // Names that begin with the same word stand together, the longest first.
        std::vector<const Name*> sorted;
        for (const auto& [key, name] : names_)
            sorted.push_back(&name);
        std::stable_sort(sorted.begin(), sorted.end(), [](const Name* a, const Name* b) {
            const unsigned first_a = a->parts.front() & word_mask;
            const unsigned first_b = b->parts.front() & word_mask;
            return first_a != first_b ? first_a < first_b : a->parts.size() > b->parts.size();
        });
        for (const Name* name : sorted) {
            for (const CountryPart part : name->parts)
                parts += fmt::format("{},", part);
            parts += '\n';
            names += fmt::format("{{{}, {}, {}, CountryWord::{}, CountryCaveat{{{}}}}},\n", first,
                                 name->parts.size(), name->country,
                                 kinds[static_cast<std::size_t>(name->kind)],
                                 static_cast<unsigned>(name->caveat));
            first += name->parts.size();
        }
        replace_file(paths[0], countries);
        replace_file(paths[1], words);
        replace_file(paths[2], parts);
        replace_file(paths[3], names);
    }

  private:
    // All faults are shown in one go.
    void complain(const std::string& where, const std::string& what) {
        print_warning("compile_countries", fmt::format("{}: {}", where, what));
        ++complaints_;
    }

    // The exact form of `word`, from now on one with `other`.
    std::string make_equal(std::string_view word, std::string_view other) {
        std::string form;
        unsigned number = 0;
        analyser_.for_each_word(word, [&](const Token& token, const Term& term) {
            form = term.exact;
            number = number_of(term, token.kind, true);
        });
        analyser_.for_each_word(other, [&](const Token&, const Term& term) {
            words_[std::string(term.exact)] = number;
        });
        return form;
    }

    void add_row(const std::string& line, const std::string& where) {
        std::istringstream stream(line);
        std::vector<std::string> cells;
        for (std::string cell; std::getline(stream, cell, '\t');)
            cells.push_back(cell);
        const auto kind =
            cells.size() < 3 ? kinds.end() : std::find(kinds.begin(), kinds.end(), cells[1]);
        if (kind == kinds.end()) {
            complain(where, "is not a code, a kind and words");
            return;
        }
        const auto word_kind = static_cast<CountryWord>(kind - kinds.begin());
        const std::uint8_t country = country_of(cells, word_kind, where);
        for (std::size_t i = 2; i < cells.size(); ++i)
            add_name(cells[i], country, word_kind, where);
    }

    std::uint8_t country_of(const std::vector<std::string>& cells, CountryWord kind,
                            const std::string& where) {
        if (kind >= CountryWord::cue) {
            if (cells[0] != "--") complain(where, "a row of no country has the code --");
            return no_country;
        }
        const auto known = std::find_if(countries_.begin(), countries_.end(),
                                        [&](const Country& c) { return c.code == cells[0]; });
        if (known != countries_.end()) {
            if (kind == CountryWord::name) complain(where, "has a row of names already");
            return static_cast<std::uint8_t>(known - countries_.begin());
        }
        if (kind != CountryWord::name || cells.size() < 4 || cells[0].size() != 2) {
            complain(where, "a country begins with a row of names, English and Hindi");
            return no_country;
        }
        if (!countries_.empty() && !(countries_.back().code < cells[0])) {
            complain(where, "countries are in the order of their codes");
        }
        countries_.push_back({cells[0], without_sign(cells[2]), without_sign(cells[3])});
        return static_cast<std::uint8_t>(countries_.size() - 1);
    }

    static std::string without_sign(const std::string& cell) {
        return cell.substr(cell.find_first_not_of("~&@"));
    }

    static CountryCaveat caveat_of(char sign) {
        switch (sign) {
            case '~':
                return CountryCaveat::weak;
            case '&':
                return CountryCaveat::beside_others;
            case '@':
                return CountryCaveat::personal_name;
            default:
                return CountryCaveat::none;
        }
    }

    void add_name(const std::string& cell, std::uint8_t country, CountryWord kind,
                  const std::string& where) {
        Name name;
        name.country = country;
        name.kind = kind;
        name.caveat = caveat_of(cell.front());
        name.text = without_sign(cell);
        read_parts(name);
        if (name.parts.empty()) {
            complain(where, fmt::format("\"{}\" has no word", cell));
            return;
        }
        add_shorter(name, where);
        const std::string more = kind == CountryWord::demonym ? plural_of(name.text) : "";
        if (!more.empty()) {
            Name plural = name;
            plural.text = more;
            read_parts(plural);
            add(std::move(plural), where);
        }
        add(std::move(name), where);
    }

    void read_parts(Name& name) {
        std::size_t words = 0;
        analyser_.for_each_word(name.text, [&](const Token&, const Term&) { ++words; });
        // What is set apart by itself must not take other forms with it.
        const bool exact_only = name.kind == CountryWord::other && words == 1;
        name.parts.clear();
        analyser_.for_each_word(name.text, [&](const Token& token, const Term& term) {
            const Capitals capitals = capitals_of(token.text(name.text), token.kind);
            const unsigned number = number_of(term, token.kind, exact_only);
            name.parts.push_back(static_cast<CountryPart>(number | static_cast<unsigned>(capitals)
                                                                       << capitals_shift));
        });
    }

    // The plural by which several of a people are named, in Hindi the oblique one; empty when there
    // is none that is not found by its key anyway.
    static std::string plural_of(const std::string& demonym) {
        static constexpr std::array<std::array<std::string_view, 2>, 3> hindi{
            {{"ाई", "ाइयों"}, {"ी", "ियों"}, {"ीय", "ीयों"}}};
        static constexpr std::array<std::string_view, 5> none{"ese", "sh", "ch", "s", "o"};
        for (const auto& [ending, plural] : hindi) {
            if (!demonym.ends_with(ending)) continue;
            return demonym.substr(0, demonym.size() - ending.size()) + std::string(plural);
        }
        const bool latin = static_cast<unsigned char>(demonym.front()) < 0x80;
        const bool regular = std::none_of(none.begin(), none.end(), [&](std::string_view ending) {
            return demonym.ends_with(ending);
        });
        return latin && regular ? demonym + 's' : std::string();
    }

    // "Trinidad and Tobago" is written "Trinidad & Tobago" too.
    void add_shorter(const Name& name, const std::string& where) {
        Name shorter = name;
        std::erase_if(shorter.parts, [&](CountryPart part) {
            const unsigned word = part & word_mask;
            return word == words_["and"] || word == words_[hindi_and_];
        });
        if (shorter.parts.size() > 1 && shorter.parts.size() < name.parts.size()) {
            add(std::move(shorter), where);
        }
    }

    void add(Name name, const std::string& where) {
        std::vector<unsigned> words;
        for (const CountryPart part : name.parts)
            words.push_back(part & word_mask);
        const bool rival = name.kind == CountryWord::rival;
        // A word may be against several countries, and for another one.
        const auto [known, fresh] =
            names_.emplace(std::pair{rival ? name.country + 1 : 0, std::move(words)}, name);
        if (!fresh && known->second.country != name.country) {
            complain(where, fmt::format("\"{}\" is \"{}\" of another country", name.text,
                                        known->second.text));
        }
    }

    unsigned number_of(const Term& term, TokenKind kind, bool exact_only) {
        const std::string exact(term.exact);
        const bool by_key =
            !exact_only && kind == TokenKind::devanagari && term.key.size() >= least_country_key;
        const auto known = words_.find(exact);
        if (known != words_.end()) return known->second;
        if (!by_key) return words_[exact] = ++last_number_;
        const auto [shared, fresh] =
            words_.emplace(country_key_marker + std::string(term.key), last_number_ + 1);
        if (fresh) ++last_number_;
        return words_[exact] = shared->second;
    }

    Analyser analyser_{canonical_key};
    std::size_t complaints_ = 0;
    unsigned last_number_ = 0;
    std::string hindi_and_;
    std::vector<Country> countries_;
    std::map<std::string, unsigned> words_;
    std::map<std::pair<int, std::vector<unsigned>>, Name> names_;
};

int run(int argc, const char* const* argv) {
    if (argc != 6) {
        throw Error(ErrorCode::usage, "usage: compile_countries TABLE COUNTRIES WORDS PARTS NAMES");
    }
    Table table;
    table.read(argv[1]);
    table.write(argv + 2);
    return 0;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    return vigyapti::guarded_main("compile_countries", vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
