// Whatever bytes are asked, the parser keeps its bounds.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

#include "searcher/query/parse.hpp"

namespace vigyapti {
namespace {

std::string random_bytes(std::mt19937& random) {
    std::string out;
    const auto size = random() % 60;
    for (std::size_t i = 0; i < size; ++i)
        out += static_cast<char>(random() % 256);
    return out;
}

std::string random_tokens(std::mt19937& random) {
    static constexpr std::array<std::string_view, 69> tokens{
        " ",      " ",           " ",        " ",        " ",        " ",
        "\u3000", "\u00A0",      "\"",       "\"",       "“",        "”",
        "„",      "'",           "(",        "(",        ")",        ")",
        "+",      "-",           "=",        "*",        "*",        ":",
        ".",      "..",          "AND",      "OR",       "NOT",      "NEAR",
        "NEAR/3", "NEAR/0",      "NEAR/500", "title:",   "caption:", "source:",
        "lang:",  "country:",    "date:",    "before:",  "तारीख:",   " से ",
        " [और] ", " last week ", "id:",      "body:",    "2023-10",  "2023-10-01..2023-10-17",
        "अक्टूबर",  "१७",          "रूस",       "पाकिस्तान", "ऊर्जा",     "विदेश मंत्री",
        "क्या",    "Russia",      "Pakistan", "who",      "WHO",      "energy",
        "U.S.",   "यू.एन.",       "\xFF",     "\xE0\xA4", "\xF0\x9F", "\u200D",
        "\u093F", "😀",           "।"};
    std::string out;
    const auto count = random() % 30 == 0 ? random() % 400 : random() % 20;
    for (std::size_t i = 0; i < count; ++i)
        out += tokens[random() % tokens.size()];
    return out;
}

// Printing and the tree itself stay within bounds.
std::size_t leaves_in(const Node& node) {
    if (node.children.empty()) return node.kind == NodeKind::bag ? 0 : 1;
    std::size_t leaves = 0;
    for (const Node& child : node.children)
        leaves += leaves_in(child);
    return leaves;
}

std::size_t depth_of(const Node& node) {
    std::size_t depth = 0;
    for (const Node& child : node.children)
        depth = std::max(depth, depth_of(child));
    return depth + 1;
}

bool is_one_sentence(std::string_view notice) {
    if (notice.empty() || notice.front() == ' ' || notice.ends_with('.')) return false;
    // What is quoted of the query may hold anything.
    if (notice.substr(std::min(notice.rfind('"') + 1, notice.size())).find(". ") != notice.npos) {
        return false;
    }
    return std::none_of(notice.begin(), notice.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// What is wrong with the reading of `query`; empty when nothing is.
std::string complaint(const std::string& query) {
    try {
        const ParsedQuery parsed = parse_query(query);
        const std::string printed = to_string(parsed.root);
        if (printed != to_string(parse_query(query).root)) return "read in two ways";
        if (printed.size() > 16 * longest_query) return "printed without end";
        if (parsed.root.kind != NodeKind::bag) return "the root is no bag";
        if (leaves_in(parsed.root) > most_terms) return "too many leaves";
        if (depth_of(parsed.root) > 5 * deepest_nesting) return "too deep";
        for (const std::string& notice : parsed.notices) {
            if (!is_one_sentence(notice)) return "no sentence: " + notice;
            const auto same = std::count(parsed.notices.begin(), parsed.notices.end(), notice);
            if (same != 1) return "said twice: " + notice;
        }
    } catch (...) {
        return "threw";
    }
    return {};
}

}  // namespace

TEST_CASE("20,000 random queries are read, printed and explained") {
    std::mt19937 random(20231017);
    std::size_t complaints = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string query = i % 4 == 0 ? random_bytes(random) : random_tokens(random);
        const std::string wrong = complaint(query);
        if (wrong.empty()) continue;
        CAPTURE(query);
        if (++complaints <= 5) CHECK(wrong == "");
    }
    CHECK(complaints == 0);
}

}  // namespace vigyapti
