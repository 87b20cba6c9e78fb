// Run by the build: turns the gazetteer, the glossary, the names of countries and what ICU calls
// languages, currencies, months and weekdays into the bytes of a Translations. Refuses tables that
// are not sound, so that a mistake in them stops the build.
//
//     compile_translations OUT COUNTRIES.tsv GAZETTEER.tsv GLOSSARY.tsv

#include <fmt/core.h>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/ucurr.h>

#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/main_guard.hpp"
#include "common/lexicon/glossary_rows.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/lexicon/translations.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t most_bytes = 10'000'000;

class Compiler {
  public:
    void add_table(const std::string& path, TranslationSource source) {
        add_glossary(read_file(path, most_bytes), source, analyser_, writer_,
                     [&](std::size_t line, const std::string& fault) {
                         print_warning("compile_translations",
                                       fmt::format("{}:{}: {}", path, line, fault));
                         ++faults_;
                     });
    }

    // Each row has words of both scripts; what they are is told by its second column.
    void add_countries(const std::string& path) {
        std::istringstream lines(read_file(path, most_bytes));
        for (std::string line; std::getline(lines, line);) {
            if (line.empty() || line.front() == '#') continue;
            std::istringstream cells(line);
            std::string code;
            std::string kind;
            std::getline(cells, code, '\t');
            std::getline(cells, kind, '\t');
            if (kind != "name" && kind != "demonym" && kind != "capital") continue;
            std::vector<std::string> english;
            std::vector<std::string> hindi;
            for (std::string word; std::getline(cells, word, '\t');) {
                std::string keys = translation_keys(word, analyser_);
                (is_hindi(keys) ? hindi : english).push_back(std::move(keys));
            }
            for (const std::string& from : english) {
                for (const std::string& to : hindi)
                    writer_.add(from, to, TranslationSource::gazetteer);
            }
        }
    }

    void add_names_of_icu() {
        const icu::Locale english("en");
        const icu::Locale hindi("hi");
        for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code)
            add_language(*code, english, hindi);
        add_currencies();
        add_calendar(english, hindi);
    }

    std::string finish() const {
        if (faults_ > 0) {
            throw Error(ErrorCode::bad_input, fmt::format("{} faults in the tables", faults_));
        }
        return writer_.finish(0);
    }

  private:
    void add(const std::string& english, const std::string& hindi) {
        const std::string from = translation_keys(english, analyser_);
        const std::string to = translation_keys(hindi, analyser_);
        if (from.empty() || to.empty() || is_hindi(from) || !is_hindi(to)) {
            return;
        }
        writer_.add(from, to, TranslationSource::gazetteer);
    }

    void add(const icu::UnicodeString& english, const icu::UnicodeString& hindi) {
        std::string from;
        std::string to;
        add(english.toUTF8String(from), hindi.toUTF8String(to));
    }

    void add_language(const char* code, const icu::Locale& english, const icu::Locale& hindi) {
        icu::UnicodeString from;
        icu::UnicodeString to;
        const icu::Locale language(code);
        add(language.getDisplayLanguage(english, from), language.getDisplayLanguage(hindi, to));
    }

    void add_currencies() {
        UErrorCode status = U_ZERO_ERROR;
        UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
        while (const UChar* code = uenum_unext(codes, nullptr, &status)) {
            const auto name = [code](const char* locale) {
                UErrorCode failure = U_ZERO_ERROR;
                int32_t size = 0;
                const UChar* text =
                    ucurr_getName(code, locale, UCURR_LONG_NAME, nullptr, &size, &failure);
                return U_SUCCESS(failure) ? icu::UnicodeString(text, size) : icu::UnicodeString();
            };
            add(name("en"), name("hi"));
        }
        uenum_close(codes);
        require(status);
    }

    void add_calendar(const icu::Locale& english, const icu::Locale& hindi) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols from(english, status);
        const icu::DateFormatSymbols to(hindi, status);
        require(status);
        int32_t count = 0;
        const icu::UnicodeString* months = from.getMonths(count);
        for (int32_t i = 0; i < count; ++i)
            add(months[i], to.getMonths(count)[i]);
        const icu::UnicodeString* days = from.getWeekdays(count);
        for (int32_t i = UCAL_SUNDAY; i < count; ++i)
            add(days[i], to.getWeekdays(count)[i]);
    }

    static void require(UErrorCode status) {
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    }

    Analyser analyser_{canonical_key};
    TranslationsWriter writer_;
    std::size_t faults_ = 0;
};

int run(int argc, const char* const* argv) {
    if (argc != 5) {
        throw Error(ErrorCode::usage,
                    "usage: compile_translations OUT COUNTRIES GAZETTEER GLOSSARY");
    }
    Compiler compiler;
    compiler.add_countries(argv[2]);
    compiler.add_table(argv[3], TranslationSource::gazetteer);
    compiler.add_table(argv[4], TranslationSource::glossary);
    compiler.add_names_of_icu();
    replace_file(argv[1], compiler.finish());
    return 0;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    return vigyapti::guarded_main("compile_translations", vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
