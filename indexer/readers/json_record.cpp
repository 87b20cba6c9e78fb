#include "indexer/readers/json_record.hpp"

#include <fmt/core.h>

#include <string>
#include <utility>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

using simdjson::dom::element;

std::string checked(std::string_view name, std::string_view text) {
    if (text.find('\0') != text.npos) {
        throw Error(ErrorCode::bad_input, fmt::format("\"{}\" holds a NUL character", name));
    }
    return std::string(text);
}

class RecordReader {
  public:
    RecordReader(std::string_view name, ReleaseFieldName meaning, NamedValues& values)
        : name_(name), meaning_(meaning), values_(values) {}

    void read(element json) {
        if (json.is_null()) return;
        if (json.is_string()) {
            values_.add(meaning_, checked(name_, json), name_ == "content_html");
        } else if (json.is_number() && meaning_.field == ReleaseField::id) {
            values_.add(meaning_, simdjson::to_string(json));
        } else if (json.is_array() && meaning_.field == ReleaseField::country) {
            for (const element each : json.get_array())
                read_country(each);
        } else if (!read_rendered(json)) {
            refuse();
        }
    }

  private:
    void read_country(element json) {
        if (json.is_null()) return;
        if (json.is_string()) {
            values_.add(meaning_, checked(name_, json));
        } else {
            refuse();
        }
    }

    bool read_rendered(element json) {
        std::string_view html;
        if (!json.is_object() || json["rendered"].get(html) != simdjson::SUCCESS) return false;
        values_.add(meaning_, checked(name_, html), true);
        return true;
    }

    // A member of a name that others use otherwise is passed over.
    void refuse() const {
        if (meaning_.rank > 0) return;
        throw Error(ErrorCode::bad_input, fmt::format("\"{}\" is not a string", name_));
    }

    std::string_view name_;
    ReleaseFieldName meaning_;
    NamedValues& values_;
};

}  // namespace

Draft read_json_record(element json, NamedValues& values) {
    if (!json.is_object()) throw Error(ErrorCode::bad_input, "not a JSON object");
    values.clear();
    for (const auto& member : json.get_object()) {
        if (const auto meaning = find_release_field(member.key)) {
            RecordReader(member.key, *meaning, values).read(member.value);
        }
    }
    Draft draft = values.take();
    if (draft.empty()) {
        throw Error(ErrorCode::bad_input, "neither \"title\" nor \"text\" in it");
    }
    return draft;
}

}  // namespace vigyapti
