#include "indexer/title_rules.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "common/base/ascii.hpp"
#include "indexer/blocks.hpp"

namespace vigyapti {
namespace {

using enum Origin;

constexpr std::array order{record, json_ld, meta, heading, page_title, property, text};
constexpr std::array<std::string_view, 12> separators{" | ", " - ", " – ", " — ", " :: ", " » ",
                                                      " « ", " • ", " · ", " : ", ": ",   " / "};
constexpr std::size_t most_parts = 12;
constexpr std::size_t most_words = 100;
constexpr std::size_t shortest_proof = 16;  // bytes of a heading that <title> says as well
constexpr std::size_t shortest_host = 6;    // bytes of a name that others begin with

// Small letters and digits of ASCII and all else but the quotes and dashes of U+2000 to U+203F, so
// that neither case nor typography tells titles apart; with spaces where `spaces`.
std::string bare(std::string_view text, bool spaces = false) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\xE2' && i + 2 < text.size() && text[i + 1] == '\x80') {
            i += 2;
        } else if (is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) {
            out += to_lower(c);
        } else if (spaces && c == ' ') {
            out += c;
        }
    }
    return out;
}

std::vector<std::string> words_of(std::string_view title) {
    const std::string plain = bare(title, true);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < plain.size() && words.size() < most_words;) {
        const auto end = std::min(plain.find(' ', at), plain.size());
        if (end > at) words.push_back(plain.substr(at, end - at));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

// Whether two titles have at least half of the words of the longer in common, and three.
bool say_much_the_same(std::string_view one, std::string_view other) {
    const auto a = words_of(one);
    const auto b = words_of(other);
    std::vector<std::string> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return common.size() >= 3 && common.size() * 2 >= std::max(a.size(), b.size());
}

class TitleChoice {
  public:
    explicit TitleChoice(std::span<const FoundValue> fields) : fields_(fields) {}

    ChosenTitle run() const {
        const FoundValue* found = first_found();
        if (found == nullptr) return {};
        ChosenTitle chosen{without_site(*found), found};
        if (found->origin != json_ld && found->origin != meta) return chosen;
        if (const FoundValue* better = better_heading(chosen.title)) {
            return {on_one_line(better->value), better};
        }
        return chosen;
    }

  private:
    const FoundValue* first_found() const {
        for (const Origin origin : order) {
            for (const FoundValue& found : fields_) {
                if (found.field == ReleaseField::title && found.origin == origin &&
                    found.value.find_first_not_of(" \t\r\n") != std::string::npos) {
                    return &found;
                }
            }
        }
        return nullptr;
    }

    // What pages say of themselves for others may be cut short ("Nepal" where the heading is "2022
    // Country Reports on Human Rights Practices: Nepal"), or be put otherwise for them.
    const FoundValue* better_heading(const std::string& title) const {
        for (const FoundValue& found : fields_) {
            if (found.field != ReleaseField::title || found.origin != heading) continue;
            const std::string whole = on_one_line(found.value);
            if (whole.size() > 3 * longest_title) return nullptr;
            if (bare(whole) == bare(title)) return is_all_capitals(whole) ? nullptr : &found;
            const bool fuller = whole.size() > title.size();
            const std::string part = whole.substr(fuller ? whole.size() - title.size() : 0);
            const bool beginning = fuller && whole.starts_with(title) && whole[title.size()] == ' ';
            const bool end =
                fuller && part == title && whole[whole.size() - title.size() - 1] == ' ';
            const bool better = beginning || end || say_much_the_same(whole, title) ||
                                (in_page_title(whole) && !in_page_title(title));
            return better ? &found : nullptr;
        }
        return nullptr;
    }

    // Whether <title> holds a title of more than a word or two.
    bool in_page_title(const std::string& title) const {
        const std::string plain = bare(title);
        return plain.size() >= shortest_proof &&
               std::any_of(fields_.begin(), fields_.end(), [&](const FoundValue& each) {
                   return each.field == ReleaseField::title && each.origin == page_title &&
                          bare(each.value).find(plain) != std::string::npos;
               });
    }

    static bool is_all_capitals(std::string_view text) {
        return std::any_of(text.begin(), text.end(), is_upper) &&
               std::none_of(text.begin(), text.end(), is_lower);
    }

    std::string without_site(const FoundValue& title) const {
        std::string whole = on_one_line(title.value);
        if (title.origin == record || title.origin == heading) return whole;
        const auto parts = find_separators(whole);
        for (auto each = parts.rbegin(); each != parts.rend(); ++each) {
            std::string head = whole.substr(0, each->first);
            const std::string tail = whole.substr(each->second);
            const bool colon = whole[each->first] == ':';
            if (is_title(head) || is_source(tail) || (!colon && names_host(tail))) return head;
        }
        for (const auto& [begin, end] : parts) {
            std::string tail = whole.substr(end);
            // "Ministry of X: Annual Report" would lose what it is about.
            const bool colon = whole[begin] == ':';
            if (is_title(tail) || (!colon && is_source(whole.substr(0, begin)))) return tail;
        }
        return whole;
    }

    // Where separators begin and end, in their order.
    static std::vector<std::pair<std::size_t, std::size_t>> find_separators(
        const std::string& whole) {
        std::vector<std::pair<std::size_t, std::size_t>> found;
        for (std::size_t at = 1; at < whole.size() && found.size() < most_parts; ++at) {
            for (const std::string_view separator : separators) {
                if (whole.compare(at, separator.size(), separator) != 0) continue;
                found.emplace_back(at, at + separator.size());
                break;
            }
        }
        return found;
    }

    bool is_title(const std::string& part) const {
        const std::string plain = bare(part);
        return !plain.empty() &&
               std::any_of(fields_.begin(), fields_.end(), [&](const FoundValue& each) {
                   return each.field == ReleaseField::title && bare(each.value) == plain;
               });
    }

    bool is_source(const std::string& part) const {
        const std::string plain = bare(part);
        return !plain.empty() &&
               std::any_of(fields_.begin(), fields_.end(), [&](const FoundValue& each) {
                   return (each.field == ReleaseField::source && bare(each.value) == plain) ||
                          (each.field == ReleaseField::url && bare(host_of(each.value)) == plain);
               });
    }

    // Without "www.".
    static std::string_view host_of(std::string_view url) {
        const auto scheme = url.find("://");
        if (scheme == url.npos) return {};
        url.remove_prefix(scheme + 3);
        url = url.substr(0, url.find_first_of("/:?#"));
        if (url.starts_with("www.")) url.remove_prefix(4);
        return url;
    }

    // Whether a part begins or ends with the name of the page's host: "The Example - All the news"
    // for theexample.org.
    bool names_host(const std::string& part) const {
        const std::string plain = bare(part);
        return std::any_of(fields_.begin(), fields_.end(), [&](const FoundValue& each) {
            if (each.field != ReleaseField::url) return false;
            const std::string name = name_of_host(each.value);
            return name.size() >= shortest_host &&
                   (plain.starts_with(name) || plain.ends_with(name));
        });
    }

    // "example" of https://www.example.co.in/page: the longest label of the host.
    static std::string name_of_host(std::string_view url) {
        std::string_view host = host_of(url);
        std::string name;
        while (!host.empty()) {
            const std::string_view label = host.substr(0, host.find('.'));
            if (label.size() > name.size()) name = bare(label);
            host.remove_prefix(std::min(label.size() + 1, host.size()));
        }
        return name;
    }

    std::span<const FoundValue> fields_;
};

}  // namespace

std::string on_one_line(std::string_view text) {
    constexpr std::string_view white = " \t\r\n\f\v";
    std::string out;
    while (!text.empty()) {
        const auto begin = std::min(text.find_first_not_of(white), text.size());
        text.remove_prefix(begin);
        const auto end = std::min(text.find_first_of(white), text.size());
        if (!out.empty() && end > 0) out += ' ';
        out += text.substr(0, end);
        text.remove_prefix(end);
    }
    return out;
}

std::span<const Origin> title_origins() {
    return order;
}

ChosenTitle choose_title(std::span<const FoundValue> fields) {
    return TitleChoice(fields).run();
}

}  // namespace vigyapti
