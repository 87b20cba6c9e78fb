// Reads inputs that may be hostile in processes of their own, so that one of them costs one failed
// file. A server process, forked while the program has one thread and little memory, forks in turn
// for each input: that takes a fraction of a millisecond, and no input meets what another left.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <mutex>
#include <string_view>

#include "common/base/descriptor.hpp"
#include "indexer/isolation/sandbox.hpp"
#include "indexer/reader.hpp"

namespace vigyapti {

struct IsolationLimits {
    SandboxLimits sandbox;
    std::uint64_t output = 2'000'000'000;  // bytes of drafts from one input
};

class ForkServer {
  public:
    // Forks the server. To be called while the process has one thread. Throws Error(io).
    explicit ForkServer(const IsolationLimits& limits = {});
    // Ends the server, and what it reads.
    ~ForkServer();
    ForkServer(const ForkServer&) = delete;
    ForkServer& operator=(const ForkServer&) = delete;

    // Reads `size` bytes of the file open at `file` with `reader`, which the program had when the
    // server was forked, in a process of its own. What it finds goes to `sink` as it comes, in the
    // calling thread. Throws Error(bad_input) for what the reader refuses, and when its process
    // goes beyond a limit or dies; Error(io) when no process can be had. Thread-safe.
    void read(const Reader& reader, int file, std::uint64_t size, std::string_view name,
              DraftSink& sink);

  private:
    struct Channels;
    Channels start(const Reader& reader, int file, std::uint64_t size, std::string_view name);

    const IsolationLimits limits_;
    std::mutex mutex_;  // of the control socket
    Descriptor control_;
    pid_t server_ = -1;
};

}  // namespace vigyapti
