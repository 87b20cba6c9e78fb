#include "indexer/source_reader.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>

#include <algorithm>

#include "common/base/descriptor.hpp"
#include "common/base/error.hpp"
#include "common/base/file.hpp"
#include "indexer/task_source.hpp"

namespace vigyapti {
namespace {

bool is_isolated(const SourceFile& file) {
    return file.reader != nullptr && file.reader->isolation == Isolation::own_process;
}

void report_refusal(const Error& error, DraftSink& sink) {
    if (error.code() != ErrorCode::bad_input) throw error;
    const std::string& hint = error.hint();
    sink.problem(0, hint.empty() ? error.what() : fmt::format("{}; {}", error.what(), hint));
}

}  // namespace

SourceReader::SourceReader(const ScanResult& scanned, const SourceLimits& limits)
    : limits_(limits) {
    for (const Reader& reader : readers()) {
        if (reader.isolation == Isolation::none && reader.prepare != nullptr) reader.prepare();
    }
    if (std::any_of(scanned.files.begin(), scanned.files.end(), is_isolated)) {
        server_ = std::make_unique<ForkServer>();
    }
}

std::uint64_t SourceReader::read(const SourceFile& file, DraftSink& sink) const {
    if (is_isolated(file)) return read_isolated(file, sink);
    const bool single = file.reader->shape == FileShape::one_release;
    std::string content = read_file(file.path, single ? limits_.release : limits_.file,
                                    single ? "--max-release-size" : "--max-file-size");
    const std::uint64_t hash = file_hash(content);
    const PaddedBytes bytes(std::move(content));
    try {
        read_guarded(*file.reader, {bytes.text(), file.name}, sink);
    } catch (const Error& error) {
        report_refusal(error, sink);
    }
    return hash;
}

std::uint64_t SourceReader::read_isolated(const SourceFile& file, DraftSink& sink) const {
    const Descriptor opened = open_regular_file(file.path);
    struct stat status {};
    ::fstat(opened.get(), &status);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limits_.file) throw_too_large(file.path, limits_.file, "--max-file-size");
    const std::uint64_t hash = hash_open_file(opened.get(), file.path);
    try {
        server_->read(*file.reader, opened.get(), size, file.name, sink);
    } catch (const Error& error) {
        report_refusal(error, sink);
    }
    return hash;
}

}  // namespace vigyapti
