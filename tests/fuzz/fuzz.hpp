// What a fuzz target consists of: one function, which ends the program when a demand is not met.
// libFuzzer calls it (libfuzzer_main.cpp), and in the tests replay_main.cpp does.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace vigyapti {

// Defined by each target. `text`: any bytes.
void fuzz(std::string_view text);

inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "not met: %s\n", what);
    std::abort();
}

}  // namespace vigyapti
