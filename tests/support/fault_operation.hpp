// One call that changes a disk, as fault_preload.cpp hands it to the plan of faults and the
// journal.
#pragma once

#include <sys/types.h>

#include <string>

namespace vigyapti::faults {

enum class Kind { write, truncate, sync, data_sync, create, mkdir, rename, unlink, rmdir };

struct Operation {
    Kind kind;
    const char* call;         // its name in the C library
    std::string path;         // absolute
    std::string target = {};  // of a rename
    int descriptor = -1;
    off_t offset = 0;        // of a write; the new length for truncate
    std::size_t size = 0;    // of a write
    bool truncates = false;  // create: O_TRUNC
};

}  // namespace vigyapti::faults
