#include "indexer/readers/archive.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"
#include "indexer/readers/archive_budget.hpp"
#include "indexer/readers/gzip_members.hpp"
#include "indexer/readers/warc.hpp"
#include "indexer/readers/warc_records.hpp"

namespace vigyapti {
namespace {

bool is_compression(std::string_view extension) {
    constexpr std::array<std::string_view, 4> compressions{".gz", ".xz", ".zst", ".bz2"};
    return std::find(compressions.begin(), compressions.end(), extension) != compressions.end();
}

// As scan passes over hidden files and folders; "." and ".." hide nothing.
bool is_hidden(std::string_view path) {
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, end);
        if (part.starts_with('.') && part != "." && part != "..") return true;
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return false;
}

// libarchive would unpack it all the same, to find what follows, but not count.
void skip(UnpackedFile& files, ArchiveBudget& budget) {
    std::array<char, 1U << 16U> ignored{};
    for (;;) {
        const auto got = files.read(ignored.data(), ignored.size());
        if (got.value_or(0) == 0) return;
        budget.spend(*got);
    }
}

// The content of a file. Nothing, after a problem, when it is too large, and when it is damaged and
// means little without its end.
std::optional<PaddedBytes> whole_file(const InnerFile& file) {
    constexpr std::uint64_t first_size = 1U << 16U;
    constexpr std::uint64_t believed_size = 16'000'000;
    const std::uint64_t most = file.budget.limits().file;
    const std::uint64_t stated = file.content.stated_size().value_or(0);
    std::string bytes(std::clamp(stated + 1, first_size, believed_size), '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == bytes.size()) bytes.resize(std::min<std::uint64_t>(2 * size, most + 1));
        const auto got = file.read(bytes.data() + size, bytes.size() - size);
        if (!got) {
            file.sink.problem(0, file.content.damage());
            if (file.reader.shape == FileShape::one_release || size == 0) return std::nullopt;
        }
        if (got.value_or(0) == 0) break;
        size += *got;
        if (size > most) {
            file.sink.problem(0, fmt::format("larger than {} MB unpacked", most / 1'000'000));
            skip(file.content, file.budget);
            return std::nullopt;
        }
    }
    bytes.resize(size);
    return PaddedBytes(std::move(bytes));
}

class Unpacking {
  public:
    Unpacking(const Input& input, DraftSink& sink, ArchiveBudget& budget, std::uint32_t depth)
        : input_(input), sink_(sink), budget_(budget), depth_(depth) {}

    void read() {
        const std::string extension = extension_of(input_.name);
        const std::string_view inner = input_.name.substr(0, input_.name.size() - extension.size());
        if (is_compression(extension) && extension_of(inner) != ".tar") {
            read_one(std::string(inner));
        } else {
            read_files();
        }
    }

  private:
    void read_one(const std::string& name) {
        const Reader* reader = reader_for_extension(extension_of(name));
        if (reader == nullptr) return pass_over(name);
        InnerSink sink(name, {}, sink_);
        if (is_gzip_warc(*reader)) return read_gzip_warc(input_.bytes, sink, budget_);
        if (is_gzip(input_.bytes)) {
            GzipFile file(input_.bytes);
            return read_file({file, *reader, sink, budget_});
        }
        PackedFiles files(input_.bytes, Packing::one_file);
        switch (files.next()) {
            case PackedFiles::Step::file:
                return read_file({files, *reader, sink, budget_});
            case PackedFiles::Step::end:
                throw Error(ErrorCode::bad_input, "no text in it");
            default:
                throw Error(ErrorCode::bad_input,
                            fmt::format("cannot be unpacked: {}", files.damage()));
        }
    }

    // A web archive, also one whose first member is damaged, but not one that is only named so.
    bool is_gzip_warc(const Reader& reader) const {
        return reader.read == read_warc && extension_of(input_.name) == ".gz" &&
               (is_gzip(input_.bytes) ||
                !may_begin_record(input_.bytes.substr(0, GzipMembers::member_beginning)));
    }

    void read_files() {
        PackedFiles files(input_.bytes, Packing::files);
        for (bool first = true;; first = false) {
            const PackedFiles::Step step = files.next();
            if (step == PackedFiles::Step::end) break;
            if (step == PackedFiles::Step::broken) {
                if (first) {
                    throw Error(ErrorCode::bad_input,
                                fmt::format("cannot be unpacked: {}", files.damage()));
                }
                return problem(fmt::format("damaged, so the rest is not read: {}", files.damage()));
            }
            budget_.spend_file();
            if (step == PackedFiles::Step::file) take(files);
            if (step == PackedFiles::Step::lost) problem(files.damage());
        }
        if (heard_) return;
        sink_.nothing(
            passed_over_ == 0
                ? "no files in it"
                : fmt::format("no document of a known format among its {} files", passed_over_));
    }

    // "photo.jpg.gz" is no release as "photo.jpg" is none; "releases.gz" may be.
    void pass_over(std::string_view name) {
        if (extension_of(name).empty()) {
            throw Error(ErrorCode::bad_input, "what is compressed in it is of no known format",
                        "name it as its content is named, as in releases.jsonl.gz");
        }
        sink_.nothing("no document of a known format is compressed in it");
    }

    void problem(const std::string& what) {
        heard_ = true;
        sink_.problem(0, what);
    }

    void take(PackedFiles& files) {
        const std::string path = in_utf8(files.path());
        const Reader* reader = is_hidden(path) ? nullptr : reader_for_extension(extension_of(path));
        if (reader == nullptr) {
            ++passed_over_;
            return skip(files, budget_);
        }
        InnerSink sink(fmt::format("{}/{}", input_.name, path), shown_inner_name(path), sink_);
        if (files.is_encrypted()) {
            sink.problem(0, "encrypted, so not read");
        } else {
            read_file({files, *reader, sink, budget_});
        }
        heard_ |= sink.heard();
    }

    void read_file(const InnerFile& file) const {
        if (file.reader.shape == FileShape::one_record_a_line) return read_lines(file);
        if (file.reader.read == read_warc) return read_unpacked_warc(file);
        const auto bytes = whole_file(file);
        if (!bytes) return;
        const Input inner{bytes->text(), file.sink.name()};
        const ReadFunction read_packed = read_archive;
        if (file.reader.read != read_packed) return read_inner(file.reader.read, inner, file.sink);
        if (depth_ >= budget_.limits().depth) {
            file.sink.problem(0,
                              fmt::format("an archive in archives, {} deep, so not read", depth_));
            return;
        }
        const auto unpack = [this](const Input& input, DraftSink& sink) {
            Unpacking(input, sink, budget_, depth_ + 1).read();
        };
        read_inner(unpack, inner, file.sink);
    }

    const Input& input_;
    DraftSink& sink_;
    ArchiveBudget& budget_;
    const std::uint32_t depth_;
    std::uint64_t passed_over_ = 0;
    bool heard_ = false;  // whether releases or problems came
};

}  // namespace

void read_archive(const Input& input, DraftSink& sink) {
    read_archive(input, sink, {});
}

void read_archive(const Input& input, DraftSink& sink, const ArchiveLimits& limits) {
    prepare_archive();
    ArchiveBudget budget(limits, input.bytes.size());
    try {
        Unpacking(input, sink, budget, 1).read();
    } catch (const LimitMet& met) {
        sink.problem(0, met.what);
    }
}

void prepare_archive() {
    prepare_unpacking();
}

}  // namespace vigyapti
