#include "indexer/readers/office_properties.hpp"

#include <utility>

#include "common/base/error.hpp"
#include "common/base/trim.hpp"
#include "indexer/readers/pdf_title.hpp"

namespace vigyapti {

bool OfficeProperties::begin(const OfficeXmlStart&) {
    value_.clear();
    return true;
}

void OfficeProperties::text(std::string_view text) {
    value_ += text;
}

void OfficeProperties::end(std::string_view name) {
    std::string value(trimmed(std::exchange(value_, {})));
    if (name == "title") {
        if (is_stated_title(value)) {
            draft_.add(ReleaseField::title, Origin::property, std::move(value));
        }
    } else if (name == "created" || name == "creation-date") {
        // 2023-10-17T09:30:00Z
        draft_.add(ReleaseField::date, Origin::property, value.substr(0, 10));
    } else if (name == "language") {
        draft_.add(ReleaseField::lang, Origin::property, std::move(value));
    }
}

void refuse_older_format(std::string_view bytes) {
    if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return;
    throw Error(ErrorCode::bad_input, "an encrypted document, or one of Word 97 to 2003",
                "save it as DOCX without a password");
}

}  // namespace vigyapti
