#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "common/index/facet_value.hpp"
#include "common/index/schema.hpp"
#include "common/index/vocabulary.hpp"
#include "common/text/grapheme.hpp"
#include "indexer/merge.hpp"
#include "indexer/operations/operations.hpp"
#include "indexer/state.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;
using Counts = std::map<std::string, std::uint64_t>;

// How many releases are of each language, source and year.
struct Tallies {
    Counts languages;
    Counts sources;
    Counts years;
};

Tallies tally(const Xapian::Database& index) {
    Tallies tallies;
    const auto count = [](Counts& counts, std::string_view value) {
        ++counts[value.empty() ? "(none)" : std::string(value)];
    };
    const std::uint32_t slot = field(FieldId::facets).slot;
    for (auto at = index.valuestream_begin(slot); at != index.valuestream_end(slot); ++at) {
        const std::string value = *at;
        const FacetFields fields = decode_facets(value);
        count(tallies.languages, fields.lang);
        count(tallies.sources, fields.source);
        constexpr std::size_t year_length = 4;
        count(tallies.years, fields.month.substr(0, year_length));
    }
    return tallies;
}

std::string table(std::string_view heading, const Counts& counts, bool by_count) {
    std::vector<std::pair<std::string, std::uint64_t>> rows(counts.begin(), counts.end());
    if (by_count) {
        std::stable_sort(rows.begin(), rows.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
    }
    std::size_t width = 0;
    for (const auto& [value, count] : rows)
        width = std::max(width, count_columns(value));
    std::string out = fmt::format("{}\n", heading);
    for (const auto& [value, count] : rows) {
        const std::string shown = printable(value);
        out += fmt::format("  {}{}  {:>9}\n", shown,
                           std::string(width - std::min(width, count_columns(shown)), ' '), count);
    }
    return out;
}

std::uint64_t count_terms(const Xapian::Database& index) {
    std::uint64_t count = 0;
    for (auto term = index.allterms_begin(); term != index.allterms_end(); ++term)
        ++count;
    return count;
}

std::uint64_t bytes_below(const fs::path& folder) {
    return fs::exists(folder) ? shard_bytes(folder) : 0;
}

}  // namespace

std::string index_stats(const IndexOptions& options) {
    const Xapian::Database index = open_index(options.index);
    const Tallies tallies = tally(index);
    const Generation generation = current_generation(options.index);
    const State state = State::load(generation.folder / state_name);
    std::uint64_t bytes = bytes_below(generation.folder / state_name);
    for (const char* name : {vocabulary_name, translations_name}) {
        const fs::path path = generation.folder / name;
        bytes += fs::exists(path) ? fs::file_size(path) : 0;
    }
    for (const fs::path& shard : generation.shards)
        bytes += shard_bytes(shard);
    std::uint64_t failures = 0;
    for (const FileRecord& file : state.files())
        failures += file.failures.size();
    return fmt::format(
        "releases  {}\nfiles     {}\nfailures  {}\nterms     {}\nshards    {}\nsize      {}\n"
        "{}{}{}",
        index.get_doccount(), state.files().size(), failures, count_terms(index),
        generation.shards.size(), human_size(static_cast<double>(bytes)),
        table("language", tallies.languages, true), table("source", tallies.sources, true),
        table("year", tallies.years, false));
}

}  // namespace vigyapti
