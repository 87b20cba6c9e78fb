#include "indexer/writer.hpp"

#include <xxhash.h>

#include "common/index/database.hpp"
#include "common/index/schema.hpp"

namespace vigyapti {
namespace {

// Text between two commits of a shard: bounds the memory that Xapian holds for changes (about
// three times as much) and the work that a crash can cost.
constexpr std::size_t commit_bytes = 32'000'000;

}  // namespace

ShardWriter::ShardWriter(const std::filesystem::path& shard, Report& report)
    : database_(open_shard(shard)), report_(report), was_empty_(database_.get_doccount() == 0) {}

void ShardWriter::write(const BuiltDocument& built) {
    // In a shard that began empty only an id seen before can be there: no look-up is needed.
    const bool repeated = !seen_.insert(XXH3_64bits(built.id.data(), built.id.size())).second;
    if (was_empty_ && !repeated) {
        database_.add_document(built.document);
        ++report_.indexed;
        count_pending(built.bytes);
        return;
    }
    const std::string term = id_term(built.id);
    const Xapian::PostingIterator found = database_.postlist_begin(term);
    if (found == database_.postlist_end(term)) {
        database_.add_document(built.document);
        ++report_.indexed;
    } else {
        const Xapian::docid number = *found;
        const Xapian::Document old = database_.get_document(number);
        if (old.get_value(field(FieldId::content_hash).slot) == built.hash) {
            ++report_.unchanged;
            return;
        }
        if (repeated) {
            report_.warn(built.id, 0,
                         "this id stands for two releases of the input; the last one counts");
        }
        database_.replace_document(number, built.document);
        ++report_.updated;
    }
    count_pending(built.bytes);
}

void ShardWriter::count_pending(std::size_t bytes) {
    pending_bytes_ += bytes;
    if (pending_bytes_ >= commit_bytes) commit();
}

void ShardWriter::commit() {
    database_.commit();
    pending_bytes_ = 0;
}

}  // namespace vigyapti
