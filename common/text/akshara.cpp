#include "common/text/akshara.hpp"

#include <algorithm>
#include <bit>
#include <string>

#include "common/text/devanagari.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using namespace devanagari;

constexpr std::size_t longest = 30;  // aksharas that are compared

constexpr float doubled = 0.2F;
constexpr float clusters = 0.3F;      // one cluster heard as another consonant
constexpr float clustered = 0.5F;     // a consonant too many in a cluster
constexpr float split_apart = 0.25F;  // a virama too few
constexpr float nasal_cost = 0.3F;
constexpr float swapped = 0.5F;
constexpr float repeated = 0.5F;
constexpr float bare_vowel = 0.6F;  // a vowel letter too many
constexpr float other = 1.0F;

struct Confusion {
    char16_t a;
    char16_t b;
    float cost;
};

constexpr std::size_t consonant_count = u'ह' - u'क' + 1;
constexpr std::array consonant_confusions{
    Confusion{u'ण', u'न', 0.2F}, Confusion{u'श', u'ष', 0.2F}, Confusion{u'स', u'श', 0.3F},
    Confusion{u'स', u'ष', 0.4F}, Confusion{u'क', u'ख', 0.3F}, Confusion{u'ग', u'घ', 0.3F},
    Confusion{u'च', u'छ', 0.3F}, Confusion{u'ज', u'झ', 0.3F}, Confusion{u'ट', u'ठ', 0.3F},
    Confusion{u'ड', u'ढ', 0.3F}, Confusion{u'त', u'थ', 0.3F}, Confusion{u'द', u'ध', 0.3F},
    Confusion{u'प', u'फ', 0.3F}, Confusion{u'ब', u'भ', 0.3F}, Confusion{u'ट', u'त', 0.3F},
    Confusion{u'ठ', u'थ', 0.3F}, Confusion{u'ड', u'द', 0.3F}, Confusion{u'ढ', u'ध', 0.3F},
    Confusion{u'ब', u'व', 0.3F}, Confusion{u'ड', u'र', 0.3F}, Confusion{u'ढ', u'र', 0.5F},
    Confusion{u'य', u'ज', 0.4F}, Confusion{u'छ', u'क', 0.5F}, Confusion{u'ङ', u'न', 0.3F},
    Confusion{u'ञ', u'न', 0.3F}, Confusion{u'म', u'न', 0.5F}, Confusion{u'क', u'ग', 0.6F},
    Confusion{u'ट', u'ड', 0.6F}, Confusion{u'त', u'द', 0.6F}, Confusion{u'प', u'ब', 0.6F},
    Confusion{u'च', u'ज', 0.6F}, Confusion{u'र', u'ल', 0.6F}, Confusion{u'घ', u'ध', 0.5F},
    Confusion{u'भ', u'म', 0.5F}, Confusion{u'थ', u'य', 0.6F}, Confusion{u'ळ', u'ल', 0.1F},
};

// No vowel, the inherent one, then the signs from ा to ौ.
constexpr std::size_t vowel_count = u'ौ' - u'ा' + 3;
constexpr std::array vowel_confusions{
    Confusion{u'ि', u'ी', 0.2F}, Confusion{u'ु', u'ू', 0.2F},   Confusion{u'े', u'ै', 0.3F},
    Confusion{u'ो', u'ौ', 0.3F}, Confusion{u'ॉ', u'ा', 0.1F}, Confusion{u'ॉ', u'ो', 0.3F},
    Confusion{u'ॉ', u'ौ', 0.3F}, Confusion{u'ॅ', u'े', 0.1F},   Confusion{u'ॅ', u'ै', 0.2F},
    Confusion{u'ि', u'े', 0.5F},  Confusion{u'ी', u'े', 0.5F},  Confusion{u'ि', u'ै', 0.6F},
    Confusion{u'ी', u'ै', 0.6F},  Confusion{u'ु', u'ो', 0.5F},  Confusion{u'ू', u'ो', 0.5F},
    Confusion{u'ा', u'ो', 0.5F}, Confusion{u'ा', u'ौ', 0.6F}, Confusion{u'ृ', u'ि', 0.4F},
    Confusion{u'ृ', u'ु', 0.5F},   Confusion{0, virama, 0.2F},
};

constexpr std::size_t consonant_index(char16_t c) {
    return static_cast<std::size_t>(c - u'क');
}

constexpr std::size_t vowel_index(char16_t c) {
    if (c == 0 || c == virama) return c == 0 ? 1 : 0;
    return static_cast<std::size_t>(c - u'ा') + 2;
}

template <std::size_t size>
using Table = std::array<std::array<float, size>, size>;

template <std::size_t size>
constexpr Table<size> filled(float cost) {
    Table<size> table{};
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j)
            table[i][j] = i == j ? 0 : cost;
    }
    return table;
}

constexpr auto consonant_costs = [] {
    auto table = filled<consonant_count>(other);
    for (const auto& [a, b, cost] : consonant_confusions)
        table[consonant_index(a)][consonant_index(b)] =
            table[consonant_index(b)][consonant_index(a)] = cost;
    return table;
}();

constexpr auto vowel_costs = [] {
    auto table = filled<vowel_count>(0.7F);
    for (std::size_t i = 2; i < vowel_count; ++i)
        table[0][i] = table[i][0] = table[1][i] = table[i][1] = 0.35F;
    for (const auto& [a, b, cost] : vowel_confusions)
        table[vowel_index(a)][vowel_index(b)] = table[vowel_index(b)][vowel_index(a)] = cost;
    return table;
}();

float consonant_cost(char16_t a, char16_t b) {
    if (a == b) return 0;
    if (!is_consonant(a) || !is_consonant(b)) return other;
    return consonant_costs[consonant_index(a)][consonant_index(b)];
}

// What the consonant at `i` of a cluster costs when it is too many there.
float extra_consonant(const Akshara& akshara, std::size_t i) {
    const bool again = i + 1 < akshara.size &&
                       consonant_cost(akshara.consonants[i], akshara.consonants[i + 1]) <= 0.3F;
    return again ? doubled : clustered;
}

// क्ष is spoken छ by many, ज्ञ is ग्य.
bool is_cluster(const Akshara& akshara, char16_t first, char16_t second) {
    return akshara.size == 2 && akshara.consonants[0] == first && akshara.consonants[1] == second;
}

bool sounds_alike(const Akshara& a, const Akshara& b) {
    return (is_cluster(a, u'क', u'ष') && b.size == 1 && b.consonants[0] == u'छ') ||
           (is_cluster(a, u'ज', u'ञ') && is_cluster(b, u'ग', u'य'));
}

float cluster_cost(const Akshara& a, const Akshara& b) {
    if (a.size == b.size && a.consonants == b.consonants) return 0;
    if (sounds_alike(a, b) || sounds_alike(b, a)) return clusters;
    if (a.size == 1 && b.size == 1) return consonant_cost(a.consonants[0], b.consonants[0]);
    // A vowel letter where a consonant should be is no slip.
    if (a.size == 0 || b.size == 0) return other;
    std::array<std::array<float, Akshara::most_consonants + 1>, Akshara::most_consonants + 1> d{};
    for (std::size_t i = 0; i <= a.size; ++i) {
        for (std::size_t j = 0; j <= b.size; ++j) {
            if (i + j == 0) continue;
            float best = 1000;
            if (i > 0) best = d[i - 1][j] + extra_consonant(a, i - 1);
            if (j > 0) best = std::min(best, d[i][j - 1] + extra_consonant(b, j - 1));
            if (i > 0 && j > 0) {
                best = std::min(best, d[i - 1][j - 1] +
                                          consonant_cost(a.consonants[i - 1], b.consonants[j - 1]));
            }
            d[i][j] = best;
        }
    }
    return d[a.size][b.size];
}

float sign_cost(const Akshara& a, const Akshara& b) {
    float cost =
        0.1F * static_cast<float>(std::popcount(static_cast<unsigned>(a.nuktas ^ b.nuktas)));
    if (a.nasal != b.nasal) {
        cost += nasal_cost;
    } else if (a.chandrabindu != b.chandrabindu) {
        cost += 0.1F;
    }
    return cost + (a.visarga != b.visarga ? 0.2F : 0);
}

float vowel_cost(const Akshara& a, const Akshara& b) {
    return vowel_costs[vowel_index(a.vowel)][vowel_index(b.vowel)];
}

float plain_substitution(const Akshara& a, const Akshara& b) {
    return cluster_cost(a, b) + vowel_cost(a, b) + sign_cost(a, b);
}

// कृ as क्रि.
Akshara with_ri(Akshara akshara) {
    if (akshara.vowel != u'ृ' || akshara.size == Akshara::most_consonants) return akshara;
    akshara.consonants[akshara.size++] = u'र';
    akshara.vowel = u'ि';
    return akshara;
}

float substitution(const Akshara& a, const Akshara& b) {
    if (a == b) return 0;
    const float cost = plain_substitution(a, b);
    if ((a.vowel == u'ृ') == (b.vowel == u'ृ')) return cost;
    return std::min(cost, 0.2F + plain_substitution(with_ri(a), with_ri(b)));
}

// The akshara at `i` is too many.
float extra(const Aksharas& word, std::size_t i) {
    if (i > 0 && word[i].consonants == word[i - 1].consonants) return repeated;
    return word[i].size == 0 ? bare_vowel : other;
}

bool is_bare_nasal(const Akshara& akshara) {
    static constexpr std::u16string_view nasals = u"ङञणनम";
    return akshara.size == 1 && nasals.find(akshara.consonants[0]) != nasals.npos &&
           (akshara.vowel == 0 || akshara.vowel == virama) && !akshara.nasal;
}

// The akshara at `i` and the one behind it should be one, `whole`.
float joined(const Aksharas& word, std::size_t i, const Akshara& whole) {
    const Akshara& first = word[i];
    if (whole.nasal && !first.nasal && is_bare_nasal(word[i + 1])) {
        Akshara nasal = first;
        nasal.nasal = true;
        return nasal_cost + substitution(nasal, whole);
    }
    Akshara both = word[i + 1];
    const std::size_t size = std::size_t{first.size} + both.size;
    const bool bare = (first.vowel == 0 || first.vowel == virama) && !first.nasal;
    if (!bare || first.size == 0 || both.size == 0 || size != whole.size) return 1000;
    both.consonants = first.consonants;
    std::copy_n(word[i + 1].consonants.begin(), both.size, both.consonants.begin() + first.size);
    both.nuktas = static_cast<std::uint8_t>(first.nuktas | both.nuktas << first.size);
    both.size = static_cast<std::uint8_t>(size);
    return split_apart + substitution(both, whole);
}

// Two neighbours in the other order, or only their vowels, or only their consonants.
float exchanged(const Aksharas& a, std::size_t i, const Aksharas& b, std::size_t j) {
    const Akshara& first = a[i];
    const Akshara& second = a[i + 1];
    const float signs = sign_cost(first, b[j]) + sign_cost(second, b[j + 1]);
    const bool vowels = first.vowel == b[j + 1].vowel && second.vowel == b[j].vowel;
    const bool consonants =
        first.consonants == b[j + 1].consonants && second.consonants == b[j].consonants;
    float cost = swapped + substitution(first, b[j + 1]) + substitution(second, b[j]);
    if (vowels) {
        cost = std::min(
            cost, swapped + signs + cluster_cost(first, b[j]) + cluster_cost(second, b[j + 1]));
    }
    if (consonants) {
        cost = std::min(cost,
                        swapped + signs + vowel_cost(first, b[j]) + vowel_cost(second, b[j + 1]));
    }
    return cost;
}

class Splitter {
  public:
    void add(char16_t c) {
        if (c == zwj || c == zwnj) return;
        if (is_sign(c)) {
            add_sign(c);
        } else if (is_vowel_letter(c)) {
            begin();
            current().vowel = sign_of(c);
        } else {
            add_consonant(c);
        }
    }

    Aksharas take() { return std::move(out_); }

  private:
    static bool is_sign(char16_t c) {
        return is_vowel_sign(c) || c == virama || c == nukta || c == anusvara ||
               c == chandrabindu || c == visarga;
    }

    // अ is the inherent vowel without a consonant.
    static char16_t sign_of(char16_t letter) {
        if (letter == u'अ' || letter == u'\u0904') return 0;
        if (letter == u'\u0972') return u'ॅ';
        if (letter > u'औ') return u'ृ';
        return static_cast<char16_t>(u'ा' + (letter - u'आ'));
    }

    Akshara& current() { return out_.back(); }

    void begin() { out_.emplace_back(); }

    void add_consonant(char16_t c) {
        const bool continues =
            !out_.empty() && current().vowel == virama && current().size < Akshara::most_consonants;
        if (!continues) begin();
        static constexpr std::u16string_view base = u"कखगजडढफय";  // of क़ to य़
        const bool dotted = c >= u'\u0958' && c <= u'\u095F';
        current().vowel = 0;
        current().consonants[current().size++] = dotted ? base[c - u'\u0958'] : c;
        if (dotted) add_sign(nukta);
    }

    void add_sign(char16_t c) {
        if (out_.empty()) begin();
        Akshara& akshara = current();
        if (c == nukta) {
            if (akshara.size > 0)
                akshara.nuktas =
                    static_cast<std::uint8_t>(akshara.nuktas | 1U << (akshara.size - 1U));
        } else if (c == anusvara || c == chandrabindu) {
            akshara.nasal = true;
            akshara.chandrabindu = c == chandrabindu;
        } else if (c == visarga) {
            akshara.visarga = true;
        } else if (c != virama || akshara.size > 0) {
            akshara.vowel = c;
        }
    }

    Aksharas out_;
};

}  // namespace

Aksharas split_aksharas(std::u16string_view word) {
    Splitter splitter;
    for (const char16_t c : word)
        splitter.add(c);
    return splitter.take();
}

Aksharas split_aksharas(std::string_view word) {
    std::u16string wide;
    to_utf16(word, wide);
    return split_aksharas(wide);
}

double akshara_distance(const Aksharas& a, const Aksharas& b) {
    if (a == b) return 0;
    if (std::max(a.size(), b.size()) > longest)
        return static_cast<double>(std::max(a.size(), b.size()));
    std::array<std::array<float, longest + 1>, longest + 1> d;
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            float best = i + j == 0 ? 0 : 1000;
            if (i > 0) best = std::min(best, d[i - 1][j] + extra(a, i - 1));
            if (j > 0) best = std::min(best, d[i][j - 1] + extra(b, j - 1));
            if (i > 0 && j > 0)
                best = std::min(best, d[i - 1][j - 1] + substitution(a[i - 1], b[j - 1]));
            if (i > 1 && j > 0) best = std::min(best, d[i - 2][j - 1] + joined(a, i - 2, b[j - 1]));
            if (i > 0 && j > 1) best = std::min(best, d[i - 1][j - 2] + joined(b, j - 2, a[i - 1]));
            if (i > 1 && j > 1)
                best = std::min(best, d[i - 2][j - 2] + exchanged(a, i - 2, b, j - 2));
            d[i][j] = best;
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace vigyapti
