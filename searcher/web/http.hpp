// A request and its answer as values, whatever server is between them and the browser.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigyapti {

struct HttpRequest {
    std::string method;        // as it was sent
    std::string query_string;  // without its "?"
    std::string body;
    std::string path_info;  // what the address has behind the program's own
    std::string accept_language;
    std::string if_none_match;
    std::string address;  // "https://host/path/of/the/program"; empty where it is not known
    int refused = 0;      // the status to be answered with where the request was not read; else 0
};

struct HttpResponse {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string remark;  // for the log
};

// "Not Found" for 404.
std::string_view reason_phrase(int status);

}  // namespace vigyapti
