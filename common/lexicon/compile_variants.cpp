// Run by the build: turns the tables of the lexicon into C++ source, sorted lists of index keys
// (or, for words kept apart, exact forms) with the keys that stand for them. Refuses a table that
// is not sound, so that a mistake in it stops the build.
//
//     compile_variants kept-apart OUT.inc KEPT.tsv
//     compile_variants variants OUT.inc KEPT.tsv TABLE.tsv...

#include <fmt/core.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/file.hpp"
#include "common/base/main_guard.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {
namespace {

class Table {
  public:
    // `kept`: the table of words kept apart, when this is one of variants.
    explicit Table(const Table* kept = nullptr) : kept_(kept), kept_apart_(kept == nullptr) {}

    void read(const std::string& path) {
        std::istringstream lines(read_file(path, 10'000'000));
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (line.empty() || line.front() == '#') continue;
            add_group(line, fmt::format("{}:{}", path, number));
        }
    }

    // The key of a word kept apart, by its exact form; nullptr for any other.
    const std::string* find(const std::string& form) const {
        const auto found = entries_.find(form);
        return found == entries_.end() ? nullptr : &found->second;
    }

    // The sorted entries, each `{"from", "to"},` on a line. Throws when anything was wrong.
    std::string source() {
        std::string out;
        for (const auto& [from, to] : entries_) {
            if (!kept_apart_ && entries_.contains(to)) {
                complain(to, "stands for a group and belongs to another one");
            }
            out += fmt::format("{{\"{}\", \"{}\"}},\n", from, to);
        }
        if (complaints_ > 0) {
            throw Error(ErrorCode::bad_input, fmt::format("{} faults in the tables", complaints_));
        }
        return out;
    }

  private:
    // All faults are shown in one go.
    void complain(const std::string& where, const std::string& what) {
        print_warning("compile_variants", fmt::format("{}: {}", where, what));
        ++complaints_;
    }

    // What the table is sorted by: the exact form of words kept apart, the key of others.
    std::string form_of(const std::string& word, const std::string& where) {
        std::string form;
        std::size_t words = 0;
        analyser_.for_each_word(word, [&](const Token&, const Term& term) {
            const std::string exact(term.exact);
            const std::string* own = kept_apart_ ? nullptr : kept_->find(exact);
            form = kept_apart_ ? exact : own != nullptr ? *own : std::string(term.key);
            ++words;
        });
        if (words != 1) complain(where, fmt::format("\"{}\" is not one word", word));
        return form;
    }

    void add_group(const std::string& line, const std::string& where) {
        std::istringstream cells(line);
        std::string target;
        std::size_t useful = 0;
        for (std::string word; std::getline(cells, word, '\t');) {
            const auto [known, fresh] = words_.emplace(word, where);
            if (!fresh)
                complain(where, fmt::format("\"{}\" stands in {} too", word, known->second));
            const std::string form = form_of(word, where);
            if (target.empty()) {
                target = form;
                if (!kept_apart_) continue;
            }
            if (!kept_apart_ && form == target) continue;
            const auto [entry, added] = entries_.emplace(form, target);
            if (!added && entry->second != target) {
                complain(where, fmt::format("\"{}\" is known by another group already", word));
            }
            ++useful;
        }
        if (useful == 0) complain(where, "the forms meet without the table");
    }

    const Table* kept_;
    const bool kept_apart_;
    Analyser analyser_;
    std::size_t complaints_ = 0;
    std::map<std::string, std::string> words_;    // where each stands
    std::map<std::string, std::string> entries_;  // form → key of the group
};

int run(int argc, const char* const* argv) {
    const bool variants = argc > 4 && std::string_view(argv[1]) == "variants";
    if (!variants && argc != 4) {
        throw Error(ErrorCode::usage,
                    "usage: compile_variants variants|kept-apart OUT KEPT TABLE...");
    }
    Table kept;
    kept.read(argv[3]);
    Table table(&kept);
    for (int i = 4; i < argc; ++i)
        table.read(argv[i]);
    replace_file(argv[2], variants ? table.source() : kept.source());
    return 0;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    return vigyapti::guarded_main("compile_variants", vigyapti::indexer_exit_status,
                                  [=] { return vigyapti::run(argc, argv); });
}
