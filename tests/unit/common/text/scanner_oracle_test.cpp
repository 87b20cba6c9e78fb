// The tokeniser against ICU's word breaks, over real text: the same boundaries, but for the
// differences that tokenise.hpp names.

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "common/text/script.hpp"
#include "common/text/tokenise.hpp"
#include "common/text/utf8.hpp"
#include "indexer/reader.hpp"
#include "indexer/readers/jsonl.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

struct Span {
    std::size_t begin;
    std::size_t end;

    bool operator==(const Span&) const = default;
};

std::vector<Span> our_words(std::string_view text) {
    std::vector<Span> words;
    Tokeniser tokeniser(text);
    for (Token token; tokeniser.next(token);)
        words.push_back({token.begin, token.end});
    return words;
}

class IcuWords {
  public:
    std::vector<Span> split(std::string_view text) {
        UErrorCode status = U_ZERO_ERROR;
        UText view = UTEXT_INITIALIZER;
        utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
        breaks_->setText(&view, status);
        REQUIRE(U_SUCCESS(status));
        std::vector<Span> words;
        std::int32_t begin = breaks_->first();
        for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks_->next()) {
            if (breaks_->getRuleStatus() == UBRK_WORD_NONE) continue;
            words.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
        }
        utext_close(&view);
        return words;
    }

  private:
    static std::unique_ptr<icu::BreakIterator> make() {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createWordInstance(icu::Locale("hi"), status));
    }
    std::unique_ptr<icu::BreakIterator> breaks_ = make();
};

// Whether a stretch that the two split differently holds one of the named reasons: a point, comma,
// apostrophe, underscore or another mark that UAX #29 takes into words; Devanagari beside another
// script; or a script of which neither Hindi nor English is written.
bool is_named_difference(std::string_view stretch) {
    constexpr std::u32string_view joining_marks =
        U".,'_:;@·\u2018\u2019\u2024\u2044\uFE13\uFF0E\u203F";
    bool devanagari = false;
    bool other = false;
    for (std::size_t i = 0; i < stretch.size();) {
        const char32_t c = next_code_point(stretch, i);
        if (joining_marks.find(c) != joining_marks.npos) return true;
        const CharClass kind = char_class(c);
        if (kind == CharClass::ideograph || kind == CharClass::other_letter) return true;
        devanagari = devanagari || kind == CharClass::devanagari;
        other = other || kind == CharClass::latin || kind == CharClass::digit ||
                kind == CharClass::devanagari_digit;
    }
    return devanagari && other;
}

// The stretches of `text` that the two split differently, without a named reason.
std::vector<std::string> unexplained(std::string_view text, IcuWords& icu) {
    const std::vector<Span> ours = our_words(text);
    const std::vector<Span> theirs = icu.split(text);
    std::vector<std::string> out;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < ours.size() || j < theirs.size()) {
        if (i < ours.size() && j < theirs.size() && ours[i] == theirs[j]) {
            ++i;
            ++j;
            continue;
        }
        // All words of both that hang together with the first of them.
        const bool our_turn =
            j == theirs.size() || (i < ours.size() && ours[i].begin <= theirs[j].begin);
        const std::size_t begin = our_turn ? ours[i].begin : theirs[j].begin;
        std::size_t end = begin + 1;
        for (bool grown = true; grown;) {
            grown = false;
            for (; i < ours.size() && ours[i].begin < end; ++i, grown = true)
                end = std::max(end, ours[i].end);
            for (; j < theirs.size() && theirs[j].begin < end; ++j, grown = true)
                end = std::max(end, theirs[j].end);
        }
        const std::string_view stretch = text.substr(begin, end - begin);
        if (!is_named_difference(stretch)) out.emplace_back(stretch);
    }
    return out;
}

class Checker : public DraftSink {
  public:
    void add(Draft draft, std::string) override {
        for (const FoundValue& found : draft.fields) {
            if (found.field == ReleaseField::title) check(found.value);
        }
        for (const Part& part : draft.parts)
            check(part.text);
    }
    void problem(std::uint64_t line, const std::string& what) override {
        FAIL(line << ": " << what);
    }
    void nothing(const std::string& why) override { FAIL(why); }

    std::size_t bytes = 0;
    std::vector<std::string> differences;

  private:
    void check(const std::string& text) {
        bytes += text.size();
        for (std::string& each : unexplained(text, icu_))
            differences.push_back(std::move(each));
    }
    IcuWords icu_;
};

}  // namespace

TEST_CASE("words of real text are ICU's, but for the named differences") {
    for (const char* name : {"newsonair/docs.hi.jsonl", "newsonair/docs.en.jsonl",
                             "ednil/docs.hi.jsonl", "xquad/docs.hi.jsonl", "xquad/docs.en.jsonl"}) {
        VIGYAPTI_SHARED_DATA_OR_SKIP(path, name);
        std::ifstream file(path, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const std::size_t size = bytes.size();
        bytes.resize(size + reader_padding);
        Checker checker;
        read_jsonl({std::string_view(bytes).substr(0, size), name, 1}, checker);
        CAPTURE(name);
        CHECK(checker.bytes > 100'000);
        for (const std::string& each : checker.differences)
            MESSAGE("split differently: \"", each, "\"");
        CHECK(checker.differences.empty());
    }
}

}  // namespace vigyapti
