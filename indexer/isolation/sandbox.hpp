// What a process may still do that reads bytes of strangers: compute, within limits, and write to
// what it has open.
#pragma once

#include <cstdint>

namespace vigyapti {

struct SandboxLimits {
    std::uint64_t memory = 1'000'000'000;  // bytes that it may take beyond what it has
    unsigned cpu_seconds = 60;
    unsigned wall_seconds = 300;
};

// `limits` with the time that an input of `size` bytes may take beyond a small one: a second of CPU
// for 2 MB and one of the clock for 1 MB. Crawls, the largest inputs, need a fifth of that.
SandboxLimits limits_for(const SandboxLimits& limits, std::uint64_t size);

// Puts the calling process, which has one thread, under `limits` for the rest of its life, and
// forbids it all system calls but those that compute, take memory and read and write open files:
// it can open no file, no socket and no process. A signal ends it when it goes beyond the limits of
// time. Where the kernel has no filter for system calls the limits alone hold.
void enter_sandbox(const SandboxLimits& limits);

}  // namespace vigyapti
