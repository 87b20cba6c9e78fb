#include "common/text/charset_label.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "common/base/ascii.hpp"
#include "common/base/split.hpp"

namespace vigyapti {
namespace {

constexpr std::array charsets{
    utf8_charset,
    windows1252_charset,
    utf16le_charset,
    utf16be_charset,
    utf32le_charset,
    utf32be_charset,
    devanagari_iscii_charset,
    gb18030_charset,
    Charset{"Big5", "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    Charset{"EUC-JP", "EUC-JP", "euc-jp cseucpkdfmtjapanese x-euc-jp"},
    Charset{"EUC-KR", "windows-949",
            "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 "
            "ksc_5601 windows-949"},
    Charset{"IBM866", "IBM866", "ibm866 866 cp866 csibm866"},
    Charset{"ISO-8859-2", "ISO-8859-2",
            "iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 "
            "latin2"},
    Charset{"ISO-8859-3", "ISO-8859-3",
            "iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 "
            "latin3"},
    Charset{"ISO-8859-4", "ISO-8859-4",
            "iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 "
            "latin4"},
    Charset{"ISO-8859-5", "ISO-8859-5",
            "iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 "
            "iso_8859-5:1988"},
    Charset{"ISO-8859-6", "ISO-8859-6",
            "iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 "
            "iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Charset{"ISO-8859-7", "ISO-8859-7",
            "iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 "
            "iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek"},
    Charset{"ISO-8859-8", "ISO-8859-8",
            "iso-8859-8 csiso88598e csiso88598i csisolatinhebrew hebrew iso-8859-8-e iso-8859-8-i "
            "iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical visual"},
    Charset{"ISO-8859-10", "ISO-8859-10",
            "iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Charset{"ISO-8859-13", "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    Charset{"ISO-8859-14", "ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    Charset{"ISO-8859-15", "ISO-8859-15",
            "iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9"},
    Charset{"KOI8-R", "KOI8-R", "koi8-r cskoi8r koi koi8 koi8_r"},
    Charset{"KOI8-U", "KOI8-U", "koi8-u koi8-ru"},
    Charset{"macintosh", "macintosh", "macintosh csmacintosh mac x-mac-roman"},
    Charset{"Shift_JIS", "windows-31j",
            "shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis"},
    Charset{"windows-874", "windows-874",
            "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620"},
    Charset{"windows-1250", "windows-1250", "windows-1250 cp1250 x-cp1250"},
    Charset{"windows-1251", "windows-1251", "windows-1251 cp1251 x-cp1251"},
    Charset{"windows-1253", "windows-1253", "windows-1253 cp1253 x-cp1253"},
    Charset{"windows-1254", "windows-1254",
            "windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 "
            "iso_8859-9:1989 l5 latin5 x-cp1254"},
    Charset{"windows-1255", "windows-1255", "windows-1255 cp1255 x-cp1255"},
    Charset{"windows-1256", "windows-1256", "windows-1256 cp1256 x-cp1256"},
    Charset{"windows-1257", "windows-1257", "windows-1257 cp1257 x-cp1257"},
    Charset{"windows-1258", "windows-1258", "windows-1258 cp1258 x-cp1258"},
    Charset{"x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"},
    Charset{"x-iscii-be", "ISCII,version=1", "x-iscii-be x-iscii-as iscii,version=1 iscii-bng"},
    Charset{"x-iscii-pa", "ISCII,version=2", "x-iscii-pa iscii,version=2 iscii-gur"},
    Charset{"x-iscii-gu", "ISCII,version=3", "x-iscii-gu iscii,version=3 iscii-guj"},
    Charset{"x-iscii-or", "ISCII,version=4", "x-iscii-or iscii,version=4 iscii-ori"},
    Charset{"x-iscii-ta", "ISCII,version=5", "x-iscii-ta iscii,version=5 iscii-tml"},
    Charset{"x-iscii-te", "ISCII,version=6", "x-iscii-te iscii,version=6 iscii-tlg"},
    Charset{"x-iscii-ka", "ISCII,version=7", "x-iscii-ka iscii,version=7 iscii-knd"},
    Charset{"x-iscii-ma", "ISCII,version=8", "x-iscii-ma iscii,version=8 iscii-mlm"},
};

constexpr std::size_t longest_label = 20;

// `label` without what stands around it, in lower case; empty when it is longer than any.
std::string plain_label(std::string_view label) {
    constexpr std::string_view around = " \t\r\n\f\"'";
    const auto first = label.find_first_not_of(around);
    if (first == label.npos) return {};
    label = label.substr(first, label.find_last_not_of(around) - first + 1);
    if (label.size() > longest_label) return {};
    return lowered(label);
}

bool has_label(const Charset& charset, std::string_view label) {
    const auto labels = split(charset.labels, ' ');
    return std::find(labels.begin(), labels.end(), label) != labels.end();
}

}  // namespace

const Charset* find_charset(std::string_view label) {
    const std::string plain = plain_label(label);
    if (plain.empty()) return nullptr;
    const auto* const found =
        std::find_if(charsets.begin(), charsets.end(),
                     [&plain](const Charset& each) { return has_label(each, plain); });
    return found == charsets.end() ? nullptr : found;
}

}  // namespace vigyapti
