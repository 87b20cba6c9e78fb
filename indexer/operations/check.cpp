#include <fmt/core.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>
#include <vector>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/index/database.hpp"
#include "common/index/lock.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "common/index/vocabulary.hpp"
#include "indexer/known_releases.hpp"
#include "indexer/merge.hpp"
#include "indexer/operations/operations.hpp"
#include "indexer/state.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

class Checker {
  public:
    Checker(const Generation& generation, Report& report)
        : generation_(generation), report_(report) {}

    void run() {
        std::vector<fs::path> sound;
        for (const fs::path& shard : generation_.shards) {
            if (check_database(shard)) sound.push_back(shard);
        }
        for (const fs::path& shard : sound)
            guard(shard, [&] { check_releases(shard); });
        // It need not be there yet.
        const fs::path state = generation_.folder / state_name;
        if (fs::exists(state / "iamglass")) check_database(state);
        guard(state, [&] { check_files(State::load(state), sound); });
        const fs::path vocabulary = generation_.folder / vocabulary_name;
        guard(vocabulary, [&] { check_vocabulary(vocabulary, sound); });
    }

    std::uint64_t releases() const { return ids_.size(); }

  private:
    void problem(const fs::path& where, const std::string& what) {
        report_.fail(where.string(), 0, what);
    }

    // What cannot be read is a problem, and no reason to stop.
    template <typename Work>
    void guard(const fs::path& where, Work&& work) {
        try {
            work();
        } catch (const Xapian::Error& error) {
            problem(where, error.get_msg());
        } catch (const Error& error) {
            problem(where, error.what());
        }
    }

    // What xapian-check does.
    bool check_database(const fs::path& path) {
        std::ostringstream details;
        try {
            const std::size_t errors = Xapian::Database::check(path.string(), 0, &details);
            if (errors == 0) return true;
            problem(path, fmt::format("{} errors within: {}", errors, details.str()));
        } catch (const Xapian::Error& error) {
            problem(path, error.get_msg());
        }
        return false;
    }

    void check_releases(const fs::path& path) {
        const Xapian::Database shard(path.string());
        for (auto at = shard.postlist_begin(""); at != shard.postlist_end(""); ++at) {
            try {
                check_release(path, *at, shard.get_document(*at));
            } catch (const Xapian::Error& error) {
                problem(path, fmt::format("document {}: {}", *at, error.get_msg()));
            } catch (const Error& error) {
                problem(path, fmt::format("document {}: {}", *at, error.what()));
            }
        }
    }

    void check_release(const fs::path& path, Xapian::docid number,
                       const Xapian::Document& document) {
        const Release release = decode_release(document.get_data());
        const auto complain = [&](std::string_view what) {
            problem(path, fmt::format("document {} ({}): {}", number, release.id, what));
        };
        if (!ids_.insert(release.id).second) complain("another release has the same id");
        auto term = document.termlist_begin();
        const std::string id = id_term(release.id);
        term.skip_to(id);
        if (term == document.termlist_end() || *term != id) complain("not found by its id");
        const std::string hash = document.get_value(field(FieldId::content_hash).slot);
        if (content_hash(encode_release(release)) != hash) {
            complain("its content is not what its hash says");
        }
    }

    // Each file that releases name must be in the state.
    void check_files(const State& state, const std::vector<fs::path>& shards) {
        std::unordered_set<std::string> known;
        for (const FileRecord& record : state.files())
            known.insert(file_term(record.number));
        const std::string prefix(field(FieldId::file).prefix);
        for (const fs::path& path : shards) {
            const Xapian::Database shard(path.string());
            std::uint64_t releases = 0;
            for (auto term = shard.allterms_begin(prefix); term != shard.allterms_end(prefix);
                 ++term) {
                if (!known.contains(*term)) releases += term.get_termfreq();
            }
            if (releases == 0) continue;
            problem(path,
                    fmt::format("{} releases are of files that the state does not know", releases));
        }
    }

    // Each key of the index must be in it.
    void check_vocabulary(const fs::path& path, const std::vector<fs::path>& shards) {
        const auto vocabulary = Vocabulary::open(path);
        if (!vocabulary && ids_.empty()) return;
        if (!vocabulary) return problem(path, "it is missing");
        if (!vocabulary->is_sound()) return problem(path, "its checksum is wrong");
        std::uint64_t unknown = 0;
        for (const fs::path& shard : shards)
            unknown += count_unknown(Xapian::Database(shard.string()), *vocabulary);
        if (unknown > 0) problem(path, fmt::format("it lacks {} words", unknown));
    }

    static std::uint64_t count_unknown(const Xapian::Database& shard,
                                       const Vocabulary& vocabulary) {
        std::uint64_t unknown = 0;
        for (auto term = shard.allterms_begin(); term != shard.allterms_end(); ++term) {
            const std::string key = *term;
            // The terms of other fields begin with a capital.
            const bool prefixed = key.front() >= 'A' && key.front() <= 'Z';
            unknown += !prefixed && vocabulary.count_forms(key) == 0 ? 1U : 0U;
        }
        return unknown;
    }

    const Generation& generation_;
    Report& report_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

std::string check_index(const IndexOptions& options, Report& report) {
    current_generation(options.index);  // there must be one
    const IndexLock lock(options.index, options.wait);
    // Not before: the run that was waited for may have replaced it.
    const Generation generation = current_generation(options.index);
    Checker checker(generation, report);
    checker.run();
    if (report.failed > 0) {
        throw Error(
            ErrorCode::corrupt,
            fmt::format("{}: {} problems", options.index.string(), report.failed.load()),
            "restore a backup, or build the index anew with: vigyapti-index --rebuild PATH");
    }
    return fmt::format("{}: all sound (releases: {}, shards: {})\n", options.index.string(),
                       checker.releases(), generation.shards.size());
}

}  // namespace vigyapti
