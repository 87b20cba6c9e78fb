#include "searcher/saved_search.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/base/config.hpp"
#include "common/base/file.hpp"
#include "common/text/script.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using Json = nlohmann::json;

constexpr std::size_t longest_name = 200;
constexpr std::size_t largest_file = 1U << 28U;
constexpr int state_version = 1;

// Format characters would make two names that look alike.
bool may_stand_in_name(char32_t c, bool first) {
    if (c == '-' || c == '_' || c == '.') return !first;
    const CharClass kind = char_class(c);
    if (kind == CharClass::separator) return false;
    if (kind != CharClass::extend) return true;
    const bool format = (c >= 0x200B && c <= 0x206F) || c == 0xAD || c == 0xFEFF || c >= 0xE0000;
    return !first && !format;
}

}  // namespace

bool is_saved_search_name(const std::string& name) {
    if (name.empty() || name.size() > longest_name || find_malformed_utf8(name)) return false;
    for (std::size_t i = 0; i < name.size();) {
        const bool first = i == 0;
        if (!may_stand_in_name(next_code_point(name, i), first)) return false;
    }
    return true;
}

Error bad_saved_search_name(const std::string& name) {
    return Error(ErrorCode::usage, fmt::format("--new {}: no name for a saved search", name),
                 "use letters and digits, with dashes, dots and underlines between them");
}

SavedSearch::SavedSearch(const std::string& name) {
    if (!is_saved_search_name(name)) throw bad_saved_search_name(name);
    const std::filesystem::path folder = state_directory() / "new";
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", folder.string(), code.message()),
                    "check the permissions, or name another folder by XDG_STATE_HOME");
    }
    path_ = folder / name;
    lock(name);
    try {
        read();
    } catch (...) {
        ::close(lock_);
        throw;
    }
}

SavedSearch::~SavedSearch() {
    ::close(lock_);
}

// A file of its own, since the state's is replaced by each run. No search has a name with a dot in
// front.
void SavedSearch::lock(const std::string& name) {
    const std::filesystem::path path = path_.parent_path() / ("." + name + ".lock");
    lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(errno)),
                    "check the permissions, or name another folder by XDG_STATE_HOME");
    }
    if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) return;
    const int cause = errno;
    ::close(lock_);
    if (cause != EWOULDBLOCK) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", path.string(), errno_text(cause)));
    }
    throw Error(ErrorCode::locked, fmt::format("--new {}: this search is running already", name),
                "run it again when the other has ended");
}

void SavedSearch::read() {
    std::error_code code;
    if (!std::filesystem::exists(path_, code) && !code) return;
    const std::string content = read_file(path_, largest_file);
    try {
        const Json json = Json::parse(content);
        if (json.at("version").get<int>() != state_version) throw std::runtime_error("version");
        query_ = json.at("query").get<std::string>();
        since_.time = json.at("time").get<double>();
        since_.until = json.at("until").get<double>();
        since_.seen = json.at("seen").get<std::vector<std::string>>();
    } catch (const std::exception&) {
        throw Error(ErrorCode::corrupt,
                    fmt::format("{}: not the state of a saved search", path_.string()),
                    "remove the file to begin anew; then all releases are new once more");
    }
}

void SavedSearch::advance(const Since& next, const std::string& query) {
    const Json json{{"version", state_version},
                    {"query", query},
                    {"time", next.time},
                    {"until", next.until},
                    {"seen", next.seen}};
    replace_file(path_, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace vigyapti
