#include "common/text/sound_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/text/analyser.hpp"
#include "common/text/sound_likeness.hpp"

namespace vigyapti {
namespace {

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
        const bool between_vowels =
            !sounds_.empty() && is_vowel_sound(sounds_.back()) && next() != '_';
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

// By their first letter, longer ones before what they begin with.
constexpr auto sorted_spellings = [] {
    auto sorted = std::to_array(spellings);
    std::sort(sorted.begin(), sorted.end(), [](const Spelling& a, const Spelling& b) {
        const char first = a.letters.front();
        if (first != b.letters.front()) return first < b.letters.front();
        return a.letters.size() > b.letters.size();
    });
    return sorted;
}();

// Where those of each letter begin, and behind the last where all end.
constexpr auto spellings_from = [] {
    std::array<std::uint8_t, 'z' - 'a' + 2> from{};
    for (const Spelling& each : spellings) {
        for (std::size_t i = static_cast<std::size_t>(each.letters.front() - 'a');
             ++i < from.size();)
            ++from.at(i);
    }
    return from;
}();

// What `rest` begins with, the longest that there is; nullptr for none.
const Spelling* find_spelling(std::string_view rest) {
    const auto letter = static_cast<unsigned char>(rest.front() - 'a');
    if (letter + 1U >= spellings_from.size()) return nullptr;
    for (std::size_t i = spellings_from[letter]; i < spellings_from[letter + 1U]; ++i) {
        if (rest.starts_with(sorted_spellings[i].letters)) return &sorted_spellings[i];
    }
    return nullptr;
}

bool one_of(char c, std::string_view letters) {
    return c != '\0' && letters.find(c) != letters.npos;
}

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
        if (is_w_of_next_syllable(rest)) {
            sounds_ += rest.front() == 'a' ? 'A' : rest.front();
            ++at_;
        } else if (const Spelling* found = find_spelling(rest)) {
            sounds_ += found->sounds;
            at_ += found->letters.size();
        } else {
            sounds_ += single(word_[at_]);
            ++at_;
        }
    }

    // Awas, Sewa, Powell: w belongs to the vowel that follows.
    static bool is_w_of_next_syllable(std::string_view rest) {
        return rest.size() > 2 && rest[1] == 'w' && one_of(rest[0], "aeo") &&
               one_of(rest[2], "aeio");
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
            if (out.empty() || out.back() != sound || is_vowel_sound(sound)) out += sound;
        }
        return out;
    }

    std::string_view word_;
    std::size_t at_ = 0;
    std::string sounds_;
};

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
    {"gy", "jn"},                             // ज्ञ
    {"d", "r", any_vowel, any_vowel},         // ड़
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

std::string replaced(std::string reading, std::string_view sounds, std::string_view instead) {
    for (std::size_t at = 0; (at = reading.find(sounds, at)) != reading.npos; at += instead.size())
        reading.replace(at, sounds.size(), instead);
    return reading;
}

// What people write otherwise in Latin letters than the letters of Hindi say: sadak for सड़क, vigyan
// for विज्ञान, nai for नई.
std::vector<std::string> romanised(const std::string& reading) {
    std::vector<std::string> others{replaced(reading, "R", "d"), replaced(reading, "jn", "gy")};
    if (reading.ends_with("ai") || reading.ends_with("Ai")) {
        others.push_back(reading.substr(0, reading.size() - 2) + "e");
    }
    std::erase(others, reading);
    return others;
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

bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_lower);
}

char class_of(char sound) {
    constexpr SoundOfLetter classes = table_of("KgGxqCjJzsSTdDRBbfvm", "kkkkkcccccctttrppppn");
    const char found = look_up(classes, sound);
    return found != '\0' ? found : sound;
}

}  // namespace

std::string reading_of(std::string_view exact) {
    if (exact.size() > longest_reading) return {};
    if (is_hindi(exact)) return WxReader(exact.substr(1)).read();
    return is_latin(exact) ? LatinReader(exact).read() : std::string();
}

std::vector<std::string> readings_of(std::string_view exact) {
    std::vector<std::string> readings;
    std::string first = reading_of(exact);
    if (first.empty()) return readings;
    readings.push_back(std::move(first));
    if (is_hindi(exact)) {
        for (std::string& other : romanised(readings.front()))
            readings.push_back(std::move(other));
        return readings;
    }
    for (const Doubt& doubt : doubts) {
        const std::string other = respelt(doubt, exact);
        if (other == exact || other.empty()) continue;
        std::string reading = LatinReader(other).read();
        if (reading.size() > longest_reading) continue;
        if (std::find(readings.begin(), readings.end(), reading) == readings.end())
            readings.push_back(std::move(reading));
    }
    return readings;
}

std::string skeleton_of(std::string_view reading) {
    std::string skeleton;
    if (!reading.empty() && is_vowel_sound(reading.front())) skeleton += 'a';
    for (const char sound : reading) {
        if (is_vowel_sound(sound) || sound == 'y' || sound == 'h') continue;
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

}  // namespace vigyapti
