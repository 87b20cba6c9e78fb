// Where in a query the words stand that may be spelt otherwise without changing its syntax.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/index/schema.hpp"

namespace vigyapti {

// The text of a leaf of the query, in bytes of it.
struct LeafSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<FieldId> field;
    bool quoted = false;
    bool bare = false;  // a word without sign, field or quotes
};

struct QuerySpans {
    std::vector<LeafSpan> leaves;  // in their order; none of them excluded, a filter or a beginning
    bool simple = true;            // there is nothing but bare words
};

// `query`: any bytes.
QuerySpans find_word_spans(std::string_view query);

}  // namespace vigyapti
