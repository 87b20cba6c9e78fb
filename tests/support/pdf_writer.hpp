// Writes small PDF files for tests: lines of text at places, in Helvetica, whose codes mean any
// characters.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.hpp"

namespace vigyapti::test {

struct PlacedText {
    double left;
    double top;  // from the upper edge of the page, 800 points high
    std::string_view text;
    double size = 12;
    bool bold = false;
};

using PlacedPage = std::vector<PlacedText>;

class PdfWriter {
  public:
    std::string info;  // of the document: "/Title (x) /CreationDate (D:2023…)"
    std::string font = "Helvetica";
    bool encrypted = false;  // with a password that nobody knows
    int picture_pixels = 0;  // each way, of a picture on each page

    std::string write(const std::vector<PlacedPage>& pages) {
        objects_.assign(6, {});  // object 0 is none
        std::string kids;
        for (const PlacedPage& page : pages) {
            const std::size_t content = add(stream("", content_of(page)));
            kids += reference(add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font"
                                  "<</F1 3 0 R/F2 4 0 R>>/XObject<</I 5 0 R>>>>/Contents " +
                                  reference(content) + ">>")) +
                    ' ';
        }
        objects_[1] = "<</Type/Catalog/Pages 2 0 R>>";
        objects_[2] =
            "<</Type/Pages/Count " + std::to_string(pages.size()) + "/Kids[" + kids + "]>>";
        const std::string map = reference(add(stream("", to_unicode())));
        // Each character is as wide as half the size.
        std::string widths = "/FirstChar 0/LastChar 255/Widths[";
        for (int i = 0; i < 256; ++i)
            widths += "500 ";
        widths += "]/ToUnicode " + map + ">>";
        objects_[3] = "<</Type/Font/Subtype/Type1/BaseFont/" + font + widths;
        objects_[4] = "<</Type/Font/Subtype/Type1/BaseFont/" + font + "-Bold" + widths;
        const std::string pixels = std::to_string(picture_pixels);
        objects_[5] = stream("/Type /XObject /Subtype /Image /Width " + pixels + " /Height " +
                                 pixels + " /ColorSpace /DeviceGray /BitsPerComponent 8",
                             "x");
        return file();
    }

  private:
    static std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

    static std::string stream(const std::string& entries, const std::string& bytes) {
        return "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>stream\n" + bytes +
               "\nendstream";
    }

    std::size_t add(std::string object) {
        objects_.push_back(std::move(object));
        return objects_.size() - 1;
    }

    // ASCII has its own codes, other characters those from 128 in the order of their coming.
    unsigned code_of(char32_t c) {
        if (c < 0x80) return static_cast<unsigned>(c);
        return codes_.try_emplace(c, 128 + static_cast<unsigned>(codes_.size())).first->second;
    }

    std::string content_of(const PlacedPage& page) {
        std::string content;
        char buffer[128];
        for (const PlacedText& each : page) {
            std::string hex;
            for (std::size_t at = 0; at < each.text.size();) {
                std::snprintf(buffer, sizeof buffer, "%02x",
                              code_of(next_code_point(each.text, at)));
                hex += buffer;
            }
            std::snprintf(buffer, sizeof buffer, "BT /F%d %.1f Tf %.1f %.1f Td <",
                          each.bold ? 2 : 1, each.size, each.left, 800 - each.top - each.size);
            content += buffer + hex + "> Tj ET\n";
        }
        return content;
    }

    std::string to_unicode() const {
        std::string map =
            "/CIDInit /ProcSet findresource begin begincmap\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n";
        char buffer[64];
        for (const auto& [c, code] : codes_) {
            std::snprintf(buffer, sizeof buffer, "1 beginbfchar <%02x> <%04x> endbfchar\n", code,
                          static_cast<unsigned>(c));
            map += buffer;
        }
        map += "1 beginbfrange <20> <7e> <0020> endbfrange\nendcmap end end";
        return map;
    }

    std::string file() const {
        std::string out = "%PDF-1.4\n";
        std::vector<std::size_t> offsets;
        for (std::size_t i = 1; i < objects_.size(); ++i) {
            offsets.push_back(out.size());
            out += std::to_string(i) + " 0 obj\n" + objects_[i] + "\nendobj\n";
        }
        const std::size_t table = out.size();
        out += "xref\n0 " + std::to_string(objects_.size()) + "\n0000000000 65535 f \n";
        char buffer[32];
        for (const std::size_t offset : offsets) {
            std::snprintf(buffer, sizeof buffer, "%010zu 00000 n \n", offset);
            out += buffer;
        }
        out += "trailer\n<</Size " + std::to_string(objects_.size()) + "/Root 1 0 R/Info<<" + info +
               ">>";
        if (encrypted) {
            const std::string key(32, 'x');
            out += "/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key +
                   ")>>";
        }
        return out + ">>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    }

    std::vector<std::string> objects_;
    std::map<char32_t, unsigned> codes_;
};

}  // namespace vigyapti::test
