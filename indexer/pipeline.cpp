#include "indexer/pipeline.hpp"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"
#include "indexer/complete.hpp"
#include "indexer/ordered_queue.hpp"
#include "indexer/task_source.hpp"
#include "indexer/writer.hpp"

namespace vigyapti {
namespace {

// Limits how many tasks are under way: memory is bounded by this, not by the input.
class Tickets {
  public:
    explicit Tickets(std::size_t count) : free_(count) {}

    // Waits for a ticket, which returns itself when its last holder drops it.
    std::shared_ptr<void> take() {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [this] { return free_ > 0; });
        --free_;
        return {nullptr, [this](void*) { give_back(); }};
    }

  private:
    void give_back() {
        {
            const std::lock_guard lock(mutex_);
            ++free_;
        }
        returned_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable returned_;
    std::size_t free_;
};

// The documents of one task for one shard, and the task's ticket.
struct Batch {
    std::vector<BuiltDocument> documents;
    std::shared_ptr<void> ticket;
};

struct NumberedTask {
    Task task;
    std::uint64_t number = 0;
    std::shared_ptr<void> ticket;
};

// Builds documents from what a reader yields and sorts them by shard.
class Builder : public ReleaseSink {
  public:
    Builder(std::size_t shards, std::size_t max_release_size, Report& report)
        : max_release_size_(max_release_size), report_(report), batches_(shards) {}

    void add(Release release) override {
        const std::string warning = complete_release(release, name_);
        if (!warning.empty()) report_.warn(path_ + " (" + release.id + ")", 0, warning);
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const double seconds = std::chrono::duration<double>(now).count();
        BuiltDocument built = build_document(release, analyser_, seconds);
        if (built.bytes > max_release_size_) {
            report_.fail(path_, 0, "release " + release.id + " is beyond --max-release-size");
            return;
        }
        const std::size_t shard = shard_of(built.id, batches_.size());
        batches_[shard].documents.push_back(std::move(built));
    }

    void problem(std::uint64_t line, const std::string& what) override {
        report_.fail(path_, line, what);
    }

    void run(const Task& task) {
        if (task.chunk_of != nullptr) {
            read(*task.chunk_of, {task.bytes, task.chunk_of->name, task.first_line});
        }
        for (const SourceFile& file : task.files) {
            read_whole(file);
            ++report_.files;
        }
    }

    std::vector<Batch> take() {
        return std::exchange(batches_, std::vector<Batch>(batches_.size()));
    }

  private:
    void read_whole(const SourceFile& file) {
        std::string bytes;
        try {
            bytes = read_file(file.path, max_release_size_);
        } catch (const Error& error) {
            // Its message begins with the path.
            ++report_.failed;
            print_warning("vigyapti-index", error.what());
            return;
        }
        const std::size_t size = bytes.size();
        bytes.resize(size + reader_padding);
        read(file, {std::string_view(bytes).substr(0, size), file.name, 1});
    }

    void read(const SourceFile& file, const Input& input) {
        path_ = file.path.string();
        name_ = file.name;
        try {
            file.reader->read(input, *this);
        } catch (const Error& error) {
            report_.fail(path_, 0, error.what());
        }
        report_.bytes += input.bytes.size();
    }

    const std::size_t max_release_size_;
    Report& report_;
    Analyser analyser_{canonical_key};
    std::string path_;
    std::string name_;
    std::vector<Batch> batches_;
};

class Pipeline {
  public:
    Pipeline(const IndexOptions& options, std::span<const SourceFile> files,
             const std::vector<std::filesystem::path>& shards, Report& report)
        : options_(options),
          report_(report),
          source_(files, options.max_release_size, report),
          tickets_(options.threads * 3),
          queues_(shards.size()) {
        // Opened here, so that a locked index is known before any work is done.
        for (const std::filesystem::path& shard : shards)
            writers_.push_back(std::make_unique<ShardWriter>(shard, report));
    }

    void run() {
        std::vector<std::thread> writing;
        for (std::size_t i = 0; i < writers_.size(); ++i)
            writing.emplace_back([this, i] { guarded([this, i] { write(i); }); });
        std::vector<std::thread> working;
        for (std::size_t i = 0; i < options_.threads; ++i)
            working.emplace_back([this] { guarded([this] { work(); }); });
        for (std::thread& thread : working)
            thread.join();
        for (OrderedQueue<Batch>& queue : queues_)
            queue.finish(next_number_);
        for (std::thread& thread : writing)
            thread.join();
        if (failure_) std::rethrow_exception(failure_);
    }

  private:
    template <typename Work>
    void guarded(Work&& work) {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(failure_mutex_);
            if (!failure_) failure_ = std::current_exception();
            stopping_ = true;
        }
    }

    std::optional<NumberedTask> next_task() {
        auto ticket = tickets_.take();
        const std::lock_guard lock(source_mutex_);
        if (stopping_) return std::nullopt;
        auto task = source_.next();
        if (!task) return std::nullopt;
        return NumberedTask{std::move(*task), next_number_++, std::move(ticket)};
    }

    void work() {
        Builder builder(queues_.size(), options_.max_release_size, report_);
        while (auto numbered = next_task()) {
            guarded([&] { builder.run(numbered->task); });
            std::vector<Batch> batches = builder.take();
            for (std::size_t i = 0; i < queues_.size(); ++i) {
                batches[i].ticket = numbered->ticket;
                queues_[i].push(numbered->number, std::move(batches[i]));
            }
        }
    }

    // After a failure the rest is taken and dropped, so that no worker waits for ever.
    void write(std::size_t shard) {
        ShardWriter& writer = *writers_[shard];
        while (auto batch = queues_[shard].pop()) {
            guarded([&] {
                for (const BuiltDocument& built : batch->documents) {
                    if (stopping_) break;
                    writer.write(built);
                }
            });
        }
        if (!stopping_) writer.commit();
    }

    const IndexOptions& options_;
    Report& report_;
    std::mutex source_mutex_;
    TaskSource source_;
    std::uint64_t next_number_ = 0;
    Tickets tickets_;
    std::vector<OrderedQueue<Batch>> queues_;
    std::vector<std::unique_ptr<ShardWriter>> writers_;
    std::atomic<bool> stopping_{false};
    std::mutex failure_mutex_;
    std::exception_ptr failure_;
};

}  // namespace

void run_pipeline(const IndexOptions& options, const std::vector<SourceFile>& files,
                  const std::vector<std::filesystem::path>& shards, Report& report) {
    Pipeline(options, files, shards, report).run();
}

}  // namespace vigyapti
