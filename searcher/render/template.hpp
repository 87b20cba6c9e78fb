// Markup that a designer writes, as a tree that programs fill. What is put into it is text or a
// copy of what stands in it already, so that nothing that a release or a query holds can become
// markup.
//
//   data-part="NAME"      the element that the program calls NAME: it fills, copies or removes it
//   data-say="KEY"        its text is the message KEY
//   data-say-ATTR="KEY"   its attribute ATTR is the message KEY
//
// These attributes are gone in the page, and so is white space that holds a line end between
// elements. Templates are well-formed XML, so that a mistake is found when they are compiled in.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/messages.hpp"
#include "searcher/results.hpp"

namespace vigyapti {

// The functions throw std::logic_error where a template lacks what the program asks for: tests
// render every part of each.

// Adds the elements of the template `source` to `parent`. Returns the first of them.
pugi::xml_node add_template(pugi::xml_node parent, std::string_view source);

// The part `name` within `node`, or `node` itself.
pugi::xml_node part(pugi::xml_node node, std::string_view name);

// Takes the part `name` out.
void remove_part(pugi::xml_node node, std::string_view name);

// Another one before `pattern`, which stays to be copied again and is removed in the end.
pugi::xml_node add_copy(pugi::xml_node pattern);

void remove(pugi::xml_node node);

// Sets the value of an attribute, which need not be there yet.
void set_attribute(pugi::xml_node node, const char* name, std::string_view value);

void add_text(pugi::xml_node node, std::string_view text);

// The text and nothing else.
void set_text(pugi::xml_node node, std::string_view text);

// `text` with the stretches in <mark>.
void add_lit(pugi::xml_node node, std::string_view text, const std::vector<Highlight>& highlights);

// Makes `node` a link, where `url` may be linked to (link.hpp), else leaves it without a target.
void set_foreign_link(pugi::xml_node node, const std::string& url);

// Fills in what data-say asks for, and takes out the attributes of templates.
void say(pugi::xml_node node, const Messages& messages);

// Appends the children of `node` as HTML.
void write_html(pugi::xml_node node, std::string& out);

}  // namespace vigyapti
