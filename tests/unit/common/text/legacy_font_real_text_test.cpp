// Legacy fonts on real text: how many characters of lines that others have in both forms come out
// right, and that nothing else is taken for such text. The tables were written with the even lines
// and the first, third, ... page in sight; the others are what counts.

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/split.hpp"
#include "common/text/legacy_font.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/jsonl.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

// NFC with ASCII digits, which say the same, and without white space at the ends.
std::u16string comparable(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    icu::UnicodeString whole = nfc->normalize(icu::UnicodeString::fromUTF8(piece), status).trim();
    REQUIRE(U_SUCCESS(status));
    std::u16string out(whole.getBuffer(), static_cast<std::size_t>(whole.length()));
    for (char16_t& c : out)
        c = c >= u'०' && c <= u'९' ? static_cast<char16_t>(c - u'०' + u'0') : c;
    return out;
}

// Levenshtein's distance.
std::size_t distance(std::u16string_view a, std::u16string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

struct Count {
    std::size_t characters = 0;
    std::size_t wrong = 0;

    void add(std::u16string_view right, std::u16string_view read) {
        characters += right.size();
        wrong += distance(right, read);
    }
    double share_right() const {
        return 1 - static_cast<double>(wrong) / static_cast<double>(characters);
    }
};

// A page's text between <FONT FACE="SHUSHA"> and </FONT> converted, all other text as it is, up to
// the links at its end. The page is in windows-1252.
std::string read_shusha_page(const std::string& page) {
    std::string out;
    std::string run;
    bool in_font = false;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (page.compare(i, 3, "<a ") == 0) break;
        if (page[i] == '<') {
            out += in_font ? from_legacy_font(run, LegacyFont::shusha) : run;
            run.clear();
            in_font = page.compare(i, 5, "<FONT") == 0;
            i = page.find('>', i);
        } else if (page.compare(i, 4, "&gt;") == 0 || page.compare(i, 4, "&lt;") == 0) {
            run += page[i + 1] == 'g' ? '>' : '<';
            i += 3;
        } else if (page.compare(i, 5, "&amp;") == 0) {
            run += '&';
            i += 4;
        } else {
            append_utf8(run, static_cast<unsigned char>(page[i]));
        }
    }
    return out;
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '\n', ' ');
    for (const std::string_view each : split(spaced, ' '))
        words.emplace(each);
    return words;
}

// The paragraph of `paragraphs` that has most words of `text`.
std::string_view find_counterpart(const std::vector<std::string>& paragraphs,
                                  std::string_view text) {
    const std::set<std::string> words = words_of(text);
    std::string_view best;
    std::size_t most = 0;
    for (const std::string& each : paragraphs) {
        const std::set<std::string> theirs = words_of(each);
        const auto shared = static_cast<std::size_t>(
            std::count_if(words.begin(), words.end(),
                          [&](const std::string& word) { return theirs.contains(word); }));
        if (shared > most) best = each;
        most = std::max(most, shared);
    }
    return best;
}

std::u16string without_space(std::u16string text) {
    std::erase_if(text, [](char16_t c) { return c == u' ' || c == u'\n' || c == u'\r'; });
    return text;
}

class Recogniser : public DraftSink {
  public:
    void add(Draft draft, std::string) override {
        for (const FoundValue& found : draft.fields) {
            if (found.field == ReleaseField::title) look_at(found.value);
        }
        for (const Part& part : draft.parts) {
            for (const std::string_view line : split(part.text, '\n'))
                look_at(line);
        }
    }
    void problem(std::uint64_t line, const std::string& what) override {
        FAIL(line << ": " << what);
    }
    void nothing(const std::string& why) override { FAIL(why); }
    void look_at(std::string_view text) {
        ++texts;
        if (recognise_legacy_font(text) != LegacyFont::none) recognised.emplace_back(text);
    }

    std::size_t texts = 0;
    std::vector<std::string> recognised;
};

}  // namespace

TEST_CASE("Kruti Dev: at least 99.7 % of the characters of real lines are right") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(path,
                                 "malformed/krutidev/krutidev_studio_parity.unicode_krutidev.tsv");
    std::ifstream lines(path);
    Count seen;
    Count held_out;
    std::size_t long_lines = 0;
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != line.npos);
        const std::string_view typed = std::string_view(line).substr(tab + 1);
        (number % 2 == 0 ? seen : held_out)
            .add(comparable(std::string_view(line).substr(0, tab)),
                 comparable(from_legacy_font(typed, LegacyFont::kruti_dev)));
        // Most lines are in Marathi, whose frequent words are fewer in the list.
        if (typed.size() < 60) continue;
        ++long_lines;
        CAPTURE(typed);
        CHECK(recognise_legacy_font(typed) == LegacyFont::kruti_dev);
    }
    MESSAGE("even lines: ", seen.wrong, " of ", seen.characters, " wrong; odd: ", held_out.wrong,
            " of ", held_out.characters);
    CHECK(number == 48);
    CHECK(seen.share_right() > 0.997);
    CHECK(held_out.share_right() > 0.997);
}

TEST_CASE("Shusha: at least 99 % of the characters of real pages are right") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(folder, "malformed/shusha");
    std::vector<std::string> paragraphs;
    std::string text = read_file(folder / "rcm_1.unicode.txt", 10'000'000);
    for (std::size_t end; (end = text.find("\n\n")) != text.npos; text.erase(0, end + 2))
        paragraphs.push_back(text.substr(0, end));
    Count seen;
    Count held_out;
    bool odd = false;
    for (const char* number :
         {"002", "004", "006", "008", "010", "012", "014", "016", "018", "020"}) {
        CAPTURE(number);
        const std::string page =
            read_file(folder / ("rcm_1_" + std::string(number) + ".htm"), 100'000);
        const std::string read = read_shusha_page(page);
        (odd ? held_out : seen)
            .add(without_space(comparable(find_counterpart(paragraphs, read))),
                 without_space(comparable(read)));
        odd = !odd;
    }
    MESSAGE("first, third, ... page: ", seen.wrong, " of ", seen.characters,
            " wrong; second, fourth, ...: ", held_out.wrong, " of ", held_out.characters);
    CHECK(seen.share_right() > 0.99);
    CHECK(held_out.share_right() > 0.99);
}

TEST_CASE(
    "no line of English, of Hindi in Unicode or of romanised Hindi is taken for typed Hindi") {
    Recogniser recogniser;
    for (const char* name : {"newsonair/docs.en.jsonl", "newsonair/docs.hi.jsonl",
                             "xquad/docs.en.jsonl", "xquad/docs.hi.jsonl"}) {
        VIGYAPTI_SHARED_DATA_OR_SKIP(path, name);
        const PaddedBytes bytes(read_file(path, 100'000'000));
        read_jsonl({bytes.text(), name, 1}, recogniser);
    }
    for (const char* name : {"ir/P.roman/queries.dev.tsv", "ir/N.roman/queries.dev.tsv"}) {
        VIGYAPTI_SHARED_DATA_OR_SKIP(path, name);
        std::ifstream lines(path);
        for (std::string line; std::getline(lines, line);)
            recogniser.look_at(line.substr(line.find('\t') + 1));
    }
    CHECK(recogniser.texts > 5'000);
    for (const std::string& each : recogniser.recognised)
        MESSAGE("recognised: ", each);
    CHECK(recogniser.recognised.empty());
}

}  // namespace vigyapti
