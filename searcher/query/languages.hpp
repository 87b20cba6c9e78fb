// A query in the two languages of the index: once for the releases of its own, once for the others.
#pragma once

#include <string_view>
#include <vector>

#include "searcher/query/compile.hpp"
#include "searcher/request.hpp"

namespace vigyapti {

class Translations;

// One query that is compiled for all releases; or two, each limited to releases of its language:
// that of the query first. One of them only, where the index has no release of the other language,
// or the request asks for that. `added`: translations that the index brings, or nullptr. Throws as
// compile_query.
std::vector<CompiledQuery> compile_in_languages(const ParsedQuery& parsed,
                                                const QueryContext& context,
                                                const Translations* added, Cross cross);

// What of these queries is to be lit in a release in this language (a code). Lives as long as
// `queries`.
const std::vector<Match>& matches_for(const std::vector<CompiledQuery>& queries,
                                      std::string_view language);

}  // namespace vigyapti
