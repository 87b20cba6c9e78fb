// Speed of the analysis and of finding countries: this project's chain beside ICU word breaks with
// libstemmer and Porter2, and Xapian's TermGenerator, over the same text in the same run.
//
//     analysis_bench FILE.jsonl [ROUNDS]

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/xapian.hpp"
#include "common/lexicon/country_finder.hpp"
#include "common/text/analyser.hpp"
#include "indexer/readers/jsonl.hpp"

namespace {

class Texts : public vigyapti::DraftSink {
  public:
    void add(vigyapti::Draft draft, std::string) override {
        for (vigyapti::Part& part : draft.parts) {
            bytes += part.text.size();
            texts.push_back(std::move(part.text));
        }
    }
    void nothing(const std::string&) override {}
    void problem(std::uint64_t, const std::string& what) override {
        std::fprintf(stderr, "%s\n", what.c_str());
    }

    std::vector<std::string> texts;
    std::size_t bytes = 0;
};

// Something of each term is used, so that no work can be left out.
using Analyse = std::function<std::size_t(const std::string& text)>;

void measure(const char* name, const Texts& input, int rounds, const Analyse& analyse) {
    double best = 0;
    std::size_t terms = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        terms = 0;
        for (const std::string& text : input.texts)
            terms += analyse(text);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        best = std::max(best, static_cast<double>(input.bytes) / seconds.count() / 1e6);
    }
    std::printf("%-34s %8.1f MB/s  %zu words\n", name, best, terms);
}

// ICU's word breaks, lower case by ICU, then the stemmer of the word's script.
class IcuChain {
  public:
    std::size_t operator()(const std::string& text) {
        UErrorCode status = U_ZERO_ERROR;
        UText view = UTEXT_INITIALIZER;
        utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
        breaks_->setText(&view, status);
        std::size_t words = 0;
        std::int32_t begin = breaks_->first();
        for (std::int32_t end = breaks_->next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks_->next()) {
            if (breaks_->getRuleStatus() == UBRK_WORD_NONE) continue;
            lower_.clear();
            icu::UnicodeString::fromUTF8({text.data() + begin, end - begin})
                .toLower()
                .toUTF8String(lower_);
            const bool hindi = static_cast<unsigned char>(lower_[0]) == 0xE0;
            sb_stemmer* stemmer = hindi ? hindi_.get() : english_.get();
            const auto* symbols = reinterpret_cast<const sb_symbol*>(lower_.data());
            sb_stemmer_stem(stemmer, symbols, static_cast<int>(lower_.size()));
            words += sb_stemmer_length(stemmer) >= 0 ? 1 : 0;
        }
        utext_close(&view);
        return words;
    }

  private:
    struct Deleter {
        void operator()(sb_stemmer* each) const { sb_stemmer_delete(each); }
    };
    static std::unique_ptr<icu::BreakIterator> make_breaks() {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>(
            icu::BreakIterator::createWordInstance(icu::Locale("hi"), status));
    }

    std::unique_ptr<icu::BreakIterator> breaks_ = make_breaks();
    std::unique_ptr<sb_stemmer, Deleter> hindi_{sb_stemmer_new("hindi", "UTF_8")};
    std::unique_ptr<sb_stemmer, Deleter> english_{sb_stemmer_new("english", "UTF_8")};
    std::string lower_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: analysis_bench FILE.jsonl [ROUNDS]\n");
        return 64;
    }
    const int rounds = argc > 2 ? std::atoi(argv[2]) : 3;
    std::string bytes = vigyapti::read_file(argv[1], 2'000'000'000);
    const std::size_t size = bytes.size();
    bytes.resize(size + vigyapti::reader_padding);
    Texts input;
    vigyapti::read_jsonl({std::string_view(bytes).substr(0, size), argv[1], 1}, input);
    std::printf("%.1f MB of text in %zu releases, one thread, best of %d\n",
                static_cast<double>(input.bytes) / 1e6, input.texts.size(), rounds);

    vigyapti::Analyser analyser;
    measure("vigyapti: tokens, folds, stems", input, rounds, [&](const std::string& text) {
        std::size_t words = 0;
        analyser.for_each_word(text, [&](const vigyapti::Token&, const vigyapti::Term& term) {
            words += term.key.empty() ? 0 : 1;
        });
        return words;
    });
    measure("vigyapti: tokens alone", input, rounds, [](const std::string& text) {
        std::size_t words = 0;
        vigyapti::Tokeniser tokeniser(text);
        for (vigyapti::Token token; tokeniser.next(token);)
            ++words;
        return words;
    });
    vigyapti::CountryFinder finder;
    measure("vigyapti: countries", input, rounds, [&](const std::string& text) {
        finder.add(vigyapti::CountryPlace::body, text);
        return finder.finish().size();
    });
    IcuChain icu_chain;
    measure("ICU word breaks + libstemmer", input, rounds, std::ref(icu_chain));
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    measure("Xapian TermGenerator (English)", input, rounds, [&](const std::string& text) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(text);
        return static_cast<std::size_t>(document.termlist_count());
    });
    return 0;
}
