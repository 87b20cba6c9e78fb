#include "indexer/write_translations.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/glossary_rows.hpp"
#include "common/lexicon/lexicon.hpp"
#include "common/lexicon/translations_file.hpp"
#include "indexer/dictionary.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 50'000'000;

std::string read_glossary(const fs::path& path) {
    if (path.empty()) return {};
    try {
        return read_file(path, most_bytes);
    } catch (const Error& error) {
        throw Error(ErrorCode::configuration, error.what(),
                    "name a readable file as glossary, or none");
    }
}

bool is_up_to_date(const fs::path& path, std::uint64_t fingerprint) {
    try {
        const auto file = TranslationsFile::open(path);
        return file && file->translations().fingerprint() == fingerprint;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::corrupt) throw;
        return false;
    }
}

// Both sides are of one language each; others are of no use.
void add_entry(std::string_view english, std::string_view hindi, Analyser& analyser,
               TranslationsWriter& writer) {
    const std::string from = translation_keys(english, analyser);
    const std::string to = translation_keys(hindi, analyser);
    if (from.empty() || is_hindi(from) || !is_hindi(to)) return;
    writer.add(from, to, TranslationSource::dictionary);
}

}  // namespace

void write_translations(const fs::path& folder, const fs::path& glossary,
                        const fs::path& dictionary, Report& report) {
    const fs::path path = folder / translations_name;
    const std::string rows = read_glossary(glossary);
    const bool has_dictionary = fs::exists(dictionary);
    if (rows.empty() && !has_dictionary) {
        remove_tree(path);
        return;
    }
    const std::string packed = has_dictionary ? read_file(dictionary, most_bytes) : std::string();
    const std::uint64_t fingerprint =
        XXH3_64bits_withSeed(packed.data(), packed.size(), XXH3_64bits(rows.data(), rows.size()));
    if (is_up_to_date(path, fingerprint)) return;
    Analyser analyser(canonical_key);
    TranslationsWriter writer;
    add_glossary(rows, TranslationSource::user, analyser, writer,
                 [&](std::size_t line, const std::string& fault) {
                     report.warn(glossary.string(), line, fault);
                 });
    const std::string entries = has_dictionary ? read_dictionary(dictionary) : std::string();
    for_each_entry(entries, [&](std::string_view english, std::string_view hindi) {
        add_entry(english, hindi, analyser, writer);
    });
    write_translations_file(path, writer.finish(fingerprint));
}

}  // namespace vigyapti
