"""Releases and the furniture of pages, for page_layouts.py: written for the tests, in both languages."""

RELEASES = [
    {
        "lang": "en", "date": "2023-10-17", "shown": "October 17, 2023", "place": "New Delhi",
        "title": "Visit of the Foreign Secretary of Nepal to India",
        "text": [
            "The Foreign Secretary of Nepal will visit India from 18 to 20 October at the invitation of his counterpart.",
            "The two sides will review the whole range of their relations, among them trade, power, water and the crossing of the border by road and rail.",
            "He will call on the Minister of External Affairs and the National Security Adviser.",
            "The visit continues the tradition of regular meetings between the two neighbours.",
        ],
    },
    {
        "lang": "hi", "date": "2023-11-02", "shown": "2 नवंबर 2023", "place": "नई दिल्ली",
        "title": "विदेश मंत्री की पुर्तगाल और इटली की यात्रा",
        "text": [
            "विदेश मंत्री 31 अक्टूबर से 3 नवंबर तक पुर्तगाल और इटली की आधिकारिक यात्रा पर रहे।",
            "लिस्बन में उन्होंने पुर्तगाल के विदेश मंत्री से भेंट की और व्यापार, निवेश तथा रक्षा सहयोग पर विस्तार से चर्चा की।",
            "रोम में उन्होंने इटली के राष्ट्रपति से मुलाक़ात की और संसद के सदस्यों को संबोधित किया।",
            "दोनों देशों ने प्रवासन और आवाजाही पर एक समझौते पर हस्ताक्षर किए।",
        ],
    },
    {
        "lang": "en", "date": "2022-02-24", "shown": "February 24, 2022", "place": "New Delhi",
        "title": "Advisory for students who wish to travel home",
        "text": [
            "Students are advised to stay where they are until flights are announced.",
            "The embassy can be reached at all hours.",
        ],
    },
    {
        "lang": "hi", "date": "2021-08-15", "shown": "15 अगस्त 2021", "place": "काठमांडू",
        "title": "भारत ने नेपाल को एम्बुलेंस भेंट कीं",
        "text": [
            "भारत के राजदूत ने आज नेपाल के अस्पतालों को साठ एम्बुलेंस भेंट कीं।",
            "स्वास्थ्य मंत्री ने इसके लिए भारत सरकार का आभार व्यक्त किया।",
        ],
    },
    {
        "lang": "en", "date": "2024-05-09", "shown": "May 9, 2024", "place": "Colombo",
        "title": "Joint statement on the fourth round of talks on fisheries",
        "text": [
            "The fourth round of talks on fisheries was held in Colombo on 8 and 9 May 2024.",
            "Both delegations underlined that fishermen of either country must be treated humanely under all circumstances.",
            "It was agreed:",
            "to share weather warnings without delay;",
            "to keep a line open between the two coast guards;",
            "to meet again within six months.",
            "The Indian delegation thanked the Government of Sri Lanka for its warm hospitality.",
        ],
    },
    {
        "lang": "hi", "date": "2020-01-26", "shown": "26 जनवरी 2020", "place": "ब्रासीलिया",
        "title": "ब्राज़ील के राष्ट्रपति की राजकीय यात्रा पर संयुक्त वक्तव्य",
        "text": [
            "प्रधानमंत्री के निमंत्रण पर ब्राज़ील के राष्ट्रपति 24 से 27 जनवरी तक भारत की राजकीय यात्रा पर हैं।",
            "दोनों नेताओं ने जैव ऊर्जा, पशुपालन, स्वास्थ्य और साइबर सुरक्षा सहित पंद्रह समझौतों का स्वागत किया।",
            "उन्होंने कहा कि दोनों देशों के बीच व्यापार 2022 तक पंद्रह अरब डॉलर तक पहुँचना चाहिए।",
            "संयुक्त राष्ट्र सुरक्षा परिषद में सुधार के लिए दोनों पक्ष मिलकर काम करते रहेंगे।",
            "राष्ट्रपति ने प्रधानमंत्री को ब्राज़ील आने का निमंत्रण दिया, जिसे उन्होंने स्वीकार किया।",
        ],
    },
]

FURNITURE = {
    "en": {
        "site": "Ministry of Neighbourly Affairs",
        "nav": ["Home", "About us", "Press releases", "Speeches", "Media centre", "Tenders",
                "Right to information", "Contact us"],
        "related": ["Minister opens a consulate in Guayaquil", "Agreement on air services signed",
                    "Statement on the earthquake in Türkiye", "Call on the President of Malta",
                    "Foreign Office consultations with Chile", "Visa on arrival for six countries",
                    "A new bridge over the river Mechi", "Meeting of the joint commission"],
        "teaser": "The two ministers met on Tuesday and agreed on the next steps for their ministries.",
        "related_head": "Related news", "share": ["Facebook", "Twitter", "WhatsApp", "Email", "Print"],
        "cookie": "We use cookies and similar techniques to make this site work, to remember what you "
                  "prefer and to count visits. Some of them are necessary. You can accept all of them, "
                  "or choose which ones you allow. You may change your choice at any time.",
        "comments_head": "Comments",
        "comments": ["This is a good step for people on both sides of the border. I hope it lasts.",
                     "When will the new train start? We have been waiting for it for years now.",
                     "Thank you for the information. Please publish the full text as well."],
        "footer": "Content owned by the Ministry of Neighbourly Affairs. Designed and hosted by the "
                  "Informatics Centre. Last updated on 3 March 2025.",
        "caption": "The two delegations at the table", "credit": "Photo: Press Office",
        "posted": "Posted On:", "skip": "Skip to main content",
        "about": "The ministry looks after relations with all neighbours. It has forty missions.",
        "newsletter": "Subscribe to our newsletter and get the news of the week in your mailbox.",
    },
    "hi": {
        "site": "पड़ोस कार्य मंत्रालय",
        "nav": ["मुख्य पृष्ठ", "हमारे बारे में", "प्रेस विज्ञप्तियाँ", "भाषण", "मीडिया केंद्र", "निविदाएँ",
                "सूचना का अधिकार", "संपर्क करें"],
        "related": ["ग्वायाकिल में वाणिज्य दूतावास खुला", "विमान सेवाओं पर समझौता",
                    "तुर्किये में भूकंप पर वक्तव्य", "माल्टा के राष्ट्रपति से भेंट",
                    "चिली के साथ विदेश कार्यालय परामर्श", "छह देशों के लिए आगमन पर वीज़ा",
                    "मेची नदी पर नया पुल", "संयुक्त आयोग की बैठक"],
        "teaser": "दोनों मंत्रियों ने मंगलवार को भेंट की और अगले कदमों पर सहमति जताई।",
        "related_head": "संबंधित समाचार", "share": ["फ़ेसबुक", "ट्विटर", "व्हाट्सऐप", "ईमेल", "प्रिंट करें"],
        "cookie": "यह साइट ठीक से चले और आपकी पसंद याद रहे, इसके लिए हम कुकीज़ का उपयोग करते हैं। इनमें से कुछ "
                  "आवश्यक हैं। आप सभी को स्वीकार कर सकते हैं या चुन सकते हैं कि किन्हें अनुमति देनी है। आप अपना "
                  "निर्णय कभी भी बदल सकते हैं।",
        "comments_head": "टिप्पणियाँ",
        "comments": ["यह सीमा के दोनों ओर के लोगों के लिए अच्छा कदम है। आशा है कि यह बना रहेगा।",
                     "नई रेलगाड़ी कब चलेगी? हम कई साल से उसकी राह देख रहे हैं।",
                     "जानकारी के लिए धन्यवाद। कृपया पूरा पाठ भी प्रकाशित करें।"],
        "footer": "सामग्री का स्वामित्व पड़ोस कार्य मंत्रालय के पास है। सूचना विज्ञान केंद्र द्वारा निर्मित। अंतिम "
                  "अद्यतन: 3 मार्च 2025।",
        "caption": "बैठक में दोनों प्रतिनिधिमंडल", "credit": "फोटो: प्रेस कार्यालय",
        "posted": "प्रविष्टि तिथि:", "skip": "मुख्य सामग्री पर जाएँ",
        "about": "मंत्रालय सभी पड़ोसियों से संबंधों का काम देखता है। इसके चालीस दूतावास हैं।",
        "newsletter": "हमारे समाचार पत्र की सदस्यता लें और सप्ताह के समाचार अपनी डाक में पाएँ।",
    },
}
