#include "common/lexicon/glossary_rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

class Reader {
  public:
    Reader(Analyser& analyser, TranslationsWriter& writer, TranslationSource source)
        : analyser_(analyser), writer_(writer), source_(source) {}

    // What is wrong with the row; empty for a good one, which is added.
    std::string add(std::string_view row) {
        const std::vector<std::string_view> columns = split(row, '\t');
        if (columns.size() != 2) {
            return fmt::format("{} columns instead of 2: English words, a tab, Hindi words",
                               columns.size());
        }
        std::string fault;
        const Words english = words_of(columns[0], false, fault);
        const Words hindi = words_of(columns[1], true, fault);
        if (!fault.empty()) return fault;
        for (const auto& [english_text, english_keys] : english) {
            for (const auto& [hindi_text, hindi_keys] : hindi) {
                if (!writer_.add(english_keys, hindi_keys, source_)) {
                    fault =
                        fmt::format("\"{}\" = \"{}\" is known already", english_text, hindi_text);
                }
            }
        }
        return fault;
    }

  private:
    using Words = std::vector<std::pair<std::string, std::string>>;  // as written, and keys

    Words words_of(std::string_view column, bool hindi, std::string& fault) {
        Words words;
        for (const std::string_view part : split(column, ';')) {
            const std::string_view word = trimmed(part);
            const std::string keys = translation_keys(word, analyser_);
            const auto count = std::count(keys.begin(), keys.end(), ' ') + 1;
            if (keys.empty()) {
                fault = fmt::format("\"{}\" is no word", word);
            } else if (!in_script(keys, hindi)) {
                fault = fmt::format("\"{}\" is not {}", word, hindi ? "Hindi" : "English");
            } else if (count > static_cast<std::ptrdiff_t>(longest_translated)) {
                fault = fmt::format("\"{}\" has more than {} words", word, longest_translated);
            }
            words.emplace_back(word, keys);
        }
        return words;
    }

    // Digits are of both scripts, but a term is not of digits alone.
    static bool in_script(std::string_view keys, bool hindi) {
        const auto parts = split(keys, ' ');
        const auto is_number = [&](std::string_view key) {
            return std::all_of(key.begin(), key.end(), is_digit);
        };
        if (std::all_of(parts.begin(), parts.end(), is_number)) return false;
        return std::all_of(parts.begin(), parts.end(), [&](std::string_view key) {
            return is_number(key) || is_hindi(key) == hindi;
        });
    }

    Analyser& analyser_;
    TranslationsWriter& writer_;
    const TranslationSource source_;
};

}  // namespace

void add_glossary(std::string_view text, TranslationSource source, Analyser& analyser,
                  TranslationsWriter& writer,
                  const std::function<void(std::size_t line, const std::string& fault)>& complain) {
    Reader reader(analyser, writer, source);
    std::size_t number = 0;
    for (std::string_view row : split(text, '\n')) {
        ++number;
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.empty() || row.front() == '#') continue;
        const std::string fault = reader.add(row);
        if (!fault.empty()) complain(number, fault);
    }
}

}  // namespace vigyapti
