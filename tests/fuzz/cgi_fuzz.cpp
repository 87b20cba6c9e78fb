// Any bytes are a request, and each has an answer: with a status and headers that there are, in
// valid text, as a page without anything that runs or loads. The first line is the query string,
// those up to an empty one set variables of the environment (NAME=VALUE), the rest is the body.
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "common/base/split.hpp"
#include "common/text/utf8.hpp"
#include "searcher/web/cgi.hpp"
#include "searcher/web/site.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/support/indexed_folder.hpp"

namespace vigyapti {
namespace {

constexpr std::string_view records = R"(
{"id":"a","title":"Oil & <b>gas</b> talks","text":"India and Russia discussed oil.\nA caption of the talks\n© Press \"Office\"","date":"2023-10-17","lang":"en","source":"Ministry of <External> Affairs","country":["IN","RU"],"url":"https://example.org/a?b&c"}
{"id":"<b>","title":"तेल वार्ता","text":"भारत और रूस ने तेल पर चर्चा की।","date":"2023-10-17","lang":"hi","source":"विदेश मंत्रालय","country":["IN","RU"]}
{"id":"c\"d","title":"Visa rules","text":"New visa rules were adopted for students, workers and visitors of all countries in June.","date":"2021-06","source":"a&b"}
{"id":"e","title":"Visa rules","text":"New visa rules were adopted for students, workers and visitors of all countries in June.","date":"2021-06"}
{"id":"f","text":"Earthquake relief {count} reached Nepal."}
)";

using Variables = std::map<std::string, std::string, std::less<>>;

// Made once: most of the work is not the search.
class Page {
  public:
    Page() {
        ::setenv("VIGYAPTI_NOW", "2023-10-18", 1);
        folder_.write("in.jsonl", records);
        folder_.run();
        settings_.index = folder_.options.index;
        settings_.ui = "en";
        settings_.frame_ancestors = "'self'";
        site_.emplace(settings_);
    }

    HttpResponse answer(const HttpRequest& request) { return site_->answer(request); }

  private:
    test::IndexedFolder folder_;
    PageSettings settings_;
    std::optional<Site> site_;
};

// The first line of `text`, which is taken off it.
std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

HttpRequest read_request(std::string_view text) {
    // What comes through an environment holds no NUL.
    const auto value = [](std::string_view bytes) {
        return std::string(bytes.substr(0, bytes.find('\0')));
    };
    Variables variables{{"REQUEST_METHOD", "GET"},
                        {"HTTP_HOST", "example.org"},
                        {"CONTENT_TYPE", "application/x-www-form-urlencoded"}};
    variables["QUERY_STRING"] = value(take_line(text));
    for (std::string_view line; !(line = take_line(text)).empty();) {
        const std::size_t equals = std::min(line.find('='), line.size());
        variables[value(line.substr(0, equals))] =
            value(line.substr(std::min(equals + 1, line.size())));
    }
    variables.emplace("CONTENT_LENGTH", std::to_string(text.size()));
    return read_cgi_request(
        [&variables](const char* name) -> const char* {
            const auto found = variables.find(std::string_view(name));
            return found == variables.end() ? nullptr : found->second.c_str();
        },
        [text](std::size_t count) {
            demand(count <= longest_form, "no more is read than a form may have");
            return std::string(text.substr(0, count));
        });
}

bool is_one_of(int status, std::initializer_list<int> statuses) {
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

std::string check_headers(const HttpResponse& response) {
    std::string type;
    for (const auto& [name, value] : response.headers) {
        demand(!name.empty() && !value.empty(), "a header has a name and a value");
        for (const char c : name)
            demand((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-', "a header's name");
        for (const char c : value)
            demand(c >= ' ' && c <= '~', "a header is one line of ASCII");
        if (name == "Content-Type") type = value.substr(0, value.find(';'));
    }
    return type;
}

void check_serialised(const HttpResponse& response) {
    const std::string whole = cgi_response(response, false);
    const std::size_t end = whole.find("\r\n\r\n");
    demand(whole.starts_with("Status: ") && end != std::string::npos, "the head of a response");
    const std::string_view head = std::string_view(whole).substr(0, end);
    const std::size_t length = response.status == 304 ? 0 : 1;
    demand(split(head, '\n').size() == 1 + response.headers.size() + length, "a line a header");
    demand(whole.substr(end + 4) == response.body, "the body of a response");
    demand(cgi_response(response, true) == whole.substr(0, end + 4), "HEAD has no body");
}

bool is_link(std::string_view target) {
    const bool plain = std::all_of(target.begin(), target.end(), [](char c) {
        return c > ' ' && c <= '~' && c != '"' && c != '<' && c != '>';
    });
    return plain && (target.starts_with('?') || target == "#main" || target == "#narrow" ||
                     target.starts_with("http://") || target.starts_with("https://"));
}

// Of the elements that HTML has those that the page's own templates do without are not there, and
// none has an attribute that runs, loads or sends.
void check_element(pugi::xml_node node) {
    static constexpr std::array<std::string_view, 55> elements{
        "html",    "head",   "meta",    "title", "link",   "body",    "a",      "header",
        "p",       "nav",    "form",    "div",   "label",  "input",   "button", "details",
        "summary", "select", "option",  "main",  "footer", "h1",      "h2",     "h3",
        "ul",      "ol",     "li",      "span",  "aside",  "section", "svg",    "rect",
        "mark",    "time",   "article", "b",     "i",      "bdi",     "code",   "dl",
        "dt",      "dd",     "table",   "thead", "tbody",  "tr",      "th",     "td",
        "kbd",     "em",     "strong",  "small", "abbr",   "br",      "hr"};
    demand(std::find(elements.begin(), elements.end(), node.name()) != elements.end(),
           "an element of the page's own");
    for (const pugi::xml_attribute each : node.attributes()) {
        const std::string_view name = each.name();
        demand(!name.starts_with("on") && !name.starts_with("data-") && name != "style" &&
                   name != "src" && name != "srcdoc" && name != "action" && name != "formaction" &&
                   name != "http-equiv" && name != "ping" && name != "xlink:href",
               "an attribute of the page's own");
        demand(name != "href" || is_link(each.value()), "a link within the page or to the web");
    }
}

void check_tree(pugi::xml_node node) {
    for (const pugi::xml_node child : node.children()) {
        demand(child.type() == pugi::node_element || child.type() == pugi::node_pcdata,
               "elements and texts");
        if (child.type() == pugi::node_element) {
            check_element(child);
            check_tree(child);
        }
    }
}

void check_page(std::string_view page) {
    constexpr std::string_view doctype = "<!DOCTYPE html>\n";
    demand(page.starts_with(doctype), "a page begins with its type");
    page.remove_prefix(doctype.size());
    pugi::xml_document document;
    demand(document.load_buffer(page.data(), page.size(), pugi::parse_full), "a page is XML");
    check_tree(document);
    for (const char* path : {"//title[parent::head]", "//form", "//main", "//h1", "//body"})
        demand(document.select_nodes(path).size() == 1, "there is one of it");
    demand(document.select_nodes("//meta").size() == 4, "no meta but the page's own");
}

void check_body(const std::string& type, const std::string& body) {
    demand(!find_malformed_utf8(body), "valid text");
    if (type == "text/html") {
        check_page(body);
    } else if (type == "application/json" || type == "application/x-suggestions+json") {
        demand(nlohmann::json::accept(body), "JSON");
    } else if (type == "application/atom+xml" || type == "application/opensearchdescription+xml") {
        pugi::xml_document document;
        demand(document.load_buffer(body.data(), body.size(), pugi::parse_full), "XML");
    } else if (type == "application/jsonl") {
        for (const std::string_view line : split(body, '\n'))
            demand(line.empty() || nlohmann::json::accept(line), "JSON Lines");
    } else {
        demand(type == "text/csv" || type == "text/css" || type == "image/svg+xml", "a type");
    }
}

}  // namespace

void fuzz(std::string_view text) {
    static Page page;
    const HttpRequest request = read_request(text);
    const HttpResponse response = page.answer(request);
    demand(is_one_of(response.status, {200, 304, 400, 404, 405, 413, 414}), "a status");
    const std::string type = check_headers(response);
    check_serialised(response);
    if (response.status == 304) {
        demand(response.body.empty() && type.empty(), "304 says nothing more");
    } else {
        check_body(type, response.body);
    }
}

}  // namespace vigyapti
