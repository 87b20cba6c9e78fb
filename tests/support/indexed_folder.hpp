// A folder of input and the index that is made of it.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>

#include <fmt/core.h>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/database.hpp"
#include "common/index/stored.hpp"
#include "indexer/state.hpp"
#include "indexer/update.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti::test {

// A line of JSONL.
inline std::string record(std::string_view id, std::string_view text) {
    return fmt::format("{{\"id\":\"{}\",\"text\":\"{}\"}}\n", id, text);
}

// `count` lines: PREFIX0, PREFIX1 and so on.
inline std::string records(std::string_view prefix, int count, std::string_view text = "text") {
    std::string out;
    for (int i = 0; i < count; ++i)
        out += record(fmt::format("{}{}", prefix, i), fmt::format("{} {}", text, i));
    return out;
}

// Gives a file a time of change, in seconds since 1970.
inline void set_time(const std::filesystem::path& path, std::int64_t seconds) {
    const timespec times[2]{{seconds, 0}, {seconds, 0}};
    if (::utimensat(AT_FDCWD, path.c_str(), times, 0) != 0)
        throw std::runtime_error("utimensat failed");
}

class IndexedFolder {
  public:
    IndexOptions options;

    IndexedFolder() {
        options.index = folder_.path() / "index";
        options.paths = {{input().string(), ""}};
        options.max_release_size = 16'000'000;
        std::filesystem::create_directory(input());
    }

    std::filesystem::path input(const std::string& name = "") const {
        return name.empty() ? folder_.path() / "in" : folder_.path() / "in" / name;
    }

    // Writes a file of the input. Each call gives a new time of change, long ago.
    std::filesystem::path write(const std::string& name, std::string_view content) {
        const auto path = folder_.write("in/" + name, content);
        set_time(path, ++clock_);
        return path;
    }

    // "indexed/updated/unchanged/deleted/failed" of a run over the input.
    std::string run() {
        Report report;
        update_index(options, report);
        return fmt::format("{}/{}/{}/{}/{}", report.indexed.load(), report.updated.load(),
                           report.unchanged.load(), report.deleted.load(), report.failed.load());
    }

    Generation generation() const { return current_generation(options.index); }
    State state() const { return State::load(generation().folder / state_name); }
    std::vector<FileRecord> files() const { return state().files(); }

    // All releases, shard by shard, in the order of their numbers.
    std::vector<Release> releases() const {
        std::vector<Release> out;
        for (const auto& shard : local_shards(options.index)) {
            const Xapian::Database database(shard.string());
            for (auto each = database.postlist_begin(""); each != database.postlist_end(""); ++each)
                out.push_back(decode_release(database.get_document(*each).get_data()));
        }
        return out;
    }

    std::string ids() const {
        std::string out;
        for (const Release& release : releases())
            out += (out.empty() ? "" : " ") + release.id;
        return out;
    }

    // "id=first paragraph" of each release, by id.
    std::string texts() const {
        std::multiset<std::string> sorted;
        for (const Release& release : releases())
            sorted.insert(release.id + "=" +
                          (release.blocks.empty() ? release.title : release.blocks.front().text));
        std::string out;
        for (const std::string& each : sorted)
            out += (out.empty() ? "" : " ") + each;
        return out;
    }

  private:
    TemporaryFolder folder_;
    std::int64_t clock_ = 1'600'000'000;
};

}  // namespace vigyapti::test
