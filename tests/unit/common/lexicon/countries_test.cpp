#include "common/lexicon/countries.hpp"

#include <doctest/doctest.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace vigyapti {
namespace {

std::string icu_name(std::string_view code, const char* language) {
    icu::UnicodeString name;
    icu::Locale("und", std::string(code).c_str()).getDisplayCountry(icu::Locale(language), name);
    std::string out;
    return name.toUTF8String(out);
}

struct Cell {
    std::string where;
    std::string word;
};

std::vector<Cell> table_cells() {
    std::vector<Cell> cells;
    std::ifstream file(std::string(VIGYAPTI_SOURCE_DIR) + "/common/lexicon/countries.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream row(line);
        std::string code;
        std::string kind;
        std::getline(row, code, '\t');
        std::getline(row, kind, '\t');
        for (std::string word; std::getline(row, word, '\t');)
            cells.push_back({code + ' ' + kind, word});
    }
    return cells;
}

std::string found(std::string_view text) {
    return std::string(find_country(text).value_or("none"));
}

}  // namespace

TEST_CASE("all countries of ISO 3166-1 are known by ICU's names in both languages") {
    const auto codes = country_codes();
    CHECK(codes.size() == 249);
    for (const std::string_view code : codes) {
        for (const char* language : {"en", "hi"}) {
            const std::string name = icu_name(code, language);
            CAPTURE(name);
            CHECK(found(name) == code);
            CHECK(found(country_name(code, language)) == code);
        }
    }
}

TEST_CASE("ICU knows no country that the table lacks, but for parts of countries and Kosovo") {
    const std::set<std::string_view> others{"DG", "EA", "IC", "XK"};
    const auto codes = country_codes();
    const std::set<std::string_view> known(codes.begin(), codes.end());
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
        CAPTURE(*code);
        CHECK(known.contains(*code) != others.contains(*code));
    }
}

TEST_CASE("a country is known by code, name, abbreviation, people and capital") {
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"RU", "RU"},
        {"ru", "RU"},
        {"रूस", "RU"},
        {"रुस", "RU"},
        {"Russia", "RU"},
        {"russia", "RU"},
        {"RUSSIA", "RU"},
        {"Russian", "RU"},
        {"रूसी", "RU"},
        {"Moscow", "RU"},
        {"मास्को", "RU"},
        {"Kremlin", "RU"},
        {"us", "US"},
        {"U.S.", "US"},
        {"USA", "US"},
        {"अमरीका", "US"},
        {"यू.एस.", "US"},
        {"United States of America", "US"},
        {"व्हाइट हाउस", "US"},
        {"uk", "GB"},
        {"यूके", "GB"},
        {"ब्रिटेन", "GB"},
        {"UAE", "AE"},
        {"यूएई", "AE"},
        {"prc", "CN"},
        {"चीन", "CN"},
        {"DPRK", "KP"},
        {"North Korea", "KP"},
        {"south korea", "KR"},
        {"sri lanka", "LK"},
        {"श्रीलंका", "LK"},
        {"श्री लंका", "LK"},
        {"Türkiye", "TR"},
        {"Turkey", "TR"},
        {"turkey", "TR"},
        {"तुर्किये", "TR"},
        {"Côte d’Ivoire", "CI"},
        {"Cote d'Ivoire", "CI"},
        {"Ivory Coast", "CI"},
        {"Trinidad & Tobago", "TT"},
        {"Trinidad and Tobago", "TT"},
        {"त्रिनिदाद एवं टोबैगो", "TT"},
        {"St Kitts and Nevis", "KN"},
        {"Saint Lucia", "LC"},
        {"St. Lucia", "LC"},
        {"Myanmar (Burma)", "MM"},
        {"बर्मा", "MM"},
        {"Niger", "NE"},
        {"नाइजर", "NE"},
        {"Nigeria", "NG"},
        {"नाइजीरिया", "NG"},
        {"Guinea-Bissau", "GW"},
        {"Equatorial Guinea", "GQ"},
        {"Papua New Guinea", "PG"},
        {"Guinea", "GN"},
        {"भारत", "IN"},
        {"भारतीय", "IN"},
        {"in", "IN"},
        {"माली", "ML"},
        {"", "none"},
        {"XX", "none"},
        {"XK", "none"},
        {"Atlantis", "none"},
        {"Russia China", "none"},
        {"Russia today", "none"},
        {"South China Sea", "none"},
        {"Atlanta", "none"},
        {"ambassador", "none"},
        {"भारती", "none"},
        {"\xff\xfe", "none"},
    };
    for (const auto& [text, code] : cases) {
        CAPTURE(text);
        CHECK(found(text) == code);
    }
}

TEST_CASE("codes of three letters are those of ISO 3166-1 alpha-3, in capitals") {
    for (const auto& [text, code] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"RUS", "RU"}, {"IND", "IN"}, {"PRK", "KP"}, {"DEU", "DE"}, {"VAT", "VA"}}) {
        CAPTURE(text);
        CHECK(find_country(text) == code);
    }
    // Words and countries that are no more.
    for (const std::string_view none : {"per", "mar", "YUG", "QQQ"})
        CHECK_FALSE(find_country(none));
}

TEST_CASE("the name for display is in the language that is asked for, else in English") {
    CHECK(country_name("RU", "hi") == "रूस");
    CHECK(country_name("ru", "en") == "Russia");
    CHECK(country_name("RU", "fr") == "Russia");
    CHECK(country_name("CD", "en") == "DR Congo");
    CHECK(country_name("XX", "en").empty());
    CHECK(country_name("", "hi").empty());
}

TEST_CASE("words of the table are in NFC, of one script, and stand once") {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    REQUIRE(U_SUCCESS(status));
    std::set<std::string> seen;
    std::size_t hindi_words = 0;
    for (const auto& [where, cell] : table_cells()) {
        CAPTURE(where);
        CAPTURE(cell);
        const std::string word = cell.substr(cell.find_first_not_of("~&@"));
        const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(word);
        CHECK(nfc->isNormalized(wide, status));
        bool latin = false;
        bool hindi = false;
        for (int i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
            const UChar32 c = wide.char32At(i);
            const bool devanagari = c >= 0x0900 && c <= 0x097F;
            hindi = hindi || devanagari;
            latin = latin || (u_isalpha(c) != 0 && !devanagari);
        }
        CHECK(latin != hindi);
        CHECK(!word.starts_with(' '));
        CHECK(!word.ends_with(' '));
        // A name of a kind may be one of another kind too (Vatican), a rival of two countries.
        CHECK(seen.insert(where + word).second);
        hindi_words += hindi ? 1 : 0;
    }
    CHECK(hindi_words > 800);
}

}  // namespace vigyapti
