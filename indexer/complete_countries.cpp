#include "indexer/complete_countries.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/lexicon/countries.hpp"

namespace vigyapti {
namespace {

void add(std::vector<std::string>& codes, std::string_view code) {
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
}

}  // namespace

std::string complete_countries(Release& release, CountryFinder& finder) {
    std::vector<std::string> codes;
    std::string warning;
    for (const std::string& given : release.countries) {
        if (const auto code = find_country(given)) {
            add(codes, *code);
        } else if (warning.empty()) {
            warning = fmt::format("\"{}\" is no country, so left out", given);
        }
    }
    finder.add(CountryPlace::title, release.title);
    for (const Block& block : release.blocks) {
        if (block.kind == BlockKind::credit) continue;
        finder.add(block.kind == BlockKind::body ? CountryPlace::body : CountryPlace::caption,
                   block.text);
    }
    for (const FoundCountry& found : finder.finish())
        add(codes, found.code);
    release.countries = std::move(codes);
    return warning;
}

}  // namespace vigyapti
