// An environment without the user's own settings, for tests of command lines.
#pragma once

#include <stdlib.h>

#include "tests/support/temporary_folder.hpp"

namespace vigyapti::test {

class OwnEnvironment {
  public:
    OwnEnvironment() {
        ::setenv("HOME", folder_.path().c_str(), 1);
        ::setenv("XDG_CONFIG_HOME", (folder_.path() / "config").c_str(), 1);
        forget();
    }
    OwnEnvironment(const OwnEnvironment&) = delete;
    OwnEnvironment& operator=(const OwnEnvironment&) = delete;
    ~OwnEnvironment() { forget(); }

    const TemporaryFolder& folder() const { return folder_; }

  private:
    static void forget() {
        for (const char* name :
             {"XDG_DATA_HOME", "XDG_STATE_HOME", "VIGYAPTI_INDEX", "NO_COLOR", "PAGER"})
            ::unsetenv(name);
    }

    TemporaryFolder folder_;
};

}  // namespace vigyapti::test
