#include "common/text/legacy_font.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace vigyapti {
namespace {

struct Case {
    std::string_view typed;
    std::string_view read;
};

void check(LegacyFont font, const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        CAPTURE(each.typed);
        CHECK(from_legacy_font(each.typed, font) == each.read);
    }
}

void check_recognised(LegacyFont font, const std::vector<std::string_view>& texts) {
    for (const std::string_view text : texts) {
        CAPTURE(text);
        CHECK(recognise_legacy_font(text) == font);
    }
}

}  // namespace

TEST_CASE("names of legacy fonts, as files and pages write them") {
    using enum LegacyFont;
    struct Name {
        std::string_view name;
        LegacyFont font;
    };
    const std::vector<Name> cases = {
        {"Kruti Dev 010", kruti_dev},
        {"KrutiDev010", kruti_dev},
        {"ABCDEF+KrutiDev010", kruti_dev},
        {"'Kruti Dev 016', Arial", kruti_dev},
        {"Kruti_Dev_040-Bold", kruti_dev},
        {"DevLys 010", kruti_dev},
        {"DEVLYS010", kruti_dev},
        {"Shusha", shusha},
        {"SHUSHA02", shusha},
        {"Chanakya", chanakya},
        {"GFEDCB+Chanakya,Bold", chanakya},
        {"Walkman-Chanakya-905", walkman_chanakya},
        {"WALKMAN-CHANAKYA905NORMAL", walkman_chanakya},
        {"", none},
        {"Arial", none},
        {"Mangal, 'Kruti Dev 010'", none},
        {"Kruti Dev 010 Unicode", none},
        {"Times New Roman", none},
        {"Nirmala UI", none},
    };
    for (const Name& each : cases) {
        CAPTURE(each.name);
        CHECK(legacy_font_named(each.name) == each.font);
    }
}

TEST_CASE("Kruti Dev: words of press releases") {
    check(LegacyFont::kruti_dev,
          {
              {"", ""},
              {"fons'k ea=ky;", "विदेश मंत्रालय"},
              {"iz/kkuea=h ujsanz eksnh", "प्रधानमंत्री नरेंद्र मोदी"},
              {"varjkZ\"Vªh; laca/k", "अंतर्राष्ट्रीय संबंध"},
              {"dk;ZØe] dk;Zokgh] dk;kZy;", "कार्यक्रम, कार्यवाही, कार्यालय"},
              {"{ks=h; lqj{kk ifj\"kn~", "क्षेत्रीय सुरक्षा परिषद्"},
              {"Jh g\"kZo/kZu Ük`axyk", "श्री हर्षवर्धन शृंगला"},
              {"ân; vkSj 'k`a[kyk", "हृदय और शृंखला"},
              {"jk\"Vªifr }kjk foKfIr", "राष्ट्रपति द्वारा विज्ञप्ति"},
              {"ØkfUrdkjh] Ñf\"k] dzkafr] izÑfr", "क्रान्तिकारी, कृषि, क्रांति, प्रकृति"},
              {"lR;] le>kSrk] m|ksx] ;q)", "सत्य, समझौता, उद्योग, युद्ध"},
              {"vYila[;d] dY;k.k] eU=h] mÙkj", "अल्पसंख्यक, कल्याण, मन्त्री, उत्तर"},
          });
}

TEST_CASE("Kruti Dev: र in its four forms") {
    check(LegacyFont::kruti_dev, {
                                     {"dk;Z /keZ okrkZ dk;ksZa", "कार्य धर्म वार्ता कार्यों"},
                                     {"vkfFkZd /kkfeZd vkÆFkd", "आर्थिक धार्मिक आर्थिक"},
                                     {"izfr xzg.k eqnzk", "प्रति ग्रहण मुद्रा"},
                                     {"Vªsu Mªksu VªLV jk\"Vª", "ट्रेन ड्रोन ट्रस्ट राष्ट्र"},
                                     {"xq# :l t+:j", "गुरु रूस ज़रूर"},
                                     {"vknZz", "आर्द्र"},
                                 });
}

TEST_CASE("Kruti Dev: ि stands behind all consonants of its syllable") {
    check(LegacyFont::kruti_dev, {
                                     {"fLFkfr fLFkj", "स्थिति स्थिर"},
                                     {"fo|ky; fpfdRlk fn~orh;", "विद्यालय चिकित्सा द्वितीय"},
                                     {"fØ;k fiz; fL=;ksa", "क्रिया प्रिय स्त्रियों"},
                                     {"'kfä LfFkfr", "शक्ति स्थिति"},
                                     {"Çgnh Çlg", "हिंदी सिंह"},
                                     {"ﬁz;", "प्रिय"},
                                 });
}

TEST_CASE("Kruti Dev: vowels of several strokes, borrowed letters and signs") {
    check(LegacyFont::kruti_dev,
          {
              {",slk vkSj vkS\"kf/k vkse bZekunkj Å¡pk _.k", "ऐसा और औषधि ओम ईमानदार ऊँचा ऋण"},
              {"MkWDVj dkWyst v‚fQl vkWLVªsfy;k vWMOgksdsV", "डॉक्टर कॉलेज ऑफिस ऑस्ट्रेलिया ॲडव्होकेट"},
              {"t+jwjr lM+d i<+kbZ Q+Slyk [+kku", "ज़रूरत सड़क पढ़ाई फ़ैसला ख़ान"},
              {"pk¡n tk¡p gk¡ xkfM+;k¡", "चाँद जाँच हाँ गाड़ियाँ"},
              {"esa eas eass gSa gaS ugÈ", "में में में हैं हैं नहीं"},
              {"ek=k ek=kk =kqfV", "मात्रा मात्रा त्रुटि"},
          });
}

TEST_CASE("Kruti Dev: digits and punctuation") {
    check(LegacyFont::kruti_dev,
          {
              {"åƒ„…†‡ˆ‰Š‹", "०१२३४५६७८९"},
              {"17 vDrwcj 2023A", "17 अक्तूबर 2023।"},
              {"10@11@2023] 5-5 izfr'kr", "10/11/2023, 5.5 प्रतिशत"},
              {"¼ea=ky;½ ^jktnwr* ÞHkkjrß D;k\\", "(मंत्रालय) ‘राजदूत’ “भारत” क्या?"},
              {"eqEcbZ&fnYyh AA", "मुम्बई-दिल्ली ॥"},
              {"MkWñ 2 = 2", "डॉ॰ 2 = 2"},
          });
}

TEST_CASE("one glyph is visarga in words and a colon behind them") {
    check(LegacyFont::kruti_dev, {
                                     {"iqu% iw.kZr% nq%[k vr% Øe'k%", "पुनः पूर्णतः दुःख अतः क्रमशः"},
                                     {"fnukad% la[;k % 10%30", "दिनांक: संख्या : 10:30"},
                                 });
}

TEST_CASE("quotation marks that a word processor made of half letters") {
    check(LegacyFont::kruti_dev, {{"‘kiFki= fons’k jk”Vª", "शपथपत्र विदेश राष्ट्र"}});
}

TEST_CASE("text that was decoded as Latin-1 or into the private use area") {
    check(LegacyFont::kruti_dev, {
                                     {"\u0083\u0084", "१२"},
                                     {"\uF066\uF064", "कि"},
                                     {"esa\u00A0gSA", "में\u00A0है।"},
                                     {"d\uE000d 中d 😀", "क\uE000क 中क 😀"},
                                 });
}

TEST_CASE("Shusha: words of press releases") {
    check(
        LegacyFont::shusha,
        {
            {"BaartIya ivadoSa maM~alaya", "भारतीय विदेश मंत्रालय"},
            {"p`QaanamaM~I naroMd` maaodI nao kha hO ik vaata- safla rhI.",
             "प्रधानमंत्री नरेंद्र मोदी ने कहा है कि वार्ता सफल रही।"},
            {"Antra-YT/Iya kaya-k`ma AaOr xao~Iya saurxaa", "अन्तर्राष्ट्रीय कार्यक्रम और क्षेत्रीय सुरक्षा"},
            {"EaI rajadUt ihndI maoM baaolao..", "श्री राजदूत हिन्दी में बोले॥"},
            {"saD,k¸ j,amaIna¸ &ana¸ ivaVut¸ yauw", "सड़क, ज़मीन, ज्ञान, विद्युत, युद्ध"},
            {"[na ]na eosaa AaOr ?Na", "इन उन ऐसा और ऋण"},
            {"(Baart sarkar) 15-10-2001 1,000 5.5", "(भारत सरकार) 15-10-2001 1,000 5.5"},
            {")dya baa(", "हृदय बाह्य"},
        });
}

TEST_CASE("Chanakya: words of press releases") {
    check(LegacyFont::chanakya,
          {
              {"çßÎðàæ ×¢˜ææÜØ", "विदेश मंत्रालय"},
              {"ÂýÏæÙ×¢˜æè ÙÚð´¼ý ×ôÎè Ùð ·¤ãæ ãñ ç·¤ ÖæÚUÌ ¥õÚU M¤â ·ð¤ â¢Õ¢Ï ×ÁÕêÌ ãñ´Ð",
               "प्रधानमंत्री नरेंद्र मोदी ने कहा है कि भारत और रूस के संबंध मजबूत हैं।"},
              {"·¤æØüR¤× ÚUæCþUÂçÌ ¥´ÌÚUÚUæCþUèØ", "कार्यक्रम राष्ट्रपति अंतरराष्ट्रीय"},
              {"¿æ¡Î, â¸Ç·¤", "चाँद, सड़क"},
              {"(®{-v®-w®®x) 1998", "(06-10-2003) १९९८"},
          });
}

TEST_CASE("Walkman Chanakya: Kruti Dev's letters and conjuncts of its own") {
    check(LegacyFont::walkman_chanakya, {
                                            {"fons'k ea=kky; dk i=k", "विदेश मंत्रालय का पत्र"},
                                            {"iz/kuea=kh us fojks/ fd;k", "प्रधानमंत्री ने विरोध किया"},
                                            {"(Hkkjr) lafo/ku", "(भारत) संविधान"},
                                        });
}

TEST_CASE("English stretches, acronyms and addresses in Hindi stay as they are") {
    check(LegacyFont::kruti_dev,
          {
              {"ea=ky; us dgk gS fd The talks would continue in New Delhi on Monday. bl ckr dh "
               "iqf\"V gks xbZ gSA",
               "मंत्रालय ने कहा है कि The talks would continue in New Delhi on Monday. इस बात की "
               "पुष्टि हो गई है।"},
              {"For more information please contact the Press Officer\nfons'k ea=ky; us dgk gS",
               "For more information please contact the Press Officer\nविदेश मंत्रालय ने कहा है"},
              {"Government of India", "Government of India"},
              {"Ministry of External Affairs", "Ministry of External Affairs"},
              {"lM+d can", "सड़क बंद"},
              {"UNESCO] G20 vkSj UN- ds lnL;", "UNESCO, G20 और UN. के सदस्य"},
              {"www.mea.gov.in vFkok info@mea.gov.in ns[ksa",
               "www.mea.gov.in अथवा info@mea.gov.in देखें"},
              {"LFkk;h lnL; vkSj fo'o", "स्थायी सदस्य और विश्व"},
              {"भारत, रूस dh ckr", "भारत, रूस की बात"},
          });
    check(LegacyFont::none, {{"fons'k ea=ky;", "fons'k ea=ky;"}});
}

TEST_CASE("paragraphs of Hindi typed for a font are recognised") {
    check_recognised(
        LegacyFont::kruti_dev,
        {
            "fons'k ea=ky; us dgk gS fd ;g ckrphr lQy jghA",
            "bl lEesyu esa G20 ds lnL; ns'kksa us Hkkx fy;kA vf/kd tkudkjh ds fy, www.mea.gov.in "
            "ns[ksaA",
            "iz/kkuea=h us UNESCO vkSj WHO ds v/;{kksa ls ckr dhA",
            "jk\"Vªifr th us vkt ubZ fnYyh esa Ýkal ds jktnwr ls HksaV dh vkSj nksuksa ns'kksa ds "
            "chp O;kikj c<+kus ij tksj fn;kA The meeting lasted an hour. blds ckn nksuksa i{kksa "
            "us le>kSrs ij gLrk{kj fd,A",
        });
    check_recognised(LegacyFont::shusha,
                     {"p`QaanamaM~I naroMd` maaodI nao kha hO ik Baart AaOr $sa ko baIca vaata- "
                      "safla rhI.",
                      "ivadoSa maM~alaya nao kha hO ik donaaoM doSaaoM ko saMbaMQa majabaUt hOM."});
    check_recognised(LegacyFont::chanakya,
                     {"ÂýÏæÙ×¢˜æè ÙÚð´¼ý ×ôÎè Ùð ·¤ãæ ãñ ç·¤ ÖæÚUÌ ¥õÚU M¤â ·ð¤ â¢Õ¢Ï ×ÁÕêÌ ãñ´Ð"});
}

TEST_CASE("what was not typed for a legacy font is not recognised") {
    check_recognised(
        LegacyFont::none,
        {
            "",
            "esa ds gS",
            "The Ministry of External Affairs said on Monday that the two sides had agreed to "
            "continue the talks in New Delhi.",
            "Aus Vs NZ Third Test: Australia lead by 243 runs",
            "VISITS OF FOREIGN DIGNITARIES TO INDIA DURING THE YEAR 2023",
            "भारत और रूस ने तेल पर चर्चा की। दोनों पक्षों ने समझौते पर हस्ताक्षर किए।",
            "Bharat aur Rus ne tel par charcha ki aur donon paksh samjhaute par raazi ho gaye "
            "hain.",
            "ek gunah aur sahi ek hasina do diwane ek kali muskai ek ke baad ek",
            "yah vah ek do sab dekhne ko mila, jab vah ghar se chala to sab log khush the",
            "Le ministère des Affaires étrangères a déclaré que les deux États étaient prêts à "
            "négocier.",
            "Der Außenminister erklärte, daß die Gespräche über Öl und Gas fortgeführt würden.",
            "Dışişleri Bakanlığı, görüşmelerin Yeni Delhi'de süreceğini açıkladı.",
            "Nguyễn Phú Trọng, Võ Văn Thưởng, Phạm Minh Chính, Vương Đình Huệ",
            "à¤­à¤¾à¤°à¤¤ à¤”à¤° à¤°à¥‚à¤¸ à¤¨à¥‡ à¤¤à¥‡à¤² à¤ªà¤° à¤šà¤°à¥à¤šà¤¾ à¤•à¥€",
            "Ìèíèñòåðñòâî èíîñòðàííûõ äåë ñîîáùèëî, ÷òî ïåðåãîâîðû ïðîäîëæàòñÿ",
            "https://www.mea.gov.in/press-releases.htm?dtl/37123 "
            "http://pib.gov.in/PressRelease.aspx",
            "TWFuIGlzIGRpc3Rpbmd1aXNoZWQsIG5vdCBvbmx5IGJ5IGhpcyByZWFzb24sIGJ1dCBieSB0aGlz",
            "for (int i = 0; i < n; ++i) { sum += a[i] * b[i]; if (sum > max) return -1; }",
            "10.11.2023 17:30 5,432 (12.5%) 1/2 3-4 2001-2002 1998 100000",
        });
}

}  // namespace vigyapti
