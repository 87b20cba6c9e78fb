#include "indexer/readers/inner.hpp"

#include <fmt/core.h>

#include <array>
#include <utility>

#include "common/base/ascii.hpp"
#include "common/base/error.hpp"

namespace vigyapti {
namespace {

struct KnownType {
    std::string_view type;
    std::string_view format;
};

constexpr std::array known_types{
    KnownType{"text/html", "html"},
    KnownType{"application/xhtml+xml", "html"},
    KnownType{"text/plain", "text"},
    KnownType{"text/markdown", "markdown"},
    KnownType{"text/csv", "csv"},
    KnownType{"application/pdf", "pdf"},
    KnownType{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
    KnownType{"application/vnd.oasis.opendocument.text", "odt"},
    KnownType{"message/rfc822", "mail"},
    KnownType{"application/json", "json"},
    KnownType{"application/rss+xml", "feed"},
    KnownType{"application/atom+xml", "feed"},
    KnownType{"application/rdf+xml", "feed"},
    KnownType{"application/xml", "xml"},
    KnownType{"text/xml", "xml"},
};

}  // namespace

std::string extension_of(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    const auto point = name.rfind('.');
    if (point == name.npos || point == 0) return {};
    return lowered(name.substr(point));
}

const Reader* reader_for_type(std::string_view type) {
    for (const KnownType& known : known_types) {
        if (known.type == type) return find_reader(known.format);
    }
    return nullptr;
}

std::string shown_inner_name(std::string_view name) {
    constexpr std::size_t longest = 200;
    if (name.size() <= longest) return printable(name);
    // A character that is cut becomes a question mark.
    return printable(name.substr(0, longest)) + "...";
}

InnerSink::InnerSink(std::string name, std::string shown, DraftSink& outer)
    : name_(std::move(name)), shown_(std::move(shown)), outer_(outer) {}

void InnerSink::add(Draft draft, std::string name) {
    heard_ = true;
    if (name.empty()) name = name_;
    outer_.add(std::move(draft), std::move(name));
}

void InnerSink::problem(std::uint64_t line, const std::string& what) {
    heard_ = true;
    if (shown_.empty()) {
        outer_.problem(line, what);
    } else if (line == 0) {
        outer_.problem(0, fmt::format("{}: {}", shown_, what));
    } else {
        outer_.problem(0, fmt::format("{}:{}: {}", shown_, line, what));
    }
}

void InnerSink::nothing(const std::string& why) {
    heard_ = true;
    outer_.nothing(shown_.empty() ? why : fmt::format("{}: {}", shown_, why));
}

void read_inner(const std::function<void(const Input&, DraftSink&)>& read, const Input& input,
                InnerSink& sink) {
    try {
        read(input, sink);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::bad_input) throw;
        const std::string& hint = error.hint();
        sink.problem(0, hint.empty() ? error.what() : fmt::format("{}; {}", error.what(), hint));
    }
}

}  // namespace vigyapti
