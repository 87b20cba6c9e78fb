#include "indexer/pipeline.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <thread>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "common/lexicon/lexicon.hpp"
#include "indexer/build_document.hpp"
#include "indexer/collect_forms.hpp"
#include "indexer/complete_countries.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/stop.hpp"

namespace vigyapti {
namespace {

constexpr const char* two_releases = "this id stands for two releases; the last one counts";

// What a task takes in memory, as a multiple of its bytes: the releases, their terms, and what
// Xapian keeps of them until it writes.
constexpr std::size_t memory_per_byte = 40;

TaskLimits limits_of(const IndexOptions& options) {
    constexpr std::size_t least = 64'000;
    const std::size_t share = options.memory / (options.threads * memory_per_byte);
    return {std::clamp(share, least, TaskLimits{}.task_bytes), options.max_release_size};
}

}  // namespace

// Reads and analyses tasks, one after the other, in one thread.
class Worker : public DraftSink {
  public:
    explicit Worker(Pipeline& pipeline)
        : pipeline_(pipeline), known_(std::in_place, pipeline.shards_), times_(pipeline.times_) {
        note_forms(analyser_, forms_);
    }

    Forms take_forms() { return std::move(forms_); }

    void run(const Pipeline::NumberedTask& numbered) {
        place_ = {numbered.number, 0, 0};
        const Task& task = numbered.task;
        if (task.chunk_of != nullptr) read_chunk(task);
        for (const SourceFile& file : task.files)
            read_whole(file);
        if (!piece_) return;
        piece_->commit();
        piece_.reset();
        pipeline_.add_piece(numbered.number);
    }

    void add(Draft draft, std::string name) override {
        FileFacts facts{name, pipeline_.scanned_.roots[file_->root].source};
        if (name.empty()) {
            facts.name = file_->name;
            if (file_->stamp.modified != 0) facts.modified = file_->stamp.modified;
        }
        facts.legacy_fonts = pipeline_.options_.legacy_fonts;
        SettledRelease settled = settle_release(std::move(draft), facts);
        Release& release = settled.release;
        remark(RemarkKind::date, settled.remark, release.id);
        remark(RemarkKind::country, complete_countries(release, country_finder_), release.id);
        const std::string encoded = encode_release(release);
        if (encoded.size() > pipeline_.options_.max_release_size) {
            pipeline_.outcomes_.fail(*file_, 0,
                                     "release " + release.id + " is beyond --max-release-size");
            return;
        }
        ++place_.release;
        const std::string term = id_term(release.id);
        if (!claim(release.id, term)) return;
        pipeline_.outcomes_.count_release(*file_, release.id.starts_with(file_->name));
        store(release, encoded, term);
    }

    void problem(std::uint64_t line, const std::string& what) override {
        pipeline_.outcomes_.fail(*file_, line, what);
    }

    void nothing(const std::string& why) override { pipeline_.outcomes_.nothing(*file_, why); }

  private:
    void read_whole(const SourceFile& file) {
        begin(file);
        std::uint64_t hash = 0;
        try {
            hash = pipeline_.reader_.read(file, *this);
        } catch (const Error& error) {
            // Messages about the file itself begin with the path, which is named anyway.
            std::string what = error.what();
            const std::string path = file.path + ": ";
            const bool of_file = what.starts_with(path);
            if (error.code() == ErrorCode::io && !of_file)
                throw;  // the machine is short of something
            if (of_file) what.erase(0, path.size());
            pipeline_.outcomes_.fail(file, 0, what);
        }
        pipeline_.outcomes_.note_read(file, hash);
        pipeline_.report_.bytes += file.stamp.bytes;
    }

    void read_chunk(const Task& task) {
        begin(*task.chunk_of);
        try {
            read_guarded(*file_->reader, {task.bytes, file_->name, task.first_line}, *this);
        } catch (const Error& error) {
            pipeline_.outcomes_.fail(*file_, 0, error.what());
        }
        pipeline_.report_.bytes += task.bytes.size();
    }

    void begin(const SourceFile& file) {
        file_ = &file;
        place_.file = static_cast<std::uint32_t>(pipeline_.outcomes_.number_of(file));
    }

    void remark(RemarkKind kind, const std::string& what, const std::string& id) {
        if (!what.empty()) pipeline_.outcomes_.remark(kind, *file_, place_, id, what);
    }

    bool claim(const std::string& id, const std::string& term) {
        const Claim claim = pipeline_.claims_.claim(term, place_);
        if (claim.verdict == Verdict::first) return true;
        pipeline_.outcomes_.warn(*file_, id, two_releases);
        const bool refused = claim.verdict == Verdict::refused;
        pipeline_.outcomes_.note_shadowed(refused ? place_.file : claim.other.file, !refused);
        return !refused;
    }

    std::uint32_t file_number() const { return pipeline_.plan_.files[place_.file].record.number; }

    // Another file, further back in the input and not read now, has the release.
    bool is_shadowed_by(const KnownRelease& known) const {
        const auto& order = pipeline_.plan_.order;
        const std::uint32_t own = file_number();
        if (own == 0 || known.file == 0) return false;
        return known.file != own && known.file < order.size() && own < order.size() &&
               order[known.file] > order[own] && !pipeline_.plan_.leaving.contains(known.id_term);
    }

    void store(const Release& release, const std::string& encoded, const std::string& term) {
        const std::string hash = content_hash(encoded);
        const auto known = find_known(term);
        if (known && is_shadowed_by(*known)) {
            pipeline_.outcomes_.warn(*file_, release.id, two_releases);
            pipeline_.outcomes_.note_shadowed(place_.file, true);
            return;
        }
        const bool same = known && known->content_hash == hash;
        if (same) ++pipeline_.report_.unchanged;
        if (same && known->file == file_number()) return;
        // What only moves to another file is not new.
        const double time = same ? known->indexed_at : times_.of(term, hash);
        BuiltDocument built = build_document(release, analyser_, time, &sketcher_);
        if (file_number() != 0) built.document.add_boolean_term(file_term(file_number()));
        if (!known) {
            add_to_piece(term, built.document);
            return;
        }
        if (!same) ++pipeline_.report_.updated;
        const bool taken = file_number() != 0 && known->file != file_number();
        if (taken) pipeline_.outcomes_.note_taken(known->file);
        ShardWriter& writer = pipeline_.writer_of(known->shard);
        writer.replace(known->document, place_, std::move(built.document), encoded.size());
        if (writer.is_full()) pipeline_.full_ = true;
    }

    // The shard's own thread may commit meanwhile, more than once.
    std::optional<KnownRelease> find_known(const std::string& term) {
        constexpr int attempts = 100;
        for (int attempt = 1;; ++attempt) {
            try {
                return known_->find(term);
            } catch (const Xapian::DatabaseModifiedError&) {
                if (attempt == attempts) throw;
                known_.emplace(pipeline_.shards_);
            }
        }
    }

    void add_to_piece(const std::string& term, const Xapian::Document& document) {
        if (!piece_) {
            // Nothing of a piece must survive a crash, so nothing of it is synced.
            piece_ = create_shard(pipeline_.piece_path(place_.task), Xapian::DB_NO_SYNC);
        }
        const Xapian::docid number = piece_->add_document(document);
        ++pipeline_.report_.indexed;
        pipeline_.claims_.settle(term, place_, number);
    }

    Pipeline& pipeline_;
    Analyser analyser_{canonical_key};
    CountryFinder country_finder_;
    PairSketcher sketcher_;
    Forms forms_;
    std::optional<KnownReleases> known_;
    ReplacedTimes times_;
    std::optional<Xapian::WritableDatabase> piece_;
    const SourceFile* file_ = nullptr;
    InputPlace place_;
};

Pipeline::Pipeline(const IndexOptions& options, const ScanResult& scanned, const Plan& plan,
                   std::span<const SourceFile> files, const IndexingTimes& times,
                   std::filesystem::path scratch, const SourceReader& reader, Report& report)
    : options_(options),
      scanned_(scanned),
      plan_(plan),
      times_(times),
      scratch_(std::move(scratch)),
      reader_(reader),
      report_(report),
      outcomes_(files, scanned, report),
      source_(
          files, limits_of(options),
          [this](const SourceFile& file, std::uint64_t line, const std::string& what) {
              outcomes_.fail(file, line, what);
          },
          [this](const SourceFile& file, std::uint64_t hash) { outcomes_.note_read(file, hash); }) {
}

Pipeline::Round Pipeline::run(const std::vector<std::filesystem::path>& shards) {
    shards_ = shards;
    writers_.clear();
    writers_.resize(shards.size());
    round_bytes_ = 0;
    full_ = false;
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < options_.threads; ++i)
        workers.emplace_back([this] { work(); });
    for (std::thread& worker : workers)
        worker.join();
    if (failure_) std::rethrow_exception(failure_);
    take_out_losers();
    Round round;
    for (const std::uint64_t task : std::exchange(pieces_, {}))
        round.pieces.push_back(piece_path(task));
    round.bytes = round_bytes_;
    round.last = exhausted_;
    round.forms = std::exchange(forms_, {});
    round.writers = std::move(writers_);
    claims_.forget_documents();
    return round;
}

std::optional<Pipeline::NumberedTask> Pipeline::next_task() {
    const std::lock_guard lock(source_mutex_);
    if (failed_ || full_ || stop_requested()) return std::nullopt;
    if (round_bytes_ >= options_.commit_bytes) return std::nullopt;
    auto task = source_.next();
    if (!task) {
        exhausted_ = !stop_requested();
        return std::nullopt;
    }
    round_bytes_ += task->bytes.size();
    for (const SourceFile& file : task->files)
        round_bytes_ += file.stamp.bytes;
    return NumberedTask{std::move(*task), next_number_++};
}

void Pipeline::work() {
    try {
        Worker worker(*this);
        while (const auto task = next_task())
            worker.run(*task);
        add_forms(worker.take_forms());
    } catch (...) {
        fail(std::current_exception());
    }
}

void Pipeline::fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    failed_ = true;
}

ShardWriter& Pipeline::writer_of(std::size_t shard) {
    const std::lock_guard lock(mutex_);
    auto& writer = writers_[shard];
    if (!writer) {
        writer = std::make_unique<ShardWriter>(shards_[shard], options_.memory / 8);
    }
    return *writer;
}

void Pipeline::add_forms(Forms forms) {
    const std::lock_guard lock(mutex_);
    forms_.merge(forms);
}

std::filesystem::path Pipeline::piece_path(std::uint64_t task) const {
    return scratch_ / fmt::format("piece{}", task);
}

void Pipeline::add_piece(std::uint64_t task) {
    const std::lock_guard lock(mutex_);
    pieces_.insert(task);
}

void Pipeline::take_out_losers() {
    for (const auto& [task, documents] : claims_.take_losers()) {
        Xapian::WritableDatabase piece(piece_path(task).string(),
                                       Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        for (const Xapian::docid document : documents)
            piece.delete_document(document);
        piece.commit();
        report_.indexed -= documents.size();
        if (piece.get_doccount() == 0) pieces_.erase(task);
    }
}

}  // namespace vigyapti
