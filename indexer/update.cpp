#include "indexer/update.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/main_guard.hpp"
#include "common/index/lock.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/plan.hpp"
#include "indexer/progress.hpp"
#include "indexer/source_reader.hpp"
#include "indexer/stop.hpp"

namespace vigyapti {
namespace {

SourceLimits limits_of(const IndexOptions& options) {
    return {options.max_release_size, options.max_file_size};
}

ScanResult find_input(const IndexOptions& options, Report& report) {
    const Report::Phase phase(report, "scan");
    ScanResult found =
        scan(options.paths, options.format,
             [&](const std::string& path, const std::string& what) { report.fail(path, 0, what); });
    report.skipped = found.skipped;
    if (!options.allow_mass_delete) check_roots(found);
    return found;
}

// Reads what the plan names and commits it, round by round.
class Run {
  public:
    Run(const IndexOptions& options, const ScanResult& scanned, Plan plan,
        GenerationWriter& generation, const SourceReader& reader, Report& report)
        : plan_(std::move(plan)),
          files_(files_of(plan_)),
          generation_(generation),
          report_(report),
          pipeline_(options, scanned, plan_, files_, generation.times(), generation.make_scratch(),
                    reader, report) {}

    void read_all() {
        for (bool last = false; !last;) {
            Pipeline::Round round = read_round();
            last = round.last;
            generation_.add_forms(round.forms);
            commit(round);
            const bool stopped = !last && stop_requested();
            pipeline_.outcomes().show_remarks(last || stopped);
            if (stopped) throw_interrupted();
        }
    }

  private:
    static std::vector<SourceFile> files_of(const Plan& plan) {
        std::vector<SourceFile> files;
        for (const PlannedFile& file : plan.files)
            files.push_back(file.file);
        return files;
    }

    Pipeline::Round read_round() {
        const Report::Phase phase(report_, "read");
        return pipeline_.run(generation_.shards());
    }

    // Only now is it known that no other file has them.
    void remove_leaving(Pipeline::Round& round) {
        for (const auto* group : {&plan_.files, &plan_.gone}) {
            for (const PlannedFile& file : *group) {
                for (const KnownRelease& release : file.leaving) {
                    if (pipeline_.has_read(release.id_term)) continue;
                    auto& writer = round.writers.at(release.shard);
                    if (!writer) writer = generation_.writer_of(release.shard);
                    writer->remove(release.document);
                    ++report_.deleted;
                }
            }
        }
    }

    void commit(Pipeline::Round& round) {
        // A run that is stopped between a change of the shards and that of the state must not leave
        // releases whose file the state does not know, nor a file that seems to be as it was. The
        // first round of an index changes nothing that was there, so that its records can be whole.
        const bool first = generation_.is_live() && generation_.is_new();
        if (first) put_records(round.last);
        if (generation_.is_live()) put_all_begun(round.last);
        const std::set<std::uint32_t> robbed = take_robbed();
        for (const std::uint32_t number : robbed)
            put_shadowed(number);
        generation_.state().commit();
        // After that: a shard that loses many commits on the way.
        if (round.last) remove_leaving(round);
        generation_.add_round(round);
        if (!first) {
            in_index_.emplace(generation_.shards());
            put_records(round.last);
            for (const std::uint32_t number : robbed)
                put_shadowed(number);
        }
        generation_.commit(round.last);
    }

    // The next run will read these files, or take out what came of them, whatever they look like.
    void put_all_begun(bool last) {
        for (const std::size_t number : pipeline_.outcomes().begun())
            put_begun(plan_.files[number].record, pipeline_.outcomes()[number].releases);
        if (!last || generation_.is_new()) return;
        for (const PlannedFile& file : plan_.gone)
            put_begun(file.record, 0);
    }

    // Files that are not read now still hold what another took from them. They have to be read when
    // that one is gone.
    std::set<std::uint32_t> take_robbed() {
        std::set<std::uint32_t> robbed = pipeline_.outcomes().take_robbed();
        for (PlannedFile& file : plan_.moved)
            file.record.shadowed = file.record.shadowed || robbed.erase(file.record.number) > 0;
        for (const auto* group : {&plan_.files, &plan_.gone}) {
            for (const PlannedFile& file : *group)
                robbed.erase(file.record.number);
        }
        return robbed;
    }

    void put_shadowed(std::uint32_t number) {
        const std::vector<FileRecord>& records = generation_.state().files();
        const auto at = std::lower_bound(
            records.begin(), records.end(), number,
            [](const FileRecord& record, std::uint32_t wanted) { return record.number < wanted; });
        if (at == records.end() || at->number != number) return;
        FileRecord record = *at;
        record.shadowed = true;
        count_again(record);
        generation_.state().put(std::move(record));
    }

    void put_begun(FileRecord record, std::uint64_t releases) {
        if (record.number == 0) return;
        record.stamp = {};
        record.content_hash = 0;
        record.releases = std::max(record.releases, releases);
        generation_.state().put(std::move(record));
    }

    void put_records(bool last) {
        for (const std::size_t number : pipeline_.outcomes().take_read()) {
            // What leaves a file leaves the index in the last round.
            const PlannedFile& file = plan_.files[number];
            if (last || file.leaving.empty()) {
                put_record(number);
            } else {
                waiting_.push_back(number);
            }
        }
        if (!last) return;
        for (const std::size_t number : waiting_)
            put_record(number);
        for (PlannedFile& file : plan_.moved) {
            if (file.record.shadowed) count_again(file.record);
            generation_.state().put(file.record);
        }
        for (const PlannedFile& file : plan_.gone)
            generation_.state().erase(file.record.number);
    }

    void put_record(std::size_t number) {
        const bool from_stdin = plan_.files[number].record.number == 0;
        if (!from_stdin) generation_.state().put(record_of(number));
    }

    FileRecord record_of(std::size_t number) {
        const FileOutcome& outcome = pipeline_.outcomes()[number];
        FileRecord record = plan_.files[number].record;
        // What cannot be read any more stays in the index.
        const bool whole = outcome.failures.empty();
        record.releases = whole ? outcome.releases : std::max(outcome.releases, record.releases);
        record.content_hash = outcome.content_hash;
        record.id_from_name = outcome.id_from_name;
        record.shadowed = outcome.shadowed;
        record.failures = outcome.failures;
        if (outcome.shadowed || plan_.files[number].fate != FileFate::added) count_again(record);
        return record;
    }

    // What a file has by itself does not tell what others have taken from it, or left it.
    void count_again(FileRecord& record) const {
        if (in_index_) record.releases = in_index_->count_of_file(record.number);
    }

    [[noreturn]] void throw_interrupted() const {
        throw Error(
            ErrorCode::interrupted,
            fmt::format(
                "stopped by a signal after {} of {} files; {}", report_.files.load(), files_.size(),
                generation_.is_live()
                    ? fmt::format("{} releases were committed", report_.indexed + report_.updated)
                    : "the old index is in use as before"),
            "run the same command again to do the rest");
    }

    Plan plan_;
    const std::vector<SourceFile> files_;
    GenerationWriter& generation_;
    Report& report_;
    Pipeline pipeline_;
    // After the round: nothing before the first one of an index.
    std::optional<KnownReleases> in_index_;
    // Files that were read and get their records in the last round.
    std::vector<std::size_t> waiting_;
};

void carry_out(const IndexOptions& options, const ScanResult& scanned, Plan plan,
               GenerationWriter& generation, const SourceReader& reader, Report& report) {
    report.unchanged += plan.unchanged_releases;
    report.failed_before = plan.failed_before;
    const bool from_stdin = !scanned.files.empty() && scanned.files.back().path == standard_input;
    std::uint64_t bytes = 0;
    for (const PlannedFile& file : plan.files)
        bytes += file.file.stamp.bytes;
    const Progress progress(report, from_stdin ? 0 : bytes, plan.files.size());
    if (plan.empty() && !generation.is_new()) return;
    Run(options, scanned, std::move(plan), generation, reader, report).read_all();
}

[[noreturn]] void refuse_rebuild(const std::string& why) {
    throw Error(ErrorCode::bad_input, why + "; the old one stays in use",
                "check that all paths are named and mounted; if it is to be so, run again with "
                "--allow-mass-delete");
}

// The guard of a rebuild, before it is published. The roots are counted by the ids of their
// releases, so that new ones do not make up for those that are gone.
void check_losses(const IndexOptions& options, const ScanResult& scanned,
                  const GenerationWriter& generation) {
    const auto too_many = [&](std::uint64_t lost, std::uint64_t known) {
        return lost * 100 > known * options.max_delete_percent;
    };
    const Generation old = current_generation(options.index);
    // Releases of an index in another format can be counted too.
    const std::uint64_t before = Xapian::Database(options.index.string()).get_doccount();
    const std::uint64_t after = generation.releases();
    if (after < before && too_many(before - after, before)) {
        refuse_rebuild(fmt::format("the new index would hold {} releases, the old one holds {}",
                                   after, before));
    }
    const State state = State::load(old.folder / state_name);
    KnownReleases in_old(old.shards);
    KnownReleases in_new(generation.shards());
    for (const Root& root : scanned.roots) {
        std::uint64_t known = 0;
        std::uint64_t lost = 0;
        for (const FileRecord& record : state.files()) {
            if (!lies_in(record.path, root.path)) continue;
            for (const KnownRelease& release : in_old.of_file(record.number)) {
                ++known;
                if (!in_new.find(release.id_term)) ++lost;
            }
        }
        if (!too_many(lost, known)) continue;
        refuse_rebuild(fmt::format("{}: the new index would lack {} of its {} releases", root.shown,
                                   lost, known));
    }
}

void compare_with_old(const IndexOptions& options, const ScanResult& scanned,
                      const GenerationWriter& generation, Report& report) {
    const Report::Phase phase(report, "compare");
    const auto give_up = [&](const std::string& why) {
        report.warn(
            options.index.string(), 0,
            "the old index cannot be read, so that nobody knows what the new one lacks: " + why);
    };
    // To mend an index that is damaged, or of another version, is what a rebuild is for.
    try {
        check_losses(options, scanned, generation);
    } catch (const Xapian::Error& error) {
        give_up(error.get_msg());
    } catch (const Error& error) {
        if (error.code() == ErrorCode::bad_input) throw;
        give_up(error.what());
    }
}

void rebuild(const IndexOptions& options, const ScanResult& scanned, const SourceReader& reader,
             Report& report) {
    GenerationWriter generation(options, GenerationWriter::Start::beside, report);
    KnownReleases nothing({});
    carry_out(options, scanned, make_plan(options, scanned, generation.state(), nothing, reader),
              generation, reader, report);
    if (!options.allow_mass_delete) compare_with_old(options, scanned, generation, report);
    generation.publish();
}

void increment(const IndexOptions& options, const ScanResult& scanned, const SourceReader& reader,
               Report& report) {
    GenerationWriter generation(options, GenerationWriter::Start::in_place, report);
    KnownReleases known(generation.shards());
    Plan plan = [&] {
        const Report::Phase phase(report, "plan");
        return make_plan(options, scanned, generation.state(), known, reader);
    }();
    carry_out(options, scanned, std::move(plan), generation, reader, report);
}

// Reads the index as it is, without its lock.
void print_plan(const IndexOptions& options, const ScanResult& scanned) {
    Generation generation{options.index, {}};
    if (index_exists(options.index)) generation = current_generation(options.index);
    const State state = State::load(generation.folder / state_name);
    KnownReleases known(generation.shards);
    const Plan plan =
        make_plan(options, scanned, state, known, SourceReader(scanned, limits_of(options)));
    write_stdout(describe_plan(plan, scanned));
}

}  // namespace

void update_index(const IndexOptions& options, Report& report) {
    // Before anything is made: a wrong path leaves no empty index behind.
    std::optional<ScanResult> found;
    if (options.dry_run || !index_exists(options.index)) found = find_input(options, report);
    if (options.dry_run) return print_plan(options, *found);
    const IndexLock lock(options.index, options.wait);
    // Not before: waiting for the lock ends at once.
    catch_stop_signals();
    remove_leftovers(options.index);
    // Under the lock: a file that another run has indexed since an earlier look would seem gone.
    if (index_exists(options.index)) found = find_input(options, report);
    const ScanResult& scanned = *found;
    const SourceReader reader(scanned, limits_of(options));
    if (options.rebuild && index_exists(options.index)) {
        rebuild(options, scanned, reader, report);
    } else {
        increment(options, scanned, reader, report);
    }
}

}  // namespace vigyapti
