// The generation that a run writes: its shards, its state and its vocabulary, and the order in
// which they are made durable.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/index/database.hpp"
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

    // The caller holds the index's lock. Throws Error and Xapian::Error.
    GenerationWriter(const IndexOptions& options, Start start, Report& report);

    const std::vector<std::filesystem::path>& shards() const { return generation_.shards; }
    State& state() { return state_; }
    bool is_live() const { return start_ == Start::in_place; }
    // Nothing was published yet.
    bool is_new() const { return !published_; }
    std::uint64_t releases() const;

    // An empty folder for what is not yet a shard.
    std::filesystem::path make_scratch() const;

    // Opens a shard that no worker of the round has opened.
    std::unique_ptr<ShardWriter> writer_of(std::size_t shard) const;

    // Merges the round's pieces into new shards, which are published where live, then commits what
    // it changed in place.
    void add_round(Pipeline::Round& round);

    // Commits the state; after the last round also merges small shards and brings the vocabulary in
    // line.
    void commit(bool last_round);

    // Brings the vocabulary in line with the shards, where it is not.
    void refresh_vocabulary();

    // Puts the generation into use.
    void publish();

    // Merges all shards into one and brings the vocabulary in line.
    void merge_all();

  private:
    void add_empty_shard();
    void merge_small_shards();
    void merge(const std::vector<std::size_t>& numbers);
    std::string mark() const;

    const IndexOptions& options_;
    const Start start_;
    Report& report_;
    bool published_ = false;
    Generation generation_;
    State state_;
    // Since the vocabulary was last in line: it can be extended by these.
    bool vocabulary_in_line_ = false;
    std::vector<std::filesystem::path> added_shards_;
    std::set<std::string> added_terms_;
};

}  // namespace vigyapti
