// Which of the dates that were found of a release is its own.
#pragma once

#include <span>

#include "indexer/draft.hpp"

namespace vigyapti {

// The origins of a date in the order of their worth.
std::span<const Origin> date_origins();

// The best date among `fields`; nullptr when there is none.
//
// A time stamp of a page in UTC, or without a zone, may be of another day than its readers have:
// for 2014-06-30T02:00Z the page says June 29. Where the page shows a day (Origin::markup), or has
// one in its address, that is the one before or behind the stamp's, that day is the date. A stamp
// with another zone is of the day where it was made, and stands. Where the page shows a day and has
// one in its address, two of the three decide.
const FoundValue* choose_date(std::span<const FoundValue> fields);

}  // namespace vigyapti
