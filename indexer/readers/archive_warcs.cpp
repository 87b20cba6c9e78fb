#include <utility>

#include "indexer/readers/archive_budget.hpp"
#include "indexer/readers/gzip_members.hpp"
#include "indexer/readers/warc.hpp"
#include "indexer/readers/warc_records.hpp"

namespace vigyapti {
namespace {

// Of what libarchive unpacks, without members that are known.
class UnpackedWarc : public WarcSource {
  public:
    explicit UnpackedWarc(const InnerFile& file) : file_(file) {}

    bool next() override { return !std::exchange(begun_, true); }
    std::optional<std::size_t> read(char* target, std::size_t size) override {
        return file_.read(target, size);
    }
    std::string damage() const override { return file_.content.damage(); }
    bool is_sound_before_damage() const override { return true; }
    bool find_next() override { return false; }
    bool gave_up() const override { return false; }
    std::optional<std::size_t> offset() const override { return std::nullopt; }

  private:
    const InnerFile& file_;
    bool begun_ = false;
};

class GzipWarc : public WarcSource {
  public:
    GzipWarc(std::string_view packed, ArchiveBudget& budget) : members_(packed), budget_(budget) {}

    bool next() override { return members_.next(); }
    std::optional<std::size_t> read(char* target, std::size_t size) override {
        const auto got = members_.read(target, size);
        if (got) budget_.spend(*got);
        return got;
    }
    std::string damage() const override { return members_.damage(); }
    bool is_sound_before_damage() const override { return members_.is_cut_off(); }
    bool find_next() override { return members_.find_next(may_begin_record); }
    bool gave_up() const override { return members_.gave_up(); }
    std::optional<std::size_t> offset() const override { return members_.offset(); }

  private:
    GzipMembers members_;
    ArchiveBudget& budget_;
};

void read_source(WarcSource& source, InnerSink& sink, std::size_t largest) {
    const auto read = [&](const Input& input, DraftSink& to) {
        WarcBytes bytes(source);
        read_warc_bytes(bytes, largest, input.name, to);
    };
    read_inner(read, {{}, sink.name()}, sink);
}

}  // namespace

void read_unpacked_warc(const InnerFile& file) {
    UnpackedWarc source(file);
    read_source(source, file.sink, file.budget.limits().file);
}

void read_gzip_warc(std::string_view packed, InnerSink& sink, ArchiveBudget& budget) {
    GzipWarc source(packed, budget);
    read_source(source, sink, budget.limits().file);
}

}  // namespace vigyapti
