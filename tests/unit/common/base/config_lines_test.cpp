#include "common/base/config_lines.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vigyapti {
namespace {

// Sections as "[name@line]", lines as "key=value@line".
std::string read(std::string_view content) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("a.conf", content).string();
    const auto line = [&](const std::string& origin) {
        REQUIRE(origin.starts_with(path + ":"));
        return origin.substr(path.size() + 1);
    };
    std::string out;
    for (const ConfigSection& section : read_config_lines(path)) {
        out += "[" + section.name + "@" + line(section.origin) + "]";
        for (const ConfigLine& each : section.lines)
            out += each.key + "=" + each.value + "@" + line(each.origin) + ";";
    }
    return out;
}

struct Case {
    std::string_view content;
    std::string_view sections;
};

}  // namespace

TEST_CASE("a configuration file is sections of keys and values, each with its line") {
    const std::vector<Case> cases{
        {"", "[@1]"},
        {"a = 1", "[@1]a=1@1;"},
        {"a=1\nb =2\r\n\n  c\t=\t3  \n", "[@1]a=1@1;b=2@2;c=3@4;"},
        {"a = x = y\n", "[@1]a=x = y@1;"},
        {"a =\n= b\n", "[@1]a=@1;=b@2;"},
        {"# a = 1\na = 1 # b = 2\n", "[@1]a=1@2;"},
        {"a = 1\n[s]\nb = 2\n[t]\n[s]\nc = 3\n", "[@1]a=1@1;[s@2]b=2@3;[t@4][s@5]c=3@6;"},
        {"[ a ]  # comment\n\t[b]\r\n", "[@1][a@1][b@2]"},
        {"[source विदेश मंत्रालय]\npath = /srv/विज्ञप्ति सूची\n",
         "[@1][source विदेश मंत्रालय@1]path=/srv/विज्ञप्ति सूची@2;"},
        {"[source U.S. Department of State]\nb.c = 1\n",
         "[@1][source U.S. Department of State@1]b.c=1@2;"},
        {"[source A [B]]\n", "[@1][source A [B]@1]"},
        // As editors on other systems write it.
        {"\xEF\xBB\xBF"
         "a = 1\n",
         "[@1]a=1@1;"},
    };
    for (const Case& each : cases) {
        CAPTURE(each.content);
        CHECK(read(each.content) == each.sections);
    }
}

TEST_CASE("a line that is neither setting nor section is an error that names it") {
    const test::TemporaryFolder folder;
    for (const std::string line : {"just words", "[index", "index]", "[]", "[ ]", "--", "रूस"}) {
        CAPTURE(line);
        const std::string path = folder.write("a.conf", "a = 1\n\n" + line + "\n").string();
        try {
            read_config_lines(path);
            FAIL_CHECK("no error was thrown");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::configuration);
            CHECK(std::string(error.what()) == path + ":3: \"" + line + "\" is no setting");
            CHECK_FALSE(error.hint().empty());
        }
    }
}

TEST_CASE("a file that cannot be read is an error of the configuration") {
    const test::TemporaryFolder folder;
    const auto code_of = [](const std::string& path) {
        try {
            read_config_lines(path);
        } catch (const Error& error) {
            CHECK(std::string(error.what()).find(path) != std::string::npos);
            return error.code();
        }
        FAIL("no error was thrown");
        return ErrorCode::usage;
    };
    CHECK(code_of((folder.path() / "nowhere.conf").string()) == ErrorCode::configuration);
    CHECK(code_of(folder.path().string()) == ErrorCode::configuration);
    const std::string large(1'000'001, '#');
    CHECK(code_of(folder.write("large.conf", large).string()) == ErrorCode::configuration);
}

}  // namespace vigyapti
