#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // A null pointer comes with size 0.
    vigyapti::fuzz(size == 0 ? std::string_view()
                             : std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
