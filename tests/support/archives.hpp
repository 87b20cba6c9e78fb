// Archives for tests, made in memory by libarchive's writer.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <locale.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigyapti {

class ArchiveMaker {
  public:
    // `format` and `filter` as libarchive names them: "zip", "pax", "gnutar", "7zip", "raw";
    // "gzip".
    explicit ArchiveMaker(const char* format, const char* filter = nullptr,
                          const char* options = nullptr)
        : archive_(::archive_write_new()), before_(::uselocale(utf8())) {
        REQUIRE(::archive_write_set_format_by_name(archive_, format) == ARCHIVE_OK);
        if (filter != nullptr) {
            REQUIRE(::archive_write_add_filter_by_name(archive_, filter) == ARCHIVE_OK);
        }
        if (options != nullptr) {
            ::archive_write_set_passphrase(archive_, "secret");
            REQUIRE(::archive_write_set_options(archive_, options) == ARCHIVE_OK);
        }
        bytes_.resize(40'000'000);
        REQUIRE(::archive_write_open_memory(archive_, bytes_.data(), bytes_.size(), &used_) ==
                ARCHIVE_OK);
    }
    ~ArchiveMaker() {
        ::archive_write_free(archive_);
        ::uselocale(before_);
    }
    ArchiveMaker(const ArchiveMaker&) = delete;
    ArchiveMaker& operator=(const ArchiveMaker&) = delete;

    ArchiveMaker& add(const std::string& path, std::string_view content) {
        archive_entry* entry = begin(path, AE_IFREG);
        ::archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        write(entry, content);
        return *this;
    }
    // `type`: AE_IFDIR, AE_IFLNK, AE_IFIFO and so on.
    ArchiveMaker& add_other(const std::string& path, unsigned type, const char* target = nullptr) {
        archive_entry* entry = begin(path, type);
        if (target != nullptr && type == AE_IFLNK) ::archive_entry_set_symlink(entry, target);
        if (target != nullptr && type == AE_IFREG) ::archive_entry_set_hardlink(entry, target);
        write(entry, {});
        return *this;
    }
    std::string finish() {
        REQUIRE(::archive_write_close(archive_) == ARCHIVE_OK);
        return bytes_.substr(0, used_);
    }

  private:
    static locale_t utf8() {
        static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
        return locale;
    }
    static archive_entry* begin(const std::string& path, unsigned type) {
        archive_entry* entry = ::archive_entry_new();
        ::archive_entry_copy_pathname(entry, path.c_str());
        ::archive_entry_set_filetype(entry, type);
        ::archive_entry_set_perm(entry, 0644);
        return entry;
    }
    void write(archive_entry* entry, std::string_view content) {
        CHECK(::archive_write_header(archive_, entry) >= ARCHIVE_WARN);
        CHECK(::archive_write_data(archive_, content.data(), content.size()) >= 0);
        ::archive_entry_free(entry);
    }

    archive* archive_;
    locale_t before_;
    std::string bytes_;
    std::size_t used_ = 0;
};

using ArchivedFiles = std::vector<std::pair<std::string, std::string>>;

inline std::string archive_of(const char* format, const ArchivedFiles& files,
                              const char* filter = nullptr) {
    ArchiveMaker maker(format, filter);
    for (const auto& [path, content] : files)
        maker.add(path, content);
    return maker.finish();
}

// `filter`: gzip, xz, zstd or bzip2.
inline std::string compressed(std::string_view content, const char* filter = "gzip") {
    return ArchiveMaker("raw", filter).add("data", content).finish();
}

}  // namespace vigyapti
