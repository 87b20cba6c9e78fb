// What articles close with behind their last sentence, in English and Hindi, as news sites and
// agencies write it: who else worked on them, where to follow or write to their author, notices on
// recordings, rights and readers' comments. What closes press releases (contacts, initials, place
// and day, "(ANI)") is none of these.
#pragma once

#include <string_view>

namespace vigyapti::html {

// Whether a line says who else contributed: "The Associated Press contributed to this report.",
// "(Reporting by A; editing by B)", "(With inputs from PTI)", "(एजेंसियों के इनपुट के साथ)".
bool is_contribution(std::string_view line);

// Whether a line closes an article for its readers: "Follow A on Twitter.", "To contact the
// reporter on this story: …", "The views expressed are those of the author."
bool is_closing_notice(std::string_view line);

// Whether a line is about `author`, who wrote the text: it begins with the name and goes on "is a",
// "writes". `author`: not empty.
bool is_about_author(std::string_view line, std::string_view author);

// Whether a line says who somebody is: a name in capitals, of two words at least, and "is a",
// "writes". Many a sentence of a text does: to be asked of lines in italics that close one.
bool is_biography(std::string_view line);

}  // namespace vigyapti::html
