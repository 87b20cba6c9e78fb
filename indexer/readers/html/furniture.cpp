#include "indexer/readers/html/furniture.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "indexer/readers/html/class_words.hpp"

namespace vigyapti::html {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto certain_words = std::to_array<std::string_view>(
    {"ads",       "advert",      "advertisement", "breadcrumb", "breadcrumbs", "comment",
     "comments",  "commentlist", "consent",       "cookie",     "cookies",     "crumbs",
     "disqus",    "gdpr",        "jetpack",       "megamenu",   "modal",       "nav",
     "navbar",    "navigation",  "newsletter",    "outbrain",   "pager",       "pagination",
     "popup",     "recommended", "related",       "respond",    "share",       "sharedaddy",
     "sharing",   "skip",        "skiplink",      "skiplinks",  "social",      "sponsored",
     "subscribe", "taboola",     "ticker",        "trending",   "visitor",     "visitors"});
constexpr auto likely_words = std::to_array<std::string_view>(
    {"aside",  "banner",  "bottombar", "copyright", "counter", "feedback", "foot",
     "footer", "header",  "language",  "latest",    "login",   "marquee",  "masthead",
     "menu",   "more",    "popular",   "promo",     "search",  "sidebar",  "signup",
     "tags",   "toolbar", "topbar",    "widget",    "also"});
constexpr auto roles = std::to_array<std::string_view>({"alert", "alertdialog", "banner",
                                                        "complementary", "contentinfo", "dialog",
                                                        "menu", "menubar", "navigation", "search"});
// With one of these "header" is that of the text: "entry-header".
constexpr auto text_words =
    std::to_array<std::string_view>({"article", "content", "entry", "featured", "news", "post",
                                     "press", "release", "report", "story", "title"});
// Of classes and ids, after the themes of WordPress, Drupal, Blogger and schema.org.
constexpr auto claims = std::to_array<std::string_view>(
    {"entry-content", "post-content", "article-body", "article__body", "articlebody", "story-body",
     "post-body", "node__content", "field--name-body", "field-name-body", "content-body",
     "press-release", "td-post-content", "story-content"});

bool holds(Words words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Furniture furniture_by_name(const Tree& tree, NodeId element) {
    Furniture found = Furniture::none;
    bool header = false;
    bool of_text = false;
    for (const AttributeName name : {AttributeName::class_, AttributeName::id}) {
        any_class_word(tree.attribute(element, name), [&](std::string_view word) {
            if (holds(certain_words, word)) {
                found = Furniture::certain;
            } else if (found == Furniture::none && holds(likely_words, word)) {
                found = Furniture::likely;
            }
            header = header || word == "header";
            of_text = of_text || holds(text_words, word);
            return found == Furniture::certain;
        });
    }
    if (found == Furniture::likely && header && of_text) return Furniture::none;
    return found;
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// The first phrases are whole lines, but for signs behind them; the second begin a line.
constexpr auto whole_lines = std::to_array<std::string_view>({"a+",
                                                              "a-",
                                                              "a",
                                                              "aa",
                                                              "advertisement",
                                                              "back",
                                                              "back to top",
                                                              "close",
                                                              "comments",
                                                              "copy link",
                                                              "download",
                                                              "download pdf",
                                                              "email",
                                                              "email this",
                                                              "english",
                                                              "facebook",
                                                              "font size",
                                                              "hindi",
                                                              "home",
                                                              "like",
                                                              "listen",
                                                              "login",
                                                              "menu",
                                                              "more",
                                                              "next",
                                                              "pdf",
                                                              "previous",
                                                              "print",
                                                              "print this page",
                                                              "read more",
                                                              "reply",
                                                              "search",
                                                              "send",
                                                              "share",
                                                              "share on",
                                                              "share this",
                                                              "share via",
                                                              "sitemap",
                                                              "subscribe",
                                                              "text size",
                                                              "top",
                                                              "tweet",
                                                              "twitter",
                                                              "view all",
                                                              "whatsapp",
                                                              "x",
                                                              "अंग्रेज़ी",
                                                              "अगला",
                                                              "और पढ़ें",
                                                              "डाउनलोड",
                                                              "पिछला",
                                                              "प्रिंट",
                                                              "प्रिंट करें",
                                                              "मुख्य पृष्ठ",
                                                              "विज्ञापन",
                                                              "शेयर करें",
                                                              "साझा करें",
                                                              "हिंदी",
                                                              "हिन्दी",
                                                              "होम"});
constexpr auto beginnings = std::to_array<std::string_view>({"accept all",
                                                             "add a comment",
                                                             "all rights reserved",
                                                             "also read",
                                                             "also read:",
                                                             "best viewed",
                                                             "by clicking",
                                                             "click here to",
                                                             "content owned",
                                                             "content managed",
                                                             "copyright ©",
                                                             "copyright (c)",
                                                             "designed and",
                                                             "designed by",
                                                             "developed by",
                                                             "filed under",
                                                             "follow us",
                                                             "follow @",
                                                             "last updated",
                                                             "leave a",
                                                             "more from",
                                                             "page last updated",
                                                             "posted in",
                                                             "powered by",
                                                             "read also",
                                                             "related:",
                                                             "share this",
                                                             "site is hosted by",
                                                             "site last updated",
                                                             "skip to",
                                                             "tagged",
                                                             "tags:",
                                                             "this site uses cookies",
                                                             "this website belongs to",
                                                             "this website uses cookies",
                                                             "please enable javascript",
                                                             "total visitors",
                                                             "visitor count",
                                                             "visitor counter",
                                                             "please enable javascript",
                                                             "visitors:",
                                                             "we use cookies",
                                                             "website content",
                                                             "you are here",
                                                             "अंतिम अद्यतन",
                                                             "अंतिम बार अपडेट",
                                                             "साइट को राष्ट्रीय सूचना विज्ञान",
                                                             "साइट राष्ट्रीय सूचना विज्ञान",
                                                             "आगंतुक",
                                                             "इसे भी पढ़ें",
                                                             "यह भी पढ़ें",
                                                             "सर्वाधिकार सुरक्षित"});
constexpr auto appendices = std::to_array<std::string_view>({"about the author",
                                                             "also in this section",
                                                             "also read",
                                                             "also see",
                                                             "comments",
                                                             "further reading",
                                                             "latest news",
                                                             "latest releases",
                                                             "leave a comment",
                                                             "leave a reply",
                                                             "more from",
                                                             "more news",
                                                             "more stories",
                                                             "most read",
                                                             "popular posts",
                                                             "read more",
                                                             "read next",
                                                             "recent posts",
                                                             "recommended",
                                                             "related",
                                                             "see also",
                                                             "share this",
                                                             "similar",
                                                             "tags",
                                                             "trending",
                                                             "you may also",
                                                             "you might",
                                                             "अन्य समाचार",
                                                             "टिप्पणियाँ",
                                                             "टिप्पणी",
                                                             "ताज़ा समाचार",
                                                             "यह भी पढ़ें",
                                                             "संबंधित",
                                                             "सम्बन्धित"});

}  // namespace

Furniture furniture_of(const Tree& tree, NodeId element) {
    switch (tree[element].tag) {
        case Tag::nav:
        case Tag::aside:
        case Tag::dialog:
        case Tag::menu:
            return Furniture::certain;
        case Tag::html:
        case Tag::body:
        case Tag::text:
        case Tag::main:
            return Furniture::none;
        case Tag::footer:
        case Tag::header:
            return Furniture::likely;
        default:
            break;
    }
    if (holds(roles, tree.attribute(element, AttributeName::role))) return Furniture::certain;
    if (tree.attribute(element, AttributeName::aria_hidden) == "true") return Furniture::likely;
    return furniture_by_name(tree, element);
}

bool claims_text(const Tree& tree, NodeId element) {
    const Tag tag = tree[element].tag;
    if (tag == Tag::main || tag == Tag::article) return true;
    if (tag == Tag::text || tag == Tag::body || tag == Tag::html) return false;
    if (tree.attribute(element, AttributeName::role) == "main") return true;
    if (tree.attribute(element, AttributeName::itemprop) == "articleBody") return true;
    for (const AttributeName name : {AttributeName::class_, AttributeName::id}) {
        const std::string_view names = tree.attribute(element, name);
        if (names.size() < 9) continue;
        const std::string lower = lower_case(names);
        for (const std::string_view claim : claims) {
            const auto at = lower.find(claim);
            if (at == lower.npos) continue;
            const auto end = at + claim.size();
            if ((at == 0 || lower[at - 1] == ' ') && (end == lower.size() || lower[end] == ' ')) {
                return true;
            }
        }
    }
    return false;
}

bool is_page_phrase(std::string_view line) {
    if (line.size() > 1500) return false;
    std::string lower = lower_case(line);
    const auto starts = [&](std::string_view phrase) { return lower.starts_with(phrase); };
    if (std::any_of(beginnings.begin(), beginnings.end(), starts)) return true;
    if (line.size() > 120) return false;
    while (!lower.empty() &&
           std::string_view(" .:|»>-!+").find(lower.back()) != std::string_view::npos)
        lower.pop_back();
    return lower.empty() ? false : holds(whole_lines, lower);
}

bool begins_appendix(std::string_view heading) {
    if (heading.size() > 120) return false;
    const std::string lower = lower_case(heading);
    return std::any_of(appendices.begin(), appendices.end(),
                       [&](std::string_view phrase) { return lower.starts_with(phrase); });
}

}  // namespace vigyapti::html
