#include "indexer/readers/json.hpp"

#include <fmt/core.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "common/base/error.hpp"
#include "common/text/charset.hpp"
#include "indexer/readers/json_record.hpp"

namespace vigyapti {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// How many objects may stand around the array of releases: {"response": {"docs": [...]}}.
constexpr int deepest_array = 4;

// Of several arrays of objects the releases are in the one with such a name.
constexpr std::array<std::string_view, 10> list_names{
    "items",     "entries", "releases", "articles", "posts",
    "documents", "docs",    "results",  "records",  "data"};

bool is_empty(array list) {
    return list.begin() == list.end();
}

bool holds_objects(array list) {
    return !is_empty(list) &&
           std::all_of(list.begin(), list.end(), [](element each) { return each.is_object(); });
}

bool has_text(object json) {
    return std::any_of(json.begin(), json.end(), [](const auto& member) {
        const auto meaning = find_release_field(member.key);
        // A member of a type that text does not have may be the array that is sought.
        return meaning && !meaning->field && (member.value.is_string() || meaning->rank == 0);
    });
}

bool has_title(object json) {
    return std::any_of(json.begin(), json.end(), [](const auto& member) {
        const auto meaning = find_release_field(member.key);
        return meaning && meaning->field == ReleaseField::title && member.value.is_string();
    });
}

struct FoundList {
    array list;
    object around;
    std::size_t rank;
};

// The place of `name` in list_names, or their number; empty arrays come behind all others, and only
// with a name that says what they hold.
std::optional<std::size_t> rank_of(std::string_view name, array list) {
    const auto rank = static_cast<std::size_t>(
        std::find(list_names.begin(), list_names.end(), name) - list_names.begin());
    if (is_empty(list) && rank < list_names.size()) return list_names.size() + 1 + rank;
    return holds_objects(list) ? std::optional(rank) : std::nullopt;
}

// The array of releases in `json` or an object in it; that with the best name, then the first.
std::optional<FoundList> find_list(object json, int depth) {
    std::optional<FoundList> best;
    const auto consider = [&best](std::optional<FoundList> found) {
        if (found && (!best || found->rank < best->rank)) best = found;
    };
    for (const auto& member : json) {
        if (member.value.is_array()) {
            const auto rank = rank_of(member.key, member.value);
            if (rank) consider(FoundList{member.value, json, *rank});
        } else if (member.value.is_object() && depth > 1) {
            consider(find_list(member.value, depth - 1));
        }
    }
    return best;
}

class DocumentReader {
  public:
    DocumentReader(const Input& input, std::string_view charset, DraftSink& sink)
        : input_(input), charset_(charset), sink_(sink) {}

    void read(element document) {
        if (document.is_array()) return read_list(document);
        if (!document.is_object()) throw Error(ErrorCode::bad_input, "neither object nor array");
        if (has_text(document)) return read_single(document);
        const auto found = find_list(document, deepest_array);
        if (found && !(is_empty(found->list) && has_title(document))) {
            around_ = found->around;
            return read_list(found->list);
        }
        // What is wrong with it as a release.
        read_single(document);
    }

  private:
    void read_list(array list) {
        for (const element each : list) {
            ++number_;
            try {
                yield(read_json_record(each, values_), fmt::format("{}:{}", input_.name, number_));
            } catch (const Error& error) {
                sink_.problem(0, fmt::format("object {}: {}", number_, error.what()));
            }
        }
        if (number_ == 0) sink_.nothing("an empty array");
    }

    void read_single(element json) { yield(read_json_record(json, values_), {}); }

    void yield(Draft draft, std::string name) {
        draft.charset = charset_;
        if (around_) {
            add_from_around("title", ReleaseField::source, Origin::container, draft);
            add_from_around("language", ReleaseField::lang, Origin::markup, draft);
        }
        sink_.add(std::move(draft), std::move(name));
    }

    void add_from_around(std::string_view name, ReleaseField field, Origin origin,
                         Draft& draft) const {
        std::string_view value;
        if ((*around_)[name].get(value) != simdjson::SUCCESS) return;
        if (value.find('\0') != value.npos) return;
        draft.add(field, origin, std::string(value));
    }

    const Input& input_;
    const std::string charset_;
    DraftSink& sink_;
    NamedValues values_;
    std::optional<object> around_;
    std::size_t number_ = 0;
};

}  // namespace

void read_json(const Input& input, DraftSink& sink) {
    const DecodedText decoded = decode_text(input.bytes, input.charset);
    simdjson::dom::parser parser;
    element document;
    // A copy has the padding that the parser needs.
    const auto error =
        parser.parse(decoded.text().data(), decoded.text().size(), true).get(document);
    if (error != simdjson::SUCCESS) {
        throw Error(ErrorCode::bad_input,
                    fmt::format("not valid JSON: {}", simdjson::error_message(error)),
                    "a file with an object a line should end in .jsonl");
    }
    DocumentReader(input, decoded.description(), sink).read(document);
}

}  // namespace vigyapti
