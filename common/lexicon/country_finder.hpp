// The countries that a release is about, by the names, peoples, capitals and seats of government
// in it (countries.tsv).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/token.hpp"

namespace vigyapti {

struct FoundCountry {
    std::string_view code;  // lives as long as the program
    double weight = 0;
    std::vector<std::string> words;  // as they stand in the text, each once
};

// Where in a release a text stands.
enum class CountryPlace : std::uint8_t { title, body, caption };

// Finds the countries that a release is about. What counts, and how much, is told and measured in
// tests/relevance/README.md. Not thread-safe; one a thread.
class CountryFinder {
  public:
    CountryFinder();
    ~CountryFinder();
    CountryFinder(const CountryFinder&) = delete;
    CountryFinder& operator=(const CountryFinder&) = delete;

    // Adds a text of the release. `text` may go afterwards.
    void add(CountryPlace place, std::string_view text);

    // The same, for a caller who has the words anyway: begin_text, add_word for each word in order,
    // with the terms that an Analyser with canonical_key gives it, end_text.
    void begin_text(CountryPlace place, std::string_view text);
    void add_word(const Token& token, const Term& term);
    void end_text();

    // The countries of the texts since the last call, the most salient first.
    std::vector<FoundCountry> finish();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace vigyapti
