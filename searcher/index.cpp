#include "searcher/index.hpp"

#include <utility>

#include "common/base/xapian.hpp"
#include "common/index/database.hpp"
#include "common/index/revision.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

// Runs `look` on the index, again when an indexer has overwritten what it was looking at.
template <typename Look>
auto with_index(const std::filesystem::path& directory, Look&& look) {
    constexpr int attempts = 10;
    try {
        for (int attempt = 1;; ++attempt) {
            const Xapian::Database database = open_index(directory);
            try {
                return look(database);
            } catch (const Xapian::DatabaseModifiedError&) {
                if (attempt == attempts) throw;
            }
        }
    } catch (const Xapian::Error& error) {
        throw translate(error, directory.string());
    }
}

}  // namespace

Index::Index(std::filesystem::path directory) : directory_(std::move(directory)) {
    open_index(directory_);
}

std::size_t Index::releases() const {
    return with_index(directory_, [](const Xapian::Database& database) {
        return std::size_t{database.get_doccount()};
    });
}

std::map<std::string, std::size_t> Index::languages() const {
    return with_index(directory_, [](const Xapian::Database& database) {
        const std::string prefix(field(FieldId::lang).prefix);
        std::map<std::string, std::size_t> languages;
        for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
             ++term) {
            languages[(*term).substr(prefix.size())] = term.get_termfreq();
        }
        return languages;
    });
}

std::string Index::revision() const {
    return index_revision(directory_);
}

}  // namespace vigyapti
