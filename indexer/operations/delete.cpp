#include <map>
#include <unordered_set>

#include "common/index/lock.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/known_releases.hpp"
#include "indexer/operations/operations.hpp"

namespace vigyapti {
namespace {

// The files' records, with what will be left of their releases. It is counted in the index, so that
// a run that repeats one that was stopped comes to the same.
void take_off_records(State& state, KnownReleases& known,
                      const std::map<std::uint32_t, std::uint64_t>& deleted) {
    for (const FileRecord& record : state.files()) {
        const auto found = deleted.find(record.number);
        if (found == deleted.end()) continue;
        FileRecord changed = record;
        changed.releases = known.of_file(record.number).size() - found->second;
        state.put(changed);
    }
}

}  // namespace

void delete_releases(const IndexOptions& options, Report& report) {
    current_generation(options.index);  // there must be one
    const IndexLock lock(options.index, options.wait);
    remove_leftovers(options.index);
    GenerationWriter generation(options, GenerationWriter::Start::in_place, report);
    KnownReleases known(generation.shards());
    Pipeline::Round round;
    round.writers.resize(generation.shards().size());
    std::map<std::uint32_t, std::uint64_t> deleted;
    std::unordered_set<std::string> seen;
    for (const std::string& id : options.ids) {
        const auto release = known.find(id_term(id));
        if (!release) {
            report.fail(id, 0, "no release with this id");
            continue;
        }
        if (!seen.insert(id).second) continue;
        auto& writer = round.writers.at(release->shard);
        if (!writer) writer = generation.writer_of(release->shard);
        writer->remove(release->document);
        ++deleted[release->file];
        ++report.deleted;
    }
    // First: where the shards have forgotten an id, nobody asks for it again.
    take_off_records(generation.state(), known, deleted);
    generation.state().commit();
    generation.add_round(round);
    generation.commit(true);
}

}  // namespace vigyapti
