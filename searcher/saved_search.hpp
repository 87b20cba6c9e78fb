// A saved search: a query that is asked again and again for what is new since the last time, as a
// morning's mail does. What has been shown is kept in a small file,
// $XDG_STATE_HOME/vigyapti/new/NAME.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/error.hpp"
#include "searcher/request.hpp"

namespace vigyapti {

// Letters and digits of any script, signs on them, and - _ . within; at most 200 bytes, so that it
// is a file's name everywhere and hides nothing.
bool is_saved_search_name(const std::string& name);

// What is thrown for a name that is none.
Error bad_saved_search_name(const std::string& name);

// Held for one run: another one with the same name is refused meanwhile.
class SavedSearch {
  public:
    // Reads what is kept under `name`; nothing is kept at first, and then everything is new. Throws
    // Error(usage) for a bad name, Error(locked), Error(io), and Error(corrupt) for a file that
    // holds something else.
    explicit SavedSearch(const std::string& name);
    ~SavedSearch();
    SavedSearch(const SavedSearch&) = delete;
    SavedSearch& operator=(const SavedSearch&) = delete;

    const Since& since() const { return since_; }

    // The query that was asked the last time; empty the first time.
    const std::string& query() const { return query_; }

    // Keeps what to ask for the next time, durably and in one step. To be called only when the
    // output has been written. Throws Error(io).
    void advance(const Since& next, const std::string& query);

  private:
    void lock(const std::string& name);
    void read();

    std::filesystem::path path_;
    int lock_ = -1;
    Since since_;
    std::string query_;
};

}  // namespace vigyapti
