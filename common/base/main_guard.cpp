#include "common/base/main_guard.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <new>

#include "common/base/xapian.hpp"

namespace vigyapti {

int indexer_exit_status(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return 64;
        case ErrorCode::bad_input:
            return 65;
        case ErrorCode::locked:
        case ErrorCode::interrupted:
            return 75;
        case ErrorCode::configuration:
        case ErrorCode::version:
            return 78;
        case ErrorCode::not_found:
        case ErrorCode::corrupt:
        case ErrorCode::io:
            break;
    }
    return 74;
}

namespace {

// A file that is opened while a standard descriptor is closed gets its number, and what is meant
// for people would be written into a table of the index. What stands in for it can be used no more
// than it could be.
void hold_standard_descriptors() {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
        ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

}  // namespace

int guarded_main(std::string_view program, const std::function<int(ErrorCode)>& status_of,
                 const std::function<int()>& work) {
    const auto fail = [&](const Error& error) {
        print_error(program, error);
        return status_of(error.code());
    };
    hold_standard_descriptors();
    try {
        return work();
    } catch (const Error& error) {
        return fail(error);
    } catch (const Xapian::Error& error) {
        return fail(translate(error, "index"));
    } catch (const std::bad_alloc&) {
        return fail(
            Error(ErrorCode::io, "out of memory", "use fewer --threads or free some memory"));
    } catch (const std::exception& error) {
        return fail(Error(ErrorCode::io, error.what()));
    }
}

bool write_stdout(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            if (errno == EPIPE) return false;
            throw Error(ErrorCode::io, fmt::format("standard output: {}", errno_text(errno)));
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace vigyapti
