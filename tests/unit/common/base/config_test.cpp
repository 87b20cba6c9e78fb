#include "common/base/config.hpp"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::array flags{
    Option{"index", '\0', "DIR", ""},
    Option{"config", '\0', "FILE", ""},
    Option{"limit", 'n', "N", ""},
    Option{"all", 'a', "", ""},
};

// Sets an environment variable, or takes it away, until the end of the scope.
class ScopedVariable {
  public:
    ScopedVariable(const char* name, const std::optional<std::string>& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        set(value);
    }
    ScopedVariable(const ScopedVariable&) = delete;
    ScopedVariable& operator=(const ScopedVariable&) = delete;
    ~ScopedVariable() { set(before_); }

  private:
    void set(const std::optional<std::string>& value) {
        if (value) {
            ::setenv(name_, value->c_str(), 1);
        } else {
            ::unsetenv(name_);
        }
    }

    const char* name_;
    std::optional<std::string> before_;
};

// A home of the test's own, with no other variable that names a folder.
struct Home {
    test::TemporaryFolder folder;
    ScopedVariable home{"HOME", folder.path().string()};
    ScopedVariable config{"XDG_CONFIG_HOME", std::nullopt};
    ScopedVariable data{"XDG_DATA_HOME", std::nullopt};
    ScopedVariable index{"VIGYAPTI_INDEX", std::nullopt};
};

// A file of the whole machine would be read where a test expects none.
bool machine_is_configured() {
    return std::filesystem::exists("/etc/vigyapti/vigyapti.conf");
}

ParsedOptions given(std::initializer_list<std::pair<const char*, std::string>> values) {
    ParsedOptions options;
    for (const auto& [name, value] : values)
        options.set(name, value);
    return options;
}

std::filesystem::path index_of(const ParsedOptions& command_line) {
    return index_directory(command_line, with_config_file(flags, command_line));
}

ErrorCode code_of_config(const ParsedOptions& command_line) {
    try {
        with_config_file(flags, command_line);
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error was thrown");
    return ErrorCode::usage;
}

}  // namespace

TEST_CASE("the command line wins over the configuration file, setting by setting") {
    const Home home;
    const std::string file =
        home.folder.write("my.conf", "index = /from/file\nlimit = 5\nall =\n").string();
    const ParsedOptions merged = with_config_file(flags, given({{"config", file}, {"limit", "7"}}));
    CHECK(merged.text("limit") == "7");
    CHECK(merged.text("index") == "/from/file");
    CHECK(merged.has("all"));
    CHECK(merged.text("config") == file);
}

TEST_CASE("the arguments of the command line are kept") {
    const Home home;
    ParsedOptions options =
        given({{"config", home.folder.write("my.conf", "limit = 5\n").string()}});
    options.add_argument("रूस");
    const ParsedOptions merged = with_config_file(flags, options);
    REQUIRE(merged.arguments().size() == 1);
    CHECK(merged.arguments().front() == "रूस");
}

TEST_CASE("a configuration file that is named must exist and make sense") {
    const Home home;
    home.folder.write(".config/vigyapti/vigyapti.conf", "limit = 5\n");
    CHECK(code_of_config(given({{"config", (home.folder.path() / "no.conf").string()}})) ==
          ErrorCode::configuration);
    CHECK(code_of_config(given({{"config", home.folder.path().string()}})) ==
          ErrorCode::configuration);
    CHECK(
        code_of_config(given({{"config", home.folder.write("bad", "nonsense = 1\n").string()}})) ==
        ErrorCode::configuration);
}

TEST_CASE("the configuration file is looked for where XDG says") {
    const Home home;
    home.folder.write(".config/vigyapti/vigyapti.conf", "limit = 5\n");
    home.folder.write("elsewhere/vigyapti/vigyapti.conf", "limit = 6\n");
    CHECK(with_config_file(flags, {}).text("limit") == "5");
    {
        const ScopedVariable named("XDG_CONFIG_HOME", (home.folder.path() / "elsewhere").string());
        CHECK(with_config_file(flags, {}).text("limit") == "6");
    }
    {
        const ScopedVariable empty("XDG_CONFIG_HOME", "");
        CHECK(with_config_file(flags, {}).text("limit") == "5");
    }
    {
        // The XDG specification tells programs to ignore a relative path.
        const ScopedVariable relative("XDG_CONFIG_HOME", "elsewhere");
        CHECK(with_config_file(flags, {}).text("limit") == "5");
    }
    // A file that is named takes the place of the one that is found.
    const std::string other = home.folder.write("other.conf", "all =\n").string();
    CHECK_FALSE(with_config_file(flags, given({{"config", other}})).has("limit"));
}

TEST_CASE("no configuration file is no error") {
    if (machine_is_configured()) return;
    const Home home;
    CHECK_FALSE(with_config_file(flags, {}).has("limit"));
    CHECK(with_config_file(flags, given({{"limit", "3"}})).text("limit") == "3");
}

TEST_CASE("without a home no file of the current folder is read") {
    if (machine_is_configured()) return;
    const Home home;
    home.folder.write("here/.config/vigyapti/vigyapti.conf", "limit = 5\n");
    const ScopedVariable homeless("HOME", std::nullopt);
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(home.folder.path() / "here");
    const bool read = with_config_file(flags, {}).has("limit");
    std::filesystem::current_path(before);
    CHECK_FALSE(read);
}

TEST_CASE("the index directory is the first that is named") {
    const Home home;
    home.folder.write(".config/vigyapti/vigyapti.conf", "index = /from/file\n");
    const ScopedVariable variable("VIGYAPTI_INDEX", "/from/variable");
    CHECK(index_of(given({{"index", "/from/flag"}})) == "/from/flag");
    CHECK(index_of({}) == "/from/variable");
    {
        const ScopedVariable empty("VIGYAPTI_INDEX", "");
        CHECK(index_of({}) == "/from/file");
    }
    const ScopedVariable none("VIGYAPTI_INDEX", std::nullopt);
    CHECK(index_of({}) == "/from/file");
}

TEST_CASE("an index that nobody names is in the user's data folder") {
    if (machine_is_configured()) return;
    const Home home;
    CHECK(index_of({}) == home.folder.path() / ".local/share/vigyapti/index");
    {
        const ScopedVariable data("XDG_DATA_HOME", "/data");
        CHECK(index_of({}) == "/data/vigyapti/index");
    }
    const ScopedVariable relative("XDG_DATA_HOME", "data");
    CHECK(index_of({}) == home.folder.path() / ".local/share/vigyapti/index");
}

TEST_CASE("without a home the index must be named") {
    if (machine_is_configured()) return;
    const Home home;
    const ScopedVariable homeless("HOME", std::nullopt);
    try {
        index_of({});
        FAIL("no error was thrown");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        CHECK(error.hint().find("--index") != std::string::npos);
    }
    CHECK(index_of(given({{"index", "relative"}})) == "relative");
    const ScopedVariable data("XDG_DATA_HOME", "/data");
    CHECK(index_of({}) == "/data/vigyapti/index");
}

}  // namespace vigyapti
