// The inside of the server that ForkServer forks, and what the two say to each other.
#pragma once

#include <cstdint>

#include "indexer/isolation/sandbox.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {

// What comes over the control socket, a packet an input, followed by the input's name. With it come
// three descriptors: the input, and the pipes for frames and for the status that the process ends
// with, as waitpid gives it (an int).
struct ReadRequest {
    const Reader* reader;  // at the same address on both sides of a fork
    std::uint64_t size;
};

inline constexpr std::size_t longest_isolated_name = 16'384;

// Serves what comes over `control` until its other end is closed, then ends the process. Never
// returns.
[[noreturn]] void serve_reads(int control, const SandboxLimits& limits);

}  // namespace vigyapti
