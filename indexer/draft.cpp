#include "indexer/draft.hpp"

#include <algorithm>

namespace vigyapti {

namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == text.npos;
}

}  // namespace

void Draft::join_lines() {
    std::vector<Part> joined;
    joined.reserve(parts.size());
    for (Part& part : parts) {
        if (part.continues_line && !joined.empty() && joined.back().kind == part.kind) {
            joined.back().text += part.text;
        } else {
            joined.push_back(std::move(part));
        }
    }
    parts = std::move(joined);
}

bool Draft::empty() const {
    return std::all_of(fields.begin(), fields.end(),
                       [](const FoundValue& found) {
                           return found.field != ReleaseField::title || is_blank(found.value);
                       }) &&
           std::all_of(parts.begin(), parts.end(), [](const Part& part) {
               return part.kind == PartKind::boilerplate || is_blank(part.text);
           });
}

std::string_view field_name(ReleaseField field) {
    switch (field) {
        case ReleaseField::id:
            return "id";
        case ReleaseField::title:
            return "title";
        case ReleaseField::date:
            return "date";
        case ReleaseField::source:
            return "source";
        case ReleaseField::lang:
            return "lang";
        case ReleaseField::url:
            return "url";
        case ReleaseField::country:
            break;
    }
    return "country";
}

std::string_view origin_name(Origin origin) {
    switch (origin) {
        case Origin::record:
            return "record";
        case Origin::json_ld:
            return "JSON-LD";
        case Origin::meta:
            return "meta";
        case Origin::markup:
            return "markup";
        case Origin::heading:
            return "heading";
        case Origin::page_title:
            return "page title";
        case Origin::text:
            return "text";
        case Origin::property:
            return "document property";
        case Origin::address:
            return "address";
        case Origin::container:
            return "container";
        case Origin::settings:
            return "settings";
        case Origin::file_name:
            return "file name";
        case Origin::file_time:
            return "file time";
        case Origin::script:
            break;
    }
    return "script";
}

}  // namespace vigyapti
