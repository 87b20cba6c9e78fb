#include "searcher/render/page_files.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace vigyapti {

TEST_CASE("each file of the page is compiled in as it is in its folder") {
    const std::filesystem::path folder = std::string(VIGYAPTI_SOURCE_DIR) + "/searcher/web";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::filesystem::path& path = entry.path();
        if (path.extension() == ".cpp" || path.extension() == ".hpp") continue;
        CAPTURE(path.string());
        std::ifstream stream(path, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(stream), {}};
        CHECK(page_file(path.filename().string()) == content);
        ++files;
    }
    CHECK(files >= 13);
}

TEST_CASE("a file that is not compiled in is a mistake in the program") {
    for (const std::string_view name : {"", "page", "page.htm", "../page.html", "PAGE.HTML"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(page_file(name), std::logic_error);
    }
}

}  // namespace vigyapti
