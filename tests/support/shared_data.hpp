// Where real collections by others are kept, beside the project and never in it. Tests that use
// them skip with a message where they are absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace vigyapti::test {

// The file or folder `name` of $VIGYAPTI_SHARED_DATA, else of ../shared/data beside the project.
inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
    const char* named = std::getenv("VIGYAPTI_SHARED_DATA");
    const std::filesystem::path root =
        named != nullptr ? std::filesystem::path(named)
                         : std::filesystem::path(VIGYAPTI_SOURCE_DIR) / ".." / "shared" / "data";
    std::error_code ignored;
    if (!std::filesystem::exists(root / name, ignored)) return std::nullopt;
    return root / name;
}

}  // namespace vigyapti::test

// Declares the path `variable`, or ends the test case with a message.
#define VIGYAPTI_SHARED_DATA_OR_SKIP(variable, name)                                          \
    const auto variable##_found = vigyapti::test::shared_data(name);                          \
    if (!variable##_found) {                                                                  \
        MESSAGE("skipped: no ", name, " in the shared data; set VIGYAPTI_SHARED_DATA to it"); \
        return;                                                                               \
    }                                                                                         \
    const std::filesystem::path& variable = *variable##_found
