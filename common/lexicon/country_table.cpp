#include "common/lexicon/country_table.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <iterator>
#include <string_view>

namespace vigyapti {
namespace {

// Made by compile_countries.
constexpr CountryRow rows[] = {
#include "common/lexicon/countries.inc"
};
constexpr CountryWordRow words[] = {
#include "common/lexicon/country_words.inc"
};
constexpr CountryPart parts[] = {
#include "common/lexicon/country_parts.inc"
};
constexpr CountryNameRow names[] = {
#include "common/lexicon/country_names.inc"
};

constexpr unsigned first_word(const CountryNameRow& name) {
    return parts[name.first_part] & word_mask;
}

// Words by their form, probed one by one. Nearly all words of a text are in no name: a bit a hash
// tells so without a look at the slots.
class WordTable {
  public:
    // Of the keys, or of the exact forms.
    explicit WordTable(bool keys) {
        for (const CountryWordRow& row : words) {
            if (row.form.starts_with(country_key_marker) != keys) continue;
            const std::uint32_t hash = hash_of(form_of(row));
            seen_.set(hash % seen_.size());
            std::size_t slot = hash % slots_.size();
            while (slots_[slot] != nullptr)
                slot = (slot + 1) % slots_.size();
            slots_[slot] = &row;
        }
    }

    std::uint16_t find(std::string_view form) const {
        const std::uint32_t hash = hash_of(form);
        if (!seen_.test(hash % seen_.size())) return 0;
        std::size_t slot = hash % slots_.size();
        for (; slots_[slot] != nullptr; slot = (slot + 1) % slots_.size()) {
            if (form_of(*slots_[slot]) == form) return slots_[slot]->number;
        }
        return 0;
    }

  private:
    static std::string_view form_of(const CountryWordRow& row) {
        return row.form.substr(row.form.starts_with(country_key_marker) ? 1 : 0);
    }

    // FNV-1a.
    static std::uint32_t hash_of(std::string_view form) {
        std::uint32_t hash = 2166136261U;
        for (const char c : form)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        return hash ^ (hash >> 16U);
    }

    std::array<const CountryWordRow*, 1U << 13U> slots_{};
    std::bitset<1U << 16U> seen_;
    static_assert(std::size(words) * 2 < (1U << 13U), "the table wants more slots");
};

const WordTable& forms() {
    static const WordTable table(false);
    return table;
}

bool fits(const CountryNameRow& name, std::span<const CountryTextWord> text, bool as_written) {
    if (name.size > text.size()) return false;
    for (std::size_t i = 0; i < name.size; ++i) {
        const CountryPart part = parts[name.first_part + i];
        if (text[i].number != (part & word_mask)) return false;
        if (text[i].position != text[0].position + i) return false;
        if (as_written && text[i].capitals < static_cast<Capitals>(part >> capitals_shift)) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::span<const CountryRow> country_rows() {
    return rows;
}

bool is_small_country_word(std::string_view word) {
    return forms().find(word) != 0;
}

std::uint16_t country_word(const Term& term, TokenKind kind) {
    static const WordTable keys(true);
    const std::uint16_t number = forms().find(term.exact);
    if (number != 0 || kind != TokenKind::devanagari || term.key.size() < least_country_key) {
        return number;
    }
    return keys.find(term.key);
}

std::span<const CountryNameRow> longest_names(std::span<const CountryTextWord> text,
                                              bool as_written) {
    const auto first = std::lower_bound(
        std::begin(names), std::end(names), text.front().number,
        [](const CountryNameRow& name, unsigned number) { return first_word(name) < number; });
    const auto begins = [&](const CountryNameRow& name) {
        return first_word(name) == text.front().number;
    };
    const auto end = std::end(names);
    auto found = first;
    while (found != end && begins(*found) && !fits(*found, text, as_written))
        ++found;
    if (found == end || !begins(*found)) return {};
    auto last = found;
    while (last != end && begins(*last) && last->size == found->size &&
           fits(*last, text, as_written))
        ++last;
    return {found, last};
}

}  // namespace vigyapti
