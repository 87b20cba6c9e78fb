#include "common/text/sound_likeness.hpp"

#include <algorithm>
#include <array>

namespace vigyapti {
namespace {

constexpr std::size_t sounds = 128;
using SoundCosts = std::array<std::array<float, sounds>, sounds>;

struct Near {
    std::string_view pair;
    float cost;
};

// Sounds that writers of one script take for each other when they hear the other language.
constexpr Near near_sounds[] = {
    {"kK", .15F}, {"gG", .15F}, {"cC", .15F}, {"jJ", .2F},  {"tT", .1F},  {"dD", .1F}, {"bB", .15F},
    {"pf", .5F},  {"vf", .6F},  {"vb", .5F},  {"vu", .3F},  {"vo", .5F},  {"yi", .2F}, {"ye", .4F},
    {"sS", .35F}, {"sz", .35F}, {"zj", .25F}, {"zJ", .3F},  {"Sz", .5F},  {"cs", .6F}, {"cS", .5F},
    {"ck", .7F},  {"kg", .5F},  {"td", .5F},  {"pb", .5F},  {"jg", .6F},  {"cj", .5F}, {"Rr", .15F},
    {"Rd", .2F},  {"RD", .2F},  {"dr", .6F},  {"nm", .4F},  {"lr", .7F},  {"kh", .6F}, {"Kh", .4F},
    {"Td", .4F},  {"tD", .5F},  {"Ts", .7F},  {"Dz", .6F},  {"ks", .6F},  {"jd", .6F}, {"zd", .7F},
    {"aA", .15F}, {"ai", .35F}, {"au", .35F}, {"ae", .25F}, {"ao", .25F}, {"Ai", .5F}, {"Au", .5F},
    {"Ae", .3F},  {"Ao", .25F}, {"ie", .2F},  {"uo", .2F},  {"eo", .5F},  {"iu", .6F}, {"io", .6F},
    {"eu", .6F},
};

constexpr SoundCosts sound_costs = [] {
    constexpr float vowel_for_consonant = 1.3F;
    SoundCosts costs{};
    for (std::size_t a = 0; a < sounds; ++a) {
        for (std::size_t b = 0; b < sounds; ++b) {
            const bool alike =
                is_vowel_sound(static_cast<char>(a)) == is_vowel_sound(static_cast<char>(b));
            costs[a][b] = a == b ? 0 : alike ? 1 : vowel_for_consonant;
        }
    }
    for (const Near& each : near_sounds) {
        const auto a = static_cast<unsigned char>(each.pair[0]);
        const auto b = static_cast<unsigned char>(each.pair[1]);
        costs[a][b] = costs[b][a] = each.cost;
    }
    return costs;
}();

// Of a sound too few or too many.
constexpr std::array<float, sounds> insertion_costs = [] {
    std::array<float, sounds> costs{};
    costs.fill(1);
    for (const Near& each : {Near{"a", .12F},
                             {"A", .4F},
                             {"i", .4F},
                             {"u", .4F},
                             {"e", .3F},
                             {"o", .4F},
                             {"h", .3F},
                             {"y", .35F},
                             {"r", .6F},
                             {"n", .8F}})
        costs[static_cast<unsigned char>(each.pair[0])] = each.cost;
    return costs;
}();

std::size_t sound_index(char sound) {
    return static_cast<unsigned char>(sound) % sounds;
}

float insertion(char sound) {
    return insertion_costs[sound_index(sound)];
}

float distance(std::string_view a, std::string_view b) {
    std::array<float, longest_reading + 1> row{};
    for (std::size_t j = 0; j < b.size(); ++j)
        row[j + 1] = row[j] + insertion(b[j]);
    for (const char sound : a) {
        const auto& substitution = sound_costs[sound_index(sound)];
        const float missing = insertion(sound);
        float diagonal = row[0];
        row[0] += missing;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const float changed = diagonal + substitution[sound_index(b[j])];
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j + 1] + missing, row[j] + insertion(b[j])});
        }
    }
    return row[b.size()];
}

double length(std::string_view reading) {
    double length = 0;
    for (const char sound : reading)
        length += is_vowel_sound(sound) ? 0.5 : 1;
    return length;
}

}  // namespace

double sound_likeness(std::string_view a, std::string_view b) {
    if (a.size() > longest_reading || b.size() > longest_reading) return a == b ? 1 : 0;
    return 1 - distance(a, b) / std::max(1.0, (length(a) + length(b)) / 2);
}

}  // namespace vigyapti
