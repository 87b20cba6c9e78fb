// The records of web archives: WARC 1.0 and 1.1 (ISO 28500), and ARC, which came before it
// (https://archive.org/web/researcher/ArcFileFormat.php). A parser of our own, since libarchive's
// reader of WARC keeps the block and a date of each record, and neither its type nor its other
// fields, and no library for it is in Debian.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/warc_bytes.hpp"

namespace vigyapti {

struct WarcRecord {
    std::string place;    // in the file, as WarcBytes says it
    std::string kind;     // "response", "resource" and so on; an ARC's records are responses
    std::string address;  // as it stands there
    std::string type;     // the Content-Type of the block; of an ARC's empty
    // As they stand there, of the block and of what it holds without the header of HTTP.
    std::string block_digest;
    std::string payload_digest;
    bool is_truncated = false;  // the crawler did not take all of what there was
    std::string_view block;
};

using TakeWarcRecord = std::function<void(const WarcRecord& record)>;
// Called with what is wrong, and where.
using WarcProblem = std::function<void(const std::string& what)>;

// Hands out the records of `bytes` in their order, a WARC's or an ARC's. Behind a broken one
// reading goes on at the next line that begins a record, behind damage at the next gzip member that
// does. A record that is whole is handed out, but not the one in which damage of a gzip member is
// met: what was unpacked of it may be anything. One of more than `largest` bytes is a problem and
// passed over.
void for_each_warc_record(WarcBytes& bytes, std::size_t largest, const TakeWarcRecord& take,
                          const WarcProblem& problem);

// Whether what begins with `beginning`, GzipMembers::member_beginning bytes or a whole, may begin
// with a record of either kind.
bool may_begin_record(std::string_view beginning);

}  // namespace vigyapti
