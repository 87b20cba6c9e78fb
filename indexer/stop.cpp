#include "indexer/stop.hpp"

#include <signal.h>

#include <atomic>

namespace vigyapti {
namespace {

std::atomic<bool> requested{false};
static_assert(std::atomic<bool>::is_always_lock_free, "else not for a signal handler");

void request_stop(int) {
    requested = true;
}

}  // namespace

void catch_stop_signals() {
    struct sigaction action {};
    action.sa_handler = request_stop;
    // Without SA_RESTART, so that waiting for input ends; once only, so that impatience is heard.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

bool stop_requested() {
    return requested;
}

}  // namespace vigyapti
