#include "searcher/render/messages.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

#include "searcher/facets.hpp"

namespace vigyapti {
namespace {

using Keys = std::set<std::string>;

// What of the program makes pages, with where it is from.
template <typename Take>
void for_each_source(Take&& take) {
    for (const char* folder : {"/searcher/web", "/searcher/render"}) {
        for (const auto& entry :
             std::filesystem::directory_iterator(std::string(VIGYAPTI_SOURCE_DIR) + folder)) {
            const std::string kind = entry.path().extension().string();
            if (kind != ".cpp" && kind != ".html" && kind != ".xml") continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            take(std::string{std::istreambuf_iterator<char>(stream), {}});
        }
    }
}

// What the first group of the pattern matches in the sources.
Keys found(const char* pattern) {
    Keys keys;
    const std::regex expression(pattern);
    for_each_source([&](const std::string& text) {
        for (std::sregex_iterator each(text.begin(), text.end(), expression), end; each != end;
             ++each)
            keys.insert((*each)[1]);
    });
    return keys;
}

// Those that are put together when they are needed.
Keys computed() {
    Keys keys;
    for (int month = 1; month <= 12; ++month)
        keys.insert(fmt::format("month.{:02}", month));
    for (const int status : {400, 404, 405, 413, 414, 503}) {
        for (const char* part : {"title", "text"})
            keys.insert(fmt::format("error.{}.{}", status, part));
    }
    for (const char* lang : {"hi", "en", "und"})
        keys.insert(fmt::format("language.{}", lang));
    for (const std::string_view facet : facet_names)
        keys.insert(facet == "lang" ? "language" : std::string(facet));
    for (const std::string& key : found(R"re(counted\(\s*"([^"]+)")re")) {
        keys.insert(key + ".one");
        keys.insert(key + ".many");
    }
    return keys;
}

Keys known() {
    const std::vector<std::string_view> keys = Messages::keys();
    return {keys.begin(), keys.end()};
}

}  // namespace

TEST_CASE("every message that is asked for is there") {
    const Keys there = known();
    Keys asked = computed();
    for (const char* pattern : {R"re(data-say(?:-[a-z-]+)?="([^"]+)")re",
                                R"re(messages_?\(\s*"([^"]+)")re", R"re(filled\(\s*"([^"]+)")re"})
        asked.merge(found(pattern));
    asked.erase("en");         // a language, not a message
    asked.erase("language.");  // the beginning of one
    CHECK(asked.size() > 50);
    for (const std::string& key : asked) {
        CAPTURE(key);
        CHECK(there.contains(key));
    }
}

TEST_CASE("every message that is there is said somewhere") {
    Keys said = found(R"re("([a-z0-9.-]+)")re");
    said.merge(computed());
    for (const std::string& key : known()) {
        CAPTURE(key);
        CHECK(said.contains(key));
    }
}

TEST_CASE("a message is in the language that is asked for, in English for any other") {
    CHECK(Messages("hi")("help") == "सहायता");
    CHECK(Messages("hi").language() == "hi");
    for (const std::string_view language : {"en", "fr", "", "HI", "hi-IN"}) {
        CAPTURE(language);
        CHECK(Messages(language)("help") == "Help");
        CHECK(Messages(language).language() == "en");
    }
}

TEST_CASE("each message has a text in both languages, and its key stands once and in order") {
    const std::vector<std::string_view> keys = Messages::keys();
    CHECK(std::is_sorted(keys.begin(), keys.end()));
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
    for (const std::string_view key : keys) {
        CAPTURE(key);
        for (const char* language : {"en", "hi"})
            CHECK_FALSE(Messages(language)(key).empty());
    }
}

TEST_CASE("a message that there is not is a mistake in the program") {
    CHECK_THROWS_AS(Messages("en")("no such message"), std::logic_error);
    CHECK_THROWS_AS(Messages("en").filled("no such message", {}), std::logic_error);
}

TEST_CASE("what is filled in is text, also where it looks like a place to fill") {
    const Messages messages("en");
    CHECK(messages.filled("results.for", {{"query", "oil"}}) == "Results for “oil”");
    for (const std::string text : {"{query}", "{}", "{0}", "{", "}", "{{}}", "%s%n", "{count:9999}",
                                   "{title}", "", "<b>&amp;"}) {
        CAPTURE(text);
        CHECK(messages.filled("results.for", {{"query", text}}) == "Results for “" + text + "”");
    }
}

TEST_CASE("a count says what it counts, in the singular for one") {
    const Messages english("en");
    const Messages hindi("hi");
    CHECK(english.counted("versions", 1) == "1 more version");
    CHECK(english.counted("versions", 0) == "0 more versions");
    CHECK(english.counted("versions", 23) == "23 more versions");
    CHECK(hindi.counted("versions", 1) == "1 अन्य संस्करण");
    CHECK(hindi.counted("results.count", 2) == "2 विज्ञप्तियाँ");
}

TEST_CASE("a date is written as people write it, and what is none stays as it is") {
    const struct {
        std::string iso;
        std::string_view english;
        std::string_view hindi;
    } cases[]{
        {"2023-10-17", "17 October 2023", "17 अक्टूबर 2023"},
        {"2023-02-01", "1 February 2023", "1 फ़रवरी 2023"},
        {"2023-10", "October 2023", "अक्टूबर 2023"},
        {"2023", "2023", "2023"},
        {"", "", ""},
        {"soon", "soon", "soon"},
        {"2023-13", "2023-13", "2023-13"},
        {"{day}", "{day}", "{day}"},
    };
    for (const auto& [iso, english, hindi] : cases) {
        CAPTURE(iso);
        CHECK(Messages("en").date(iso) == english);
        CHECK(Messages("hi").date(iso) == hindi);
    }
}

}  // namespace vigyapti
