#include "indexer/readers/html/page_phrases.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.hpp"

namespace vigyapti::html {
namespace {

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
                                                             "best viewed",
                                                             "by clicking",
                                                             "click here to",
                                                             "content owned",
                                                             "subscribe to our",
                                                             "sign up for our",
                                                             "terms and conditions",
                                                             "सामग्री का स्वामित्व",
                                                             "इस वेबसाइट की सामग्री",
                                                             "वेबसाइट की सामग्री",
                                                             "हमारे समाचार पत्र की सदस्यता",
                                                             "हमारे न्यूज़लेटर",
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
                                                             "popular on",
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

// "To view this content, JavaScript must be enabled."
bool is_about_scripts(std::string_view lower) {
    if (lower.size() > 300 || lower.find("javascript") == lower.npos) return false;
    return lower.find("enable") != lower.npos || lower.find("disabled") != lower.npos ||
           lower.find("turned o") != lower.npos || lower.find("require") != lower.npos;
}

}  // namespace

bool is_page_phrase(std::string_view line) {
    if (line.size() > 1500) return false;
    std::string lower = lowered(line);
    if (is_about_scripts(lower)) return true;
    const auto starts = [&](std::string_view phrase) { return lower.starts_with(phrase); };
    if (std::any_of(beginnings.begin(), beginnings.end(), starts)) return true;
    if (line.size() > 120) return false;
    while (!lower.empty() &&
           std::string_view(" .:|»>-!+").find(lower.back()) != std::string_view::npos)
        lower.pop_back();
    return lower.empty()
               ? false
               : std::find(whole_lines.begin(), whole_lines.end(), lower) != whole_lines.end();
}

bool begins_appendix(std::string_view heading) {
    if (heading.size() > 120) return false;
    const std::string lower = lowered(heading);
    return std::any_of(appendices.begin(), appendices.end(),
                       [&](std::string_view phrase) { return lower.starts_with(phrase); });
}

}  // namespace vigyapti::html
