#include "common/index/vocabulary.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/varint.hpp"

namespace vigyapti {
namespace {

// Another layout gets another number. Then a checksum of all that follows it.
constexpr std::string_view magic = "vigyapti words 1";
constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);
constexpr std::size_t header_bytes = magic.size() + checksum_bytes;

constexpr std::size_t piece_length = 3;

// Candidates that share the most pieces are compared exactly; the true nearest are among the first
// few, since likeness grows with the pieces shared.
constexpr std::size_t candidates = 200;

[[noreturn]] void throw_corrupt(const std::string& what) {
    throw Error(ErrorCode::corrupt, what,
                "restore a backup, or build the index anew with: vigyapti-index --rebuild PATH");
}

std::string checksum(std::string_view bytes) {
    XXH64_canonical_t canonical;
    XXH64_canonicalFromHash(&canonical, XXH3_64bits(bytes.data(), bytes.size()));
    return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool has_pieces(std::string_view key) {
    constexpr std::size_t shortest = 3;
    return key.size() >= shortest && std::none_of(key.begin(), key.end(), is_digit);
}

// The three-letter pieces of a word with its borders, each once. A Hindi key begins with its
// marker, which is its border too; English ones get another, so that the scripts share no borders.
std::vector<std::string> pieces_of(std::string_view key) {
    const bool hindi = key.front() == '.';
    const std::string bordered =
        (hindi ? std::string() : "_") + std::string(key) + (hindi ? "." : "_");
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i + piece_length <= bordered.size(); ++i)
        pieces.push_back(bordered.substr(i, piece_length));
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    return pieces;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

struct Key {
    std::size_t forms = 0;
    std::uint32_t ordinal = 0;
};

// The file for `forms`.
std::string encode(const Forms& forms) {
    std::map<std::string_view, Key> keys;
    for (const auto& [form, key] : forms)
        ++keys[key].forms;
    FrontCodedWriter key_list;
    std::map<std::string, std::vector<std::uint32_t>> pieces;
    for (auto& [text, key] : keys) {
        key.ordinal = key_list.size();
        key_list.add(text, key.forms);
        if (!has_pieces(text)) continue;
        for (const std::string& piece : pieces_of(text))
            pieces[piece].push_back(key.ordinal);
    }
    FrontCodedWriter form_list;
    for (const auto& [form, key] : forms)
        form_list.add(form, keys.at(key).ordinal);
    FrontCodedWriter piece_list;
    std::string lists;
    for (const auto& [piece, ordinals] : pieces) {
        piece_list.add(piece, lists.size());
        append_varint(lists, ordinals.size());
        std::uint32_t last = 0;
        for (const std::uint32_t ordinal : ordinals)
            append_varint(lists, ordinal - std::exchange(last, ordinal));
    }
    const std::string body =
        key_list.finish() + form_list.finish() + piece_list.finish() + std::move(lists);
    return std::string(magic) + checksum(body) + body;
}

}  // namespace

Vocabulary::Vocabulary(MappedFile file) : file_(std::move(file)) {
    std::string_view rest = file_.bytes();
    if (!rest.starts_with(magic) || rest.size() < header_bytes) {
        throw_corrupt("the vocabulary is damaged or of another version");
    }
    rest.remove_prefix(header_bytes);
    keys_ = FrontCoded(rest);
    forms_ = FrontCoded(rest);
    pieces_ = FrontCoded(rest);
    lists_ = rest;
}

std::optional<Vocabulary> Vocabulary::open(const std::filesystem::path& path) {
    try {
        return Vocabulary(MappedFile(path));
    } catch (const Error& error) {
        if (error.code() != ErrorCode::not_found) throw;
        return std::nullopt;
    }
}

bool Vocabulary::is_sound() const {
    return file_.bytes().substr(magic.size(), checksum_bytes) ==
           checksum(file_.bytes().substr(header_bytes));
}

std::vector<std::uint32_t> Vocabulary::keys_with(std::string_view piece) const {
    const auto found = pieces_.find(piece);
    if (!found) return {};
    std::string_view list = lists_.substr(std::min<std::uint64_t>(found->number, lists_.size()));
    const std::uint64_t count = take_varint(list).value_or(0);
    std::vector<std::uint32_t> keys;
    std::uint64_t key = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto step = take_varint(list);
        if (step) key += *step;
        if (!step || key >= keys_.size()) throw_corrupt("the vocabulary is damaged");
        keys.push_back(static_cast<std::uint32_t>(key));
    }
    return keys;
}

std::vector<NearKey> Vocabulary::nearest(std::string_view key, std::size_t limit) const {
    std::vector<NearKey> found;
    if (!has_pieces(key)) return found;
    const std::vector<std::string> pieces = pieces_of(key);
    std::vector<std::uint32_t> seen;
    for (const std::string& piece : pieces) {
        const std::vector<std::uint32_t> keys = keys_with(piece);
        seen.insert(seen.end(), keys.begin(), keys.end());
    }
    std::sort(seen.begin(), seen.end());
    std::vector<std::pair<std::size_t, std::uint32_t>> shared;  // pieces, ordinal
    for (auto first = seen.begin(); first != seen.end();) {
        const auto last = std::upper_bound(first, seen.end(), *first);
        shared.emplace_back(static_cast<std::size_t>(last - first), *first);
        first = last;
    }
    const std::size_t compared = std::min(candidates, shared.size());
    std::partial_sort(shared.begin(), shared.begin() + static_cast<std::ptrdiff_t>(compared),
                      shared.end(), [](const auto& a, const auto& b) {
                          return a.first != b.first ? a.first > b.first : a.second < b.second;
                      });
    shared.resize(compared);
    for (const auto& [count, ordinal] : shared) {
        std::string candidate = keys_.at(ordinal).text;
        if (candidate == key || candidate.starts_with('.') != key.starts_with('.')) continue;
        const double value = likeness(pieces, pieces_of(candidate));
        if (value >= least_likeness) found.push_back({std::move(candidate), value});
    }
    std::sort(found.begin(), found.end(), [](const NearKey& a, const NearKey& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.key < b.key;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::size_t Vocabulary::count_forms(std::string_view key) const {
    const auto found = keys_.find(key);
    return found ? found->number : 0;
}

Forms Vocabulary::forms_beginning(std::string_view beginning) const {
    Forms forms;
    for (auto form = forms_.lower_bound(beginning);
         !form.done() && form->text.starts_with(beginning); form.next()) {
        forms.emplace_hint(forms.end(), form->text,
                           keys_.at(static_cast<std::uint32_t>(form->number)).text);
    }
    return forms;
}

Forms Vocabulary::all_forms() const {
    std::vector<std::string> keys;
    for (auto key = keys_.begin(); !key.done(); key.next())
        keys.push_back(key->text);
    Forms all;
    for (auto form = forms_.begin(); !form.done(); form.next()) {
        if (form->number >= keys.size()) throw_corrupt("the vocabulary is damaged");
        all.emplace_hint(all.end(), form->text, keys[form->number]);
    }
    return all;
}

void write_vocabulary(const std::filesystem::path& path, const Forms& forms) {
    replace_file(path, encode(forms));
}

void add_to_vocabulary(const std::filesystem::path& path, const Forms& forms) {
    Forms all;
    const auto old = Vocabulary::open(path);
    if (old) all = old->all_forms();
    const std::size_t before = all.size();
    all.insert(forms.begin(), forms.end());
    if (old && all.size() == before) return;
    write_vocabulary(path, all);
}

}  // namespace vigyapti
