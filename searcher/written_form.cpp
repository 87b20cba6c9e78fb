#include "searcher/written_form.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/base/ascii.hpp"
#include "common/index/stored.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"
#include "common/text/wx.hpp"
#include "searcher/respell.hpp"

namespace vigyapti {
namespace {

// The shortest of the first few releases are looked at.
constexpr std::size_t most_postings = 48;
constexpr std::size_t most_releases = 12;
constexpr std::size_t most_analysed = 5;

std::vector<Xapian::docid> short_releases(const Xapian::Database& database,
                                          const std::string& term) {
    std::vector<std::pair<Xapian::termcount, Xapian::docid>> postings;
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end && postings.size() < most_postings;
         ++at)
        postings.emplace_back(at.get_doclength(), *at);
    std::sort(postings.begin(), postings.end());
    if (postings.size() > most_releases) postings.resize(most_releases);
    std::vector<Xapian::docid> numbers;
    for (const auto& [length, number] : postings)
        numbers.push_back(number);
    return numbers;
}

template <typename Visitor>
void for_each_text(const Release& release, Visitor&& visit) {
    visit(release.title);
    visit(release.source);
    for (const Block& block : release.blocks)
        visit(block.text);
}

// An exact form in its own script.
std::string in_script(std::string_view form) {
    if (!is_hindi(form)) return std::string(form);
    std::u16string wide;
    from_wx(form.substr(1), wide);
    std::string out;
    to_utf8(wide, out);
    return out;
}

// Whether `word`, in lower case, is a word of the text, but for capitals.
bool has_word(std::string text, const std::string& word) {
    lower_ascii(text);
    const auto part_of_word = [&](std::size_t i) {
        const CharClass c = char_class(next_code_point(text, i));
        return c != CharClass::separator;
    };
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        std::size_t before = at;
        if (at > 0) previous_code_point(text, before);
        if ((at == 0 || !part_of_word(before)) && (end == text.size() || !part_of_word(end)))
            return true;
    }
    return false;
}

// Exact form → spelling → how often.
using Spellings = std::map<std::string, std::map<std::string, int>>;

void collect(std::string_view text, std::string_view key, Analyser& analyser, Spellings& found) {
    analyser.for_each_word(text, [&](const Token& token, const Term& term) {
        if (term.key == key && !token.abbreviation)
            ++found[std::string(term.exact)][std::string(token.text(text))];
    });
}

const std::string& most_frequent(const std::map<std::string, int>& spellings) {
    return std::max_element(spellings.begin(), spellings.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

}  // namespace

std::optional<std::string> find_written_form(const Xapian::Database& database, Analyser& analyser,
                                             const std::string& term, std::string_view key,
                                             std::string_view form) {
    // Mostly the form is as some release has it: to look for that is ten times as fast.
    const std::string folded = in_script(form);
    std::vector<Release> releases;
    for (const Xapian::docid number : short_releases(database, term)) {
        releases.push_back(decode_release(database.get_document(number).get_data()));
        bool written = false;
        for_each_text(releases.back(), [&](const std::string& text) {
            written = written || has_word(text, folded);
        });
        if (written) return folded;
    }
    Spellings found;
    for (std::size_t i = 0; i < std::min(most_analysed, releases.size()); ++i) {
        for_each_text(releases[i],
                      [&](const std::string& text) { collect(text, key, analyser, found); });
    }
    if (found.empty()) return std::nullopt;
    const auto nearest =
        std::min_element(found.begin(), found.end(), [&](const auto& a, const auto& b) {
            return slip_cost(a.first, form) < slip_cost(b.first, form);
        });
    return most_frequent(nearest->second);
}

}  // namespace vigyapti
