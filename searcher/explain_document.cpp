#include "searcher/explain_document.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cmath>
#include <ctime>
#include <string_view>

#include "common/base/error.hpp"
#include "common/index/database.hpp"
#include "common/index/schema.hpp"
#include "common/index/stored.hpp"
#include "common/text/grapheme.hpp"
#include "searcher/find_document.hpp"
#include "searcher/pairs.hpp"

namespace vigyapti {
namespace {

std::string_view origin_name(DateOrigin origin) {
    switch (origin) {
        case DateOrigin::metadata:
            return "from its metadata";
        case DateOrigin::dateline:
            return "from its dateline";
        case DateOrigin::file:
            return "from its file";
        case DateOrigin::none:
            break;
    }
    return "of unknown origin";
}

std::string time_of(const Xapian::Document& document) {
    const std::string value = document.get_value(field(FieldId::indexed_at).slot);
    if (value.empty()) return "unknown";
    const double seconds = Xapian::sortable_unserialise(value);
    constexpr double latest = 253402300799;  // in the year 9999
    if (!(seconds >= 0 && seconds <= latest)) return "unknown";
    const auto time = static_cast<std::time_t>(std::floor(seconds));
    return fmt::format("{:%Y-%m-%d %H:%M:%S} UTC", fmt::gmtime(time));
}

// "id (likeness .57)", the likest first.
std::string counterparts_of(Xapian::docid number, const Xapian::Database& database) {
    std::vector<std::string> counterparts;
    for (const Counterpart& each : Pairs(database).of(number)) {
        const Release release = decode_release(database.get_document(each.document).get_data());
        counterparts.push_back(fmt::format("{} (likeness {:.2f})", release.id, each.likeness));
    }
    return fmt::format("{}", fmt::join(counterparts, " "));
}

class Lines {
  public:
    void add(std::string_view name, std::string_view value) {
        text_ += fmt::format("{}: {}\n", name, value.empty() ? "none" : printable(value));
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

}  // namespace

std::string explain_document(const Xapian::Database& database, const std::string& id) {
    const Xapian::docid number = find_document(database, id);
    const Xapian::Document document = database.get_document(number);
    const Release release = decode_release(document.get_data());
    Lines lines;
    lines.add("id", release.id);
    lines.add("title", release.title);
    lines.add("date", release.date.empty()
                          ? std::string()
                          : fmt::format("{}, {}", release.date, origin_name(release.date_origin)));
    lines.add("language", release.lang);
    lines.add("source", release.source);
    lines.add("url", release.url);
    lines.add("countries", fmt::format("{}", fmt::join(release.countries, " ")));
    for (const Block& block : release.blocks) {
        lines.add(
            block_name(block.kind),
            fmt::format("{} characters, {} bytes", count_graphemes(block.text), block.text.size()));
    }
    lines.add("terms", fmt::format("{}", document.termlist_count()));
    lines.add("length", fmt::format("{} words and values", database.get_doclength(number)));
    lines.add("indexed", time_of(document));
    lines.add("in the other language", counterparts_of(number, database));
    return lines.take();
}

}  // namespace vigyapti
