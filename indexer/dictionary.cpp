#include "indexer/dictionary.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"

namespace vigyapti {
namespace {

// Several times what it holds.
constexpr std::size_t most_bytes = 50'000'000;

struct CloseGzip {
    void operator()(gzFile file) const { gzclose(file); }
};

// "ambassador" of "ambassador /ɐmbˈasədə/ <N>"; empty for any other line.
std::string_view headword_of(std::string_view line) {
    const std::size_t sound = line.find(" /");
    if (sound == line.npos || line.find("/ <", sound) == line.npos) return {};
    return line.substr(0, sound);
}

// What stands behind "1. "; empty for any other line.
std::string_view sense_of(std::string_view line) {
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits == 0 || digits == line.npos || line[digits] != '.') return {};
    return trimmed(line.substr(digits + 1));
}

// Words that are joined by tildes are one term; what braces and brackets hold explains it.
std::string plain(std::string_view term) {
    std::string out;
    int depth = 0;
    for (const char c : term) {
        if (c == '{' || c == '(' || c == '[') ++depth;
        if (depth == 0) out += c == '~' ? ' ' : c;
        if (c == '}' || c == ')' || c == ']') --depth;
    }
    return std::string(trimmed(out));
}

bool is_term(std::string_view term) {
    constexpr std::ptrdiff_t most_words = 3;
    const bool has_latin =
        std::any_of(term.begin(), term.end(), [](unsigned char c) { return std::isalpha(c) != 0; });
    return !term.empty() && !has_latin && std::count(term.begin(), term.end(), ' ') < most_words;
}

}  // namespace

std::string read_dictionary(const std::filesystem::path& path) {
    const std::unique_ptr<gzFile_s, CloseGzip> file(gzopen(path.c_str(), "rb"));
    std::string text;
    std::array<char, 65536> buffer{};
    int size = 1;
    while (file != nullptr && size > 0 && text.size() < most_bytes) {
        size = gzread(file.get(), buffer.data(), static_cast<unsigned>(buffer.size()));
        text.append(buffer.data(), static_cast<std::size_t>(std::max(size, 0)));
    }
    if (file == nullptr || size < 0) {
        throw Error(ErrorCode::io, path.string() + ": cannot be unpacked",
                    "install the package dict-freedict-eng-hin anew, or remove it");
    }
    return text;
}

void for_each_entry(
    std::string_view dictionary,
    const std::function<void(std::string_view english, std::string_view hindi)>& visit) {
    std::string_view headword;
    while (!dictionary.empty()) {
        const std::size_t end = std::min(dictionary.find('\n'), dictionary.size());
        const std::string_view line = dictionary.substr(0, end);
        dictionary.remove_prefix(std::min(end + 1, dictionary.size()));
        if (const std::string_view found = headword_of(line); !found.empty()) headword = found;
        std::string_view sense = sense_of(line);
        while (!headword.empty() && !sense.empty()) {
            const std::size_t comma = std::min(sense.find_first_of(",;/"), sense.size());
            const std::string term = plain(sense.substr(0, comma));
            if (is_term(term)) visit(headword, term);
            sense.remove_prefix(std::min(comma + 1, sense.size()));
        }
    }
}

}  // namespace vigyapti
