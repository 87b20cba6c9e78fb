// The page over the releases of asked_collection.hpp, and what stands on it.
#pragma once

#include <doctest/doctest.h>

#include <pugixml.hpp>
#include <string>

#include "searcher/web/site.hpp"
#include "tests/support/asked_collection.hpp"

namespace vigyapti::test {

inline PageSettings settings_for(const std::filesystem::path& index) {
    PageSettings settings;
    settings.index = index;
    settings.ui = "en";
    settings.frame_ancestors = "'self'";
    return settings;
}

inline HttpRequest get(const std::string& query_string) {
    HttpRequest request;
    request.method = "GET";
    request.query_string = query_string;
    request.address = "https://example.org/search";
    return request;
}

inline Site& site() {
    static Site instance(settings_for(index().path()));
    return instance;
}

inline HttpResponse answer(const std::string& query_string) {
    return site().answer(get(query_string));
}

// The values of a header; none is empty.
inline std::string header(const HttpResponse& response, std::string_view name) {
    std::string values;
    for (const auto& [each, value] : response.headers) {
        if (each == name) values += value;
    }
    return values;
}

// HTML that is written as XML, but for its first line.
inline pugi::xml_document page_of(const HttpResponse& response) {
    constexpr std::string_view doctype = "<!DOCTYPE html>\n";
    REQUIRE(response.body.starts_with(doctype));
    const std::string_view markup = std::string_view(response.body).substr(doctype.size());
    pugi::xml_document document;
    REQUIRE(document.load_buffer(markup.data(), markup.size(),
                                 pugi::parse_default | pugi::parse_ws_pcdata));
    return document;
}

inline std::string text_of(pugi::xml_node node) {
    std::string text = node.value();
    for (const pugi::xml_node child : node.children())
        text += text_of(child);
    return text;
}

// The text of the first such node, "//h1".
inline std::string first(const HttpResponse& response, const char* path) {
    return text_of(page_of(response).select_node(path).node());
}

inline std::size_t count(const HttpResponse& response, const char* path) {
    return page_of(response).select_nodes(path).size();
}

inline std::string attribute(const HttpResponse& response, const char* path) {
    return page_of(response).select_node(path).attribute().value();
}

}  // namespace vigyapti::test
