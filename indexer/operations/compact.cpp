#include "common/base/xapian.hpp"
#include "common/index/lock.hpp"
#include "indexer/generation_writer.hpp"
#include "indexer/operations/operations.hpp"

namespace vigyapti {

void compact_index(const IndexOptions& options, Report& report) {
    current_generation(options.index);  // there must be one
    const IndexLock lock(options.index, options.wait);
    remove_leftovers(options.index);
    GenerationWriter(options, GenerationWriter::Start::in_place, report).merge_all();
    // Here no reader can be about to open the old shards for long: what is left of them goes now.
    remove_leftovers(options.index);
}

}  // namespace vigyapti
