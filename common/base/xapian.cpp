#include "common/base/xapian.hpp"

#include <fmt/core.h>

namespace vigyapti {

Error translate(const Xapian::Error& error, const std::string& where) {
    const std::string kind = error.get_type();
    std::string what = fmt::format("{}: {}", where, error.get_msg());
    if (const char* cause = error.get_error_string()) what += fmt::format(" ({})", cause);
    if (kind == "DatabaseLockError" &&
        error.get_msg().find("already locked") != std::string::npos) {
        return {ErrorCode::locked, what, "another vigyapti-index is writing to this index"};
    }
    if (kind == "DatabaseNotFoundError") {
        // Whether there is an index at all is seen before: a shard that it names is not there.
        return {ErrorCode::corrupt, what,
                "restore a backup, or build the index anew with: vigyapti-index --rebuild PATH"};
    }
    if (kind == "DatabaseCorruptError") {
        return {ErrorCode::corrupt, what,
                "build the index anew with: vigyapti-index --rebuild PATH"};
    }
    if (kind == "DatabaseVersionError") {
        return {ErrorCode::version, what,
                "build the index anew with: vigyapti-index --rebuild PATH"};
    }
    return {ErrorCode::io, what, "free some space or check the disk, then run again"};
}

}  // namespace vigyapti
