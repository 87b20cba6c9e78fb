// What a power cut may take back: the changes of a directory tree since they were last synced, kept
// so that they can be undone. It follows a journalling file system in its default mode (ext4):
// - data of a file is safe when that file is synced; before, each write is lost or not by itself;
// - names (create, rename, unlink, mkdir) reach the disk in their order, so that the last ones are
//   lost; a sync makes them safe when it commits the journal: that of a folder, of a file that has
//   grown or is new, or an fsync of a file that was written to. An fdatasync of a file of unchanged
//   size does not.
// A strict one follows what POSIX promises instead: a name is safe when its folder was synced.
// Not thread-safe: the caller holds a lock over `before`, the call and `after`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/fault_operation.hpp"

namespace vigyapti::faults {

class Journal {
  public:
    // `graveyard`: a folder on the same file system that keeps removed files until they are gone
    // for good.
    Journal(std::string graveyard, bool strict);

    // Around each call, the second with its result.
    void before(const Operation& operation);
    void after(const Operation& operation, ssize_t result);

    // Takes back what the cut loses; `seed` decides what that is.
    void cut_power(std::uint64_t seed);

  private:
    struct Change {
        off_t offset = 0;
        off_t size_before = 0;
        off_t size_after = 0;
        std::string old_bytes;
        std::string new_bytes;
    };
    struct File {
        int descriptor = -1;  // our own, which follows the file through renames
        bool resized = true;
        std::vector<Change> changes;  // since the last sync
    };
    struct Naming {
        Kind kind;
        std::string path;
        std::string target;
        std::string grave;  // the file that the call removed
    };
    using Identity = std::pair<dev_t, ino_t>;

    File* file_of(int descriptor);
    void keep_removed(const std::string& path);
    void finish_change(const Operation& operation);
    void finish_sync(const Operation& operation);
    void settle_names(const std::string& folder);
    static void undo(const Naming& naming);
    static void lose_data(const File& file, std::uint64_t& state);

    std::string graveyard_;
    bool strict_ = false;
    std::size_t graves_ = 0;
    std::string grave_;     // of the call under way
    bool existed_ = false;  // what the call under way would create
    File* changing_ = nullptr;
    Change change_;
    std::map<Identity, File> files_;
    std::vector<Naming> names_;
};

}  // namespace vigyapti::faults
