#include "indexer/draft.hpp"

#include <algorithm>

namespace vigyapti {

namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == text.npos;
}

}  // namespace

bool Draft::empty() const {
    return std::all_of(fields.begin(), fields.end(),
                       [](const FoundValue& found) {
                           return found.field != ReleaseField::title || is_blank(found.value);
                       }) &&
           std::all_of(parts.begin(), parts.end(), [](const Part& part) {
               return part.kind == PartKind::boilerplate || is_blank(part.text);
           });
}

}  // namespace vigyapti
