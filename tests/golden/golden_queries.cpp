// The table of the query language: each line of queries.tsv is a query, its tree, its Xapian query
// over a small index made here, and its notices. Compares, or with --update writes the last three
// columns anew, for a reader to look through. Today is 17 October 2023.
#include <fmt/core.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "common/lexicon/lexicon.hpp"
#include "common/text/utf8.hpp"
#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "searcher/query/compile.hpp"
#include "searcher/query/parse.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr Date today{2023, 10, 17};

// The releases that decide in which fields words are looked for.
std::vector<Release> releases() {
    std::vector<Release> made(4);
    made[0].title = "रूस और पाकिस्तान की ऊर्जा वार्ता";
    made[0].blocks = {
        {BlockKind::body, "दोनों देशों ने कच्चे तेल और गैस की आपूर्ति पर चर्चा की। हिन्दी में विज्ञप्ति जारी हुई।"},
        {BlockKind::caption, "Russian President Vladimir Putin"},
        {BlockKind::credit, "© Press Information Bureau"}};
    made[0].source = "विदेश मंत्रालय";
    made[1].title = "Crude oil reaches Karachi";
    made[1].blocks = {{BlockKind::body,
                       "Russian crude arrived after long talks on price and transport. "
                       "Travelling and travel took place. Pakistan paid."}};
    made[1].source = "Ministry of External Affairs";
    made[2].title = "Summit in Samarkand";
    made[2].blocks = {{BlockKind::body, "Leaders discussed transport corridors, gas and oil."}};
    made[3].title = "विदेश मंत्री की यात्रा";
    made[3].blocks = {{BlockKind::body, "मंत्रियों ने द्विपक्षीय सहयोग पर बात की। WHO के प्रमुख भी आए।"}};
    for (std::size_t i = 0; i < made.size(); ++i)
        made[i].id = std::to_string(i);
    return made;
}

class Table {
  public:
    Table() {
        Forms forms;
        note_forms(analyser_, forms);
        for (const Release& release : releases())
            database_.add_document(build_document(release, analyser_, 1000).document);
        const auto path = folder_.path() / "vocabulary";
        add_to_vocabulary(path, forms);
        vocabulary_ = Vocabulary::open(path);
    }

    std::string row(const std::string& query) {
        const ParsedQuery parsed = parse_query(query, today);
        Analyser analyser(canonical_key);
        const CompiledQuery compiled = compile_query(
            parsed, {.database = database_, .vocabulary = &*vocabulary_, .analyser = analyser});
        std::string notices;
        for (const std::string& notice : compiled.notices)
            notices += (notices.empty() ? "" : " | ") + notice;
        return fmt::format("{}\t{}\t{}\t{}", escaped(query), escaped(to_string(parsed.root)),
                           escaped(compiled.query.get_description()), escaped(notices));
    }

    // One line of valid text: \t, \n, \\ and \xFF for what is none.
    static std::string escaped(std::string_view text) {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const char32_t c = next_code_point(text, at);
            const std::string_view bytes = text.substr(begin, at - begin);
            if (c == U'\\') {
                out += "\\\\";
            } else if (c < 0x20 || (c == replacement_character && bytes != "\uFFFD")) {
                for (const char byte : bytes)
                    out += fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
            } else {
                out += bytes;
            }
        }
        return out;
    }

    static std::string unescaped(std::string_view text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\\') {
                out += text[i++];
            } else if (text[i] == '\\' && i + 3 < text.size() && text[i + 1] == 'x') {
                out +=
                    static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
                i += 3;
            } else {
                out += text[i];
            }
        }
        return out;
    }

  private:
    test::TemporaryFolder folder_;
    Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
    Analyser analyser_{canonical_key};
    std::optional<Vocabulary> vocabulary_;
};

int run(const std::string& path, bool update) {
    constexpr int least = 120;  // cases
    std::ifstream file(path);
    Table table;
    std::string written;
    int cases = 0;
    int wrong = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') {
            written += line + "\n";
            continue;
        }
        ++cases;
        const std::string row = table.row(Table::unescaped(line.substr(0, line.find('\t'))));
        written += row + "\n";
        if (row == line) continue;
        ++wrong;
        if (!update) fmt::print("expected: {}\n     now: {}\n\n", line, row);
    }
    fmt::print("{} cases, {} {}\n", cases, wrong, update ? "changed" : "wrong");
    if (update) {
        std::ofstream(path) << written;
        return 0;
    }
    return wrong == 0 && cases >= least ? 0 : 1;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    const bool update = argc == 3 && std::strcmp(argv[2], "--update") == 0;
    if (argc != 2 && !update) {
        std::fprintf(stderr, "usage: golden_queries queries.tsv [--update]\n");
        return 64;
    }
    return vigyapti::run(argv[1], update);
}
