// Whatever the text, the words and the length, a snippet is what its header promises.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/grapheme.hpp"
#include "common/text/sentence.hpp"
#include "searcher/snippet.hpp"
#include "tests/support/snippets.hpp"

namespace vigyapti {
namespace {

using test::AnalysedWord;
using test::match;
using test::matches_of;
using test::release_of;
using test::repeated;
using test::show;
using test::snippet_of;
using test::words_of;

constexpr std::array<std::string_view, 40> random_words{"रूस",
                                                        "पाकिस्तान",
                                                        "ऊर्जा",
                                                        "क्षेत्रीय",
                                                        "एकीकरण",
                                                        "प्रधानमंत्री",
                                                        "ने",
                                                        "कहा",
                                                        "कि",
                                                        "है",
                                                        "विदेश",
                                                        "मंत्री",
                                                        "राष्ट्रपति",
                                                        "द्विपक्षीय",
                                                        "संबंध",
                                                        "१७",
                                                        "2023",
                                                        "100,000",
                                                        "यू.एन.",
                                                        "डॉ.",
                                                        "Russia",
                                                        "Pakistan",
                                                        "energy",
                                                        "cooperation",
                                                        "talks",
                                                        "the",
                                                        "U.S.",
                                                        "Modi's",
                                                        "COVID-19",
                                                        "G20",
                                                        "Sputnikने",
                                                        "19वीं",
                                                        "e\u0301cole",
                                                        "😀",
                                                        "北京",
                                                        "\u0964",
                                                        "internationalisation",
                                                        "रूस-पाकिस्तान",
                                                        "अंतर्राष्ट्रीयकरण",
                                                        "a"};

constexpr std::array<std::string_view, 24> random_gaps{
    " ",  " ",  " ",  " ",  " ",  " ",   " ",   " ",   " ",   " ",  " ",  " ",
    "। ", "। ", ". ", ", ", "? ", "!\n", "।\n", " \"", "'' ", " (", ") ", "-"};

std::string random_text(std::mt19937& random, std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
        out += random_words[random() % random_words.size()];
        if (random() % 200 == 0) out += repeated("क्षि", random() % 300);
        out += random_gaps[random() % random_gaps.size()];
    }
    return out;
}

Release random_release(std::mt19937& random) {
    Release release;
    const auto blocks = 1 + random() % 4;
    for (std::size_t i = 0; i < blocks; ++i) {
        const auto kind = random() % 5;
        release.blocks.push_back({kind == 0   ? BlockKind::caption
                                  : kind == 1 ? BlockKind::credit
                                              : BlockKind::body,
                                  random_text(random, 1 + random() % 120)});
    }
    return release;
}

std::vector<Match> random_matches(std::mt19937& random) {
    std::vector<Match> out;
    const auto count = random() % 4;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view word = random_words[random() % random_words.size()];
        std::string text(word);
        const auto kind = random() % 4;
        if (kind == 0) text += " " + std::string(random_words[random() % random_words.size()]);
        Match each = match(text,
                           kind == 1   ? MatchKind::exact
                           : kind == 2 ? MatchKind::prefix
                                       : MatchKind::key,
                           i);
        if (each.terms.empty()) continue;
        if (kind == 2) each.terms.resize(1);
        each.weight = 0.05 + static_cast<double>(random() % 100) / 10;
        out.push_back(each);
    }
    return out;
}

bool matches_at(const Match& match, const std::vector<AnalysedWord>& words, std::size_t at) {
    if (at + match.terms.size() > words.size()) return false;
    for (std::size_t i = 0; i < match.terms.size(); ++i) {
        const AnalysedWord& word = words[at + i];
        const bool fits = match.kind == MatchKind::prefix
                              ? std::string_view(word.exact).starts_with(match.terms[i])
                          : match.kind == MatchKind::exact ? word.exact == match.terms[i]
                                                           : word.key == match.terms[i];
        if (!fits) return false;
    }
    return true;
}

// For each word, whether it is part of what a match looks for.
std::vector<bool> sought(const std::vector<AnalysedWord>& words,
                         const std::vector<Match>& matches) {
    std::vector<bool> out(words.size(), false);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Match& each : matches) {
            if (!matches_at(each, words, i)) continue;
            for (std::size_t j = 0; j < each.terms.size(); ++j)
                out[i + j] = true;
        }
    }
    return out;
}

// What is wrong with the snippet when it stands at `begin` of `block`; empty when nothing is.
std::string complaint_at(const Block& block, std::size_t begin, const Snippet& snippet,
                         const std::vector<Match>& matches) {
    const std::string_view text = block.text;
    const std::size_t end = begin + snippet.text.size();
    for (const std::size_t border : {begin, end}) {
        if (count_graphemes(text.substr(0, border)) + count_graphemes(text.substr(border)) !=
            count_graphemes(text)) {
            return "cuts a cluster";
        }
    }
    const std::vector<AnalysedWord> words = words_of(text);
    const bool whole_word = std::any_of(words.begin(), words.end(), [&](const AnalysedWord& word) {
        return word.begin >= begin && word.end <= end;
    });
    for (const AnalysedWord& word : words) {
        if (word.begin < begin && begin < word.end) return "begins inside a word";
        if (whole_word && word.begin < end && end < word.end) return "ends inside a word";
    }
    const std::vector<bool> wanted = sought(words, matches);
    std::vector<Highlight> expected;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (wanted[i] && words[i].begin >= begin && words[i].end <= end) {
            expected.push_back({words[i].begin - begin, words[i].end - begin});
        }
    }
    std::vector<Highlight> lit = snippet.highlights;
    for (Highlight& each : lit)
        each.road = Road::form;
    if (expected != lit) return "other words are lit than are sought";
    const auto sentences = split_sentences(text);
    const bool starts = std::any_of(sentences.begin(), sentences.end(),
                                    [&](const TextSpan& each) { return each.begin == begin; });
    const bool ends = std::any_of(sentences.begin(), sentences.end(),
                                  [&](const TextSpan& each) { return each.end == end; });
    if (!snippet.cut_before && !starts && begin > 0) return "a cut at the beginning is not told";
    if (!snippet.cut_after && !ends) return "a cut at the end is not told";
    if (snippet.cut_before && starts) return "a cut is told where a sentence begins";
    if (snippet.cut_after && ends) return "a cut is told where a sentence ends";
    return {};
}

std::string complaint(const Release& release, const std::vector<Match>& matches,
                      const Snippet& snippet, std::size_t graphemes) {
    if (count_graphemes(snippet.text) > graphemes) return "too long";
    if (snippet.text.find('\n') != std::string::npos) return "a line end in it";
    std::string wrong = "not from one block of its kind";
    for (const Block& block : release.blocks) {
        if (block.kind != snippet.field) continue;
        std::string flat = block.text;
        std::replace(flat.begin(), flat.end(), '\n', ' ');
        for (auto at = flat.find(snippet.text); at != flat.npos;
             at = flat.find(snippet.text, at + 1)) {
            wrong = complaint_at(block, at, snippet, matches);
            if (wrong.empty()) return {};
        }
    }
    return wrong;
}

// Whether a word is sought and found that fits into the snippet, so that one must be lit.
bool must_light(const Release& release, const std::vector<Match>& matches, std::size_t graphemes) {
    bool any = false;
    for (const Block& block : release.blocks) {
        const auto words = words_of(block.text);
        const auto wanted = sought(words, matches);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!wanted[i]) continue;
            any = true;
            const auto word =
                std::string_view(block.text).substr(words[i].begin, words[i].end - words[i].begin);
            if (count_graphemes(word) > graphemes) return false;
        }
    }
    return any;
}

}  // namespace

TEST_CASE("snippets of random Hindi and English text keep every promise") {
    std::mt19937 random(20231017);
    std::size_t complaints = 0;
    for (int i = 0; i < 3000; ++i) {
        const Release release = random_release(random);
        const std::vector<Match> matches = random_matches(random);
        const std::size_t graphemes =
            i < 1200 ? 1 + static_cast<std::size_t>(i) / 3 : 1 + random() % 400;
        const Snippet snippet = snippet_of(release, matches, graphemes);
        std::string wrong = complaint(release, matches, snippet, graphemes);
        if (wrong.empty() && snippet.highlights.empty() &&
            must_light(release, matches, graphemes)) {
            wrong = "nothing is lit";
        }
        if (wrong.empty()) continue;
        if (++complaints > 12) continue;
        CAPTURE(i);
        CAPTURE(graphemes);
        CAPTURE(show(snippet));
        CHECK(wrong == "");
    }
    CHECK(complaints == 0);
}

TEST_CASE("every limit from 1 to 400 holds for one release") {
    const std::string text =
        "दोनों नेताओं ने व्यापार, निवेश और ऊर्जा पर विशेष ध्यान देने के साथ द्विपक्षीय सहयोग की समीक्षा की और "
        "संबंधों के निरंतर विस्तार पर संतोष व्यक्त किया। \"The talks on energy cooperation were "
        "constructive,\" the spokesperson said. क्षेत्रीय एकीकरण में भूमिका पर भी चर्चा हुई।\n"
        "अगली बैठक 17 अक्टूबर 2023 को होगी।";
    const Release release = release_of(text);
    for (const auto& matches :
         {std::vector<Match>{}, matches_of({"ऊर्जा"}), matches_of({"energy", "एकीकरण"}),
          std::vector<Match>{match("energy cooperation")}, matches_of({"अक्टूबर"})}) {
        for (std::size_t graphemes = 1; graphemes <= 400; ++graphemes) {
            const Snippet snippet = snippet_of(release, matches, graphemes);
            CAPTURE(graphemes);
            CAPTURE(show(snippet));
            CHECK(complaint(release, matches, snippet, graphemes) == "");
            if (graphemes >= 8 && !matches.empty()) CHECK_FALSE(snippet.highlights.empty());
        }
    }
}

}  // namespace vigyapti
