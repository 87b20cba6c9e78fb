#include "indexer/plan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <unordered_map>

#include "common/base/error.hpp"
#include "common/text/dateline.hpp"
#include "indexer/read_ids.hpp"

namespace vigyapti {
namespace {

// A file that was modified less than this before it was found may be modified once more without a
// new time: file systems count in up to two seconds.
constexpr std::int64_t clock_step = 2'000'000'000;

std::int64_t now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
}

class Planner {
  public:
    Planner(const IndexOptions& options, const ScanResult& scanned, const State& state,
            KnownReleases& known, const SourceReader& reader)
        : options_(options),
          scanned_(scanned),
          known_(known),
          reader_(reader),
          records_(state.files()),
          next_number_(state.highest_number() + 1),
          seen_(records_.size(), false) {
        by_path_.reserve(records_.size());
        for (std::size_t i = 0; i < records_.size(); ++i)
            by_path_.emplace(records_[i].path, i);
    }

    Plan make() {
        for (const SourceFile& file : scanned_.files)
            classify(file);
        find_gone();
        pair_renamed();
        retry_shadowed();
        note_order();
        find_leaving();
        if (!options_.allow_mass_delete) check_deletions();
        if (options_.dry_run) keep_moved();
        for (const auto* group : {&plan_.files, &plan_.gone}) {
            for (const PlannedFile& file : *group) {
                for (const KnownRelease& release : file.leaving)
                    plan_.leaving.insert(release.id_term);
            }
        }
        return std::move(plan_);
    }

  private:
    void read(FileFate fate, SourceFile file, FileRecord record) {
        record.path = file.path;
        record.name = file.name;
        record.format = file.reader->format;
        record.source = scanned_.roots[file.root].source;
        plan_.files.push_back({fate, std::move(file), std::move(record), {}});
    }

    void classify(const SourceFile& found) {
        FileRecord fresh;
        fresh.stamp = found.stamp;
        fresh.recent = found.stamp.modified > started_ - clock_step;
        if (found.path == standard_input) return read(FileFate::added, found, fresh);
        const auto at = by_path_.find(found.path);
        if (at == by_path_.end()) {
            fresh.number = next_number_++;
            return read(FileFate::added, found, fresh);
        }
        const FileRecord& record = records_[at->second];
        seen_[at->second] = true;
        // Named by itself or through another root, a file keeps the ids that its name gave.
        SourceFile file = found;
        file.name = record.name;
        fresh.number = record.number;
        fresh.releases = record.releases;
        const bool same_way = record.format == file.reader->format &&
                              record.source == scanned_.roots[file.root].source;
        if (!same_way) return read(FileFate::changed, file, fresh);
        if (options_.retry_failed && !record.failures.empty()) {
            return read(FileFate::retried, file, fresh);
        }
        if (record.stamp == found.stamp && !record.recent) return keep(record, file);
        if (record.content_hash == 0 || hash_file(file.path) != record.content_hash) {
            return read(FileFate::changed, file, fresh);
        }
        FileRecord touched = record;
        touched.stamp = fresh.stamp;
        touched.recent = fresh.recent;
        plan_.moved.push_back({FileFate::touched, file, touched, {}});
        count_unchanged(record);
    }

    void keep(const FileRecord& record, const SourceFile& file) {
        if (record.shadowed) shadowed_.push_back({FileFate::retried, file, record, {}});
        count_unchanged(record);
    }

    void count_unchanged(const FileRecord& record) {
        ++plan_.unchanged_files;
        plan_.unchanged_releases += record.releases;
        plan_.failed_before += record.failures.size();
    }

    // Files of the state that lie in what was scanned and were not found there.
    void find_gone() {
        const auto lies_in_any = [](const FileRecord& record, const auto& folders, auto path_of) {
            return std::any_of(folders.begin(), folders.end(), [&](const auto& folder) {
                return lies_in(record.path, path_of(folder));
            });
        };
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (seen_[i]) continue;
            const FileRecord& record = records_[i];
            const auto root_path = [](const Root& root) { return std::string_view(root.path); };
            const auto itself = [](const std::string& path) { return std::string_view(path); };
            if (!lies_in_any(record, scanned_.roots, root_path)) continue;
            if (lies_in_any(record, scanned_.unreadable, itself)) continue;
            SourceFile file;
            file.path = record.path;
            plan_.gone.push_back({FileFate::gone, file, record, {}});
        }
    }

    static bool is_renamed(const PlannedFile& gone, const PlannedFile& added) {
        return gone.record.stamp == added.file.stamp && !gone.record.id_from_name &&
               gone.record.failures.empty() && gone.record.content_hash != 0 &&
               gone.record.format == added.record.format &&
               date_in_name(gone.record.name) == date_in_name(added.record.name) &&
               gone.record.source == added.record.source &&
               hash_file(added.file.path) == gone.record.content_hash;
    }

    void pair_renamed() {
        if (plan_.gone.empty()) return;
        std::unordered_map<std::uint64_t, std::size_t> by_inode;
        for (std::size_t i = 0; i < plan_.gone.size(); ++i)
            by_inode.emplace(plan_.gone[i].record.stamp.inode, i);
        std::vector<bool> paired(plan_.gone.size(), false);
        std::erase_if(plan_.files, [&](const PlannedFile& added) {
            if (added.fate != FileFate::added || added.file.path == standard_input) return false;
            const auto at = by_inode.find(added.file.stamp.inode);
            if (at == by_inode.end() || paired[at->second]) return false;
            const PlannedFile& gone = plan_.gone[at->second];
            if (!is_renamed(gone, added)) return false;
            paired[at->second] = true;
            FileRecord record = gone.record;
            record.path = added.file.path;
            record.name = added.file.name;
            plan_.moved.push_back({FileFate::renamed, added.file, record, {}});
            count_unchanged(record);
            return true;
        });
        std::vector<PlannedFile> gone;
        for (std::size_t i = 0; i < paired.size(); ++i) {
            if (!paired[i]) gone.push_back(std::move(plan_.gone[i]));
        }
        plan_.gone = std::move(gone);
    }

    // What stood in the way of a file's releases may have changed with any other file.
    void retry_shadowed() {
        if (plan_.files.empty() && plan_.gone.empty()) return;
        const auto shadowed =
            std::stable_partition(plan_.moved.begin(), plan_.moved.end(),
                                  [](const PlannedFile& file) { return !file.record.shadowed; });
        shadowed_.insert(shadowed_.end(), std::make_move_iterator(shadowed),
                         std::make_move_iterator(plan_.moved.end()));
        plan_.moved.erase(shadowed, plan_.moved.end());
        for (PlannedFile& file : shadowed_) {
            --plan_.unchanged_files;
            plan_.unchanged_releases -= file.record.releases;
            plan_.failed_before -= file.record.failures.size();
            FileRecord fresh;
            fresh.number = file.record.number;
            fresh.stamp = file.record.stamp;
            fresh.recent = file.record.recent;
            fresh.releases = file.record.releases;
            read(FileFate::retried, file.file, fresh);
        }
    }

    void note_order() {
        if (plan_.empty()) return;
        plan_.order.assign(next_number_, 0);
        std::unordered_map<std::string_view, std::uint32_t> place;
        place.reserve(scanned_.files.size());
        for (const SourceFile& file : scanned_.files)
            place.emplace(file.path, static_cast<std::uint32_t>(place.size() + 1));
        for (std::size_t i = 0; i < records_.size(); ++i) {
            if (seen_[i]) plan_.order[records_[i].number] = place.at(records_[i].path);
        }
        for (const auto* group : {&plan_.files, &plan_.moved}) {
            for (const PlannedFile& file : *group)
                plan_.order[file.record.number] = place.at(file.file.path);
        }
        plan_.order[0] = 0;
        std::sort(plan_.files.begin(), plan_.files.end(),
                  [&](const PlannedFile& a, const PlannedFile& b) {
                      return place.at(a.file.path) < place.at(b.file.path);
                  });
    }

    void find_leaving() {
        if (known_.empty()) return;
        for (PlannedFile& file : plan_.gone)
            file.leaving = known_.of_file(file.record.number);
        for (PlannedFile& file : plan_.files) {
            if (file.fate == FileFate::added) continue;
            std::vector<KnownRelease> owned = known_.of_file(file.record.number);
            if (owned.empty()) continue;
            const FileIds ids = read_ids(file.file, reader_);
            // What cannot be read may hold what seems to be missing.
            if (!ids.whole) continue;
            std::erase_if(owned, [&](const KnownRelease& release) {
                return ids.terms.contains(release.id_term);
            });
            file.leaving = std::move(owned);
        }
    }

    // How many releases below the root leave the index and are in no file that is to be read.
    std::uint64_t count_leaving(const Root& root,
                                const std::unordered_set<std::string>& staying) const {
        std::uint64_t count = 0;
        for (const auto* group : {&plan_.files, &plan_.gone}) {
            for (const PlannedFile& file : *group) {
                if (!lies_in(file.record.path, root.path)) continue;
                for (const KnownRelease& release : file.leaving)
                    count += staying.contains(release.id_term) ? 0U : 1U;
            }
        }
        return count;
    }

    std::uint64_t count_known(const Root& root) const {
        std::uint64_t count = 0;
        for (const FileRecord& record : records_) {
            if (lies_in(record.path, root.path)) count += record.releases;
        }
        return count;
    }

    bool too_many(std::uint64_t leaving, std::uint64_t known) const {
        return leaving * 100 > known * options_.max_delete_percent;
    }

    // The terms of the ids that the files to read hold.
    std::unordered_set<std::string> ids_to_read() const {
        std::unordered_set<std::string> ids;
        for (const PlannedFile& file : plan_.files) {
            if (file.file.path != standard_input) ids.merge(read_ids(file.file, reader_).terms);
        }
        return ids;
    }

    // A run finds out as it reads; one that only tells what it would do has to look.
    void keep_moved() {
        if (plan_.files.empty()) return;
        const std::unordered_set<std::string> staying = ids_to_read();
        for (auto* group : {&plan_.files, &plan_.gone}) {
            for (PlannedFile& file : *group) {
                std::erase_if(file.leaving, [&](const KnownRelease& release) {
                    return staying.contains(release.id_term);
                });
            }
        }
    }

    void check_deletions() const {
        for (const Root& root : scanned_.roots) {
            std::uint64_t leaving = count_leaving(root, {});
            if (leaving == 0) continue;
            const std::uint64_t known = std::max(count_known(root), leaving);
            if (!too_many(leaving, known)) continue;
            // Releases that went to other files do not leave.
            leaving = count_leaving(root, ids_to_read());
            if (!too_many(leaving, known)) continue;
            throw Error(ErrorCode::bad_input,
                        fmt::format("{}: {} of its {} releases are gone, more than {} percent; "
                                    "nothing was changed in the index",
                                    root.shown, leaving, known, options_.max_delete_percent),
                        "check that everything is mounted; if they are to leave the index, run "
                        "again with --allow-mass-delete");
        }
    }

    const IndexOptions& options_;
    const ScanResult& scanned_;
    KnownReleases& known_;
    const SourceReader& reader_;
    const std::vector<FileRecord>& records_;
    std::uint32_t next_number_;
    const std::int64_t started_ = now();
    std::vector<bool> seen_;  // whether each record's file was found
    std::unordered_map<std::string_view, std::size_t> by_path_;
    std::vector<PlannedFile> shadowed_;
    Plan plan_;
};

std::string_view name_of(FileFate fate) {
    switch (fate) {
        case FileFate::added:
            return "new";
        case FileFate::changed:
            return "changed";
        case FileFate::renamed:
            return "renamed";
        case FileFate::touched:
            return "touched";
        case FileFate::retried:
            return "retried";
        case FileFate::gone:
            return "gone";
        case FileFate::unchanged:
            break;
    }
    return "unchanged";
}

}  // namespace

void check_roots(const ScanResult& scanned) {
    for (const Root& root : scanned.roots) {
        if (!root.missing && root.files > 0) continue;
        throw Error(ErrorCode::bad_input,
                    fmt::format("{}: {}; nothing was changed in the index", root.shown,
                                root.missing ? root.problem : "there are no files in it"),
                    "check the path and that it is mounted; if it is to be so, run again with "
                    "--allow-mass-delete");
    }
}

Plan make_plan(const IndexOptions& options, const ScanResult& scanned, const State& state,
               KnownReleases& known, const SourceReader& reader) {
    return Planner(options, scanned, state, known, reader).make();
}

std::string describe_plan(const Plan& plan, const ScanResult& scanned) {
    std::string out;
    for (const auto* group : {&plan.files, &plan.moved, &plan.gone}) {
        for (const PlannedFile& file : *group) {
            // Its releases stay as they are, and so does what people see of it.
            if (file.fate == FileFate::touched) continue;
            out += fmt::format("{} {}\n", name_of(file.fate),
                               printable(shown_path(scanned, file.file.path)));
            for (const KnownRelease& release : file.leaving)
                out += fmt::format("delete {}\n", printable(release.id_term.substr(1)));
        }
    }
    return out;
}

}  // namespace vigyapti
