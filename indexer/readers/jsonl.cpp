#include "indexer/readers/jsonl.hpp"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>

#include "common/base/error.hpp"

namespace vigyapti {
namespace {

static_assert(reader_padding >= simdjson::SIMDJSON_PADDING);

using simdjson::dom::element;

[[noreturn]] void throw_type(std::string_view name, std::string_view wanted) {
    throw Error(ErrorCode::bad_input, fmt::format("\"{}\" is not {}", name, wanted));
}

std::string read_string(std::string_view name, element json) {
    if (json.is_null()) return {};
    if (!json.is_string()) throw_type(name, "a string");
    const std::string_view text = json;
    if (text.find('\0') != text.npos) {
        throw Error(ErrorCode::bad_input, fmt::format("\"{}\" holds a NUL character", name));
    }
    return std::string(text);
}

std::string upper_case(std::string code) {
    for (char& c : code) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return code;
}

std::vector<std::string> read_countries(element json) {
    std::vector<std::string> codes;
    const auto take = [&codes](element each) {
        std::string code = upper_case(read_string("country", each));
        if (!code.empty()) codes.push_back(std::move(code));
    };
    if (json.is_array()) {
        for (const element each : json.get_array())
            take(each);
    } else {
        take(json);
    }
    return codes;
}

// An id may be a number in the wild.
std::string read_id(element json) {
    if (json.is_number()) return simdjson::to_string(json);
    return read_string("id", json);
}

// Adds what `json` says to `draft`.
void read_member(std::string_view name, element json, Draft& draft) {
    if (name == "id") {
        draft.add(ReleaseField::id, Origin::record, read_id(json));
    } else if (name == "title") {
        draft.add(ReleaseField::title, Origin::record, read_string(name, json));
    } else if (name == "text") {
        draft.add(PartKind::body, read_string(name, json));
    } else if (name == "date") {
        draft.add(ReleaseField::date, Origin::record, read_string(name, json));
    } else if (name == "lang") {
        draft.add(ReleaseField::lang, Origin::record, read_string(name, json));
    } else if (name == "source") {
        draft.add(ReleaseField::source, Origin::record, read_string(name, json));
    } else if (name == "url") {
        draft.add(ReleaseField::url, Origin::record, read_string(name, json));
    } else if (name == "country") {
        for (std::string& code : read_countries(json))
            draft.add(ReleaseField::country, Origin::record, std::move(code));
    }
}

Draft read_object(element document) {
    if (!document.is_object()) throw Error(ErrorCode::bad_input, "not a JSON object");
    Draft draft;
    for (const auto& member : document.get_object())
        read_member(member.key, member.value, draft);
    if (draft.empty()) {
        throw Error(ErrorCode::bad_input, "neither \"title\" nor \"text\" in it");
    }
    return draft;
}

class LineReader {
  public:
    LineReader(const Input& input, DraftSink& sink) : input_(input), sink_(sink) {}

    void read_all() {
        std::string_view rest = input_.bytes;
        if (input_.first_line == 1 && rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
        for (std::uint64_t line = input_.first_line; !rest.empty(); ++line) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const std::string_view text = rest.substr(0, end);
            if (text.find_first_not_of(" \t\r") != text.npos) read_line(text, line);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

  private:
    void read_line(std::string_view text, std::uint64_t line) {
        try {
            // The padding behind the input lets the parser read beyond the line without a copy.
            Draft draft = read_object(parser_.parse(text.data(), text.size(), false));
            sink_.add(std::move(draft), fmt::format("{}:{}", input_.name, line));
        } catch (const simdjson::simdjson_error& error) {
            sink_.problem(line, fmt::format("not valid JSON: {}", error.what()));
        } catch (const Error& error) {
            sink_.problem(line, error.what());
        }
    }

    const Input& input_;
    DraftSink& sink_;
    simdjson::dom::parser parser_;
};

}  // namespace

void read_jsonl(const Input& input, DraftSink& sink) {
    LineReader(input, sink).read_all();
}

}  // namespace vigyapti
