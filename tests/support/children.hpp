// The processes that a test has started.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace vigyapti::test {

// Kills all children of this process, as the kernel does when memory runs out.
inline void end_children() {
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream children(thread.path() / "children");
        for (pid_t child = 0; children >> child;)
            ::kill(child, SIGKILL);
    }
}

}  // namespace vigyapti::test
