// The search as a library, for programs in C++. See vigyapti(3); an example is among the examples
// that are installed. C and languages that call C include vigyapti.h instead.
//
//     const vigyapti::Index index("/var/lib/vigyapti/index");  // one, for all threads
//     vigyapti::Searcher searcher = index.searcher();          // one a thread
//     vigyapti::Request request;
//     request.query = "ऊर्जा Karachi";
//     const vigyapti::Results results = searcher.search(request);
//
// The interface is vigyapti::Index, Searcher and Error, the types of their arguments and results,
// and current_day(). The headers declare a few functions beside them that the library does not
// export. All text is UTF-8, except that a query may be any bytes. Errors are exceptions of the
// type vigyapti::Error; memory that is used up is std::bad_alloc. No function prints anything,
// changes the locale or handles a signal.
#pragma once

#include "common/base/error.hpp"
#include "searcher/index.hpp"
#include "searcher/request.hpp"
#include "searcher/results.hpp"
#include "searcher/search.hpp"
