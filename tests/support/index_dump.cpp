// Prints or checks an index for tests, by Xapian's own means only:
//
//   index_dump DIR           a line a release, sorted by id: everything that is indexed for it but
//                            when that was done and from which file (terms XF…). Two indexes with
//                            the same content print the same, whatever their shards and numbers.
//   index_dump --full DIR    each term below its release
//   index_dump --check DIR   the same after a check of each database in the folders of the shards
//   in
//                            use
//
// Exit status 1 when two releases have the same id, or a check fails; 2 when the index cannot be
// read.
#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/xapian.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "common/index/vocabulary.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view file_term_prefix = "XF";

std::string hex(std::string_view bytes) {
    std::string out;
    for (const char byte : bytes)
        out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return out;
}

// "term wdf position,position" a line.
std::string describe_terms(const Xapian::Document& document) {
    std::string out;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        if ((*term).starts_with(file_term_prefix)) continue;
        out += fmt::format("  {} {} ", *term, term.get_wdf());
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at)
            out += fmt::format("{},", *at);
        out += '\n';
    }
    return out;
}

std::string describe_values(const Xapian::Document& document) {
    std::string out;
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        if (value.get_valueno() == field(FieldId::indexed_at).slot) continue;
        out += fmt::format(" {}={}", value.get_valueno(), hex(*value));
    }
    return out;
}

std::string id_of(const Xapian::Document& document) {
    const std::string prefix(field(FieldId::id).prefix);
    auto term = document.termlist_begin();
    term.skip_to(prefix);
    const std::string found = term == document.termlist_end() ? "" : *term;
    return found.starts_with(prefix) ? found.substr(prefix.size()) : "";
}

int dump(const std::string& directory, bool full) {
    const Xapian::Database index(directory);
    std::map<std::string, std::string> lines;
    int status = 0;
    for (auto number = index.postlist_begin(""); number != index.postlist_end(""); ++number) {
        const Xapian::Document document = index.get_document(*number);
        const std::string id = id_of(document);
        const std::string terms = describe_terms(document);
        std::string line = fmt::format("{}\tdata={}\tterms={}\tvalues={}\n", id,
                                       hex(content_hash(document.get_data())),
                                       hex(content_hash(terms)), describe_values(document));
        if (full) line += terms;
        if (!lines.emplace(id, std::move(line)).second || id.empty()) {
            fmt::print(stderr, "index_dump: two releases or more with the id \"{}\"\n", id);
            status = 1;
        }
    }
    for (const auto& [id, line] : lines)
        fmt::print("{}", line);
    return status;
}

// The folders that hold the shards which the stub file lists.
std::set<std::filesystem::path> folders_in_use(const std::filesystem::path& directory) {
    std::ifstream stub(directory / "XAPIANDB");
    std::set<std::filesystem::path> folders;
    for (std::string kind, target; stub >> kind >> target;)
        folders.insert((directory / target).parent_path());
    if (folders.empty())
        throw Error(ErrorCode::not_found, directory.string() + ": no shards listed");
    return folders;
}

std::set<std::filesystem::path> shards_in_use(const std::filesystem::path& directory) {
    std::ifstream stub(directory / "XAPIANDB");
    std::set<std::filesystem::path> shards;
    for (std::string kind, target; stub >> kind >> target;)
        shards.insert(directory / target);
    return shards;
}

bool is_sound(const std::filesystem::path& database) {
    std::ostringstream findings;
    try {
        if (Xapian::Database::check(database.string(), 0, &findings) == 0) return true;
    } catch (const Xapian::Error& error) {
        findings << error.get_description() << '\n';
    }
    fmt::print(stderr, "index_dump: {}: {}\n", database.string(), findings.str());
    return false;
}

// The shards, and the other databases beside them that are complete enough to be opened. A folder
// that the stub file does not list may be a shard that a stopped run began.
bool check(const std::filesystem::path& directory) {
    std::set<std::filesystem::path> databases = shards_in_use(directory);
    for (const std::filesystem::path& folder : folders_in_use(directory)) {
        if (std::filesystem::exists(folder / "state" / "iamglass"))
            databases.insert(folder / "state");
        const auto vocabulary = Vocabulary::open(folder / vocabulary_name);
        if (vocabulary && !vocabulary->is_sound())
            throw Error(ErrorCode::corrupt, folder.string() + ": the vocabulary is damaged");
    }
    return std::count_if(databases.begin(), databases.end(), is_sound) ==
           static_cast<std::ptrdiff_t>(databases.size());
}

int run(const std::vector<std::string>& arguments) {
    if (arguments.size() == 1) return dump(arguments[0], false);
    if (arguments.size() == 2 && arguments[0] == "--full") return dump(arguments[1], true);
    if (arguments.size() == 2 && arguments[0] == "--check") {
        return check(arguments[1]) ? dump(arguments[1], false) : 1;
    }
    fmt::print(stderr, "usage: index_dump [--full | --check] DIR\n");
    return 64;
}

}  // namespace
}  // namespace vigyapti

int main(int argc, char** argv) {
    try {
        return vigyapti::run({argv + 1, argv + argc});
    } catch (const Xapian::Error& error) {
        fmt::print(stderr, "index_dump: {}\n", error.get_description());
    } catch (const std::exception& error) {
        fmt::print(stderr, "index_dump: {}\n", error.what());
    }
    return 2;
}
