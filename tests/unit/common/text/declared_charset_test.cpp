#include "common/text/declared_charset.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace vigyapti {
namespace {

struct Case {
    std::string text;
    std::string_view label;
};

}  // namespace

TEST_CASE("markup declares its encoding as browsers read it") {
    const std::vector<Case> cases{
        {"", ""},
        {"<", ""},
        {"plain text; charset=utf-8", ""},
        {"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><rss/>", "iso-8859-1"},
        {"\xEF\xBB\xBF<?xml version='1.0' encoding = 'Big5' standalone='yes'?>", "Big5"},
        {"<?xml version='1.0'?><rss encoding='big5'/>", ""},
        {"<?xml version='encoding=big5'?>", ""},
        {"<?xml version=\"1.0\" encoding=\"utf_16\"?>", ""},
        {"<?xml version='1.0' encoding='big5'", ""},
        {"<?xmlencoding='big5'?>", ""},
        {" <?xml version='1.0' encoding='big5'?>", ""},
        {"<meta charset=utf-8>", "utf-8"},
        {"<html><head><META CHARSET='KOI8-R' />", "KOI8-R"},
        {"<meta\ncharset\t=\n\"gb2312\">", "gb2312"},
        {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\">",
         "windows-1256"},
        {"<meta content='text/html;charset = \"big5\"' http-equiv=content-type>", "big5"},
        {"<meta content='text/html; charset=big5'>", ""},
        {"<meta http-equiv=refresh content='charset=big5'>", ""},
        {"<meta name=keywords content=charset><meta charset=big5>", "big5"},
        {"<meta charset=nonsense><meta charset=big5>", "big5"},
        {"<metadata charset=big5>", ""},
        {"<!-- <meta charset=big5> --><meta charset=euc-kr>", "euc-kr"},
        {"<!--><meta charset=big5>", "big5"},
        {"<!-- <meta charset=big5>", ""},
        {"<a title='<meta charset=big5>'><meta charset=euc-kr>", "euc-kr"},
        {"<a title=\"<meta charset=big5>", ""},
        {"<!doctype html><? php ?></p ><1><meta charset=big5>", "big5"},
        {"<meta charset=big5", "big5"},
        {"<meta =x charset=big5>", "big5"},
        {std::string(1000, ' ') + "<meta charset=big5>", "big5"},
        {std::string(1010, ' ') + "<meta charset=big5>", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(declared_in_markup(each.text) == each.label);
    }
}

TEST_CASE("a content type may name its encoding") {
    const std::vector<Case> cases{
        {"", ""},
        {"text/html", ""},
        {"text/html; charset=UTF-8", "UTF-8"},
        {"text/xml;CHARSET=\"us-ascii\"; x=y", "us-ascii"},
        {"application/xml; charset = 'gb2312'", "gb2312"},
        {"text/html; charset=koi8-r; boundary=b", "koi8-r"},
        {"text/xml; charset:iso-8859-1", ""},
        {"text/html; charsetcharset=big5", "big5"},
        {"text/html; charset=\"big5", ""},
        {"text/html; charset=", ""},
    };
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(declared_in_content_type(each.text) == each.label);
    }
}

}  // namespace vigyapti
