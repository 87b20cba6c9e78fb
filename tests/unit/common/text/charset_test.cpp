#include "common/text/charset.hpp"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

#include <array>
#include <string>
#include <vector>

#include "common/base/split.hpp"
#include "common/text/charset_convert.hpp"
#include "common/text/charset_label.hpp"
#include "common/text/utf8.hpp"

namespace vigyapti {
namespace {

using namespace std::string_view_literals;

// Letters with nukta are one code point each, as ICU makes them of ISCII.
constexpr std::string_view hindi =
    "विदेश मंत्री ने कहा कि दोनों देशों ने व्यापार, ऊर्जा और शिक्षा में सहयोग बढ़ाने के लिए पाँच समझौतों पर "
    "हस्ताक्षर किए। प्रधानमंत्री ने राष्ट्रपति से भेंट की और क्षेत्र की सुरक्षा पर विस्तार से चर्चा हुई।";

constexpr std::string_view german =
    "Die Bundesministerin des Auswärtigen sprach über die Beziehungen zu Indien.";

// `text` in the encoding that ICU calls `converter`.
std::string encoded(std::string_view text, const char* converter) {
    std::u16string wide;
    to_utf16(text, wide);
    UErrorCode status = U_ZERO_ERROR;
    UConverter* to = ucnv_open(converter, &status);
    std::string out(wide.size() * 8 + 16, '\0');
    const auto size = ucnv_fromUChars(to, out.data(), static_cast<std::int32_t>(out.size()),
                                      wide.data(), static_cast<std::int32_t>(wide.size()), &status);
    ucnv_close(to);
    REQUIRE(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

// Hindi in ISCII, without the code for the script that ICU begins it with.
std::string iscii() {
    return encoded(hindi, "ISCII,version=0").substr(2);
}

struct Case {
    std::string bytes;
    std::string_view declared;
    std::string_view text;
    std::string_view charset;
    CharsetOrigin origin;
    std::uint64_t replaced = 0;
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CAPTURE(each.declared);
        const DecodedText decoded = decode_text(each.bytes, each.declared);
        CHECK(decoded.text() == each.text);
        CHECK(decoded.charset() == each.charset);
        CHECK(origin_name(decoded.origin()) == origin_name(each.origin));
        CHECK(decoded.replaced() == each.replaced);
    }
}

constexpr auto mark = CharsetOrigin::mark;
constexpr auto utf8 = CharsetOrigin::utf8;
constexpr auto declared = CharsetOrigin::declared;
constexpr auto detected = CharsetOrigin::detected;

}  // namespace

TEST_CASE("valid UTF-8 is viewed, not copied") {
    for (const std::string_view bytes :
         {""sv, "plain"sv, hindi, "a\0b"sv, "\uFFFD\uFFFE\U0010FFFF"sv, "\u00E9"sv}) {
        const DecodedText decoded = decode_text(bytes);
        CHECK(decoded.is_view());
        CHECK(decoded.text().data() == bytes.data());
        CHECK(decoded.text().size() == bytes.size());
        CHECK(decoded.charset() == "UTF-8");
        CHECK(decoded.origin() == CharsetOrigin::utf8);
        CHECK(decoded.replaced() == 0);
    }
    const std::string marked = "\xEF\xBB\xBF" + std::string(hindi);
    CHECK(decode_text(marked).is_view());
    CHECK(decode_text(marked).text().data() == marked.data() + 3);
    CHECK(decode_text(marked).text() == hindi);
}

TEST_CASE("a text that is its own outlives a copy") {
    const std::string bytes = "caf\xE9";
    DecodedText first = decode_text(bytes);
    const DecodedText second = first;
    first = decode_text("other");
    CHECK_FALSE(second.is_view());
    CHECK(second.text() == "caf\u00E9");
    CHECK(first.text() == "other");
}

TEST_CASE("byte order marks decide against all else") {
    check({
        {"\xEF\xBB\xBF\u0915", "windows-1252", "\u0915", "UTF-8", mark},
        {"\xEF\xBB\xBF"
         "a\xFF",
         "", "a\uFFFD", "UTF-8", mark, 1},
        {std::string("\xFF\xFE\x15\x09 \0", 6), "utf-8", "\u0915 ", "UTF-16LE", mark},
        {std::string("\xFE\xFF\x09\x15\0 ", 6), "", "\u0915 ", "UTF-16BE", mark},
        {std::string("\xFF\xFE\0\0\x15\x09\0\0", 8), "", "\u0915", "UTF-32LE", mark},
        {std::string("\0\0\xFE\xFF\0\x01\xF6\0", 8), "", "\U0001F600", "UTF-32BE", mark},
        {"\x84\x31\x95\x33\xD6\xD0", "", "\u4E2D", "gb18030", mark},
        {"\xFF\xFE", "", "", "UTF-16LE", mark},
        {std::string("\xFF\xFE\0\xD8z\0", 6), "", "\uFFFDz", "UTF-16LE", mark, 1},
        {std::string("\xFE\xFF\xD8\x3D\xDE\0z", 7), "", "\U0001F600\uFFFD", "UTF-16BE", mark, 1},
    });
}

TEST_CASE("UTF-16 and UTF-32 without a mark are known by their structure") {
    struct Form {
        const char* converter;
        std::string_view name;
    };
    const std::string english = "<?xml version='1.0'?>\r\nThe Minister said: \u201CYes.\u201D";
    for (const Form& form : {Form{"UTF-16LE", "UTF-16LE"}, Form{"UTF-16BE", "UTF-16BE"},
                             Form{"UTF-32LE", "UTF-32LE"}, Form{"UTF-32BE", "UTF-32BE"}}) {
        for (const std::string_view text :
             {std::string_view(hindi), std::string_view(english), "Text"sv, "\u0915\u093E\u092E"sv,
              "Россия и Индия"sv, "وزارة الخارجية"sv, "\u0939\u093E\u0901 \U0001F600"sv}) {
            CAPTURE(text);
            CAPTURE(form.name);
            check({{encoded(text, form.converter), "utf-8", text, form.name, detected}});
        }
        // Cut within a unit.
        check({{encoded(hindi, form.converter) + 'x', "", std::string(hindi) + "\uFFFD", form.name,
                detected, 1}});
    }
}

TEST_CASE("NULs alone do not make UTF-16") {
    for (const std::string_view bytes :
         {"\0"sv, "a\0b"sv, "one\ntwo\nth\0ree\n"sv, "\0\0\0\0"sv, "a\0\0b\0\0c\0\0"sv,
          "\x01\0\x02\0\x03\0\x04\0"sv, "\t\t\t\tx\ty\n"sv, "Bush hid the facts"sv}) {
        CAPTURE(bytes);
        CHECK(decode_text(bytes).charset() == "UTF-8");
        CHECK(decode_text(bytes).text() == bytes);
    }
    // The head of a PNG file.
    CHECK(decode_text("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\0\0\0\x01\0\x08\x06\0\0\0"sv)
              .text()
              .find('\0') != std::string_view::npos);
}

TEST_CASE("a label that contradicts UTF-8 loses") {
    for (const std::string_view label : {"iso-8859-1", "windows-1256", "gb2312", "utf-16", "none"})
        check({{std::string(hindi), label, hindi, "UTF-8", utf8}});
}

TEST_CASE("UTF-8 with errors is mended by maximal subparts") {
    const std::string text(hindi);
    check({
        {text + "\xE0\xA4", "", text + "\uFFFD", "UTF-8", utf8, 1},
        {text + "\xE0\xA4", "windows-1252", text + "\uFFFD", "UTF-8", utf8, 1},
        {text + "\xFF" + text, "", text + "\uFFFD" + text, "UTF-8", utf8, 1},
        {text + "\xC0\xAF" + text, "", text + "\uFFFD\uFFFD" + text, "UTF-8", utf8, 2},
        {text.substr(1), "", "\uFFFD\uFFFD" + text.substr(3), "UTF-8", utf8, 2},
        // Half of a surrogate pair, as CESU-8 has it, and overlong forms, however few.
        {"a\xED\xA0\x80z", "", "a\uFFFD\uFFFD\uFFFDz", "UTF-8", utf8, 3},
        {"a\xC0\x80z", "", "a\uFFFD\uFFFDz", "UTF-8", utf8, 2},
        {"cut off \xE0\xA4", "", "cut off \uFFFD", "UTF-8", utf8, 1},
        {"\uFFFD\xF4\x90\x80\x80", "", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", "UTF-8", utf8, 4},
    });
}

TEST_CASE("bytes that are no UTF-8 are windows-1252 where nothing tells more") {
    check({
        {"caf\xE9", "", "caf\u00E9", "windows-1252", detected},
        {"caf\xE9", "utf-8", "caf\u00E9", "windows-1252", detected},
        {"caf\xE9", "utf-16", "caf\u00E9", "windows-1252", detected},
        {"caf\xE9", "x-user-defined", "caf\u00E9", "windows-1252", detected},
        {"caf\xE9", "iso-8859-1", "caf\u00E9", "windows-1252", declared},
        {"\x93Yes\x94 \x96 \x80\x35", "iso-8859-1", "\u201CYes\u201D \u2013 \u20AC5",
         "windows-1252", declared},
        {"don\x92t", "us-ascii", "don\u2019t", "windows-1252", declared},
        {"\x81\x8D\x8F\x90\x9D", "latin1", "\u0081\u008D\u008F\u0090\u009D", "windows-1252",
         declared},
        {encoded(german, "windows-1252"), "", german, "windows-1252", detected},
    });
}

TEST_CASE("what is declared is believed where the bytes can be that") {
    check({
        {encoded("Россия и Индия", "windows-1251"), "windows-1251", "Россия и Индия",
         "windows-1251", declared},
        {encoded("Россия и Индия", "KOI8-R"), " KOI8-R ", "Россия и Индия", "KOI8-R", declared},
        {encoded("中国外交部", "gb18030"), "'gb2312'", "中国外交部", "gb18030", declared},
        {"\xB3\xE2", "euc-kr", "\uB144", "EUC-KR", declared},
        {encoded("日本", "Shift_JIS"), "Shift_JIS", "日本", "Shift_JIS", declared},
        {encoded("பா", "ISCII,version=5"), "x-iscii-ta", "பா", "x-iscii-ta", declared},
        {iscii(), "x-iscii-de", hindi, "x-iscii-de", declared},
        {encoded("中国", "UTF-16BE") + std::string("\0\n", 2), "utf-16be", "中国\n", "UTF-16BE",
         declared},
        // None of it is EUC-JP.
        {encoded(german, "windows-1252"), "euc-jp", german, "windows-1252", detected},
    });
}

TEST_CASE("other alphabets are known by their letters") {
    const std::string_view russian =
        "Министр иностранных дел заявил, что Россия и Индия будут развивать сотрудничество.";
    const std::string_view arabic =
        "قال وزير الخارجية إن البلدين سيعملان على تعزيز التعاون في مجالات التجارة والطاقة";
    // Typed with the Arabic letter ye, the only one that windows-1256 has.
    const std::string_view urdu =
        "وزير خارجہ نے کہا کہ دونوں ملک تجارت اور توانائي کے شعبوں ميں تعاون بڑھائيں گے اور بڑے "
        "منصوبوں پر گفتگو ہوگي";
    const std::string_view chinese =
        "外交部长表示，两国将在贸易、能源和教育领域加强合作，共同维护地区的和平与稳定。";
    check({
        {encoded(russian, "windows-1251"), "", russian, "windows-1251", detected},
        {encoded(russian, "KOI8-R"), "utf-8", russian, "KOI8-R", detected},
        {encoded(arabic, "windows-1256"), "", arabic, "windows-1256", detected},
        {encoded(urdu, "windows-1256"), "", urdu, "windows-1256", detected},
        {encoded(chinese, "gb18030"), "", chinese, "gb18030", detected},
    });
}

TEST_CASE("Hindi in ISCII is known by its signs, whatever editors declare") {
    const std::string bytes = iscii();
    for (const std::string_view label : {"", "iso-8859-1", "utf-8", "x-user-defined"})
        check({{bytes, label, hindi, "x-iscii-de", detected}});
    // With the code for the script, among English, and cut within a word.
    check({{"\xEF\x42" + bytes, "", hindi, "x-iscii-de", detected},
           {"PRESS RELEASE\r\n" + bytes, "", "PRESS RELEASE\r\n" + std::string(hindi), "x-iscii-de",
            detected}});
    CHECK(decode_text(std::string_view(bytes).substr(3, 80)).charset() == "x-iscii-de");
}

TEST_CASE("accents and letters of other alphabets are not ISCII") {
    const std::vector<std::string> texts{
        encoded("Él éáíóú ÀÈÉÊ çãõâê, où l'été naît à Noël déjà créée", "windows-1252"),
        encoded("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ", "windows-1252"),
        encoded("Россия и Индия будут развивать сотрудничество", "KOI8-R"),
        encoded("وزير الخارجية إن البلدين سيعملان على تعزيز التعاون", "ISO-8859-6"),
        encoded("กระทรวงการต่างประเทศแถลงว่าทั้งสองประเทศจะร่วมมือกัน", "windows-874"),
        encoded("외교부는 두 나라가 협력을 강화하기로 했다고 밝혔다", "windows-949"),
        encoded("おはようございます、ありがとうございます", "EUC-JP"),
    };
    for (const std::string& bytes : texts)
        CHECK(decode_text(bytes).charset() != "x-iscii-de");
}

TEST_CASE("any bytes become valid text of no more than three times the length") {
    std::string bytes;
    for (int i = 0; i < 70'000; ++i)
        bytes += static_cast<char>(i * 7 + i / 256);
    for (const std::string_view label :
         {"", "utf-8", "windows-1252", "x-iscii-de", "gb18030", "shift_jis", "big5", "euc-jp",
          "euc-kr", "utf-16le", "utf-32be", "windows-1258", "utf-7"}) {
        CAPTURE(label);
        const DecodedText decoded = decode_text(bytes, label);
        CHECK_FALSE(find_malformed_utf8(decoded.text()));
        CHECK(decoded.text().size() <= 3 * bytes.size());
    }
}

TEST_CASE("labels are those of the Encoding Standard in any case") {
    struct LabelCase {
        std::string_view label;
        std::string_view name;
    };
    const std::vector<LabelCase> labels{
        {"UTF-8", "UTF-8"},
        {" utf8\n", "UTF-8"},
        {"'us-ascii'", "windows-1252"},
        {"ISO-8859-1", "windows-1252"},
        {"ISO-8859-9", "windows-1254"},
        {"GB2312", "gb18030"},
        {"ks_c_5601-1987", "EUC-KR"},
        {"x-sjis", "Shift_JIS"},
        {"utf-16", "UTF-16LE"},
        {"tis-620", "windows-874"},
        {"ISCII", "x-iscii-de"},
        {"ISCII,version=0", "x-iscii-de"},
        {"", ""},
        {"  ", ""},
        {"utf", ""},
        {"utf-8 utf8", ""},
        {"x-user-defined", ""},
        {"a label that is longer than any that is known", ""},
    };
    for (const LabelCase& each : labels) {
        CAPTURE(each.label);
        const Charset* const found = find_charset(each.label);
        CHECK((found == nullptr ? "" : found->name) == each.name);
    }
    // Those that markup can be hidden in.
    for (const std::string_view label :
         {"utf-7", "unicode-1-1-utf-7", "scsu", "bocu-1", "cesu-8", "hz-gb-2312", "iso-2022-jp",
          "iso-2022-kr", "iso-2022-cn", "ibm037", "ebcdic-us", "imap-mailbox-name"})
        CHECK(find_charset(label) == nullptr);
}

TEST_CASE("each encoding that a label names is converted") {
    for (const std::string_view label :
         {"utf-8",          "utf-16le",     "utf-16be",     "utf-32le",     "utf-32be",
          "big5",           "euc-jp",       "euc-kr",       "gb18030",      "ibm866",
          "iso-8859-2",     "iso-8859-3",   "iso-8859-4",   "iso-8859-5",   "iso-8859-6",
          "iso-8859-7",     "iso-8859-8",   "iso-8859-10",  "iso-8859-13",  "iso-8859-14",
          "iso-8859-15",    "koi8-r",       "koi8-u",       "macintosh",    "shift_jis",
          "windows-874",    "windows-1250", "windows-1251", "windows-1252", "windows-1253",
          "windows-1254",   "windows-1255", "windows-1256", "windows-1257", "windows-1258",
          "x-mac-cyrillic", "x-iscii-de",   "x-iscii-be",   "x-iscii-pa",   "x-iscii-gu",
          "x-iscii-or",     "x-iscii-ta",   "x-iscii-te",   "x-iscii-ka",   "x-iscii-ma"}) {
        CAPTURE(label);
        const Charset* const charset = find_charset(label);
        REQUIRE(charset != nullptr);
        const std::string plain = encoded("plain", charset->converter);
        CHECK(to_utf8(plain, *charset).text == "plain");
    }
}

}  // namespace vigyapti
