// Many runs over a folder that changes in all ways: after each the index holds what is in the
// folder, and of an id in several files the release of the last one.
#include <doctest/doctest.h>

#include <ctime>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;
using test::IndexedFolder;

// A few files that share a few ids, so that each release has many ways to go.
class Walk {
  public:
    explicit Walk(unsigned seed) : random_(seed) {
        folder_.options.max_delete_percent = 100;
        // The folder is never empty.
        write_text("z.txt", "z.txt");
    }

    const IndexedFolder& folder() const { return folder_; }

    // Changes the folder up to three times, then brings the index up to date. Returns what was
    // done.
    std::string step() {
        std::string done;
        for (std::size_t changes = below(4); changes > 0; --changes)
            done += change() + "; ";
        folder_.options.threads = 1 + below(3);
        folder_.options.commit_bytes = below(2) == 0 ? 1 : 1'000'000'000;
        return done + folder_.run() + "\n";
    }

    // What the index must hold, as IndexedFolder::texts gives it.
    std::string expected() const {
        std::map<std::string, std::string> releases;
        for (const auto& [name, content] : files_) {
            for (const auto& [id, text] : content)
                releases[id.empty() ? name : id] = text;
        }
        std::string out;
        for (const auto& [id, text] : releases)
            out += (out.empty() ? "" : " ") + id + "=" + text;
        return out;
    }

  private:
    using Content = std::vector<std::pair<std::string, std::string>>;  // ids and texts

    std::size_t below(std::size_t limit) { return random_() % limit; }

    std::string change() {
        const std::string name = name_of(below(4) == 0 ? ".txt" : ".jsonl");
        switch (below(5)) {
            case 0:
                fs::remove(folder_.input(name));
                files_.erase(name);
                return "remove " + name;
            case 1:
                return rename();
            case 2:
                if (files_.contains(name)) set_time(name);
                return "touch " + name;
            default:
                if (name.ends_with(".txt"))
                    return write_text(name, below(2) == 0 ? "" : random_id());
                return write_lines(name);
        }
    }

    std::string name_of(const char* extension) {
        return static_cast<char>('a' + below(5)) + std::string(extension);
    }
    std::string random_id() { return fmt::format("r{}", below(6)); }

    // A time of change that may hide another change, or one that does not.
    void set_time(const std::string& name) {
        const std::int64_t old = 1'000'000'000 + ++clock_;
        test::set_time(folder_.input(name), below(2) == 0 ? std::time(nullptr) : old);
    }

    std::string write_text(const std::string& name, const std::string& id) {
        const std::string text = fmt::format("Text {}.", below(1000));
        folder_.write(name, id.empty() ? text : fmt::format("Id: {}\n\n{}", id, text));
        set_time(name);
        files_[name] = {{id, text}};
        return fmt::format("write {} ({})", name, id);
    }

    std::string write_lines(const std::string& name) {
        Content content;
        std::string lines;
        std::string done = fmt::format("write {} (", name);
        const std::size_t first = below(6);
        for (std::size_t i = below(4); i > 0; --i) {
            content.emplace_back(fmt::format("r{}", (first + i) % 6), std::to_string(below(3)));
            lines += test::record(content.back().first, content.back().second);
            done += fmt::format(" {}={}", content.back().first, content.back().second);
        }
        folder_.write(name, lines);
        set_time(name);
        files_[name] = content;
        return done + ")";
    }

    std::string rename() {
        const std::string from = name_of(".jsonl");
        const std::string to = name_of(".jsonl");
        const auto at = files_.find(from);
        if (at != files_.end() && from != to) {
            fs::rename(folder_.input(from), folder_.input(to));
            files_[to] = std::exchange(at->second, {});
            files_.erase(from);
        }
        return fmt::format("rename {} {}", from, to);
    }

    std::mt19937 random_;
    IndexedFolder folder_;
    std::map<std::string, Content> files_;  // in the order of the input
    std::int64_t clock_ = 0;
};

}  // namespace

TEST_CASE("after any changes the index holds what is in the folder") {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        Walk walk(seed);
        std::string done;
        for (int step = 0; step < 12; ++step) {
            done += walk.step();
            CAPTURE(seed);
            CAPTURE(done);
            REQUIRE(walk.folder().texts() == walk.expected());
        }
    }
}

}  // namespace vigyapti
