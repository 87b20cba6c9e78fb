#include "indexer/scan.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <unordered_set>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;

std::string lower_extension(std::string_view name) {
    const auto point = name.rfind('.');
    if (point == name.npos || point == 0) return {};
    return lowered(name.substr(point));
}

FileStamp stamp_of(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec, status.st_ino};
}

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

struct Entry {
    std::string name;
    struct stat status {};
    bool is_link = false;
    int error = 0;  // of stat
    bool may_be_folder = false;
};

// Folders as if their names ended in a slash: the order of whole paths.
bool by_path(const Entry& a, const Entry& b) {
    const auto key = [](const Entry& entry) {
        return S_ISDIR(entry.status.st_mode) && !entry.is_link ? entry.name + '/' : entry.name;
    };
    return key(a) < key(b);
}

// Behind a link ".." leads to where the link does, which only the file system knows.
std::string absolute_path(const std::string& path) {
    namespace fs = std::filesystem;
    fs::path out;
    std::error_code ignored;
    for (const fs::path& part : fs::absolute(path, ignored)) {
        if (part == "..") {
            if (fs::is_symlink(out, ignored)) out = fs::weakly_canonical(out, ignored);
            out = out.parent_path();
        } else if (!part.empty() && part != ".") {
            out /= part;
        }
    }
    return out.string();
}

class Scanner {
  public:
    Scanner(std::string_view format, const ScanProblem& problem)
        : forced_(format == "auto" ? nullptr : find_reader(format)), problem_(problem) {}

    void add_root(const InputPath& input) {
        if (input.path.empty()) {
            throw Error(ErrorCode::bad_input, "a path is empty", "name a file or a folder");
        }
        Root root{absolute_path(input.path), input.path, input.source, 0, false, {}};
        result_.roots.push_back(root);
        note_overlap();
        struct stat status {};
        if (::stat(root.path.c_str(), &status) != 0) {
            mark_missing(errno_text(errno));
        } else if (S_ISDIR(status.st_mode)) {
            walk(root.path, root.path.size() + (root.path == "/" ? 0 : 1));
        } else if (reader_of(root.path) == nullptr) {
            throw Error(ErrorCode::usage, fmt::format("{}: unknown format", input.path),
                        "name its format with --format");
        } else {
            add_file(root.path, root.path.rfind('/') + 1, status);
        }
    }

    ScanResult take() { return std::move(result_); }

  private:
    Root& root() { return result_.roots.back(); }

    void mark_missing(const std::string& why) {
        root().missing = true;
        root().problem = why;
    }

    const Reader* reader_of(std::string_view path) const {
        return forced_ != nullptr ? forced_ : reader_for_extension(lower_extension(path));
    }

    void add_file(const std::string& path, std::size_t name_at, const struct stat& status) {
        ++root().files;
        if (listed_.contains(path)) return;
        result_.files.push_back({path, in_utf8(std::string_view(path).substr(name_at)),
                                 reader_of(path), stamp_of(status), result_.roots.size() - 1});
        result_.bytes += result_.files.back().stamp.bytes;
    }

    // Notes the files listed so far when the new root and an earlier one overlap.
    void note_overlap() {
        listed_.clear();
        const std::string& path = root().path;
        const bool overlaps = std::any_of(
            result_.roots.begin(), result_.roots.end() - 1,
            [&](const Root& each) { return lies_in(path, each.path) || lies_in(each.path, path); });
        if (!overlaps) return;
        for (const SourceFile& file : result_.files)
            listed_.insert(file.path);
    }

    // The entries of a folder, in the order of their paths; nothing when it cannot be read. An
    // index has none, wherever it lies.
    std::optional<std::vector<Entry>> read_folder(const std::string& path) {
        const Folder folder(::opendir(path.c_str()));
        folder_error_ = errno;
        if (folder == nullptr) return std::nullopt;
        std::vector<Entry> entries;
        std::uint64_t skipped = 0;
        for (;;) {
            errno = 0;
            const dirent* found = ::readdir(folder.get());
            if (found == nullptr) break;
            if (found->d_name[0] == '.') continue;
            Entry entry{found->d_name, {}, false, 0, false};
            if (entry.name == stub_name) return std::vector<Entry>();
            // A file of no known format needs no stat.
            const bool plain = found->d_type == DT_REG && reader_of(entry.name) == nullptr;
            if (plain) {
                ++skipped;
                continue;
            }
            look_at(::dirfd(folder.get()), found->d_type, entry);
            entries.push_back(std::move(entry));
        }
        folder_error_ = errno;
        if (folder_error_ != 0) return std::nullopt;
        result_.skipped += skipped;
        root().files += skipped;
        std::sort(entries.begin(), entries.end(), by_path);
        return entries;
    }

    static void look_at(int folder, unsigned char type, Entry& entry) {
        const char* name = entry.name.c_str();
        if (::fstatat(folder, name, &entry.status, 0) != 0) entry.error = errno;
        if (type != DT_UNKNOWN) {
            entry.is_link = type == DT_LNK;
            entry.may_be_folder = type == DT_DIR;
            return;
        }
        struct stat own {};
        entry.is_link =
            ::fstatat(folder, name, &own, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(own.st_mode);
        entry.may_be_folder = !entry.is_link;
    }

    void visit(const std::string& path, std::size_t name_at, const Entry& entry) {
        const bool known = reader_of(entry.name) != nullptr;
        if (entry.error != 0) {
            if (!known && !entry.may_be_folder) return;
            problem_(path, entry.is_link ? "a link to nothing" : errno_text(entry.error));
            result_.unreadable.push_back(path);
        } else if (S_ISDIR(entry.status.st_mode)) {
            if (!entry.is_link) walk(path, name_at);
        } else if (!known) {
            ++result_.skipped;
            ++root().files;
        } else if (S_ISREG(entry.status.st_mode)) {
            add_file(path, name_at, entry.status);
        } else {
            problem_(path, "not a regular file");
        }
    }

    // An unreadable folder is a problem, and the walk goes on beside it. `name_at`: where the names
    // relative to the root begin in the paths.
    void walk(const std::string& folder, std::size_t name_at) {
        const auto entries = read_folder(folder);
        if (!entries) {
            const std::string why = errno_text(folder_error_);
            if (folder == root().path) {
                mark_missing(why);
                return;
            }
            result_.unreadable.push_back(folder);
            problem_(folder, why);
            return;
        }
        const std::string prefix = folder == "/" ? folder : folder + '/';
        for (const Entry& entry : *entries)
            visit(prefix + entry.name, name_at, entry);
    }

    const Reader* forced_;
    const ScanProblem& problem_;
    ScanResult result_;
    std::unordered_set<std::string> listed_;  // when roots overlap
    int folder_error_ = 0;
};

}  // namespace

bool lies_in(std::string_view path, std::string_view folder) {
    if (!path.starts_with(folder)) return false;
    return path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/';
}

std::string shown_path(const ScanResult& scanned, const std::string& path) {
    for (const Root& root : scanned.roots) {
        if (!lies_in(path, root.path)) continue;
        std::string_view rest = std::string_view(path).substr(root.path.size());
        if (root.shown.ends_with('/') && rest.starts_with('/')) rest.remove_prefix(1);
        return root.shown + std::string(rest);
    }
    return path;
}

ScanResult scan(std::span<const InputPath> paths, std::string_view format,
                const ScanProblem& problem) {
    Scanner scanner(format, problem);
    for (const InputPath& path : paths) {
        if (path.path != standard_input) scanner.add_root(path);
    }
    ScanResult scanned = scanner.take();
    for (const InputPath& path : paths) {
        if (path.path != standard_input) continue;
        scanned.roots.push_back({path.path, "stdin", path.source, 1, false, {}});
        scanned.files.push_back(
            {path.path, "stdin", find_reader("jsonl"), {}, scanned.roots.size() - 1});
        break;
    }
    return scanned;
}

}  // namespace vigyapti
