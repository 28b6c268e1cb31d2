import pytest

from qa.corpus import Article
from qa.reasoning.assertions import read_assertion
from qa.reasoning.contests import read_contest
from qa.reasoning.parallels import parts_of
from qa.reasoning.verdict import decide
from tests.findings import finding_in
from tests.reasoning_texts import PORT, VISITS

CENTRE = Article(
    "centre",
    "Hisarlı spor merkezi",
    "Hisarlı Belediyesi spor merkezini 12 Mayıs 2023'te açtı. Açılışta kurdeleyi belediye başkanı Nermin Akyurt kesti, "
    "açılış konuşmasını ise vali Celal Ündeğer yaptı. Merkezde yüzme, basketbol, voleybol ve judo kursları veriliyor. "
    "Kurslara 2023'te 1.240 kişi, 2024'te 1.870 kişi kaydoldu. Üyelik ücreti yetişkinler için 2.400 lira, "
    "çocuklar için "
    "1.100 liradır. Merkez pazartesi günleri kapalıdır. Kafeterya henüz açılmadı. Merkezin yapımı 84 milyon liraya mal "
    "oldu. Gelecek yıl bir tenis kortu yapılacak.",
)
HONEY = Article(
    "honey",
    "Akçaöz arıcılığı",
    "İlçede bu yıl 640 ton bal üretildi; geçen yıl bu miktar 710 tondu. Üretimdeki düşüşün nedeni kuraklıktı. "
    "Çam balı 380 "
    "ton, çiçek balı 210 ton, kestane balı ise 50 ton olarak gerçekleşti. Birliğe kayıtlı arıcıların sayısı 1.150'den "
    "1.210'a çıktı. Bal Almanya, Japonya ve Katar'a ihraç edildi. Birliğin başkanlığına Sevim Taşoğlu, genel "
    "sekreterliğine Hamit Görür seçildi. Kovanların tamamı köylerde bulunuyor. Birliğin 120 üyesi var; bunların 70'i "
    "kadın.",
)
OBSERVATORY = Article(
    "observatory",
    "Kızıldere Rasathanesi",
    "Rasathane 1968'de Orhan Tuncel tarafından kuruldu. Kurum 2.260 metre yüksekte yer alır. Kuzey kubbesi "
    "1968'de, güney "
    "kubbesi 1990'da tamamlandı. Kuyruklu yıldızı 1997'de Ayşen Berkmen, küçük gezegeni ise 2009'da Levent "
    "Sözer buldu. "
    "Rasathane yalnızca cuma geceleri halka açılır. Binada asansör yoktur. 2023'te rasathaneyi 9.300 öğrenci ve 4.100 "
    "turist gezdi. En yaşlı ağaç bir çınar, en yüksek ağaç ise bir sekoyadır.",
)
RAILWAY = Article(
    "railway",
    "Doğanlı-Sakaköy demir yolu",
    "Demir yolunun ihracat yükü 2023'te 2,4 milyon ton, ithalat yükü 1,7 milyon ton oldu. Norveç'ten Peru'ya "
    "860 vagon, "
    "Peru'dan Norveç'e 540 vagon yük taşındı. Gezici vagon pazartesi Doğanlı'ya, salı Sakaköy'e, perşembe "
    "Karataş'a gidiyor. "
    "Dünya Bankası 150 milyon dolar, Avrupa Birliği 90 milyon avro verdi. Hatta ölümlü kaza yaşanmadı.",
)

BOARD = Article(
    "board",
    "Kurulun kararları",
    "Besteci 1962'de Devlet Ödülü'ne değer görüldü, ancak sansürü protesto etmek amacıyla ödülü geri çevirdi. Yönetim, "
    "ikinci sahnenin yapımını ödenek bulunamadığı için erteledi. Başkan, temmuzda gece sulamasına geçileceğini, çeltik "
    "ekiminin ise yasaklanmayacağını belirtti.",
)

LIBRARY = Article(
    "library",
    "Kıyıdere kütüphanesi",
    "Kütüphane 2009'dan bu yana eski çeşmenin yanında hizmet veriyor. Okuma salonundaki masa sayısı bu yıl 32'den 48'e "
    "çıkarıldı. Üyelerin yüzde 61'ini kadınlar oluşturuyor. Yetişkinler yılda 20 lira, emekliler de aynı ücreti ödüyor. "
    "Ödüllü öyküyü Norveçli Emil Thorup yazdı, resimleri ise komşu köyden Sevgi Alaz çizdi. Raflardaki 5.200 kitabın "
    "3.900'ü etiketlendi. Memursuz çalışan yeni şube sabah erkenden açılıyor. Oslo'dan Bergen'e 14, Bergen'den Oslo'ya "
    "ise 9 sandık kitap gönderildi. Gelecek yılki okuma şenliğinin Bergen'de mi yoksa Narvik'te mi yapılacağına kurul "
    "karar verecek.",
)

YES_TR = [
    (LIBRARY, "Masa sayısı 40'ı aştı mı?"),
    (LIBRARY, "Ödüllü öyküyü Norveçli bir yazar mı yazdı?"),
    (LIBRARY, "Emekliler yetişkinlerle aynı ücreti mi ödüyor?"),
    (BOARD, "Temmuzda gece sulamasına geçilecek mi?"),
    (PORT, "İşçilerin yarısından fazlası sigortalı mı?"),
    (PORT, "Çalışanların çoğu kadın mı?"),
    (CENTRE, "Spor merkezi 2023'te mi açıldı?"),
    (CENTRE, "Spor merkezi mayısta mı açıldı?"),
    (CENTRE, "Kurdeleyi Nermin Akyurt mu kesti?"),
    (CENTRE, "Açılış konuşmasını Celal Ündeğer mi yaptı?"),
    (CENTRE, "Merkezde judo kursu veriliyor mu?"),
    (CENTRE, "Kurslara kaydolanların sayısı 2024'te arttı mı?"),
    (CENTRE, "Yetişkinlerin üyelik ücreti çocuklarınkinden yüksek mi?"),
    (CENTRE, "Merkezin yapımı 80 milyon liradan fazlaya mı mal oldu?"),
    (CENTRE, "Merkez pazartesi günleri kapalı mı?"),
    (HONEY, "Bal üretimi geçen yıla göre azaldı mı?"),
    (HONEY, "Düşüşün nedeni kuraklık mıydı?"),
    (HONEY, "Bal Japonya'ya ihraç edildi mi?"),
    (HONEY, "Kayıtlı arıcıların sayısı arttı mı?"),
    (HONEY, "Kestane balı çiçek balından az mı üretildi?"),
    (HONEY, "Üyelerin yarısından fazlası kadın mı?"),
    (OBSERVATORY, "Rasathane 2.000 metreden yüksekte mi?"),
    (OBSERVATORY, "Kuzey kubbesi güney kubbesinden önce mi tamamlandı?"),
    (OBSERVATORY, "Kuyruklu yıldızı Ayşen Berkmen mi buldu?"),
    (OBSERVATORY, "Rasathaneyi Orhan Tuncel mi kurdu?"),
    (RAILWAY, "İhracat yükü ithalat yükünden fazla mıydı?"),
    (RAILWAY, "Norveç'ten Peru'ya 860 vagon mu taşındı?"),
    (RAILWAY, "Gezici vagon salı günleri Sakaköy'e mi gidiyor?"),
]
NO_TR = [
    (LIBRARY, "Oslo'dan Bergen'e 9 sandık kitap mı gönderildi?", "14"),
    (LIBRARY, "Resimleri Emil Thorup mu çizdi?", "Sevgi Alaz"),
    (BOARD, "Çeltik ekimi yasaklanacak mı?", ""),
    (BOARD, "İkinci sahnenin yapımı tamamlandı mı?", ""),
    (CENTRE, "Spor merkezi 2022'de mi açıldı?", "2023"),
    (CENTRE, "Açılış konuşmasını Nermin Akyurt mu yaptı?", "Celal Ündeğer"),
    (CENTRE, "Kafeterya açıldı mı?", ""),
    (CENTRE, "Kurslara kaydolanların sayısı 2024'te azaldı mı?", "1.870"),
    (CENTRE, "Çocukların üyelik ücreti yetişkinlerinkinden yüksek mi?", "1.100 lira"),
    (CENTRE, "Yetişkinlerin üyelik ücreti 3.000 lira mı?", "2.400 lira"),
    (CENTRE, "Merkezin yapımı 100 milyon liradan fazlaya mı mal oldu?", "84 milyon lira"),
    (HONEY, "Bal üretimi bu yıl arttı mı?", "640 ton"),
    (HONEY, "Birliğin başkanlığına Hamit Görür mü seçildi?", "Sevim Taşoğlu"),
    (HONEY, "Çam balı 210 ton mu üretildi?", "380 ton"),
    (HONEY, "Kayıtlı arıcıların sayısı azaldı mı?", "1.210"),
    (HONEY, "En çok kestane balı mı üretildi?", "380 ton"),
    (OBSERVATORY, "Güney kubbesi 1968'de mi tamamlandı?", "1990"),
    (OBSERVATORY, "Kuyruklu yıldızı Levent Sözer mi buldu?", "Ayşen Berkmen"),
    (OBSERVATORY, "Binada asansör var mı?", ""),
    (OBSERVATORY, "En yaşlı ağaç bir sekoya mı?", ""),
    (RAILWAY, "İthalat yükü ihracat yükünden fazla mıydı?", "1,7 milyon ton"),
    (RAILWAY, "Norveç'ten Peru'ya 540 vagon mu taşındı?", "860"),
    (RAILWAY, "Gezici vagon salı günleri Doğanlı'ya mı gidiyor?", "Sakaköy"),
    (RAILWAY, "Hatta ölümlü kaza yaşandı mı?", ""),
    (PORT, "Müze pazartesi günü açık mı?", ""),
    (PORT, "Ziyaretçilerin çoğu yabancı mı?", "yüzde 15"),
    (PORT, "Rıhtımdaki depoların yarısından fazlası dolu mu?", "dörtte biri"),
]
YES_EN = [
    (LIBRARY, "Was the library already serving beside the old fountain in 2015?"),
    (LIBRARY, "Are more than half of the library's members women?"),
    (CENTRE, "Did the sports centre open in May 2023?"),
    (CENTRE, "Is the adult fee higher than the children's fee?"),
    (CENTRE, "Is the centre closed on Mondays?"),
    (HONEY, "Did honey production fall this year?"),
    (HONEY, "Was honey exported to Japan?"),
    (HONEY, "Are more than half of the members women?"),
    (HONEY, "Are all the hives in villages?"),
    (OBSERVATORY, "Was the observatory founded in 1968?"),
    (RAILWAY, "Did exports exceed imports in 2023?"),
    (RAILWAY, "Were 860 wagons carried from Norway to Peru?"),
    (OBSERVATORY, "Did more students than tourists visit in 2023?"),
]
NO_EN = [
    (LIBRARY, "Have all the books been labelled?", ""),
    (BOARD, "Did the composer accept the state prize in 1962?", ""),
    (BOARD, "Was the second stage built?", ""),
    (PORT, "Are most of the visitors foreigners?", "15%"),
    (CENTRE, "Did the sports centre open in 2021?", "2023"),
    (HONEY, "Did honey production rise this year?", "640 tonnes"),
    (VISITS, "Did the number of Norwegian tourists fall?", "165,000 → 190,000"),
    (HONEY, "Was Hamit Görür elected president of the union?", "Sevim Taşoğlu"),
    (OBSERVATORY, "Was the south dome completed in 1968?", "1990"),
    (OBSERVATORY, "Is the observatory open to the public every night?", ""),
    (OBSERVATORY, "Was the comet found by Levent Sözer?", ""),
    (RAILWAY, "Did imports exceed exports?", "1.7 million tonnes"),
    (RAILWAY, "Were 860 wagons carried from Peru to Norway?", "540"),
]
OPEN = [
    (LIBRARY, "tr", "Okuma şenliği gelecek yıl Narvik'te mi yapılacak?"),
    (LIBRARY, "en", "Were there more lynx in 2022 than in 2010?"),  # no word of the text is known for them
    (CENTRE, "tr", "Merkezde okçuluk kursu veriliyor mu?"),
    (CENTRE, "tr", "Tenis kortu yapıldı mı?"),  # the text only announces it
    (CENTRE, "en", "Does the judo course cost more than the basketball course?"),
    (HONEY, "en", "Was more honey exported to Japan than to Qatar?"),
    (HONEY, "tr", "Ihlamur balı çam balından fazla mı üretildi?"),
    (OBSERVATORY, "tr", "Güney kubbesi kuzey kubbesinden yüksek mi?"),
    (OBSERVATORY, "en", "Did more tourists than students visit in 2022?"),
    (RAILWAY, "en", "Did the World Bank give more than the European Union?"),  # dollars and euros
    (RAILWAY, "tr", "Hat 1950'de mi açıldı?"),
    (PORT, "tr", "Kaptan törene gelecek mi?"),
    (PORT, "en", "Is the hall warmer in summer?"),
    (VISITS, "tr", "Norveç'te 12 binden fazla Perulu mu yaşıyor?"),  # about as many
]


def verdict(article, question, language):
    def find(asked):
        return finding_in(article, asked, language)

    return decide(question, language, find(question), find)


@pytest.mark.parametrize(("article", "question"), YES_TR)
def test_what_the_text_bears_out_is_affirmed_in_turkish(article, question):
    draft = verdict(article, question, "tr")

    assert draft is not None
    assert draft.text == "Evet."
    assert draft.kind == "yes_no"
    assert all(article.text[span.start : span.end] == span.text for span in draft.spans)
    assert draft.citations


@pytest.mark.parametrize(("article", "question"), YES_EN)
def test_what_the_text_bears_out_is_affirmed_in_english(article, question):
    draft = verdict(article, question, "en")

    assert draft is not None
    assert draft.text == "Yes."


@pytest.mark.parametrize(("article", "question", "fact"), NO_TR)
def test_what_the_text_contradicts_is_denied_with_the_right_fact_in_turkish(article, question, fact):
    draft = verdict(article, question, "tr")

    assert draft is not None
    assert draft.text.startswith("Hayır")
    assert fact in draft.text


@pytest.mark.parametrize(("article", "question", "fact"), NO_EN)
def test_what_the_text_contradicts_is_denied_with_the_right_fact_in_english(article, question, fact):
    draft = verdict(article, question, "en")

    assert draft is not None
    assert draft.text.startswith("No")
    assert fact in draft.text


@pytest.mark.parametrize(("article", "language", "question"), OPEN)
def test_what_the_text_leaves_open_is_not_decided(article, language, question):
    assert verdict(article, question, language) is None


@pytest.mark.parametrize(
    ("question", "language"), [("Merkez ne zaman açıldı?", "tr"), ("When did the centre open?", "en")]
)
def test_another_question_gets_no_verdict(question, language):
    assert verdict(CENTRE, question, language) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kuzey kulesi 164 metre, güney kulesi 158 metre yüksekliğindedir.", 2),
        ("Merkezde yüzme, basketbol, voleybol ve judo kursları veriliyor.", 1),
        ("Birinciliği Ahmet Kaya, ikinciliği Veli Can kazandı.", 2),
        ("Okul 1950'de kuruldu, 1970'te ise kapandı.", 2),
        ("Turnuvaya Polonya, Macaristan ve Hindistan'dan oyuncular katıldı.", 1),
    ],
)
def test_parallel_parts_are_told_from_the_items_of_a_list(text, parts):
    assert len(parts_of(text, 0, len(text))[0]) == parts


@pytest.mark.parametrize(
    ("question", "focus"),
    [
        ("Kurdeleyi Nermin Akyurt mu kesti?", ["Nermin", "Akyurt"]),
        ("Merkez 2022'de mi açıldı?", []),
        ("Kafeterya açıldı mı?", []),
        ("Ağaç bir sekoya mı?", ["sekoya"]),
    ],
)
def test_the_focus_of_a_turkish_question_stands_before_the_particle(question, focus):
    assert [term.text for term in read_assertion(question, "tr").focus] == focus


@pytest.mark.parametrize(
    ("question", "language", "labels"),
    [
        ("Kuzey kulesi güney kulesinden yüksek mi?", "tr", ["Kuzey kulesi", "güney kulesi"]),
        ("Is the north tower higher than the south tower?", "en", ["the north tower higher", "the south tower"]),
        ("Did exports exceed imports?", "en", ["exports", "imports"]),
        ("Kule 50 metreden yüksek mi?", "tr", None),
        ("Is the tower higher than 50 metres?", "en", None),
        ("Kule 1950'de mi yapıldı?", "tr", None),
    ],
)
def test_a_contest_of_two_things_is_told_from_a_bound(question, language, labels):
    contest = read_contest(question, language)

    assert (contest and [label.text for label in contest.labels]) == labels


def test_a_part_of_a_whole_is_shown_with_it():
    draft = verdict(PORT, "Çalışanların çoğu kadın mı?", "tr")

    assert draft is not None
    assert [span.text for span in draft.spans] == ["115", "160"]
