// The pages: each from finished results to HTML.
#pragma once

#include <string>

#include "searcher/results.hpp"
#include "searcher/web/frame.hpp"

namespace vigyapti {

// What the page counts, beside what it finds.
std::vector<FacetKind> page_facets();

// The answer to a search. `like_title`: of the release that others are to be like, if any.
std::string search_page(const PageContext& context, const Results& results,
                        const std::string& like_title);

// One release with what the query looks for lit, and its counterparts in the other language.
std::string release_page(const PageContext& context, const ReadRelease& read,
                         const Results& counterparts);

// Before anything is asked.
std::string front_page(const PageContext& context);

std::string help_page(const PageContext& context);

// For visitors: what is wrong and what to do. `key`: of the message; else that of the status.
std::string error_page(const PageContext& context, int status, const std::string& key = {});

}  // namespace vigyapti
