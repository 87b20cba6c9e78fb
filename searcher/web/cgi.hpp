// CGI/1.1 (RFC 3875): a request from the environment and standard input, a response to standard
// output.
#pragma once

#include <functional>
#include <string>

#include "searcher/web/http.hpp"

namespace vigyapti {

inline constexpr std::size_t longest_form = 8192;  // bytes, of a query string and of a body

// The value of a variable, or nullptr.
using Environment = std::function<const char*(const char* name)>;

// Up to `count` bytes of the body; fewer only at its end. May throw.
using BodyReader = std::function<std::string(std::size_t count)>;

// Reads no more than CONTENT_LENGTH says, and nothing where that is more than longest_form. What
// cannot be served is told by `refused`. Throws what `read_body` throws.
HttpRequest read_cgi_request(const Environment& environment, const BodyReader& read_body);

// The response as a server takes it; without its body where the request was HEAD.
std::string cgi_response(const HttpResponse& response, bool head);

}  // namespace vigyapti
