#include "common/text/number_words.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

// Words for 1 to 99, each in the spellings of newspapers that folding does not bring together; the
// first is the usual one.
constexpr std::string_view hindi_cardinals =
    "एक दो तीन चार पाँच छह/छः/छे सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह/सतरह अठारह "
    "उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस अट्ठाईस/अट्ठाइस "
    "उनतीस/उन्तीस/उन्नतीस तीस इकतीस बत्तीस तैंतीस/तैतीस/तेतीस चौंतीस/चौतीस पैंतीस/पैतीस छत्तीस "
    "सैंतीस/सैतीस अड़तीस उनतालीस/उन्तालीस/उनचालीस चालीस इकतालीस बयालीस "
    "तैंतालीस/तैतालीस/तेतालीस चवालीस/चौवालीस पैंतालीस/पैतालीस छियालीस सैंतालीस/सैतालीस अड़तालीस "
    "उनचास/उन्चास पचास इक्यावन बावन तिरपन/तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ इकसठ "
    "बासठ तिरसठ/तिरेसठ चौंसठ/चौसठ पैंसठ/पैसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर "
    "तिहत्तर चौहत्तर पचहत्तर/पिचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी/उन्यासी/उन्नासी अस्सी इक्यासी "
    "बयासी तिरासी चौरासी पचासी छियासी सतासी अठासी नवासी नब्बे इक्यानवे/इक्यानबे बानवे/बानबे "
    "तिरानवे/तिरानबे चौरानवे/चौरानबे पचानवे/पंचानवे/पंचानबे/पिचानवे छियानवे/छियानबे "
    "सत्तानवे/सत्तानबे अट्ठानवे/अट्ठानबे निन्यानवे/निन्यानबे";

constexpr std::uint64_t greatest_cardinal = 99;

constexpr std::array<std::string_view, 20> english_small{
    "",         "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

constexpr std::array<std::string_view, 10> english_tens{
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

struct NumberUnit {
    std::uint64_t value;
    std::string_view english;  // how it is read; the first is written
    std::string_view hindi;
    std::uint64_t most;  // a greater count of it is not written: 4,000 lakh is 40 crore
};

constexpr std::uint64_t thousand = 1000;
constexpr std::uint64_t lakh = 100'000;
constexpr std::uint64_t million = 1'000'000;
constexpr std::uint64_t crore = 10'000'000;
constexpr std::uint64_t billion = 1'000'000'000;
constexpr std::uint64_t trillion = 1'000'000'000'000;
constexpr std::uint64_t greatest = 1'000'000 * trillion;

constexpr NumberUnit number_units[] = {
    {thousand, "thousand", "हज़ार", 999},
    {lakh, "lakh lakhs lac lacs", "लाख", 99},
    {million, "million mn mln millions", "मिलियन", 999},
    {crore, "crore crores cr", "करोड़", 99'999},
    {billion, "billion bn bln billions", "अरब बिलियन", 999},
    {100 * billion, "", "खरब", 99},
    {trillion, "trillion tn trn trillions", "ट्रिलियन", 999},
};

enum class NumberKind : std::uint8_t {
    cardinal,
    hundred,
    unit,
    half,
    quarter_more,
    quarter_less,
    and_half
};

struct NumberMeaning {
    NumberKind kind = NumberKind::cardinal;
    std::uint64_t value = 0;
};

using NumberMeanings = std::unordered_map<std::string, NumberMeaning>;

void add_words(Analyser& analyser, std::string_view spellings, NumberMeaning meaning,
               NumberMeanings& out) {
    analyser.for_each_word(spellings, [&](const Token&, const Term& term) {
        out.emplace(std::string(term.exact), meaning);
    });
}

const NumberMeanings& number_meanings() {
    static const NumberMeanings table = [] {
        NumberMeanings out;
        Analyser analyser;
        std::uint64_t cardinal = 0;
        for (const std::string_view each : split(hindi_cardinals, ' '))
            add_words(analyser, each, {NumberKind::cardinal, ++cardinal}, out);
        for (std::size_t i = 1; i < english_small.size(); ++i)
            add_words(analyser, english_small[i], {NumberKind::cardinal, i}, out);
        for (std::size_t i = 2; i < english_tens.size(); ++i)
            add_words(analyser, english_tens[i], {NumberKind::cardinal, 10 * i}, out);
        for (const NumberUnit& each : number_units) {
            add_words(analyser, each.english, {NumberKind::unit, each.value}, out);
            add_words(analyser, each.hindi, {NumberKind::unit, each.value}, out);
        }
        add_words(analyser, "hundred सौ", {NumberKind::hundred, 100}, out);
        add_words(analyser, "half आधा आधे", {NumberKind::half, 0}, out);
        add_words(analyser, "सवा", {NumberKind::quarter_more, 0}, out);
        add_words(analyser, "पौने पौन", {NumberKind::quarter_less, 0}, out);
        add_words(analyser, "साढ़े", {NumberKind::and_half, 0}, out);
        // Halves that are one word; in hundredths, as read below.
        add_words(analyser, "डेढ़", {NumberKind::half, 150}, out);
        add_words(analyser, "ढाई", {NumberKind::half, 250}, out);
        return out;
    }();
    return table;
}

bool is_digits(std::string_view word) {
    return !word.empty() && is_digit(word.front());
}

// In hundredths; of more than two decimals none.
std::optional<std::uint64_t> hundredths_of(std::string_view digits) {
    constexpr std::size_t longest = 15;
    if (digits.size() > longest) return std::nullopt;
    std::uint64_t value = 0;
    std::size_t decimals = 0;
    bool behind_point = false;
    for (const char c : digits) {
        if (c == '.') {
            if (behind_point) return std::nullopt;
            behind_point = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (behind_point && ++decimals > 2) return std::nullopt;
        value = 10 * value + static_cast<std::uint64_t>(c - '0');
    }
    for (; decimals < 2; ++decimals)
        value *= 10;
    return value;
}

// Reads the longest number that the words begin with.
class Reader {
  public:
    explicit Reader(std::span<const std::string> words) : words_(words) {}

    std::optional<NumberRun> read() {
        while (read_group() || read_unit_of_all()) {
        }
        if (end_ == 0 || total_ % 100 != 0) return std::nullopt;
        return NumberRun{end_, total_ / 100};
    }

  private:
    std::optional<NumberMeaning> meaning(std::size_t at) const {
        if (at >= words_.size()) return std::nullopt;
        const auto found = number_meanings().find(words_[at]);
        if (found == number_meanings().end()) return std::nullopt;
        return found->second;
    }

    bool is(std::size_t at, NumberKind kind) const {
        const auto found = meaning(at);
        return found && found->kind == kind;
    }

    // twenty five, बीस; of English tens and ones both.
    std::uint64_t read_cardinal() {
        const auto first = meaning(at_);
        if (!first || first->kind != NumberKind::cardinal) return 0;
        ++at_;
        const auto second = meaning(at_);
        const bool joins = is_english(at_ - 1) && first->value >= 20 && first->value % 10 == 0 &&
                           second && second->kind == NumberKind::cardinal && second->value < 10 &&
                           is_english(at_);
        if (joins) ++at_;
        return first->value + (joins ? second->value : 0);
    }

    bool is_english(std::size_t at) const { return words_[at].front() != hindi_marker; }

    // What stands before a unit, in hundredths: 1.5, पौने दो, two hundred and fifty.
    std::optional<std::uint64_t> read_count() {
        if (at_ >= words_.size()) return std::nullopt;
        if (is_digits(words_[at_])) {
            const auto whole = hundredths_of(words_[at_++]);
            return whole && *whole % 100 == 0 ? *whole + read_half() : whole;
        }
        const auto first = meaning(at_);
        if (!first) return std::nullopt;
        switch (first->kind) {
            case NumberKind::half:
                ++at_;
                if (first->value != 0) return first->value;
                if (at_ < words_.size() && words_[at_] == "a") ++at_;
                return 50;
            case NumberKind::quarter_more:
            case NumberKind::quarter_less:
            case NumberKind::and_half: {
                ++at_;
                const std::uint64_t whole = 100 * read_cardinal();
                if (first->kind == NumberKind::quarter_more) return (whole == 0 ? 100 : whole) + 25;
                if (first->kind == NumberKind::quarter_less) return whole == 0 ? 75 : whole - 25;
                return whole == 0 ? 0 : whole + 50;
            }
            case NumberKind::hundred:
                // सौ करोड़, but no "hundred million" without a count in English.
                return is_english(at_) ? 0 : 100;
            default: {
                const std::uint64_t whole = 100 * read_cardinal();
                return whole == 0 ? 0 : whole + read_half();
            }
        }
    }

    // Of "two and a half", in hundredths; 0 where nothing like it follows.
    std::uint64_t read_half() {
        constexpr std::array<std::string_view, 3> half{"and", "a", "half"};
        const auto rest = words_.subspan(std::min(at_, words_.size()));
        if (rest.size() < half.size() || !std::equal(half.begin(), half.end(), rest.begin()))
            return 0;
        at_ += half.size();
        return 50;
    }

    // Hundreds, then units: 5 lakh crore is 5 × 10^5 × 10^7.
    bool read_group() {
        at_ = end_;
        if (end_ > 0 && at_ < words_.size() && words_[at_] == "and") ++at_;
        const std::size_t begin = at_;
        auto count = read_count();
        if (!count || *count == 0) return false;
        const bool digits = is_digits(words_[begin]);
        std::uint64_t factor = 1;
        if (is(at_, NumberKind::hundred)) {
            if (*count > greatest) return false;
            ++at_;
            factor = 100;
            *count = 100 * (*count + read_rest_of_hundred());
        }
        for (auto unit = meaning(at_); unit && unit->kind == NumberKind::unit;
             unit = meaning(++at_)) {
            const bool of_all = end_ > 0 && unit->value > least_factor_;
            if (of_all && (factor > 1 || !digits)) break;
            if (*count > greatest / unit->value) return false;
            *count *= unit->value;
            factor = factor == 100 ? unit->value : factor * unit->value;
        }
        return accept(*count, factor, digits);
    }

    // 1 lakh 76 thousand crore, two thousand five hundred crore. What is too great is no number.
    bool read_unit_of_all() {
        const auto unit = end_ > 0 ? meaning(end_) : std::nullopt;
        if (!unit || unit->kind != NumberKind::unit) return false;
        if (total_ > greatest / unit->value) {
            end_ = 0;
            return false;
        }
        total_ *= unit->value;
        least_factor_ = unit->value;
        ++end_;
        return true;
    }

    std::uint64_t read_rest_of_hundred() {
        const std::size_t before = at_;
        if (at_ < words_.size() && words_[at_] == "and") ++at_;
        const std::uint64_t rest = read_cardinal();
        if (rest == 0) at_ = before;
        return rest;
    }

    // Each group is less than the unit of the one before: 2 lakh 50 thousand. The last one needs
    // none where it is a word: दो हज़ार पाँच.
    bool accept(std::uint64_t hundredths, std::uint64_t factor, bool digits) {
        constexpr std::uint64_t least_in_digits = 100 * lakh;
        if (end_ == 0) {
            if (factor == 1 && !(digits && hundredths >= least_in_digits)) return false;
        } else if ((factor == 1 && digits) || hundredths / 100 >= least_factor_) {
            return false;
        }
        total_ += hundredths;
        least_factor_ = factor;
        end_ = at_;
        return factor > 100;
    }

    std::span<const std::string> words_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
    std::uint64_t total_ = 0;  // in hundredths
    std::uint64_t least_factor_ = 0;
};

std::string in_digits(std::uint64_t hundredths) {
    const std::uint64_t rest = hundredths % 100;
    if (rest == 0) return fmt::format("{}", hundredths / 100);
    if (rest % 10 == 0) return fmt::format("{}.{}", hundredths / 100, rest / 10);
    return fmt::format("{}.{:02}", hundredths / 100, rest);
}

std::vector<std::string> english_words(std::uint64_t hundredths) {
    if (hundredths == 50) return {"half a"};
    const std::uint64_t count = hundredths / 100;
    const std::uint64_t rest = hundredths % 100;
    if ((rest != 0 && rest != 50) || count == 0 || count > greatest_cardinal) return {};
    std::string out(count < 20 ? english_small[count] : english_tens[count / 10]);
    if (count > 20 && count % 10 != 0) out += fmt::format(" {}", english_small[count % 10]);
    if (rest == 50) out += " and a half";
    return {out};
}

std::vector<std::string> spellings(std::string_view before, std::uint64_t count) {
    static const std::vector<std::string_view> all = split(hindi_cardinals, ' ');
    std::vector<std::string> out;
    for (const std::string_view each : split(all[count - 1], '/'))
        out.push_back(fmt::format("{}{}", before, each));
    return out;
}

std::vector<std::string> hindi_words(std::uint64_t hundredths) {
    const std::uint64_t count = hundredths / 100;
    switch (hundredths) {
        case 50:
            return {"आधा"};
        case 75:
            return {"पौन"};
        case 125:
            return {"सवा"};
        case 150:
            return {"डेढ़"};
        case 250:
            return {"ढाई"};
        default:
            break;
    }
    if (count == 0 || count + (hundredths % 100 == 75 ? 1 : 0) > greatest_cardinal) return {};
    switch (hundredths % 100) {
        case 0:
            return spellings("", count);
        case 25:
            return spellings("सवा ", count);
        case 50:
            return spellings("साढ़े ", count);
        case 75:
            return spellings("पौने ", count + 1);
        default:
            return {};
    }
}

void write_with(const NumberUnit& unit, std::uint64_t value, bool hindi,
                std::vector<std::string>& out) {
    const std::string_view names = hindi ? unit.hindi : unit.english;
    // 0.05 million is nobody's way.
    if (names.empty() || 2 * value < unit.value || value / unit.value > unit.most) return;
    if (value > greatest / 100 || 100 * value % unit.value != 0) return;
    const std::uint64_t hundredths = 100 * value / unit.value;
    std::vector<std::string> counts = hindi ? hindi_words(hundredths) : english_words(hundredths);
    counts.insert(counts.begin(), in_digits(hundredths));
    for (const std::string_view name : split(names, ' ')) {
        for (const std::string& count : counts)
            out.push_back(fmt::format("{} {}", count, name));
        // The others of English are abbreviations and plurals.
        if (!hindi) break;
    }
}

}  // namespace

std::optional<NumberRun> read_number(std::span<const std::string> words) {
    return Reader(words).read();
}

std::vector<std::string> write_number(std::uint64_t value, bool hindi) {
    std::vector<std::string> out;
    for (const NumberUnit& unit : number_units)
        write_with(unit, value, hindi, out);
    write_with({lakh * crore, "lakh-crore", "लाख-करोड़", 999}, value, hindi, out);
    if (value >= 100 && value < thousand && value % 100 == 0) {
        for (std::string& count : hindi ? hindi_words(value) : english_words(value))
            out.push_back(fmt::format("{} {}", count, hindi ? "सौ" : "hundred"));
    }
    // Four digits may be a year.
    constexpr std::uint64_t years_end = 3000;
    if (!out.empty() && (value < thousand || value >= years_end)) {
        out.push_back(fmt::format("{}", value));
    }
    return out;
}

}  // namespace vigyapti
