// A response of an HTTP server as it went over the line (RFC 9112).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/header_fields.hpp"

namespace vigyapti {

struct CrawledResponse {
    int status;
    MediaType type;
    std::string body;  // as the page is, neither chunked nor compressed
};

// Reads `bytes`, the status line first. A body that is not chunked or compressed although its
// headers say so is taken as it is: many crawlers undo either and keep the headers. Of one that is
// cut off what is there is read. Only responses of status 200 have their body read. Throws
// Error(bad_input) for what is no response, for compressions other than gzip, deflate and br, and
// for a body of more than `most` bytes or of more than 200 times what came over the line.
CrawledResponse read_http_response(std::string_view bytes, std::size_t most);

// What an archive may call the payload of such a response, in whatever compression it is: the body
// as it went over the line and, where that is in chunks, without them.
struct HttpPayload {
    std::string_view body;
    std::optional<std::string> joined;
};

// Nothing for what is no response.
std::optional<HttpPayload> http_payload(std::string_view bytes);

}  // namespace vigyapti
