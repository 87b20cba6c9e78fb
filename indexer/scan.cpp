#include "indexer/scan.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

#include "common/base/error.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

namespace fs = std::filesystem;

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return extension;
}

// A file name may hold any bytes, an id may not: malformed ones are written as %XX.
std::string in_utf8(std::string_view name) {
    std::string out;
    for (auto bad = find_malformed_utf8(name); bad; bad = find_malformed_utf8(name)) {
        out += name.substr(0, *bad);
        out += fmt::format("%{:02X}", static_cast<unsigned char>(name[*bad]));
        name.remove_prefix(*bad + 1);
    }
    return out += name;
}

class Scanner {
  public:
    Scanner(const std::string& format, const ScanProblem& problem)
        : forced_(format == "auto" ? nullptr : find_reader(format)), problem_(problem) {}

    void add_root(const fs::path& root) {
        std::error_code code;
        const fs::file_status status = fs::status(root, code);
        if (!fs::exists(status)) {
            throw Error(ErrorCode::bad_input,
                        fmt::format("{}: {}", root.string(),
                                    code ? code.message() : "No such file or directory"),
                        "check the path; nothing was changed in the index");
        }
        if (fs::is_directory(status)) {
            walk(root);
            return;
        }
        if (reader_of(root) == nullptr) {
            throw Error(ErrorCode::usage, fmt::format("{}: unknown format", root.string()),
                        "name its format with --format");
        }
        add_file(root, root.filename().string());
    }

    ScanResult take() { return std::move(result_); }

  private:
    const Reader* reader_of(const fs::path& path) const {
        return forced_ != nullptr ? forced_ : reader_for_extension(lower_extension(path));
    }

    void add_file(const fs::path& path, const std::string& name) {
        std::error_code code;
        const auto size = fs::file_size(path, code);
        const std::uint64_t bytes = code ? 0 : size;
        result_.files.push_back({path, in_utf8(name), reader_of(path), bytes});
        result_.bytes += bytes;
    }

    void visit(const fs::path& root, const fs::directory_entry& entry) {
        std::error_code code;
        const bool known = reader_of(entry.path()) != nullptr;
        if (entry.is_directory(code)) return;  // reached through a link
        if (!entry.exists(code)) {
            if (known) problem_(entry.path().string(), "a link to nothing");
        } else if (!known) {
            ++result_.skipped;
        } else if (entry.is_regular_file(code)) {
            add_file(entry.path(), entry.path().lexically_relative(root).string());
        } else {
            problem_(entry.path().string(), "not a regular file");
        }
    }

    // One level a call: an unreadable folder is a problem, and the walk goes on beside it.
    void walk_folder(const fs::path& root, const fs::path& folder, std::vector<fs::path>& pending) {
        std::error_code code;
        fs::directory_iterator entries(folder, code);
        for (; !code && entries != fs::directory_iterator(); entries.increment(code)) {
            const fs::directory_entry& entry = *entries;
            if (entry.path().filename().string().starts_with('.')) continue;
            std::error_code ignored;
            if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
                pending.push_back(entry.path());
            } else {
                visit(root, entry);
            }
        }
        if (code) problem_(folder.string(), code.message());
    }

    void walk(const fs::path& root) {
        const auto first = static_cast<std::ptrdiff_t>(result_.files.size());
        std::vector<fs::path> pending{root};
        while (!pending.empty()) {
            const fs::path folder = pending.back();
            pending.pop_back();
            walk_folder(root, folder, pending);
        }
        std::sort(result_.files.begin() + first, result_.files.end(),
                  [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
    }

    const Reader* forced_;
    const ScanProblem& problem_;
    ScanResult result_;
};

}  // namespace

ScanResult scan(const std::vector<std::string>& paths, const std::string& format,
                const ScanProblem& problem) {
    Scanner scanner(format, problem);
    for (const std::string& path : paths)
        scanner.add_root(path);
    return scanner.take();
}

}  // namespace vigyapti
