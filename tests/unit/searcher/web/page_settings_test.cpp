#include "searcher/web/page_settings.hpp"

#include <doctest/doctest.h>

#include <set>

#include "common/base/error.hpp"
#include "tests/support/own_environment.hpp"

namespace vigyapti {
namespace {

// The settings that a configuration file gives.
class Configured {
  public:
    explicit Configured(const std::string& text) {
        file_ = environment_.folder().write("vigyapti.conf", text).string();
        ::setenv("VIGYAPTI_CONFIG", file_.c_str(), 1);
    }
    Configured(const Configured&) = delete;
    Configured& operator=(const Configured&) = delete;
    ~Configured() { ::unsetenv("VIGYAPTI_CONFIG"); }

    PageSettings read() const { return read_page_settings(); }

  private:
    test::OwnEnvironment environment_;
    std::string file_;
};

PageSettings settings_of(const std::string& text) {
    return Configured(text).read();
}

std::string refusal_of(const std::string& text) {
    try {
        settings_of(text);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::configuration);
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("without a line of its own the page has the usual settings") {
    const PageSettings settings = settings_of("index = /var/lib/vigyapti\n");
    CHECK(settings.index == "/var/lib/vigyapti");
    CHECK(settings.title.empty());
    CHECK(settings.url.empty());
    CHECK(settings.ui == "en");
    CHECK(settings.frame_ancestors == "'self'");
    CHECK(settings.cpu_seconds == 2);
    CHECK(settings.seconds == 10);
    CHECK(settings.memory_mb == 512);
}

TEST_CASE("the section [page] sets everything") {
    const PageSettings settings = settings_of(
        "[page]\nindex = /i\ntitle = विज्ञप्तियाँ & more\nurl = https://example.org/s\nui = hi\n"
        "frame-ancestors = 'self' https://example.org\ncpu-seconds = 0\nseconds = 3600\n"
        "memory-mb = 1000000\n");
    CHECK(settings.index == "/i");
    CHECK(settings.title == "विज्ञप्तियाँ & more");
    CHECK(settings.url == "https://example.org/s");
    CHECK(settings.ui == "hi");
    CHECK(settings.frame_ancestors == "'self' https://example.org");
    CHECK(settings.cpu_seconds == 0);
    CHECK(settings.seconds == 3600);
    CHECK(settings.memory_mb == 1'000'000);
}

TEST_CASE("what other programs are told is not for the page") {
    const PageSettings settings =
        settings_of("index = /i\n[search]\nlimit = 5\n[index]\nthreads = 4\n[page]\nui = hi\n");
    CHECK(settings.index == "/i");
    CHECK(settings.ui == "hi");
}

TEST_CASE("the environment names another index") {
    const Configured configured("index = /i\n[page]\nindex = /j\n");
    ::setenv("VIGYAPTI_INDEX", "/k", 1);
    CHECK(configured.read().index == "/k");
    ::setenv("VIGYAPTI_INDEX", "", 1);
    CHECK(configured.read().index == "/j");
    ::unsetenv("VIGYAPTI_INDEX");
}

TEST_CASE("a setting that would come to harm is refused with its name") {
    const struct {
        std::string_view line;
        std::string_view name;
    } cases[]{
        {"ui = fr", "ui"},
        {"cpu-seconds = -1", "cpu-seconds"},
        {"cpu-seconds = 3601", "cpu-seconds"},
        {"seconds = soon", "seconds"},
        {"memory-mb = 1000001", "memory-mb"},
        {"url = example.org", "url"},
        {"url = javascript:alert(1)", "url"},
        {"url = https://example.org/ x", "url"},
        {"url = https://example.org/{q}", "url"},
        {"frame-ancestors = 'self'; script-src *", "frame-ancestors"},
        {"frame-ancestors = 'self', default-src *", "frame-ancestors"},
        {"frame-ancestors = 'self'\x01", "frame-ancestors"},
        {"frame-ancestors = https://उदाहरण.भारत", "frame-ancestors"},
        {"no-such-key = 1", "no-such-key"},
    };
    for (const auto& [line, name] : cases) {
        CAPTURE(line);
        CHECK(refusal_of("[page]\n" + std::string(line) + "\n").find(name) != std::string::npos);
    }
}

TEST_CASE("a file that is named but not there is an error") {
    const test::OwnEnvironment environment;
    ::setenv("VIGYAPTI_CONFIG", (environment.folder().path() / "none").c_str(), 1);
    CHECK_THROWS_AS(read_page_settings(), Error);
    ::unsetenv("VIGYAPTI_CONFIG");
}

TEST_CASE("each key has a text on what it is for, and stands once") {
    std::set<std::string_view> names;
    for (const Option& option : page_flags()) {
        CHECK_FALSE(option.help.empty());
        CHECK(names.insert(option.name).second);
    }
    CHECK(names.size() == 9);
}

}  // namespace vigyapti
