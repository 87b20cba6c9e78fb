#include "searcher/render/messages.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <stdexcept>

#include "common/base/split.hpp"
#include "common/text/date.hpp"
#include "searcher/render/page_files.hpp"

namespace vigyapti {
namespace {

struct Message {
    std::string_view english;
    std::string_view hindi;
};

using MessageTable = std::map<std::string_view, Message>;

const MessageTable& messages() {
    static const MessageTable parsed = [] {
        MessageTable out;
        for (const std::string_view line : split(page_file("messages.tsv"), '\n')) {
            if (line.empty() || line.front() == '#') continue;
            const std::vector<std::string_view> columns = split(line, '\t');
            if (columns.size() != 3) throw std::logic_error("messages.tsv: not three columns");
            out[columns[0]] = {columns[1], columns[2]};
        }
        return out;
    }();
    return parsed;
}

}  // namespace

Messages::Messages(std::string_view language) : hindi_(language == "hi") {}

std::string_view Messages::operator()(std::string_view key) const {
    const auto found = messages().find(key);
    if (found == messages().end()) {
        throw std::logic_error(fmt::format("messages.tsv: no message \"{}\"", key));
    }
    return hindi_ ? found->second.hindi : found->second.english;
}

std::string Messages::filled(std::string_view key, const Values& values) const {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const auto& [name, value] : values)
        arguments.push_back(fmt::arg(std::string(name).c_str(), value));
    return fmt::vformat((*this)(key), arguments);
}

std::string Messages::counted(const std::string& key, std::size_t count) const {
    if (count == 1) return std::string((*this)(key + ".one"));
    return filled(key + ".many", {{"count", fmt::format("{}", count)}});
}

std::string Messages::date(const std::string& iso) const {
    const auto date = parse_date(iso);
    if (!date) return iso;
    std::string year = fmt::format("{:04}", date->year);
    if (date->month == 0) return year;
    const std::string month((*this)(fmt::format("month.{:02}", date->month)));
    if (date->day == 0) return filled("date.month", {{"month", month}, {"year", year}});
    return filled("date.day-month",
                  {{"day", fmt::format("{}", date->day)}, {"month", month}, {"year", year}});
}

std::vector<std::string_view> Messages::keys() {
    std::vector<std::string_view> keys;
    for (const auto& [key, message] : messages())
        keys.push_back(key);
    return keys;
}

}  // namespace vigyapti
