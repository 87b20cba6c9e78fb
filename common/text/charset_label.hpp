// The encodings that are read, and the names that pages, feeds and mails give them.
#pragma once

#include <string_view>

namespace vigyapti {

struct Charset {
    std::string_view name;    // as the WHATWG Encoding Standard or IANA writes it
    const char* converter;    // what ICU calls its converter
    std::string_view labels;  // lower case, divided by spaces

    bool operator==(const Charset& other) const { return name == other.name; }
};

// Those that bytes tell without a label.
inline constexpr Charset utf8_charset{
    "UTF-8", "UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"};
inline constexpr Charset utf16le_charset{
    "UTF-16LE", "UTF-16LE", "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff"};
inline constexpr Charset utf16be_charset{"UTF-16BE", "UTF-16BE", "utf-16be unicodefffe"};
inline constexpr Charset utf32le_charset{"UTF-32LE", "UTF-32LE", "utf-32 utf-32le"};
inline constexpr Charset utf32be_charset{"UTF-32BE", "UTF-32BE", "utf-32be"};
inline constexpr Charset gb18030_charset{
    "gb18030", "gb18030",
    "gb18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"};
inline constexpr Charset windows1252_charset{
    "windows-1252", "windows-1252",
    "windows-1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 "
    "iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"};
inline constexpr Charset devanagari_iscii_charset{
    "x-iscii-de", "ISCII,version=0",
    "x-iscii-de x-iscii iscii iscii,version=0 iscii-dev x-iscii91"};

// The encoding that `label` names, whatever its case and the white space or quotes around it;
// nullptr when it names none that is read. Labels mean what the WHATWG Encoding Standard
// (https://encoding.spec.whatwg.org/, "Names and labels") says, so ISO-8859-1 and US-ASCII are
// windows-1252. Beyond it UTF-32 and ISCII are known. Encodings in which bytes of ASCII may be
// other letters (UTF-7, HZ, ISO-2022, SCSU, BOCU, EBCDIC) are not, since markup can be hidden in
// them, nor are x-user-defined, which names no letters, and ISO-8859-16, which ICU does not have.
const Charset* find_charset(std::string_view label);

}  // namespace vigyapti
