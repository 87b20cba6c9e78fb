// The countries of a release: those that it comes with, then those that its text is about.
#pragma once

#include <string>

#include "common/index/release.hpp"
#include "common/lexicon/country_finder.hpp"

namespace vigyapti {

// Makes codes of the countries of `release`, whether codes or names in either language, drops what
// is none, and adds those that `finder` finds in title, body and captions, the most salient first.
// Source and credits are no evidence: an agency is not what it reports. Returns a warning for the
// user, or an empty string. The finder is the calling thread's own.
std::string complete_countries(Release& release, CountryFinder& finder);

}  // namespace vigyapti
