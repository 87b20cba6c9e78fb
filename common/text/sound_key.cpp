#include "common/text/sound_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

// No word of either language is longer; compounds of other languages are not looked for by sound.
constexpr std::size_t longest = 40;

constexpr bool is_vowel(char sound) {
    return sound == 'a' || sound == 'A' || sound == 'i' || sound == 'u' || sound == 'e' ||
           sound == 'o';
}

constexpr bool is_small_letter(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_latin_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

using SoundOfLetter = std::array<char, 128>;

constexpr SoundOfLetter table_of(std::string_view letters, std::string_view sounds) {
    SoundOfLetter table{};
    for (std::size_t i = 0; i < letters.size(); ++i)
        table[static_cast<std::size_t>(letters[i])] = sounds[i];
    return table;
}

constexpr SoundOfLetter wx_consonants =
    table_of("kKgGfcCjJFtTdDNwWxXnpPbBmyrlLvSRsh", "kKgGncCjJntTdDntTdDnpfbBmyrllvSSsh");
constexpr SoundOfLetter wx_vowels = table_of("aAiIuUeEoO", "aAiiuueeoo");

char look_up(const SoundOfLetter& table, char letter) {
    const auto index = static_cast<unsigned char>(letter);
    return index < table.size() ? table[index] : '\0';
}

// Reads a Hindi word: WX writes the inherent vowel only where a vowel letter follows.
class WxReader {
  public:
    explicit WxReader(std::string_view wx) : wx_(wx) {}

    std::string read() {
        for (at_ = 0; at_ < wx_.size(); ++at_) {
            if (const char consonant = look_up(wx_consonants, wx_[at_])) {
                read_consonant(consonant);
            } else if (const char vowel = look_up(wx_vowels, wx_[at_])) {
                sounds_ += vowel;
            } else if (!read_sign(wx_[at_])) {
                return {};
            }
        }
        // The last inherent vowel is silent.
        if (sounds_.size() > 2 && sounds_.back() == 'a') sounds_.pop_back();
        return std::move(sounds_);
    }

  private:
    char next() const { return at_ + 1 < wx_.size() ? wx_[at_ + 1] : '\0'; }

    void read_consonant(char consonant) {
        const bool between_vowels = !sounds_.empty() && is_vowel(sounds_.back()) && next() != '_';
        // ड between vowels is ड़, whose dot the exact form has not.
        const bool flapped = (wx_[at_] == 'd' || wx_[at_] == 'D') && between_vowels;
        sounds_ += flapped ? 'R' : consonant;
        if (next() == '_') {
            ++at_;
        } else if (next() == 'q') {
            sounds_ += "ri";
            ++at_;
        } else if (look_up(wx_vowels, next()) == '\0') {
            sounds_ += 'a';
        }
    }

    bool read_sign(char sign) {
        switch (sign) {
            case 'M':
            case 'z':
                sounds_ += std::string_view("pPbBm").find(next()) < 5 ? 'm' : 'n';
                return true;
            case 'H':
                sounds_ += 'h';
                return true;
            case 'q':
                sounds_ += "ri";
                return true;
            case '_':
            case 'Z':
                return true;
            default:
                return false;
        }
    }

    std::string_view wx_;
    std::size_t at_ = 0;
    std::string sounds_;
};

struct Spelling {
    std::string_view letters;
    std::string_view sounds;
};

// Longer ones come before what they begin with.
constexpr Spelling spellings[] = {
    {"tsch", "c"}, {"shch", "S"}, {"ough", "o"}, {"augh", "o"}, {"sch", "S"}, {"tch", "c"},
    {"tio", "So"}, {"sio", "So"}, {"chh", "C"},  {"ght", "t"},  {"igh", "i"}, {"dge", "j"},
    {"ksh", "kS"}, {"ch", "c"},   {"sh", "S"},   {"kh", "K"},   {"gh", "G"},  {"th", "T"},
    {"dh", "D"},   {"ph", "f"},   {"bh", "B"},   {"jh", "J"},   {"zh", "z"},  {"ck", "k"},
    {"wh", "v"},   {"rh", "r"},   {"qu", "kv"},  {"gn", "n"},   {"aa", "A"},  {"ee", "i"},
    {"ea", "i"},   {"oo", "u"},   {"ou", "o"},   {"ow", "o"},   {"au", "o"},  {"aw", "o"},
    {"ai", "e"},   {"ay", "e"},   {"ei", "e"},   {"ey", "e"},   {"ie", "i"},  {"oa", "o"},
    {"ew", "u"},   {"eu", "u"},   {"ue", "u"},   {"oe", "o"},   {"ae", "e"},  {"x", "ks"},
    {"q", "k"},    {"w", "v"},
};

class LatinReader {
  public:
    explicit LatinReader(std::string_view word) : word_(word) {}

    std::string read() {
        // Knesset, gnome, Pnom, psychology, Ptolemy, wright, mnemonic: the first is silent.
        constexpr std::array<std::string_view, 7> silent{"kn", "gn", "pn", "ps", "pt", "wr", "mn"};
        const std::string_view head = word_.substr(0, 2);
        at_ = std::find(silent.begin(), silent.end(), head) != silent.end() ? 1 : 0;
        while (at_ < word_.size())
            read_letters();
        return without_doubles();
    }

  private:
    char next() const { return at_ + 1 < word_.size() ? word_[at_ + 1] : '\0'; }

    void read_letters() {
        const std::string_view rest = word_.substr(at_);
        const auto* found =
            std::find_if(std::begin(spellings), std::end(spellings),
                         [rest](const Spelling& each) { return rest.starts_with(each.letters); });
        if (found != std::end(spellings)) {
            sounds_ += found->sounds;
            at_ += found->letters.size();
        } else {
            sounds_ += single(word_[at_]);
            ++at_;
        }
    }

    char single(char letter) const {
        const bool is_last = next() == '\0';
        switch (letter) {
            case 'c':
                return next() == 'e' || next() == 'i' || next() == 'y' ? 's' : 'k';
            case 'y':
                return is_latin_vowel(next()) ? 'y' : 'i';
            case 'a':
                return 'A';
            case 'e':
                // Silent in English, heard in names of other languages.
                return is_last && at_ > 1 && !is_latin_vowel(word_[at_ - 1]) ? 'a' : 'e';
            default:
                return letter;
        }
    }

    std::string without_doubles() const {
        std::string out;
        for (const char sound : sounds_) {
            if (out.empty() || out.back() != sound || is_vowel(sound)) out += sound;
        }
        return out;
    }

    std::string_view word_;
    std::size_t at_ = 0;
    std::string sounds_;
};

bool one_of(char c, std::string_view letters) {
    return c != '\0' && letters.find(c) != letters.npos;
}

// A rule of spelling that holds in some words and languages only: where `letters` stand between
// what is named, they may be read as if `instead` stood there.
struct Doubt {
    std::string_view letters;
    std::string_view instead;
    std::string_view before = {};  // one of these letters stands before; empty: anything
    std::string_view after = {};   // one of these follows; '$' is the end of the word
    bool at_start = false;
};

constexpr std::string_view any_vowel = "aeiou";

constexpr Doubt doubts[] = {
    {"g", "j", {}, "eiy"},                    // general, Gandhi
    {"ch", "k"},                              // Christian
    {"ch", "sh"},                             // Michelle
    {"s", "z", any_vowel, any_vowel},         // Kazakh names, "visit"
    {"j", "y"},                               // Slavic and German names
    {"x", "z"},                               // Xavier
    {"x", "sh", {}, {}, true},                // Xi
    {"c", "ch", {}, "eiy"},                   // Italian and Romanian names
    {"cz", "ch"},                             // Polish names
    {"ce", "s"},                              // finance
    {"si", "sh", {}, "ao"},                   // Asia
    {"ti", "sh", {}, "ao"},                   // national
    {"tu", "chu", {}, "r"},                   // culture
    {"mb", "m", {}, "$"},                     // bomb
    {"lk", "k"},                              // talk
    {"r", "", any_vowel, "bcdfgklmnpstvz$"},  // not spoken in British English
    {"t", "", {}, "$"},                       // French names
    {"s", "", {}, "$"},                       // French names, plurals
    {"u", "a"},                               // London's u, Punjab
    {"v", "w"},
    {"z", "ts"},  // German and Italian names
    {"h", ""},
    {"w", ""},
};

bool applies(const Doubt& doubt, std::string_view word, std::size_t at) {
    if (!word.substr(at).starts_with(doubt.letters)) return false;
    if (doubt.at_start && at > 0) return false;
    if (!doubt.before.empty() && (at == 0 || !one_of(word[at - 1], doubt.before))) return false;
    if (doubt.after.empty()) return true;
    const std::size_t end = at + doubt.letters.size();
    return one_of(end < word.size() ? word[end] : '$', doubt.after);
}

// The word with all places of doubt written the other way.
std::string respelt(const Doubt& doubt, std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        if (applies(doubt, word, at)) {
            out += doubt.instead;
            at += doubt.letters.size();
        } else {
            out += word[at++];
        }
    }
    return out;
}

bool is_hindi(std::string_view exact) {
    return exact.starts_with(hindi_marker);
}

bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_small_letter);
}

char class_of(char sound) {
    constexpr SoundOfLetter classes = table_of("KgGxqCjJzsSTdDRBbfvm", "kkkkkcccccctttrppppn");
    const char found = look_up(classes, sound);
    return found != '\0' ? found : sound;
}

constexpr std::size_t sounds = 128;
using Costs = std::array<std::array<float, sounds>, sounds>;

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

constexpr Costs substitution_costs = [] {
    constexpr float vowel_for_consonant = 1.3F;
    Costs costs{};
    for (std::size_t a = 0; a < sounds; ++a) {
        for (std::size_t b = 0; b < sounds; ++b) {
            const bool alike = is_vowel(static_cast<char>(a)) == is_vowel(static_cast<char>(b));
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

std::size_t index_of(char sound) {
    return static_cast<unsigned char>(sound) % sounds;
}

float insertion(char sound) {
    return insertion_costs[index_of(sound)];
}

float distance(std::string_view a, std::string_view b) {
    std::array<float, longest + 1> row{};
    for (std::size_t j = 0; j < b.size(); ++j)
        row[j + 1] = row[j] + insertion(b[j]);
    for (const char sound : a) {
        const auto& substitution = substitution_costs[index_of(sound)];
        const float missing = insertion(sound);
        float diagonal = row[0];
        row[0] += missing;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const float changed = diagonal + substitution[index_of(b[j])];
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j + 1] + missing, row[j] + insertion(b[j])});
        }
    }
    return row[b.size()];
}

double length(std::string_view reading) {
    double length = 0;
    for (const char sound : reading)
        length += is_vowel(sound) ? 0.5 : 1;
    return length;
}

}  // namespace

std::string reading_of(std::string_view exact) {
    if (exact.size() > longest) return {};
    if (is_hindi(exact)) return WxReader(exact.substr(1)).read();
    return is_latin(exact) ? LatinReader(exact).read() : std::string();
}

std::vector<std::string> readings_of(std::string_view exact) {
    std::vector<std::string> readings;
    std::string first = reading_of(exact);
    if (first.empty()) return readings;
    readings.push_back(std::move(first));
    if (is_hindi(exact)) return readings;
    for (const Doubt& doubt : doubts) {
        const std::string other = respelt(doubt, exact);
        if (other == exact || other.empty()) continue;
        std::string reading = LatinReader(other).read();
        if (reading.size() > longest) continue;
        if (std::find(readings.begin(), readings.end(), reading) == readings.end())
            readings.push_back(std::move(reading));
    }
    return readings;
}

std::string skeleton_of(std::string_view reading) {
    std::string skeleton;
    if (!reading.empty() && is_vowel(reading.front())) skeleton += 'a';
    for (const char sound : reading) {
        if (is_vowel(sound) || sound == 'y' || sound == 'h') continue;
        const char kind = class_of(sound);
        if (skeleton.empty() || skeleton.back() != kind) skeleton += kind;
    }
    return skeleton;
}

std::string sound_bucket_of_reading(std::string_view reading, bool hindi) {
    if (reading.size() < 2) return {};
    return (hindi ? std::string(1, hindi_marker) : std::string()) + skeleton_of(reading);
}

std::string sound_bucket(std::string_view exact) {
    return sound_bucket_of_reading(reading_of(exact), is_hindi(exact));
}

double sound_likeness(std::string_view a, std::string_view b) {
    if (a.size() > longest || b.size() > longest) return a == b ? 1 : 0;
    return 1 - distance(a, b) / std::max(1.0, (length(a) + length(b)) / 2);
}

}  // namespace vigyapti
