#include "indexer/readers/xml_source.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace vigyapti {

TEST_CASE("nothing refers to an entity any more") {
    using namespace std::string_view_literals;
    const std::vector<std::pair<std::string_view, std::string_view>> cases{
        {"", ""},
        {"no markup", ""},
        {" \n<a/>", "<a/>"},
        {"<a>वार्ता</a>", "<a>वार्ता</a>"},
        {"<a>&amp;&lt;&quot;&apos;</a>", "<a>&#38;&#60;&#34;&#39;</a>"},
        {"<a>&nbsp;&eacute;</a>", "<a>&#160;&#233;</a>"},
        {"<a>&own; & &;</a>", "<a>&#38;own; &#38; &#38;;</a>"},
        {"<a b='x?c=1&d=2'/>", "<a b='x?c=1&#38;d=2'/>"},
        {"<a>&#2352;&#x930;</a>", "<a>&#2352;&#2352;</a>"},
        {"<a>&#147;&#x96;&#129;</a>", "<a>&#8220;&#8211;&#129;</a>"},
        {"<a>&#0;&#xD800;&#99999999999;&#x;&#;</a>",
         "<a>&#38;#0;&#38;#xD800;&#38;#99999999999;&#38;#x;&#38;#;</a>"},
        {"<a>x\0y\x1Fz\t\n</a>"sv, "<a>x y z\t\n</a>"},
        {"<a><![CDATA[&amp; <b> \x01]]>&amp;</a>", "<a><![CDATA[&amp; <b>  ]]>&#38;</a>"},
        {"<!-- &amp; <![CDATA[ --><a>&amp;</a>", "<!-- &amp; <![CDATA[ --><a>&#38;</a>"},
        {"<a><![CDATA[x &amp;</a>", "<a>x &#38;</a>"},
        {"<a><!-- x &amp;</a>", "<a><!-- x &#38;</a>"},
        {"<a>&amp", "<a>&#38;amp"},
        {"<a>&", "<a>&#38;"},
    };
    for (const auto& [text, plain] : cases) {
        CAPTURE(text);
        CHECK(plain_xml(text) == plain);
    }
}

TEST_CASE("the attributes of a tag are limited in number") {
    const auto tag = [](int attributes, const std::string& end) {
        std::string text = "<a";
        for (int i = 0; i < attributes; ++i)
            text += " n" + std::to_string(i) + "='>&#38;'";
        return text + end;
    };
    CHECK(plain_xml(tag(100, ">x</a>")) == tag(100, ">x</a>"));
    CHECK(plain_xml(tag(3'000, ">x = y</a>")) == tag(100, ">x = y</a>"));
    CHECK(plain_xml(tag(3'000, "/><b/>")) == tag(100, "/><b/>"));
    CHECK(plain_xml("<?x '?><?y \"?>" + tag(3'000, "/>")) == "<?x '?><?y \"?>" + tag(100, "/>"));
    CHECK(plain_xml(tag(3'000, "<b>")).size() < tag(101, "<b>").size() + 10);
}

TEST_CASE("text, quotes and instructions stay as they are") {
    for (const std::string_view text :
         {"<a b=\"x > y\" c='\"'>it's = \"text\"</a>", "<?p a='<' & b ?><a/>", "<a b='c'",
          "<a b='c", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "<?p", "<a ?><b/>", "<a"})
        CHECK(plain_xml(text) == text);
}

}  // namespace vigyapti
