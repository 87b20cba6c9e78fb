// The translations that an index brings beside those of the program: a user's glossary and a
// dictionary of the machine, compiled by the indexer into one file of its generation.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "common/base/mapped_file.hpp"
#include "common/lexicon/translations.hpp"

namespace vigyapti {

class TranslationsFile {
  public:
    // Nothing when there is none. What replaces it later is not seen. Throws Error(corrupt) and
    // Error(io).
    static std::optional<TranslationsFile> open(const std::filesystem::path& path);

    const Translations& translations() const { return translations_; }

  private:
    explicit TranslationsFile(MappedFile file);

    MappedFile file_;
    Translations translations_;
};

// Makes the file at `path` one of these bytes (of TranslationsWriter), in one rename: durable when
// it returns. Throws Error(io).
void write_translations_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace vigyapti
