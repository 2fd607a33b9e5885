"""Where sentences end in other languages and scripts: hits and near misses."""

import pytest

from newsbrief.reading.sentences import split

# Each text is written with "|" where a sentence ends and another begins.
CASES = {
    # Chinese
    "chinese": "桥在星期一关闭。|市长没有回答。|谁来付钱？|没人知道！",
    "chinese, quotation opens": "他没有回答。|“我们会等，”她说。",
    "chinese, quotation closes": "他说：“我们会等。”|会议结束了。",
    "chinese, two sentences in a quotation": "“我们会等。|没有别的办法。”|会议结束了。",
    "chinese, speaker behind": "“谁来付钱？”他问。|没人知道。",
    "chinese, speaker and a comma": "“够了！”市长笑着说，“我们走。”|会议结束了。",
    "chinese, speaker before": "王芳说：“我们会等。”|她还说，会议结束了。",
    "chinese, corner brackets": "「誰來付錢？」他問。|『沒有人。』|會議結束了。",
    "chinese, mark behind the quotation": "他说：“我们会等。”。|会议结束了。",
    "chinese, straight quotes": '他没有回答。|"我们会等。"|会议结束了。',
    "chinese, brackets": "桥关闭了（见上图。）|市长没有回答。",
    "chinese, figures": "价格上涨3.5%，达到1.2亿元。|市长没有回答。",
    "chinese, ellipsis": "他走了……没有人知道去了哪里。|会议结束了。",
    "chinese, marks of ascii": "谁来付钱?|没人知道.|会议结束了!",
    "chinese, several marks": "真的吗？！|没人知道。",
    "chinese, title in brackets": "他写了《谁来付钱？》。|没有人读。",
    "chinese, spaces": "桥关闭了。| 市长没有回答。|　会议结束了。",
    "chinese, wrapped": "“我们会等。”\n市长笑\n着说，“我们走。|安全第一\n。”|会议结束了。",
    "chinese, wrapped before a closing mark": "他说：“我们会等。\n”|会议结束了。",
    "chinese, wrapped in a figure": "股价下跌7.\n2%。|会议结束了。",
    "chinese, wrapped behind a figure": "股价下跌了7.\n|会议结束了。",
    # Japanese
    "japanese": "橋は月曜日に閉鎖された。|市長は答えなかった。",
    "japanese, quotation goes on": "「誰が払うのですか。」と彼女は聞いた。|答えはなかった。",
    "japanese, question goes on": "「誰が払うのか？」と聞いた。|答えはなかった。",
    "japanese, quotation ends": "市長は「待とう。」|会議は終わった。",
    "japanese, two sentences in a quotation": "「待つしかない。|安全第一だ。」|会議は終わった。",
    "japanese, two sentences that go on": "「橋は危険だ。待つしかない」と市長は述べた。|終わり。",
    "japanese, speaker before": "市長は「橋は危険だ。待て。」と述べた。|会議は終わった。",
    "japanese, quotation in a quotation": "『「待て。だめだ」と言え。急げ』と述べた。|終わり。",
    "japanese, two quotations": "市長は「危険だ。待て」、議員は「嫌だ。行く」と述べた。|終わり。",
    "japanese, never closed": "市長は「橋は危険だ。|会議は終わった。",
    "japanese, wrapped": "「橋は危険だ。\n待て」\nと述べた。|会議は終わった。",
    "japanese, half width": "橋は閉鎖された｡|市長は答えなかった｡",
    "japanese, full-width period": "橋は閉鎖された．|３．５％上がった．|市長は答えなかった．",
    "japanese, a name with its mark": "彼はYahoo！ニュースで読んだ。|答えはなかった。",
    "japanese, brackets": "橋（１９７０年完成。）は閉鎖された。|答えはなかった。",
    # India
    "hindi": "पुल सोमवार को बंद हुआ।| मेयर ने जवाब नहीं दिया।",
    "hindi, no space": "पुल बंद हुआ।|मेयर ने जवाब नहीं दिया।",
    "hindi, question": "पैसा कौन देगा?| कोई नहीं जानता।",
    "hindi, quotation": "उसने कहा, “हम रुकेंगे।”| बैठक ख़त्म हुई।",
    "hindi, speaker behind": "“पैसा कौन देगा?” मेयर ने पूछा।| कोई नहीं जानता।",
    "hindi, initials": "डी. एच. राव और प्रो. मिश्रा आए।| बैठक ख़त्म हुई।",
    "hindi, verse": "पुल टूटा, नदी बही ॥ १२ ॥| बैठक ख़त्म हुई।",
    "marathi": "पूल बंद झाला.| महापौर बोलले नाहीत.",
    "bengali": "সেতু বন্ধ হলো।| মেয়র উত্তর দেননি।",
    # Arabic script
    "arabic": "أغلق الجسر يوم الاثنين.| لم يرد العمدة.",
    "arabic, question": "من سيدفع؟| لا أحد يعرف.",
    "arabic, comma": "من سيدفع، ومتى؛ لا أحد يعرف.| انتهى الاجتماع.",
    "arabic, initial": "قال د. أحمد إنه لا يعرف.| انتهى الاجتماع.",
    "urdu": "پل پیر کو بند ہوا۔| میئر نے جواب نہیں دیا۔",
    "persian": "پل بسته شد.| شهردار پاسخی نداد؟| جلسه تمام شد.",
    # Other scripts
    "armenian": "Կամուրջը փակ է։| Քաղաքապետը լռեց։",
    "amharic": "ድልድዩ ተዘጋ።| ከንቲባው አልመለሱም።",
    "burmese": "တံတား ပိတ်သည်။| မြို့တော်ဝန် မဖြေပါ။",
    "khmer": "ស្ពានបានបិទ។| អភិបាលក្រុងមិនបានឆ្លើយទេ។",
    "korean": "다리가 폐쇄됐다.| 시장은 답하지 않았다.",
    "korean, quotation goes on": '"누가 내나?"라고 물었다.| 답은 없었다.',
    "georgian": "ხიდი დაიკეტა.| მერმა არ უპასუხა.",
    # German
    "german, number": "Er zahlte ca. 900 Euro.| Die Stadt zahlte nichts.",
    "german, letters": "Sie kauft Obst, z. B. Äpfel.| Er kauft nichts.",
    "german, ordinal": "Am 35. Geburtstag kam die 27. Kammer.| Es war der 5. Mai.",
    "german, no ordinal in English": '"I am 25.| My brother is 30," he said.',
    "german, number at the end": "Er wohnt im Haus 35.| Die Kammer wohnt nebenan.",
    "german, no vowel": "Er fuhr 3 Std. Auto bzw. Bahn.| Dann aß er.",
    "german, class": "Er hat einen Führerschein Kl. B, sowie ein Auto.| Es ist alt.",
    "german, year opens": "Das Haus ist alt.| 1995 wurde es verkauft.",
    "german, ellipsis": "Er wartete...| Die Stadt zahlte nichts.",
    "german, firm": "Die Fa. Meier schließt.| Die Stadt zahlte nichts.",
    "german, street": "Er wohnt in der Hauptstr. 5.| Das Haus ist alt.",
    "german, street without a number": "Er wohnt in der Hauptstr.| Das Haus ist alt.",
    "german, founded": "Der Verein, gegr. 1921, schließt.| Die Stadt zahlte nichts.",
    "german, born": "Frau Weber, geb. Meier, kam.| Sie blieb.",
    # Spanish
    "spanish, country": "Viajó a EE. UU. Donald no.| Volvió tarde.",
    "spanish, country at the end": "Viajó a EE. UU.| El alcalde no.",
    "spanish, question": "Nadie lo sabe.| ¿quién paga?| El alcalde no.",
    "spanish, page": "Lo dice en la pág. 12 del libro.| Es largo.",
    "spanish, unit": "La densidad es de 7 hab. / km².| Es baja.",
    # French
    "french, number": "La hausse est d'env. 5 % cette année.| Elle baisse.",
    "french, initials": "M. J.-P. Bruneau est venu.| Il est reparti.",
    "french, initial at the end": "Ils élisent Dagobert I.| Elle la donne au roi.",
    "french, address and era": "Le bd. Voltaire date du Ve siècle av. J.-C. environ.| Il dort.",
    "french, question": "« Qui paie ? »| Personne ne sait.",
    # Italian
    "italian, article": "Lo dice l'art. 941 della legge.| È vecchia.",
    # Russian
    "russian, street": "Дом на ул. Садовой закрыт.| Мэр молчит.",
    "russian, year at the end": "Мост построен в 2010 г.| В 2012 году его закрыли.",
    "russian, initials": "А. С. Пушкин и В. И. Ленин там были.| Мэр молчит.",
    "russian, born": "Мэр (род. 21 мая 1960) молчит.| Мост закрыт.",
    "russian, ellipsis": "Мост безопасен…| Старый снесут... завтра.",
    "russian, such": "Там были врачи, учителя и т. п.| Они ушли.",
    "russian, unit": "Живёт 13 чел. / км².| Это мало.",
    # English
    "english, and others": "It was found by Roe et al. (2004) in May.| It rained.",
    "english, and others, at the end": "It was found by Roe et al.| The others agreed.",
    "english, number": "It cost approx. 5 dollars.| Prop. 22 passed.",
    "english, a short word": "They did it for him.| 5 people were hurt.",
    "english, space lost after a year": "It opened in 2019.|The bridge fell.",
    "english, space lost after a share": "It rose 3.5%.|The others fell.",
    "english, space lost after a year, any word": "It opened by 2027.|Residents cheered.",
    "english, a step of a list": "Take box 2.Open it.",
    "english, version and word": "They use v2.Beta, 1.2.Beta and 3.The-like names.",
    "english, comma after the mark": "He left Bell Inc. , then Roe Corp. ; both closed.",
    "english, no capitals": "the bridge fell on may 29.| nobody was hurt.| it rained.",
    "english, no capitals, abbreviation": "the u.s. treasury and mr. roe met at 5 p.m. monday.",
    "english, no capitals, question": "who pays?| nobody knows.",
    "english, one small word": "The brand runs v. the other, est. in May.| It rained.",
}


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in CASES.items()])
def test_split(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[a:b] for a, b in split(text)] == [part.strip() for part in marked.split("|")]
