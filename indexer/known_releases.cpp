#include "indexer/known_releases.hpp"

#include <fmt/core.h>

#include <charconv>

#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

// The first term of the document with this prefix, without it; empty when there is none.
std::string behind_prefix(const Xapian::Document& document, std::string_view prefix) {
    auto term = document.termlist_begin();
    term.skip_to(std::string(prefix));
    if (term == document.termlist_end() || !(*term).starts_with(prefix)) return {};
    return (*term).substr(prefix.size());
}

}  // namespace

std::string file_term(std::uint32_t number) {
    return fmt::format("{}{}", field(FieldId::file).prefix, number);
}

KnownReleases::KnownReleases(const std::vector<std::filesystem::path>& shards) {
    for (const std::filesystem::path& shard : shards) {
        shards_.emplace_back(shard.string());
        if (shards_.back().get_doccount() > 0) empty_ = false;
    }
}

KnownRelease KnownReleases::describe(std::size_t shard, Xapian::docid number) const {
    const Xapian::Document document = shards_[shard].get_document(number);
    KnownRelease known;
    known.shard = shard;
    known.document = number;
    const std::string_view id_prefix = field(FieldId::id).prefix;
    known.id_term = fmt::format("{}{}", id_prefix, behind_prefix(document, id_prefix));
    known.content_hash = document.get_value(field(FieldId::content_hash).slot);
    known.indexed_at =
        Xapian::sortable_unserialise(document.get_value(field(FieldId::indexed_at).slot));
    const std::string file = behind_prefix(document, field(FieldId::file).prefix);
    std::from_chars(file.data(), file.data() + file.size(), known.file);
    return known;
}

std::vector<KnownRelease> KnownReleases::under(const std::string& term) {
    std::vector<KnownRelease> found;
    for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
        const Xapian::Database& database = shards_[shard];
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at)
            found.push_back(describe(shard, *at));
    }
    return found;
}

std::optional<KnownRelease> KnownReleases::find(const std::string& id_term) {
    if (empty_) return std::nullopt;
    std::vector<KnownRelease> found = under(id_term);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<KnownRelease> KnownReleases::of_file(std::uint32_t number) {
    return under(file_term(number));
}

std::uint64_t KnownReleases::count_of_file(std::uint32_t number) const {
    const std::string term = file_term(number);
    std::uint64_t count = 0;
    for (const Xapian::Database& shard : shards_)
        count += shard.get_termfreq(term);
    return count;
}

}  // namespace vigyapti
