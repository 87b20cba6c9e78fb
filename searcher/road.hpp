// By which road a word of the query leads to a word of a text; the surest first.
#pragma once

#include <cstdint>
#include <string_view>

namespace vigyapti {

enum class Road : std::uint8_t {
    exact,        // this very form, but for spellings that are one
    form,         // another form of the word
    spelling,     // a word of the index that is spelt nearly so
    translation,  // what it is called in the other language
    sound,        // a word of either script that sounds so
};

// As renderers print it.
constexpr std::string_view road_name(Road road) {
    switch (road) {
        case Road::exact:
            return "exact";
        case Road::form:
            return "form";
        case Road::spelling:
            return "spelling";
        case Road::translation:
            return "translation";
        case Road::sound:
            break;
    }
    return "sound";
}

}  // namespace vigyapti
