// What browsers and other programs ask of the page.
#pragma once

#include <string>
#include <vector>

#include "searcher/render/messages.hpp"
#include "searcher/web/page_settings.hpp"

namespace vigyapti {

// How browsers search from their own box: an OpenSearch 1.1 description. `address`: of the page.
std::string open_search_description(const PageSettings& settings, const Messages& messages,
                                    const std::string& address);

// ["text",["completion",…]], as OpenSearch Suggestions has it.
std::string completions_json(const std::string& text, const std::vector<std::string>& completions);

}  // namespace vigyapti
