// How well the countries of releases are found, on items of All India Radio that were labelled by
// hand; tests/relevance/README.md tells the rule. The figures are printed, with floors under them.

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "common/lexicon/country_finder.hpp"
#include "tests/support/shared_data.hpp"

namespace vigyapti {
namespace {

using Codes = std::set<std::string>;

std::map<std::string, Codes> read_labels() {
    std::map<std::string, Codes> labels;
    std::ifstream file(std::string(VIGYAPTI_SOURCE_DIR) + "/tests/relevance/countries.tsv");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t tab = line.find('\t');
        std::istringstream codes(line.substr(tab + 1));
        Codes& of = labels[line.substr(0, tab)];
        for (std::string code; codes >> code;)
            of.insert(code);
    }
    return labels;
}

struct Counts {
    double right = 0;
    double wrong = 0;
    double missed = 0;
    std::size_t items = 0;

    double precision() const { return right / (right + wrong); }
    double recall() const { return right / (right + missed); }

    void count(const Codes& wanted, const Codes& found) {
        ++items;
        for (const std::string& code : found)
            ++(wanted.contains(code) ? right : wrong);
        for (const std::string& code : wanted)
            missed += found.contains(code) ? 0 : 1;
    }
};

void add_items(const std::filesystem::path& path, const std::map<std::string, Codes>& labels,
               Counts& development, Counts& held_out) {
    CountryFinder finder;
    std::ifstream lines(path);
    for (std::string line; std::getline(lines, line);) {
        const auto item = nlohmann::json::parse(line);
        const std::string id = item["id"];
        const auto label = labels.find(id);
        if (label == labels.end()) continue;
        finder.add(CountryPlace::title, item["title"].get<std::string>());
        finder.add(CountryPlace::body, item["text"].get<std::string>());
        Codes found;
        for (const FoundCountry& each : finder.finish())
            found.emplace(each.code);
        const bool even = (id.back() - '0') % 2 == 0;
        (even ? development : held_out).count(label->second, found);
    }
}

}  // namespace

TEST_CASE("the countries of real items are found") {
    VIGYAPTI_SHARED_DATA_OR_SKIP(folder, "newsonair");
    const auto labels = read_labels();
    REQUIRE(labels.size() >= 170);
    Counts development;
    Counts held_out;
    add_items(folder / "docs.en.jsonl", labels, development, held_out);
    add_items(folder / "docs.hi.jsonl", labels, development, held_out);
    CHECK(development.items + held_out.items == labels.size());
    for (const auto& [name, counts] :
         std::map<std::string, Counts>{{"development", development}, {"held out", held_out}}) {
        MESSAGE(fmt::format("{}: {} items, precision {:.3f}, recall {:.3f}", name, counts.items,
                            counts.precision(), counts.recall()));
        CHECK(counts.precision() >= 0.95);
        CHECK(counts.recall() >= 0.95);
    }
}

}  // namespace vigyapti
