// The records of web archives: WARC 1.0 and 1.1 (ISO 28500), and ARC, which came before it
// (https://archive.org/web/researcher/ArcFileFormat.php). A parser of our own, since libarchive's
// reader of WARC keeps the block and a date of each record, and neither its type nor its other
// fields, and no library for it is in Debian.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace vigyapti {

struct WarcRecord {
    std::size_t offset = 0;  // in the file
    std::string kind;        // "response", "resource" and so on; an ARC's records are responses
    std::string address;     // as it stands there
    std::string type;        // the Content-Type of the block; of an ARC's empty
    std::string_view block;
};

using TakeWarcRecord = std::function<void(const WarcRecord& record)>;
// Called with the offset of a record that is broken, and what is wrong with it.
using WarcProblem = std::function<void(std::size_t offset, const std::string& what)>;

// Hands out the records of `bytes` in their order. Behind a broken one reading goes on at the next
// line that begins a record.
void for_each_warc_record(std::string_view bytes, const TakeWarcRecord& take,
                          const WarcProblem& problem);
void for_each_arc_record(std::string_view bytes, const TakeWarcRecord& take,
                         const WarcProblem& problem);

// Whether `bytes` begin as an ARC file does.
bool is_arc(std::string_view bytes);

}  // namespace vigyapti
