#include "common/text/latin_distance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/base/ascii.hpp"

namespace vigyapti {
namespace {

constexpr std::size_t longest = 40;

constexpr float swapped = 0.5F;
constexpr float first_letter = 0.2F;

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

constexpr std::size_t letter_count = 26;
using Costs = std::array<std::array<float, letter_count>, letter_count>;

constexpr std::size_t index_of(char c) {
    return static_cast<std::size_t>(c - 'a');
}

constexpr void set(Costs& costs, std::string_view letters, float cost) {
    for (const char a : letters) {
        for (const char b : letters) {
            float& old = costs[index_of(a)][index_of(b)];
            if (a != b) old = std::min(old, cost);
        }
    }
}

constexpr Costs substitution_costs = [] {
    Costs costs{};
    for (std::size_t i = 0; i < letter_count; ++i) {
        for (std::size_t j = 0; j < letter_count; ++j)
            costs[i][j] = i == j ? 0.0F : 1.0F;
    }
    set(costs, "aeiou", 0.5F);
    for (const std::string_view alike :
         {"ck", "kq", "cq", "vw", "iy", "sz", "cs", "gj", "jz", "fv"})
        set(costs, alike, alike == "fv" || alike == "jz" || alike == "cs" ? 0.5F : 0.3F);
    for (const std::string_view alike : {"td", "bp", "mn", "tc", "bv"})
        set(costs, alike, 0.7F);
    // The rows of a QWERTY keyboard, and which letters stand below which.
    for (const std::string_view row : {"qwertyuiop", "asdfghjkl", "zxcvbnm", "qaz", "wsx", "edc",
                                       "rfv", "tgb", "yhn", "ujm", "ik", "ol"}) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            set(costs, row.substr(i, 2), 0.6F);
    }
    return costs;
}();

float substitution(char a, char b) {
    if (a == b) return 0;
    if (!is_lower(a) || !is_lower(b)) return 1;
    return substitution_costs[index_of(a)][index_of(b)];
}

// The letter at `i` is too many.
float extra(std::string_view word, std::size_t i) {
    const char c = word[i];
    const char before = i > 0 ? word[i - 1] : '\0';
    const char after = i + 1 < word.size() ? word[i + 1] : '\0';
    if (c == before || c == after || (c == 'c' && after == 'k')) return 0.3F;
    if (c == 'h' && before != '\0' && !is_vowel(before)) return 0.4F;
    return is_vowel(c) && i > 0 ? 0.6F : 0.8F;
}

// Two letters that write the sound of one.
float joined(std::string_view two, char one) {
    struct Sound {
        std::string_view two;
        char one;
    };
    static constexpr std::array<Sound, 14> sounds{{{"ph", 'f'},
                                                   {"ee", 'i'},
                                                   {"oo", 'u'},
                                                   {"ou", 'u'},
                                                   {"ea", 'i'},
                                                   {"ea", 'e'},
                                                   {"ai", 'e'},
                                                   {"au", 'o'},
                                                   {"ks", 'x'},
                                                   {"ch", 'k'},
                                                   {"qu", 'k'},
                                                   {"ie", 'y'},
                                                   {"gh", 'g'},
                                                   {"dj", 'j'}}};
    for (const Sound& sound : sounds) {
        if (sound.one == one && sound.two == two) return 0.3F;
    }
    return 1000;
}

float exchanged(std::string_view a, std::string_view b) {
    if (a[0] != b[1] || a[1] != b[0] || a[0] == a[1]) return 1000;
    return is_vowel(a[0]) && is_vowel(a[1]) ? 0.4F : swapped;
}

}  // namespace

double latin_distance(std::string_view a, std::string_view b) {
    if (a == b) return 0;
    if (std::max(a.size(), b.size()) > longest)
        return static_cast<double>(std::max(a.size(), b.size()));
    std::array<std::array<float, longest + 1>, longest + 1> d;
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            const auto first = [&](std::size_t x, std::size_t y) {
                return x == 0 && y == 0 ? first_letter : 0.0F;
            };
            float best = i + j == 0 ? 0 : 1000;
            if (i > 0) best = std::min(best, d[i - 1][j] + extra(a, i - 1) + first(i - 1, j));
            if (j > 0) best = std::min(best, d[i][j - 1] + extra(b, j - 1) + first(i, j - 1));
            if (i > 0 && j > 0) {
                const float cost = substitution(a[i - 1], b[j - 1]);
                best =
                    std::min(best, d[i - 1][j - 1] + cost + (cost > 0 ? first(i - 1, j - 1) : 0));
            }
            if (i > 1 && j > 0)
                best = std::min(best, d[i - 2][j - 1] + joined(a.substr(i - 2, 2), b[j - 1]));
            if (i > 0 && j > 1)
                best = std::min(best, d[i - 1][j - 2] + joined(b.substr(j - 2, 2), a[i - 1]));
            if (i > 1 && j > 1)
                best = std::min(best, d[i - 2][j - 2] + first(i - 2, j - 2) +
                                          exchanged(a.substr(i - 2, 2), b.substr(j - 2, 2)));
            d[i][j] = best;
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace vigyapti
