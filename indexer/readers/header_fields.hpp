// Header fields as HTTP, WARC and mail have them: "Name: value" lines, then a blank one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigyapti {

// Takes the lines before the first blank line, and that line, from the front of `bytes`. Lines end
// in CR LF or LF. Nothing, and `bytes` stays, when none of the first 64 KB is blank.
std::optional<std::string_view> take_header_lines(std::string_view& bytes);

// The first line of `text`, without its end, which is taken too.
std::string_view take_line(std::string_view& text);

class HeaderFields {
  public:
    // `lines`: as of take_header_lines. Lines that are no fields are passed over; those that begin
    // with a space or tab go on with the line before.
    explicit HeaderFields(std::string_view lines);

    // The value of the first field called `name`, in whatever case, without white space around it;
    // empty when there is none.
    std::string_view get(std::string_view name) const;

  private:
    std::vector<std::pair<std::string_view, std::string>> fields_;
};

// A Content-Type header taken apart.
struct MediaType {
    std::string type;     // "text/html", in lower case; may be empty
    std::string charset;  // as it stands there; may be empty

    explicit MediaType(std::string_view value);
};

}  // namespace vigyapti
