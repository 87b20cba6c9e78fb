// Runs a fuzz target on each file of the folders that are named: what libFuzzer found worth keeping
// is tested by every compiler. Status 1 when there is no file to run.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/fuzz.hpp"

int main(int argc, char** argv) {
    std::size_t files = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            // Named first, since a demand that is not met ends the program.
            std::fprintf(stderr, "%s\n", entry.path().c_str());
            vigyapti::fuzz(bytes);
            ++files;
        }
    }
    std::printf("%zu files\n", files);
    return files == 0 ? 1 : 0;
}
