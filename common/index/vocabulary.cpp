#include "common/index/vocabulary.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/varint.hpp"

namespace vigyapti {
namespace {

// Another layout gets another number. Then a checksum of all that follows it.
constexpr std::string_view magic = "vigyapti words 3";
constexpr std::size_t checksum_bytes = sizeof(std::uint64_t);
constexpr std::size_t header_bytes = magic.size() + checksum_bytes;

constexpr std::size_t piece_length = 3;

// Those that share the most pieces are candidates; the true nearest are among them, since likeness
// grows with the pieces shared.
constexpr std::size_t most_candidates = 600;

[[noreturn]] void throw_corrupt(const std::string& what) {
    throw Error(ErrorCode::corrupt, what,
                "restore a backup, or build the index anew with: vigyapti-index --rebuild PATH");
}

std::string checksum(std::string_view bytes) {
    XXH64_canonical_t canonical;
    XXH64_canonicalFromHash(&canonical, XXH3_64bits(bytes.data(), bytes.size()));
    return {reinterpret_cast<const char*>(canonical.digest), sizeof(canonical.digest)};
}

bool has_pieces(std::string_view key) {
    constexpr std::size_t shortest = 3;
    return key.size() >= shortest && std::none_of(key.begin(), key.end(), is_digit);
}

bool is_hindi(std::string_view key) {
    return key.starts_with('.');
}

// A Hindi key begins with its marker, which is its border too; English ones get another, so that
// the scripts share no borders.
std::string with_borders(std::string_view key) {
    std::string bordered = is_hindi(key) ? "" : "_";
    bordered += key;
    bordered += is_hindi(key) ? '.' : '_';
    return bordered;
}

// The three-letter pieces of a word with its borders, each once, as views of `bordered`.
std::vector<std::string_view> pieces_of(std::string_view bordered) {
    std::vector<std::string_view> pieces;
    for (std::size_t i = 0; i + piece_length <= bordered.size(); ++i)
        pieces.push_back(bordered.substr(i, piece_length));
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    return pieces;
}

// A form, by its place among all forms, and its key.
struct FormOfKey {
    std::string_view key;
    std::uint32_t form = 0;
};

using FormsByKey = std::vector<FormOfKey>;

// Calls visit(first, last) for the forms of each key, in the order of the keys.
template <typename Visitor>
void for_each_key(const FormsByKey& forms, Visitor&& visit) {
    for (auto first = forms.begin(); first != forms.end();) {
        const auto last = std::find_if(
            first, forms.end(), [&](const FormOfKey& each) { return each.key != first->key; });
        visit(first, last);
        first = last;
    }
}

// Appends ascending numbers, the first as it is, then the steps.
void append_list(std::string& lists, const std::vector<std::uint32_t>& numbers) {
    append_varint(lists, numbers.size());
    std::uint32_t last = 0;
    for (const std::uint32_t number : numbers)
        append_varint(lists, number - std::exchange(last, number));
}

// What a key's number tells: most have one form, whose ordinal it is then; else where the list of
// their ordinals begins.
std::uint64_t number_of_key(std::string& lists, const std::vector<std::uint32_t>& forms) {
    if (forms.size() == 1) return std::uint64_t{forms.front()} << 1U;
    const std::uint64_t at = lists.size();
    append_list(lists, forms);
    return at << 1U | 1U;
}

// Lists of ordinals by text, as the file has them; the lists themselves go to `lists`.
std::string encode_lists(
    const std::map<std::string, std::vector<std::uint32_t>, std::less<>>& ordinals_of,
    std::string& lists) {
    FrontCodedWriter writer;
    for (const auto& [text, ordinals] : ordinals_of) {
        writer.add(text, lists.size());
        append_list(lists, ordinals);
    }
    return writer.finish();
}

// The file for `forms`.
std::string encode(const Forms& forms, BucketOf bucket_of) {
    FormsByKey by_key;
    by_key.reserve(forms.size());
    for (const auto& [form, key] : forms)
        by_key.push_back({key, static_cast<std::uint32_t>(by_key.size())});
    std::stable_sort(by_key.begin(), by_key.end(),
                     [](const FormOfKey& a, const FormOfKey& b) { return a.key < b.key; });
    FrontCodedWriter key_list;
    std::string lists;
    std::vector<std::uint32_t> key_of_form(forms.size());
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> pieces;
    for_each_key(by_key, [&](auto first, auto last) {
        std::vector<std::uint32_t> ordinals;
        for (auto each = first; each != last; ++each) {
            ordinals.push_back(each->form);
            key_of_form[each->form] = key_list.size();
        }
        if (has_pieces(first->key)) {
            const std::string bordered = with_borders(first->key);
            for (const std::string_view piece : pieces_of(bordered))
                pieces[std::string(piece)].push_back(key_list.size());
        }
        key_list.add(first->key, number_of_key(lists, ordinals));
    });
    FrontCodedWriter form_list;
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> buckets;
    for (const auto& [form, key] : forms) {
        const std::string bucket = bucket_of != nullptr ? bucket_of(form) : std::string();
        if (!bucket.empty()) buckets[bucket].push_back(form_list.size());
        form_list.add(form, key_of_form[form_list.size()]);
    }
    const std::string piece_list = encode_lists(pieces, lists);
    const std::string bucket_list = encode_lists(buckets, lists);
    const std::string body =
        key_list.finish() + form_list.finish() + piece_list + bucket_list + lists;
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
    buckets_ = FrontCoded(rest);
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

template <typename Visitor>
std::size_t Vocabulary::read_list(std::uint64_t at, std::uint32_t end, Visitor&& visit) const {
    std::string_view list = lists_.substr(std::min<std::uint64_t>(at, lists_.size()));
    const std::uint64_t count = take_varint(list).value_or(0);
    std::uint64_t number = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto step = take_varint(list);
        if (step) number += *step;
        if (!step || number >= end) throw_corrupt("the vocabulary is damaged");
        visit(static_cast<std::uint32_t>(number));
    }
    return count;
}

std::vector<NearKey> Vocabulary::nearest(std::string_view key, std::size_t limit,
                                         double least) const {
    std::vector<NearKey> found;
    if (!has_pieces(key)) return found;
    const std::string bordered = with_borders(key);
    const std::vector<std::string_view> pieces = pieces_of(bordered);
    std::vector<std::uint8_t> shared(keys_.size());  // pieces that each key shares
    std::vector<std::uint32_t> sharing;
    for (const std::string_view piece : pieces) {
        const auto list = pieces_.find(piece);
        if (!list) continue;
        read_list(list->number, keys_.size(), [&](std::uint32_t ordinal) {
            if (shared[ordinal]++ == 0) sharing.push_back(ordinal);
        });
    }
    // A key has at least the pieces that it shares: with too few of them it cannot be alike.
    const double few = least * static_cast<double>(pieces.size()) / (2 - least);
    std::erase_if(sharing, [&](std::uint32_t ordinal) { return shared[ordinal] < few; });
    const std::size_t compared = std::min(most_candidates, sharing.size());
    std::partial_sort(sharing.begin(), sharing.begin() + static_cast<std::ptrdiff_t>(compared),
                      sharing.end(), [&](std::uint32_t a, std::uint32_t b) {
                          return shared[a] != shared[b] ? shared[a] > shared[b] : a < b;
                      });
    sharing.resize(compared);
    for (const std::uint32_t ordinal : sharing) {
        std::string candidate = keys_.at(ordinal).text;
        if (candidate == key || is_hindi(candidate) != is_hindi(key)) continue;
        const std::size_t own = pieces_of(with_borders(candidate)).size();
        const double likeness = 2.0 * shared[ordinal] / static_cast<double>(pieces.size() + own);
        if (likeness >= least) found.push_back({std::move(candidate), likeness});
    }
    std::sort(found.begin(), found.end(), [](const NearKey& a, const NearKey& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.key < b.key;
    });
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::vector<std::string> Vocabulary::keys_beginning(std::string_view beginning,
                                                    std::size_t longest) const {
    std::vector<std::string> keys;
    for (auto key = keys_.lower_bound(beginning); !key.done() && key->text.starts_with(beginning);
         key.next()) {
        if (key->text.size() <= longest) keys.push_back(key->text);
    }
    return keys;
}

std::size_t Vocabulary::count_forms(std::string_view key) const {
    const auto found = keys_.find(key);
    if (!found) return 0;
    if ((found->number & 1U) == 0) return 1;
    return read_list(found->number >> 1U, forms_.size(), [](std::uint32_t) {});
}

std::vector<std::string> Vocabulary::forms_of(std::string_view key) const {
    std::vector<std::string> forms;
    const auto found = keys_.find(key);
    if (!found) return forms;
    const auto add = [&](std::uint32_t form) { forms.push_back(forms_.at(form).text); };
    if ((found->number & 1U) != 0) {
        read_list(found->number >> 1U, forms_.size(), add);
    } else {
        if (found->number >> 1U >= forms_.size()) throw_corrupt("the vocabulary is damaged");
        add(static_cast<std::uint32_t>(found->number >> 1U));
    }
    return forms;
}

Forms Vocabulary::forms_beginning(std::string_view beginning) const {
    Forms forms;
    for (auto form = forms_.lower_bound(beginning);
         !form.done() && form->text.starts_with(beginning); form.next()) {
        if (form->number >= keys_.size()) throw_corrupt("the vocabulary is damaged");
        forms.emplace_hint(forms.end(), form->text,
                           keys_.at(static_cast<std::uint32_t>(form->number)).text);
    }
    return forms;
}

std::vector<std::pair<std::string, std::string>> Vocabulary::forms_in_bucket(
    std::string_view bucket, std::size_t limit) const {
    std::vector<std::pair<std::string, std::string>> forms;
    const auto found = buckets_.find(bucket);
    if (!found) return forms;
    read_list(found->number, forms_.size(), [&](std::uint32_t ordinal) {
        if (forms.size() == limit) return;
        FrontCoded::Entry form = forms_.at(ordinal);
        if (form.number >= keys_.size()) throw_corrupt("the vocabulary is damaged");
        forms.emplace_back(std::move(form.text),
                           keys_.at(static_cast<std::uint32_t>(form.number)).text);
    });
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

void write_vocabulary(const std::filesystem::path& path, const Forms& forms, BucketOf bucket_of) {
    replace_file(path, encode(forms, bucket_of));
}

void add_to_vocabulary(const std::filesystem::path& path, const Forms& forms, BucketOf bucket_of) {
    Forms all;
    const auto old = Vocabulary::open(path);
    if (old) all = old->all_forms();
    const std::size_t before = all.size();
    all.insert(forms.begin(), forms.end());
    if (old && all.size() == before) return;
    write_vocabulary(path, all, bucket_of);
}

}  // namespace vigyapti
