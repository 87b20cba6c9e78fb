#include "indexer/readers/html/ending_phrases.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "common/base/ascii.hpp"

namespace vigyapti::html {
namespace {

using Phrases = std::span<const std::string_view>;

constexpr std::size_t longest_contribution = 300;  // bytes
constexpr std::size_t longest_notice = 900;
constexpr std::size_t longest_request = 250;
constexpr std::size_t longest_biography = 900;

constexpr auto contribution_beginnings =
    std::to_array<std::string_view>({"contributing:",
                                     "contributors:",
                                     "contributed by",
                                     "additional reporting",
                                     "reporting by",
                                     "reported by",
                                     "writing by",
                                     "editing by",
                                     "edited by",
                                     "compiled by",
                                     "with input from",
                                     "with inputs from",
                                     "with agency input",
                                     "with reporting by",
                                     "with reporting from",
                                     "with additional reporting",
                                     "with files from",
                                     "inputs from",
                                     "photo:",
                                     "photos:",
                                     "image:",
                                     "images:",
                                     "image courtesy",
                                     "images courtesy",
                                     "image credit",
                                     "photo by",
                                     "photos by",
                                     "photo courtesy",
                                     "photos courtesy",
                                     "इनपुट:",
                                     "एजेंसी इनपुट",
                                     "रिपोर्टिंग:",
                                     "संपादन:",
                                     "सम्पादन:"});
constexpr auto contributions = std::to_array<std::string_view>(
    {"contributed to this", "contributed to the story", "contributed to the report",
     "contributed reporting", "contributed additional", "was used in this report",
     "were used in this report", "provided additional reporting", "के इनपुट के साथ", "इनपुट के साथ",
     "से प्राप्त इनपुट"});
constexpr auto notice_beginnings = std::to_array<std::string_view>({"to contact the",
                                                                    "contact the writer",
                                                                    "contact the reporter",
                                                                    "contact the author",
                                                                    "contact this reporter",
                                                                    "e-mail the",
                                                                    "email the writer",
                                                                    "email the author",
                                                                    "write to us",
                                                                    "send comments",
                                                                    "send your comments",
                                                                    "questions? comments",
                                                                    "join the conversation",
                                                                    "tell us what you think",
                                                                    "like this story",
                                                                    "like this article",
                                                                    "share this",
                                                                    "download our app",
                                                                    "download the app",
                                                                    "get the latest",
                                                                    "get breaking news",
                                                                    "for the latest",
                                                                    "let us know what",
                                                                    "read the full",
                                                                    "read the rest",
                                                                    "read more",
                                                                    "continue reading",
                                                                    "sign up",
                                                                    "subscribe",
                                                                    "what do you think",
                                                                    "like us on",
                                                                    "follow us",
                                                                    "follow @",
                                                                    "join us on",
                                                                    "on twitter:",
                                                                    "find us on",
                                                                    "connect with us",
                                                                    "updated at ",
                                                                    "disclaimer:",
                                                                    "disclosure:",
                                                                    "opinions expressed",
                                                                    "the opinions expressed",
                                                                    "views expressed",
                                                                    "the views expressed",
                                                                    "a version of this",
                                                                    "this article was originally",
                                                                    "this article originally",
                                                                    "this article appeared",
                                                                    "this story was originally",
                                                                    "this story originally",
                                                                    "this post originally",
                                                                    "this post was originally",
                                                                    "this article was first",
                                                                    "this story was first",
                                                                    "copyright 1",
                                                                    "copyright 2",
                                                                    "अस्वीकरण:",
                                                                    "डिस्क्लेमर:",
                                                                    "फॉलो करें",
                                                                    "हमें फॉलो",
                                                                    "लेख में व्यक्त",
                                                                    "इस लेख में व्यक्त"});
constexpr auto notices = std::to_array<std::string_view>({"पेज को लाइक",
                                                          "ऐप डाउनलोड",
                                                          "सब्सक्राइब करें",
                                                          "in the comments below",
                                                          "in the comments section",
                                                          "version of this podcast",
                                                          "hear the podcast",
                                                          "past episodes of",
                                                          "subscribe to the podcast",
                                                          "subscribe to this podcast",
                                                          "ethics policy",
                                                          "ethics statement",
                                                          "depends on donations",
                                                          "support our journalism",
                                                          "support independent journalism",
                                                          "all rights reserved",
                                                          "may not be published, broadcast",
                                                          "पर फॉलो करें",
                                                          "व्यक्त विचार लेखक",
                                                          "व्यक्त विचार निजी"});
constexpr auto networks =
    std::to_array<std::string_view>({"twitter", "facebook", "instagram", "linkedin", "google+",
                                     "youtube", "ट्विटर", "फेसबुक", " at @", " @"});
// With an address behind them.
constexpr auto requests =
    std::to_array<std::string_view>({"write to ", "email ", "e-mail ", "reach ", "tweet "});
constexpr auto biography_verbs = std::to_array<std::string_view>(
    {" is a ", " is an ", " is the ", " is one ", " is ", " was a ", " writes ", " covers ",
     " works ", " currently ", " has been ", " has written ", " can be reached", ", a ", ", an ",
     ", the "});

bool holds(std::string_view text, Phrases phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return text.find(phrase) != text.npos; });
}

bool begins(std::string_view text, Phrases phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return text.starts_with(phrase); });
}

// Without brackets, dashes, stars and quotes before it.
std::string_view without_signs(std::string_view text) {
    for (;;) {
        const auto skip = text.find_first_not_of(" ([-*\"'");
        text.remove_prefix(std::min(skip, text.size()));
        if (!text.starts_with("\u2014") && !text.starts_with("\u2013")) return text;
        text.remove_prefix(3);
    }
}

}  // namespace

bool is_contribution(std::string_view line) {
    if (line.size() > longest_contribution) return false;
    const std::string lower = lowered(without_signs(line));
    if ((line.starts_with('[') || line.starts_with('(')) && lower.starts_with("via ")) return true;
    return begins(lower, contribution_beginnings) || holds(lower, contributions);
}

bool is_closing_notice(std::string_view line) {
    if (line.size() > longest_notice) return false;
    const std::string lower = lowered(without_signs(line));
    if (begins(lower, notice_beginnings) || holds(lower, notices)) return true;
    if (lower.size() > longest_request) return false;
    if (lower.starts_with("follow ")) return holds(lower, networks);
    return begins(lower, requests) && lower.find('@') != lower.npos;
}

bool is_biography(std::string_view line) {
    static constexpr auto verbs = std::to_array<std::string_view>(
        {" is a ", " is an ", " is the ", " was a ", " writes ", " covers ", " teaches "});
    constexpr std::size_t longest_name = 60;
    if (line.size() > longest_biography) return false;
    std::size_t verb = line.npos;
    for (const std::string_view each : verbs)
        verb = std::min(verb, line.find(each));
    const std::string_view name = without_signs(line.substr(0, std::min(verb, line.size())));
    if (verb == line.npos || name.size() > longest_name || name.find(' ') == name.npos)
        return false;
    // Each word of a name begins with a capital.
    bool begins_word = true;
    for (const char c : name) {
        if (begins_word && is_lower(c)) return false;
        begins_word = c == ' ';
    }
    return true;
}

bool is_about_author(std::string_view line, std::string_view author) {
    if (line.size() > longest_biography) return false;
    const std::string lower = lowered(without_signs(line));
    const std::string name = lowered(author);
    const auto at = lower.find(name);
    if (at == lower.npos || (at != 0 && lower.substr(0, at) != "about ")) return false;
    return begins(std::string_view(lower).substr(at + name.size()), biography_verbs);
}

}  // namespace vigyapti::html
