#include "indexer/generation_writer.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <numeric>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/text/sound_key.hpp"
#include "indexer/collect_forms.hpp"
#include "indexer/dictionary.hpp"
#include "indexer/merge.hpp"
#include "indexer/write_translations.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

constexpr const char* scratch_name = "scratch";

// A round of less input than this makes one shard: more would only have to be merged again.
constexpr std::uint64_t one_shard_bytes = 32'000'000;

Generation open_generation(const IndexOptions& options, GenerationWriter::Start start) {
    const bool in_use = start == GenerationWriter::Start::in_place && index_exists(options.index);
    return in_use ? current_generation(options.index) : start_generation(options.index);
}

Xapian::Database open_all(const std::vector<fs::path>& shards) {
    Xapian::Database all;
    for (const fs::path& shard : shards)
        all.add_database(Xapian::Database(shard.string()));
    return all;
}

}  // namespace

GenerationWriter::GenerationWriter(const IndexOptions& options, Start start, Report& report)
    : options_(options),
      start_(start),
      report_(report),
      published_(start == Start::in_place && index_exists(options.index)),
      generation_(open_generation(options, start)),
      state_(State::load(generation_.folder / state_name)),
      times_(options.index, start == Start::beside) {
    if (!generation_.shards.empty()) mend_vocabulary();
    write_translations(generation_.folder, options.glossary, dictionary_path, report);
}

std::uint64_t GenerationWriter::releases() const {
    return open_all(generation_.shards).get_doccount();
}

fs::path GenerationWriter::make_scratch() const {
    fs::path scratch = generation_.folder / scratch_name;
    remove_tree(scratch);
    make_folders(scratch);
    return scratch;
}

std::unique_ptr<ShardWriter> GenerationWriter::writer_of(std::size_t shard) const {
    return std::make_unique<ShardWriter>(generation_.shards.at(shard), options_.memory / 8);
}

void GenerationWriter::mend_vocabulary() {
    const fs::path path = generation_.folder / vocabulary_name;
    try {
        const auto vocabulary = Vocabulary::open(path);
        if (vocabulary && vocabulary->is_sound()) return;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::corrupt) throw;
    }
    replace_vocabulary();
}

void GenerationWriter::replace_vocabulary() {
    const Report::Phase phase(report_, "vocabulary");
    write_vocabulary(generation_.folder / vocabulary_name, collect_forms(generation_.shards),
                     sound_bucket);
}

void GenerationWriter::add_forms(const Forms& forms) {
    const Report::Phase phase(report_, "vocabulary");
    add_to_vocabulary(generation_.folder / vocabulary_name, forms, sound_bucket);
}

void GenerationWriter::add_round(Pipeline::Round& round) {
    const Report::Phase phase(report_, "merge");
    const std::size_t count = round.bytes < one_shard_bytes ? 1 : options_.shards;
    const std::vector<fs::path> made =
        merge_pieces(round.pieces, generation_, count, std::max(options_.threads, count),
                     generation_.folder / scratch_name);
    generation_.shards.insert(generation_.shards.end(), made.begin(), made.end());
    has_new_shards_ = has_new_shards_ || !made.empty();
    if (generation_.shards.empty()) add_empty_shard();
    // New releases first: one that only changed its id is found throughout.
    if (is_live()) publish();
    for (const std::unique_ptr<ShardWriter>& writer : round.writers) {
        if (writer) writer->finish();
    }
    round.writers.clear();
}

// An index without releases is an index.
void GenerationWriter::add_empty_shard() {
    generation_.shards.push_back(next_shard(generation_));
    create_shard(generation_.shards.back()).commit();
    sync_folder(generation_.shards.back());
}

void GenerationWriter::commit(bool last_round) {
    {
        const Report::Phase phase(report_, "state");
        state_.commit();
    }
    if (!last_round) return;
    merge_small_shards();
    remove_tree(generation_.folder / scratch_name);
}

void GenerationWriter::publish() {
    if (published_ && is_live() && !has_new_shards_) return;
    publish_generation(options_.index, generation_);
    published_ = true;
    has_new_shards_ = false;
}

void GenerationWriter::merge_small_shards() {
    for (;;) {
        std::vector<std::uint64_t> sizes;
        for (const fs::path& shard : generation_.shards)
            sizes.push_back(shard_bytes(shard));
        const std::vector<std::size_t> alike = choose_merge(sizes);
        if (alike.empty()) return;
        merge(alike);
    }
}

void GenerationWriter::merge_all() {
    std::vector<std::size_t> all(generation_.shards.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    merge(all);
    replace_vocabulary();
}

// The sources are removed by the next run: a reader may be about to open them.
void GenerationWriter::merge(const std::vector<std::size_t>& numbers) {
    const Report::Phase phase(report_, "merge");
    std::vector<fs::path> sources;
    for (const std::size_t i : numbers)
        sources.push_back(generation_.shards[i]);
    const fs::path merged = next_shard(generation_);
    merge_shards(sources, merged);
    std::erase_if(generation_.shards, [&](const fs::path& shard) {
        return std::find(sources.begin(), sources.end(), shard) != sources.end();
    });
    generation_.shards.push_back(merged);
    if (is_live()) publish_generation(options_.index, generation_);
}

}  // namespace vigyapti
