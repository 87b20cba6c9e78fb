#include "searcher/pager.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "common/base/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// Standard output goes to a file meanwhile.
class OutputTo {
  public:
    explicit OutputTo(const std::filesystem::path& path) : before_(::dup(STDOUT_FILENO)) {
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(file, STDOUT_FILENO);
        ::close(file);
    }
    OutputTo(const OutputTo&) = delete;
    OutputTo& operator=(const OutputTo&) = delete;
    ~OutputTo() {
        ::dup2(before_, STDOUT_FILENO);
        ::close(before_);
    }

  private:
    int before_;
};

}  // namespace

TEST_CASE("a pager gets the whole text, started by itself or by the shell") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "out";
    const std::string text = "रूस; echo $HOME `id`\n" + std::string(200'000, 'x');
    const struct {
        const char* command;
        std::string wanted;
    } table[] = {
        {"", text},
        {"cat", text},
        {"tr -d x", "रूस; echo $HOME `id`\n"},
        {"cat | tr -d x", "रूस; echo $HOME `id`\n"},
        {"no-such-pager", text},
    };
    for (const auto& [command, wanted] : table) {
        CAPTURE(command);
        bool whole = false;
        {
            const OutputTo output(path);
            whole = show(command, text);
        }
        CHECK(whole);
        CHECK((read_file(path, 1'000'000) == wanted));
    }
}

TEST_CASE("a pager that is left early is no error") {
    CHECK_FALSE(show("true", std::string(1'000'000, 'x')));
}

TEST_CASE("only less is known to pass links on") {
    for (const char* command : {"", "less", "less -R"})
        CHECK(pager_shows_links(command));
    for (const char* command : {"more", "lessx", "most"})
        CHECK_FALSE(pager_shows_links(command));
}

}  // namespace vigyapti
