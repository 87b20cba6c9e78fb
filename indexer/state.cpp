#include "indexer/state.hpp"

#include <fmt/core.h>

#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "common/base/varint.hpp"

namespace vigyapti {
namespace {

// One document a file, its number the file's, everything in one value: a value stream is the
// fastest way through a Xapian database, and a change rewrites two kilobytes.
constexpr Xapian::valueno record_slot = 0;

enum Flag : unsigned { id_from_name = 1, shadowed = 2, recent = 4 };

[[noreturn]] void throw_corrupt() {
    throw Error(ErrorCode::corrupt, "the record of a file is damaged",
                "build the index anew with: vigyapti-index --rebuild PATH");
}

void append_text(std::string& out, std::string_view text) {
    append_varint(out, text.size());
    out += text;
}

std::string encode(const FileRecord& record) {
    std::string out;
    append_text(out, record.path);
    // Most names are the end of the path.
    const bool ends_path = record.path.ends_with(record.name);
    append_varint(out, ends_path ? record.name.size() + 1 : 0);
    if (!ends_path) append_text(out, record.name);
    append_text(out, record.format);
    append_text(out, record.source);
    append_varint(out, record.stamp.bytes);
    append_varint(out, static_cast<std::uint64_t>(record.stamp.modified) >> 1U);
    append_varint(out, static_cast<std::uint64_t>(record.stamp.modified) & 1U);
    append_varint(out, record.stamp.inode >> 1U);
    append_varint(out, record.stamp.inode & 1U);
    append_varint(out, record.content_hash >> 1U);
    append_varint(out, record.content_hash & 1U);
    append_varint(out, record.releases);
    append_varint(out, (record.id_from_name ? id_from_name : 0U) |
                           (record.shadowed ? shadowed : 0U) | (record.recent ? recent : 0U));
    for (const Failure& failure : record.failures) {
        append_varint(out, failure.line);
        append_text(out, failure.reason);
    }
    return out;
}

class Decoder {
  public:
    explicit Decoder(std::string_view data) : data_(data) {}

    std::uint64_t number() {
        const auto value = take_varint(data_);
        if (!value) throw_corrupt();
        return *value;
    }

    // 64 bits, of which a varint holds 63.
    std::uint64_t whole_number() {
        const std::uint64_t high = number();
        return high << 1U | number();
    }

    std::string text() { return take(number()); }

    bool done() const { return data_.empty(); }

  private:
    std::string take(std::uint64_t size) {
        if (size > data_.size()) throw_corrupt();
        std::string out(data_.substr(0, size));
        data_.remove_prefix(size);
        return out;
    }

    std::string_view data_;
};

FileRecord decode(std::uint32_t number, std::string_view data) {
    Decoder in(data);
    FileRecord record;
    record.number = number;
    record.path = in.text();
    const std::uint64_t name_end = in.number();
    if (name_end > record.path.size() + 1) throw_corrupt();
    record.name = name_end == 0 ? in.text() : record.path.substr(record.path.size() + 1 - name_end);
    record.format = in.text();
    record.source = in.text();
    record.stamp.bytes = in.number();
    record.stamp.modified = static_cast<std::int64_t>(in.whole_number());
    record.stamp.inode = in.whole_number();
    record.content_hash = in.whole_number();
    record.releases = in.number();
    const std::uint64_t flags = in.number();
    record.id_from_name = (flags & id_from_name) != 0;
    record.shadowed = (flags & shadowed) != 0;
    record.recent = (flags & recent) != 0;
    while (!in.done()) {
        Failure failure;
        failure.line = in.number();
        failure.reason = in.text();
        record.failures.push_back(std::move(failure));
    }
    return record;
}

}  // namespace

State State::load(const std::filesystem::path& path) {
    State state(path);
    std::error_code ignored;
    if (!std::filesystem::exists(path / "iamglass", ignored)) return state;
    const Xapian::Database database(path.string());
    state.files_.reserve(database.get_doccount());
    const auto end = database.valuestream_end(record_slot);
    for (auto at = database.valuestream_begin(record_slot); at != end; ++at)
        state.files_.push_back(decode(at.get_docid(), *at));
    return state;
}

std::uint32_t State::highest_number() const {
    return files_.empty() ? 0 : files_.back().number;
}

void State::put(FileRecord record) {
    changed_.push_back(std::move(record));
}

void State::erase(std::uint32_t number) {
    erased_.push_back(number);
}

void State::commit() {
    if (changed_.empty() && erased_.empty()) return;
    Xapian::WritableDatabase database(path_.string(), Xapian::DB_CREATE_OR_OPEN);
    for (const std::uint32_t number : erased_) {
        try {
            database.delete_document(number);
        } catch (const Xapian::DocNotFoundError&) {
            continue;  // a file that came and went within the run
        }
    }
    for (const FileRecord& record : changed_) {
        Xapian::Document document;
        document.add_value(record_slot, encode(record));
        database.replace_document(record.number, document);
    }
    database.commit();
    sync_folder(path_);
    sync_folder(path_.parent_path());
    changed_.clear();
    erased_.clear();
}

}  // namespace vigyapti
