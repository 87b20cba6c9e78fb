#include "indexer/read_ids.hpp"

#include "common/base/error.hpp"
#include "common/base/file.hpp"
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
    void nothing(const std::string&) override {}

  private:
    const SourceFile& file_;
    FileIds& ids_;
};

}  // namespace

std::optional<std::uint64_t> hash_file(const std::string& path) {
    try {
        return hash_open_file(open_regular_file(path).get(), path);
    } catch (const Error&) {
        return std::nullopt;
    }
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
            read_guarded(*file.reader, {task->bytes, file.name, task->first_line}, sink);
        } catch (const Error&) {
            ids.whole = false;
        }
    }
    return ids;
}

}  // namespace vigyapti
