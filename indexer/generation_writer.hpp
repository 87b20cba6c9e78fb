// The generation that a run writes: its shards, its state and its vocabulary, and the order in
// which they are made durable: the vocabulary, which may hold more than the shards but not less;
// the state, as far as it says which files are under way; the shards; the state of what was read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/indexing_times.hpp"
#include "indexer/options.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/state.hpp"
#include "indexer/writer.hpp"

namespace vigyapti {

class GenerationWriter {
  public:
    enum class Start : std::uint8_t {
        in_place,  // the generation in use, or a first one: each commit is visible at once
        beside,    // a new one, which readers do not see before `publish`
    };

    // A vocabulary that is lost or damaged is made anew. The caller holds the index's lock. Throws
    // Error and Xapian::Error.
    GenerationWriter(const IndexOptions& options, Start start, Report& report);

    const std::vector<std::filesystem::path>& shards() const { return generation_.shards; }
    State& state() { return state_; }
    const IndexingTimes& times() const { return times_; }
    bool is_live() const { return start_ == Start::in_place; }
    // Nothing was published yet.
    bool is_new() const { return !published_; }
    std::uint64_t releases() const;

    // An empty folder for what is not yet a shard.
    std::filesystem::path make_scratch() const;

    // Opens a shard that no worker of the round has opened.
    std::unique_ptr<ShardWriter> writer_of(std::size_t shard) const;

    // Brings new words into the vocabulary; to be called before anything that has them is
    // committed.
    void add_forms(const Forms& forms);

    // Merges the round's pieces into new shards, which are published where live, then commits what
    // it changed in place.
    void add_round(Pipeline::Round& round);

    // Commits the state; after the last round also merges small shards.
    void commit(bool last_round);

    // Puts the generation into use.
    void publish();

    // Merges all shards into one, and leaves words out of the vocabulary that are in none.
    void merge_all();

  private:
    void mend_vocabulary();
    void replace_vocabulary();
    void add_empty_shard();
    void merge_small_shards();
    void merge(const std::vector<std::size_t>& numbers);

    const IndexOptions& options_;
    const Start start_;
    Report& report_;
    bool published_ = false;
    Generation generation_;
    State state_;
    const IndexingTimes times_;
    bool has_new_shards_ = false;  // that are not published
};

}  // namespace vigyapti
