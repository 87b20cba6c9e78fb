// What a reader of a document format is: a function from bytes to drafts of releases. One file a
// format under readers/, and one line in readers/registry.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/draft.hpp"

namespace vigyapti {

// The bytes of a file, or, for a format of one record a line, of some of its lines.
struct Input {
    // Followed in memory by at least reader_padding bytes that may be read but mean nothing.
    std::string_view bytes;
    std::string_view name;         // that the user would know it by, and its id if nothing else is
    std::uint64_t first_line = 1;  // number of the first line of `bytes` in its file
    // What is known from outside, or empty: the charset that an HTTP or mail header declares, and
    // the address that the bytes came from.
    std::string_view charset = {};
    std::string_view url = {};
};

inline constexpr std::size_t reader_padding = 64;

// The bytes of a whole file as a reader wants them.
class PaddedBytes {
  public:
    explicit PaddedBytes(std::string bytes) : size_(bytes.size()), bytes_(std::move(bytes)) {
        bytes_.resize(size_ + reader_padding);
    }
    std::string_view text() const { return std::string_view(bytes_).substr(0, size_); }

  private:
    std::size_t size_;
    std::string bytes_;
};

// Where a reader puts what it finds.
class DraftSink {
  public:
    virtual ~DraftSink() = default;
    // A release without an id and without an address of its own is known by `name`, which tells it
    // from the others of its file: "feed.xml:3". Empty: the release is all of the input, and known
    // by its name; then the time of a file may be its date.
    virtual void add(Draft draft, std::string name = {}) = 0;
    // A record that cannot be read, in one line of text; the reader goes on with the next record.
    // `line` 0: the record has no line.
    virtual void problem(std::uint64_t line, const std::string& what) = 0;
    // The input, or a document in it, is as it should be and holds no release: why, in one line of
    // text. That is no failure, and whoever did not ask is not told.
    virtual void nothing(const std::string& why) = 0;
};

// Throws Error(bad_input) when nothing of the input can be read; what can be read and holds nothing
// says so to the sink.
using ReadFunction = void (*)(const Input& input, DraftSink& sink);

enum class FileShape : std::uint8_t {
    one_release,
    many_releases,
    one_record_a_line,  // may be cut at any line end
};

// Where a format is read: in the program itself, or, for what complex libraries parse, in a process
// that can do no harm (isolation/fork_server.hpp).
enum class Isolation : std::uint8_t { none, own_process };

struct Reader {
    std::string_view format;                       // as --format names it
    std::span<const std::string_view> extensions;  // with the point, lower case
    FileShape shape;
    Isolation isolation;
    ReadFunction read;
    // Called once in each process before `read`, while files can still be opened; may be null.
    void (*prepare)() = nullptr;
};

// Lets `reader` read `input`. No bytes may make a reader go wrong; should one do so nevertheless,
// that costs its file, not the run. Throws what the reader throws, and Error(bad_input) for a
// logic_error such as a position beyond an end.
void read_guarded(const Reader& reader, const Input& input, DraftSink& sink);

std::span<const Reader> readers();

// The reader called `format`, or the one for a file's extension; nullptr when there is none.
const Reader* find_reader(std::string_view format);
const Reader* reader_for_extension(std::string_view extension);

}  // namespace vigyapti
