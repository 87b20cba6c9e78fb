// How the releases spell a word that the index knows by its folded form only (अछा for अच्छा): no
// reader shall see a folded form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/xapian.hpp"
#include "common/text/analyser.hpp"

namespace vigyapti {

// A spelling of the exact form `form` in one of the first few releases that hold `term`, which is
// its key behind the prefix of a field: the folded one where a release has it (in lower case), else
// the one that they have most; where they have only other forms of `key`, one of that with the
// least slip_cost to `form`. Nothing when they have none. Throws Xapian::Error and Error(corrupt).
std::optional<std::string> find_written_form(const Xapian::Database& database, Analyser& analyser,
                                             const std::string& term, std::string_view key,
                                             std::string_view form);

}  // namespace vigyapti
