#include "indexer/readers/html/furniture.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "common/base/ascii.hpp"
#include "indexer/readers/html/class_words.hpp"

namespace vigyapti::html {
namespace {

using Words = std::span<const std::string_view>;

constexpr auto certain_words = std::to_array<std::string_view>(
    {"ads",         "advert",     "advertisement", "breadcrumb",  "breadcrumbs", "comment",
     "commentlist", "comments",   "consent",       "cookie",      "cookies",     "copyright",
     "crumbs",      "disqus",     "footer",        "gdpr",        "jetpack",     "megamenu",
     "modal",       "nav",        "navbar",        "navigation",  "newsletter",  "outbrain",
     "pager",       "pagination", "popup",         "recommended", "related",     "respond",
     "share",       "sharedaddy", "sharing",       "skip",        "skiplink",    "skiplinks",
     "social",      "sponsored",  "subscribe",     "taboola",     "ticker",      "trending",
     "visitor",     "visitors"});
constexpr auto likely_words = std::to_array<std::string_view>(
    {"also",     "aside",      "author",     "banner",   "bio",     "bottom",   "bottombar",
     "counter",  "disclaimer", "fbcomments", "feedback", "header",  "language", "latest",
     "livefyre", "login",      "marquee",    "masthead", "menu",    "more",     "mostpopular",
     "mostread", "popular",    "promo",      "promos",   "search",  "sidebar",  "signup",
     "tags",     "talkback",   "teaser",     "teasers",  "toolbar", "topbar",   "widget"});
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

// Forms for comments have a field of several lines; those that systems put around a whole page or
// text do not.
bool is_form_for_readers(const Tree& tree, NodeId element) {
    if (tree[element].tag != Tag::form) return false;
    for (NodeId node = element; node < tree[element].end; ++node) {
        if (tree[node].tag == Tag::textarea) return true;
    }
    return false;
}

}  // namespace

Furniture furniture_of(const Tree& tree, NodeId element) {
    switch (tree[element].tag) {
        case Tag::nav:
        case Tag::aside:
        case Tag::dialog:
        case Tag::menu:
        case Tag::footer:
            return Furniture::certain;
        case Tag::html:
        case Tag::body:
        case Tag::text:
        case Tag::main:
            return Furniture::none;
        case Tag::header:
            return Furniture::likely;
        default:
            break;
    }
    if (holds(roles, tree.attribute(element, AttributeName::role))) return Furniture::certain;
    if (tree.attribute(element, AttributeName::aria_hidden) == "true") return Furniture::likely;
    const Furniture named = furniture_by_name(tree, element);
    return named == Furniture::none && is_form_for_readers(tree, element) ? Furniture::likely
                                                                          : named;
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
        const std::string lower = lowered(names);
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

}  // namespace vigyapti::html
