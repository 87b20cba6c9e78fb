// Bytes → reader → Release → document → shard, over threads. Files are cut into tasks; each worker
// reads and analyses a task and writes its new releases to a small shard of its own, a piece; the
// pieces are merged in the order of the input. Releases that are in the index already go to the
// thread that owns their shard.
#pragma once

#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "common/index/vocabulary.hpp"
#include "indexer/claims.hpp"
#include "indexer/indexing_times.hpp"
#include "indexer/options.hpp"
#include "indexer/outcome.hpp"
#include "indexer/plan.hpp"
#include "indexer/source_reader.hpp"
#include "indexer/task_source.hpp"
#include "indexer/writer.hpp"

namespace vigyapti {

class Pipeline {
  public:
    // All arguments must outlive the object. `files`: those of the plan, in its order. `scratch`:
    // an empty folder on the disk of the index.
    Pipeline(const IndexOptions& options, const ScanResult& scanned, const Plan& plan,
             std::span<const SourceFile> files, const IndexingTimes& times,
             std::filesystem::path scratch, const SourceReader& reader, Report& report);

    // What a round made.
    struct Round {
        std::vector<std::filesystem::path> pieces;  // in the order of the input
        std::uint64_t bytes = 0;                    // of input
        bool last = false;                          // nothing is left to read
        Forms forms;                                // of all words that it brings
        // One for each of `shards`; null for those that were left alone.
        std::vector<std::unique_ptr<ShardWriter>> writers;
    };

    // Reads about options.commit_bytes of input, less when there is much to replace. `shards`:
    // those of the index, which hold the releases that may be replaced. Ends early when the program
    // is asked to stop. Throws what a thread met after all have ended.
    Round run(const std::vector<std::filesystem::path>& shards);

    // Whether a release of the input has the id.
    bool has_read(const std::string& id_term) const { return claims_.contains(id_term); }

    Outcomes& outcomes() { return outcomes_; }

  private:
    friend class Worker;

    struct NumberedTask {
        Task task;
        std::uint64_t number = 0;
    };

    std::optional<NumberedTask> next_task();
    void work();
    void fail(std::exception_ptr failure);
    ShardWriter& writer_of(std::size_t shard);
    void add_forms(Forms forms);
    std::filesystem::path piece_path(std::uint64_t task) const;
    void add_piece(std::uint64_t task);
    void take_out_losers();

    const IndexOptions& options_;
    const ScanResult& scanned_;
    const Plan& plan_;
    const IndexingTimes& times_;
    const std::filesystem::path scratch_;
    const SourceReader& reader_;
    Report& report_;
    Outcomes outcomes_;
    Claims claims_;
    std::mutex source_mutex_;
    TaskSource source_;
    bool exhausted_ = false;
    std::uint64_t next_number_ = 0;
    std::uint64_t round_bytes_ = 0;
    std::atomic<bool> failed_{false};
    std::atomic<bool> full_{false};  // a writer is
    std::mutex mutex_;               // of what follows
    std::exception_ptr failure_;
    std::set<std::uint64_t> pieces_;
    Forms forms_;
    std::vector<std::filesystem::path> shards_;
    std::vector<std::unique_ptr<ShardWriter>> writers_;
};

}  // namespace vigyapti
