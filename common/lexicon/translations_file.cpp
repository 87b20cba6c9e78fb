#include "common/lexicon/translations_file.hpp"

#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "common/base/file.hpp"

namespace vigyapti {
namespace {

// Another layout, or another chain of analysis, gets another number.
constexpr std::string_view magic = "vigyapti terms 1";

}  // namespace

TranslationsFile::TranslationsFile(MappedFile file) : file_(std::move(file)) {
    std::string_view rest = file_.bytes();
    if (!rest.starts_with(magic)) {
        throw Error(ErrorCode::corrupt, "the translations are damaged or of another version",
                    "run vigyapti-index once more, which writes them anew");
    }
    rest.remove_prefix(magic.size());
    translations_ = Translations(rest);
}

std::optional<TranslationsFile> TranslationsFile::open(const std::filesystem::path& path) {
    try {
        return TranslationsFile(MappedFile(path));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        return std::nullopt;
    }
}

void write_translations_file(const std::filesystem::path& path, std::string_view bytes) {
    replace_file(path, std::string(magic) + std::string(bytes));
}

}  // namespace vigyapti
