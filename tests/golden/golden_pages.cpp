// How many fields of labelled pages are found as their labels say: title, date, and the first and
// the last words of the running text. Prints each that is not and the shares, and fails below a
// floor.
//
//     golden_pages LABELS.tsv FOLDER FLOOR    LABELS: as tests/golden/pages.tsv says
//
// The first and the last line of the body that end with a sentence, in any script, or are as long
// as a paragraph are compared: place, day and numbers around them are neither demanded nor wrong.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/reader.hpp"

namespace {

struct Found {
    std::string title;
    std::string date;
    std::string first;
    std::string last;
};

class OneDraft : public vigyapti::DraftSink {
  public:
    void add(vigyapti::Draft draft, std::string) override { draft_ = std::move(draft); }
    void problem(std::uint64_t, const std::string&) override {}
    void nothing(const std::string&) override {}
    vigyapti::Draft take() { return std::move(draft_); }

  private:
    vigyapti::Draft draft_;
};

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        fmt::print(stderr, "golden_pages: cannot read {}\n", path);
        std::exit(2);
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

// Signs that end a sentence, and what may stand behind them.
constexpr std::array<std::string_view, 11> ends{".",  "!",  "?", "।", "॥", "。",
                                                "！", "？", "؟", "۔", "…"};
constexpr std::array<std::string_view, 11> closing{")", "]",  "\"", "'", "”", "’",
                                                   "»", "」", "』", " ", "）"};
constexpr std::size_t shortest_sentence = 20;
constexpr std::size_t sure_paragraph = 100;

// Code points; those from the CJK blocks on say as much as two.
std::size_t length_of(std::string_view text) {
    std::size_t length = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) length += byte >= 0xE3 ? 2 : 1;
    }
    return length;
}

bool take_end(std::string_view& line, const std::array<std::string_view, 11>& signs) {
    for (const std::string_view sign : signs) {
        if (!line.ends_with(sign)) continue;
        line.remove_suffix(sign.size());
        return true;
    }
    return false;
}

// Whether the full stop behind `line` belongs to an abbreviation: "9:05 a.m."
bool is_abbreviation(std::string_view line) {
    return line.size() > 1 && (line[line.size() - 2] == '.' || line[line.size() - 2] == ' ');
}

// A line that ends with a sentence; or a paragraph that ends with brackets, or holds the end of
// one.
bool holds_sentence(std::string_view line) {
    const std::size_t length = length_of(line);
    const bool closed = take_end(line, closing);
    while (take_end(line, closing)) {
    }
    if (length >= sure_paragraph && (closed || line.find(". ") != line.npos)) return true;
    const bool stop = line.ends_with('.');
    return length >= shortest_sentence && take_end(line, ends) && !(stop && is_abbreviation(line));
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

Found read_page(const std::string& path) {
    const vigyapti::PaddedBytes bytes(read_file(path));
    OneDraft sink;
    try {
        vigyapti::find_reader("html")->read({bytes.text(), "page.html"}, sink);
    } catch (const vigyapti::Error& error) {
        return {"refused", "", error.what(), ""};
    }
    vigyapti::Draft draft = sink.take();
    Found found;
    for (const vigyapti::Part& part : draft.parts) {
        if (part.kind != vigyapti::PartKind::body) continue;
        for (const std::string& line : lines_of(part.text)) {
            if (!holds_sentence(line)) continue;
            if (found.first.empty()) found.first = line;
            found.last = line;
        }
    }
    const vigyapti::Release release =
        vigyapti::settle_release(std::move(draft), {"page.html", {}}).release;
    found.title = release.title;
    found.date = release.date;
    return found;
}

std::vector<std::string> columns_of(const std::string& row) {
    std::vector<std::string> columns;
    std::size_t begin = 0;
    while (begin <= row.size()) {
        const auto end = std::min(row.find('\t', begin), row.size());
        columns.push_back(row.substr(begin, end - begin));
        begin = end + 1;
    }
    columns.resize(5);
    return columns;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        fmt::print(stderr, "usage: golden_pages LABELS.tsv FOLDER FLOOR\n");
        return 64;
    }
    int right[4] = {};
    int pages = 0;
    for (const std::string& row : lines_of(read_file(arguments[1]))) {
        if (row.empty() || row.front() == '#') continue;
        const std::vector<std::string> label = columns_of(row);
        const Found found = read_page(std::string(arguments[2]) + "/" + label[0]);
        const bool is_right[4] = {found.title == label[1], found.date == label[2],
                                  found.first.starts_with(label[3]),
                                  found.last.ends_with(label[4])};
        const std::string* values[4] = {&found.title, &found.date, &found.first, &found.last};
        constexpr std::string_view names[4] = {"title", "date", "first", "last"};
        for (std::size_t i = 0; i < 4; ++i) {
            right[i] += is_right[i] ? 1 : 0;
            if (is_right[i]) continue;
            fmt::print("{}: {} is \"{}\", not \"{}\"\n", label[0], names[i], *values[i],
                       label[i + 1]);
        }
        ++pages;
    }
    const int all = right[0] + right[1] + right[2] + right[3];
    const double share = pages == 0 ? 0 : 25.0 * all / pages;
    fmt::print(
        "{} pages: title {}, date {}, first sentence {}, last sentence {}: {:.1f} % of "
        "fields right\n",
        pages, right[0], right[1], right[2], right[3], share);
    return share >= std::atof(arguments[3]) ? 0 : 1;
}
