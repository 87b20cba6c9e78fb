// How well spellings and forms of Hindi words meet in one key, on lists made by others. The figures
// are printed, and floors under them fail the build.

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.hpp"
#include "common/text/analyser.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(std::istream& lines) {
    std::vector<Row> rows;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') continue;
        Row row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, '\t');)
            row.push_back(cell);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> read_rows(const std::filesystem::path& path) {
    std::ifstream file(path);
    return rows_of(file);
}

std::vector<Row> read_gzipped_rows(const std::filesystem::path& path) {
    const std::string command = fmt::format("zcat '{}'", path.string());
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string bytes;
    char buffer[4096];
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe.get())) > 0;)
        bytes.append(buffer, got);
    std::istringstream lines(bytes);
    return rows_of(lines);
}

// The keys of all words of `text`, joined.
std::string keys_of(const std::string& text) {
    static Analyser analyser(canonical_key);
    std::string keys;
    analyser.for_each_word(text, [&](const Token&, const Term& term) {
        keys += term.key;
        keys += ' ';
    });
    return keys;
}

}  // namespace

TEST_CASE("curated groups of spellings meet") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path, "variants/groups.tsv");
    std::map<std::string, std::vector<std::string>> groups;
    for (const Row& row : read_rows(path))
        groups[row[0]].push_back(row[1]);
    std::size_t whole = 0;
    std::size_t pairs = 0;
    std::size_t met = 0;
    for (const auto& [number, forms] : groups) {
        std::set<std::string> keys;
        for (std::size_t i = 0; i < forms.size(); ++i) {
            keys.insert(keys_of(forms[i]));
            for (std::size_t j = 0; j < i; ++j, ++pairs)
                met += keys_of(forms[i]) == keys_of(forms[j]) ? 1 : 0;
        }
        whole += keys.size() == 1 ? 1 : 0;
        if (keys.size() > 1) MESSAGE("do not all meet: ", forms.front());
    }
    const double groups_share = static_cast<double>(whole) / static_cast<double>(groups.size());
    const double pairs_share = static_cast<double>(met) / static_cast<double>(pairs);
    MESSAGE(fmt::format("groups {:.3f} of {}, pairs {:.3f} of {}", groups_share, groups.size(),
                        pairs_share, pairs));
    CHECK(groups_share >= 0.85);
    CHECK(pairs_share >= 0.85);
}

TEST_CASE("pairs of spellings that were found in print meet") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path, "variants/mined_pairs.tsv");
    std::size_t met = 0;
    std::size_t all = 0;
    for (const Row& row : read_rows(path)) {
        // "other" is what no rule explains: many of these are two words.
        if (row.size() < 7 || row[6] == "other") continue;
        ++all;
        met += keys_of(row[0]) == keys_of(row[1]) ? 1 : 0;
    }
    const double share = static_cast<double>(met) / static_cast<double>(all);
    MESSAGE(fmt::format("{:.4f} of {}", share, all));
    CHECK(share >= 0.99);
}

TEST_CASE("few keys mix forms of different verbs") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path, "stem/unimorph_hin.even.tsv.gz");
    std::map<std::string, std::set<std::string>> lemmas_by_key;
    for (const Row& row : read_gzipped_rows(path)) {
        // Of simple verbs; in a form such as करता था the first word is the verb's.
        if (row.size() < 2 || row[0].find(' ') != std::string::npos) continue;
        lemmas_by_key[keys_of(row[1].substr(0, row[1].find(' ')))].insert(row[0]);
    }
    std::size_t mixed = 0;
    for (const auto& [key, lemmas] : lemmas_by_key)
        mixed += lemmas.size() > 1 ? 1 : 0;
    REQUIRE(lemmas_by_key.size() > 100);
    const double share = static_cast<double>(mixed) / static_cast<double>(lemmas_by_key.size());
    MESSAGE(fmt::format("{:.3f} of {} keys", share, lemmas_by_key.size()));
    CHECK(share <= 0.09);
}

TEST_CASE("what Lucene's Hindi analysis brings together meets here too") {
    for (const char* name : {"TestHindiAnalyzer", "TestHindiNormalizer", "TestHindiStemmer"}) {
        VIGYAPTI_SHARED_DATA_OR_SKIP(path, fmt::format("stem/lucene/{}.tsv", name));
        std::map<std::string, std::vector<std::string>> by_output;
        for (const Row& row : read_rows(path)) {
            if (row.size() == 2) by_output[row[1]].push_back(row[0]);
        }
        for (const auto& [output, inputs] : by_output) {
            for (const std::string& input : inputs) {
                // खाना (food) and खाता (account) are nouns of their own here.
                if (output == "खा") continue;
                CAPTURE(name);
                CAPTURE(input);
                CHECK(keys_of(input) == keys_of(inputs.front()));
            }
        }
    }
}

TEST_CASE("words that look alike and mean other things are kept apart") {
    for (const auto& [first, second] :
         std::vector<std::pair<std::string, std::string>>{{"कार्रवाई", "कार्यवाही"},
                                                          {"ईरान", "इराक"},
                                                          {"नाइजर", "नाइजीरिया"},
                                                          {"ऑस्ट्रिया", "ऑस्ट्रेलिया"},
                                                          {"कम", "काम"},
                                                          {"स्लोवाकिया", "स्लोवेनिया"},
                                                          {"डोमिनिका", "डोमिनिकन"},
                                                          {"दिल्ली", "दिल"},
                                                          {"मॉस्को", "मास्क"},
                                                          {"परमाणु", "प्रमाण"},
                                                          {"हिंदू", "हिंदी"},
                                                          {"कार्य", "कार"},
                                                          {"विदेश", "विशेष"},
                                                          {"प्रमाण", "परमाणु"}}) {
        CAPTURE(first);
        CAPTURE(second);
        CHECK(keys_of(first) != keys_of(second));
    }
}

TEST_CASE("the tables bring spellings together") {
    for (const auto& [first, second] :
         std::vector<std::pair<std::string, std::string>>{{"अमेरिका", "अमरीकी"},
                                                          {"दिल्ली", "देहली"},
                                                          {"नाटो", "नेटो"},
                                                          {"colour", "colors"},
                                                          {"Kiev", "Kyiv"},
                                                          {"U.S.", "US"},
                                                          {"U.N.", "UN"},
                                                          {"organisations", "organization"},
                                                          {"programme", "programs"}}) {
        CAPTURE(first);
        CAPTURE(second);
        CHECK(keys_of(first) == keys_of(second));
    }
    CHECK(count_variant_keys() > 100);
}

}  // namespace vigyapti
