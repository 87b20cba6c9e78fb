#include "indexer/date_rules.hpp"

#include <array>
#include <string_view>

#include "common/base/ascii.hpp"
#include "common/text/date.hpp"

namespace vigyapti {
namespace {

using enum Origin;

constexpr std::array order{record,  json_ld,   meta,     markup,    text,
                           address, file_name, property, container, file_time};

// Whether `value` is a time of a day whose zone may be another than that of the page's readers.
bool may_be_of_other_day(std::string_view value) {
    const auto colon = value.find(':');
    if (colon == value.npos || colon == 0 || !is_digit(value[colon - 1])) return false;
    const auto zone = value.find_first_of("+-", colon);
    if (zone == value.npos) return true;
    return value.substr(zone + 1).find_first_not_of("0:") == value.npos;
}

const FoundValue* first_of(std::span<const FoundValue> fields, Origin origin) {
    for (const FoundValue& found : fields) {
        if (found.field == ReleaseField::date && found.origin == origin && parse_date(found.value))
            return &found;
    }
    return nullptr;
}

}  // namespace

std::span<const Origin> date_origins() {
    return order;
}

const FoundValue* choose_date(std::span<const FoundValue> fields) {
    const FoundValue* best = nullptr;
    for (std::size_t i = 0; best == nullptr && i < order.size(); ++i)
        best = first_of(fields, order[i]);
    if (best == nullptr || best->origin == record) return best;
    const auto day = parse_date(best->value);
    const FoundValue* const shown_day = first_of(fields, markup);
    const FoundValue* const in_address = first_of(fields, address);
    if (shown_day != nullptr && in_address != nullptr) {
        const auto agreed = parse_date(in_address->value);
        if (agreed == day) return best;
        if (agreed == parse_date(shown_day->value) &&
            (day_before(*day) == agreed || day_after(*day) == agreed)) {
            return shown_day;
        }
    }
    if (!may_be_of_other_day(best->value)) return best;
    for (const Origin shown : {markup, address}) {
        const FoundValue* other = first_of(fields, shown);
        if (other == nullptr || other == best || may_be_of_other_day(other->value)) continue;
        const auto other_day = parse_date(other->value);
        if (other_day == day) return best;
        if (day_before(*day) == other_day || day_after(*day) == other_day) return other;
    }
    return best;
}

}  // namespace vigyapti
