#include "common/base/xapian.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>

namespace vigyapti {
namespace {

const char* writing_program = "";
int failed_write_status = 0;
std::terminate_handler usual_end = nullptr;

// Whether the program ends by a write that failed. How a destructor is called settles whether its
// exception counts as caught when it leaves it. One of another kind that nobody caught is another
// matter.
bool is_failed_write() {
    const std::exception_ptr exception = std::current_exception();
    if (exception == nullptr) return true;
    try {
        std::rethrow_exception(exception);
    } catch (const Xapian::DatabaseError&) {
        return true;
    } catch (...) {
        return false;
    }
}

[[noreturn]] void end_program() {
    if (is_failed_write()) {
        print_error(writing_program,
                    Error(ErrorCode::io, "the disk failed in the middle of a write",
                          "free some space or check the disk, then run again"));
        ::_exit(failed_write_status);
    }
    usual_end();
    std::abort();
}

}  // namespace

void end_on_failed_write(const char* program, int status) {
    writing_program = program;
    failed_write_status = status;
    usual_end = std::set_terminate(end_program);
}

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
