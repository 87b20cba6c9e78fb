// The one writer of an index: held for a whole run, so that two runs, or a rebuild and an
// increment, never mix. Readers take no lock.
#pragma once

#include <filesystem>

namespace vigyapti {

class IndexLock {
  public:
    // Makes the directory where it is missing. Waits at most `seconds` for another process to end.
    // Throws Error(locked), naming the process that holds the lock and since when, or Error(io).
    explicit IndexLock(const std::filesystem::path& directory, unsigned seconds = 0);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace vigyapti
