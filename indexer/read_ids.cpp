#include "indexer/read_ids.hpp"

#include <xxhash.h>

#include <fstream>
#include <memory>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "indexer/metadata_rules.hpp"
#include "indexer/task_source.hpp"

namespace vigyapti {
namespace {

class IdSink : public DraftSink {
  public:
    IdSink(const SourceFile& file, FileIds& ids) : file_(file), ids_(ids) {}

    void add(Draft draft, std::string name) override {
        if (name.empty()) name = file_.name;
        ids_.terms.insert(id_term(settle_release(std::move(draft), {name, {}}).release.id));
    }
    void problem(std::uint64_t, const std::string&) override { ids_.whole = false; }

  private:
    const SourceFile& file_;
    FileIds& ids_;
};

}  // namespace

std::optional<std::uint64_t> hash_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(),
                                                                                XXH3_freeState);
    XXH3_64bits_reset(state.get());
    std::vector<char> buffer(1U << 18U);
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        XXH3_64bits_update(state.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.eof()) return std::nullopt;
    return XXH3_64bits_digest(state.get());
}

FileIds read_ids(const SourceFile& file, const SourceReader& reader) {
    FileIds ids;
    IdSink sink(file, ids);
    if (!is_cut_into_lines(file)) {
        try {
            reader.read(file, sink);
        } catch (const Error&) {
            ids.whole = false;
        }
        return ids;
    }
    TaskSource source(
        std::span(&file, 1), {TaskLimits{}.task_bytes, reader.limits().release},
        [&](const SourceFile&, std::uint64_t, const std::string&) { ids.whole = false; },
        [](const SourceFile&, std::uint64_t) {});
    while (const auto task = source.next()) {
        try {
            file.reader->read({task->bytes, file.name, task->first_line}, sink);
        } catch (const Error&) {
            ids.whole = false;
        }
    }
    return ids;
}

}  // namespace vigyapti
