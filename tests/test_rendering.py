"""Answer texts in the language of the question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.rendering import Rendering, render

ENGLISH = """
13 bin 971 = 13,971
18.400 = 18,400
1.640 bina = 1,640 buildings
40 bine = 40,000
7,1 büyüklüğünde = magnitude 7.1
2 hektar büyüklüğünde = 2 hectares in size
300 metre uzunluğunda = 300 metres long
6 bin 200 = 6,200
3,9 = 3.9
2,5 milyon = 2.5 million
1 buçuk milyon = 1.5 million
12 milyon 361 bine = 12.361 million
11 milyon 412 bin 300 = 11,412,300
dokuz = 9
on üç = 13
2809 = 2809
5 milyar 400 milyon dolara = 5.4 billion dollars
2,9 milyar dolarını = 2.9 billion dollars
13,9 avroyu = 13.9 euros
843.947 sterlin = 843,947 pounds
1 dolar = 1 dollar
9 sente = 9 cents
200 bin lira = 200,000 lira
12 bin tenge = 12,000 tenge
1.350 kron = 1,350 kroner
1 milyar 250 milyon avroluk = 1.25 billion euros
3-5 milyon dolar = 3-5 million dollars
yüzde 8,9 = 8.9%
%12 = 12%
yaklaşık yüzde 24 = about 24%
yüzde 40'ı aşan = more than 40%
4'üncü = 4th
11'inci = 11th
22'nci = 22nd
ikinci = second
on beşinci = 15th
4 binden fazla = more than 4,000
70'ten fazla = more than 70
15 bini aşkın = over 15,000
800'e yakın = nearly 800
en az 250 = at least 250
en fazla 12 = at most 12
200 kadar = about 200
20 milyar doların üzerinde = more than 20 billion dollars
iki kilometreye kadar = up to 2 kilometres
13 bin 971 öğrenci = 13,971 students
4 bin firma = 4,000 firms
23 makale = 23 articles
15 bin kişilik = 15,000 people
1 kişi = 1 person
iki ülke = 2 countries
2 Japon öğrenci = 2 Japanese students
4 binden fazla öğrenci = more than 4,000 students
21.150 tona = 21,150 tonnes
750 bin ton çay = 750,000 tonnes of tea
27,7 kilometrelik = 27.7 kilometres
85 hektar = 85 hectares
150-300 atmosfer = 150-300 atmospheres
2 metre 35 santimetre = 2 metres and 35 centimetres
41 ışık yılı = 41 light years
-5 derece = -5 degrees
saatte 250 kilometre = 250 kilometres an hour
haftada 12 uçuş = 12 flights a week
günde 5 bin ton = 5,000 tonnes a day
otuz yıl = 30 years
üç hafta = 3 weeks
1 saat = 1 hour
3 yıl 2 ay = 3 years and 2 months
2 saat 25 dakika 11 saniyeyle = 2 hours, 25 minutes and 11 seconds
15 dakikada bir = every 15 minutes
9 milyon yıl önce = 9 million years ago
83 yaşında = 83 years old
16 Aralık 1991'de = 16 December 1991
2 Mart 1992 = 2 March 1992
28 Haziran = 28 June
Mart 2024'te = March 2024
mayıs ayında = May
2022'nin temmuzunda = July 2022
2003 yılında = 2003
2012'den bu yana = since 2012
2030'a kadar = until 2030
MÖ 300 = 300 BC
1983-1994 = 1983-1994
2019 ile 2023 arasında = between 2019 and 2023
2019'dan 2023'e kadar = from 2019 to 2023
12-14 Mayıs 2024 = 12-14 May 2024
28 Haziran-2 Temmuz 2024 = 28 June - 2 July 2024
2024'ün ilk yarısında = the first half of 2024
13. yüzyılın ikinci yarısında = the second half of the 13th century
1990'lı yıllarda = the 1990s
16. yüzyılda = the 16th century
saat 14.30'da = 14:30
11.00-16.00 = 11:00-16:00
cumartesi = Saturday
Almanya'ya = Germany
ABD = the United States
Birleşik Krallık'ta = the United Kingdom
Güney Kore = South Korea
Asya = Asia
Moskova'da = Moscow
Almanya, Fransa ve İtalya'da = Germany, France and Italy
Gence ve Nahçıvan'da = Gence and Nahçıvan
Atina veya Londra = Athens or London
Arapça ve Farsça = Arabic and Persian
Paris, Viyana, Leiden = Paris, Vienna, Leiden
tıp, mühendislik ve hukuk = medicine, engineering and law
Camilo Rivas = Camilo Rivas
Hoca Ahmet Yesevi = Hoca Ahmet Yesevi
Cumhurbaşkanı Ayşe Yılmaz = President Ayşe Yılmaz
Dışişleri Bakanı Ali Veli = Foreign Minister Ali Veli
Yale Üniversitesi = Yale University
Avrupa Birliği = the European Union
ticaret hacmi = trade volume
öğretmenler = teachers
"""

TURKISH = """
13 bin 971 = 13 bin 971
870 bine = 870 bin
71 bine = 71 bin
900 milyonu = 900 milyon
20 milyon 310 bini = 20 milyon 310 bin
331 binlik = 331 bin
5 milyar 400 milyon dolara = 5 milyar 400 milyon dolar
2,9 milyar dolarını = 2,9 milyar dolar
11 milyon 400 bin dolar = 11 milyon 400 bin dolar
13,9 avroyu = 13,9 avro
1 milyar 250 milyon avroluk = 1 milyar 250 milyon avro
9 sente = 9 sent
24 lirayı = 24 lira
5 avrodan = 5 avro
1.980 yene = 1.980 yen
843.947 sterline = 843.947 sterlin
500 Kanada dolarını = 500 Kanada doları
500 bin TL'ye = 500 bin TL
21.150 tona = 21.150 ton
25 metresini = 25 metre
504 kilometresi = 504 kilometre
14,5 metreye = 14,5 metre
85 dönümlük = 85 dönüm
yüzde 8,9'u = yüzde 8,9
%41,45'ine = %41,45
yüzde 40'ı = yüzde 40
4 binden fazla = 4 binden fazla
15 bini aşkın = 15 bini aşkın
11'inci = 11'inci
4'üncü = 4'üncü
dördü = dördü
sekizine = sekiz
10 yıllık = 10 yıl
dört saatte = dört saat
30 ayda = 30 ay
95 dakikayı = 95 dakika
1 saat 30 dakikaya = 1 saat 30 dakika
On sekiz aylık = On sekiz ay
16 Aralık 1991'de = 16 Aralık 1991
1 Şubat 1996'da = 1 Şubat 1996
3 Mayısta = 3 Mayıs
19 Eylül 1939 da = 19 Eylül 1939
1 Mart = 1 Mart
mayısta = mayıs
1973'te = 1973
1930’da = 1930
2003 yılında = 2003
11. yüzyıldan = 11. yüzyıl
1990'lı yıllarda = 1990'lı yıllar
2024'ün ilk yarısında = 2024'ün ilk yarısı
2012'den bu yana = 2012'den bu yana
2019-2023 = 2019-2023
15 bin kişilik = 15 bin kişi
23 makaleyi = 23 makale
Gence ve Nahçıvan'da = Gence ve Nahçıvan
Arapça ve Süryanice'ye = Arapça ve Süryanice
Ankara’da = Ankara
Selanik'te = Selanik
Virginia Üniversitesi'nde = Virginia Üniversitesi
Fransız Hastanesi’nde = Fransız Hastanesi
Neşe Düzel'e = Neşe Düzel
İbn el-Heysem’in = İbn el-Heysem
Semerkant’ta = Semerkant
İsviçre’ye = İsviçre
İÜ'ye = İÜ
Birleşik Krallık'a = Birleşik Krallık
Almanyadan = Almanya
Afganistan'a = Afganistan
Fas’ı = Fas
Marmara Üniversitesi İlâhiyat Fakültesinde = Marmara Üniversitesi İlâhiyat Fakültesi
Ticaret Bakanlığından = Ticaret Bakanlığı
Rothschild bankasından = Rothschild bankası
Sakız adasında = Sakız adası
Atatürk Anıtı = Atatürk Anıtı
Adana = Adana
İzmir = İzmir
Konya = Konya
Edirne = Edirne
Kanada = Kanada
Ali Kuşçu = Ali Kuşçu
Hoca Ahmet Yesevi = Hoca Ahmet Yesevi
Yeni Delhi = Yeni Delhi
(1928) = 1928
bakır kazanda = bakır kazanda
Büyükelçiliğinin = Büyükelçiliğinin
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [tuple(line.split(" = ")) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("span", "text"), rows(ENGLISH))
def test_renders_in_english(span, text):
    assert render(span, "en") == Rendering(text, True)


@pytest.mark.parametrize(("span", "text"), rows(TURKISH))
def test_renders_in_turkish(span, text):
    assert render(span, "tr") == Rendering(text, True)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        ("zehirli madde içerdiğinden", "zehirli madde içerdiğinden"),
        ("haftada 192 sefer", "haftada 192 sefer"),
        ("yüzde 3,4 azaldı", "yüzde 3,4 azaldı"),
        ("30 tonun üzerindeki araçların", "30 tonun üzerindeki araçların"),
        ("köylülerin sırtlarında taşıdığı yükü düşünerek", "köylülerin sırtlarında taşıdığı yükü düşünerek"),
        ("", ""),
    ],
)
def test_what_has_no_english_form_stays_turkish_and_says_so(span, text):
    assert render(span, "en") == Rendering(text, False)


@pytest.mark.parametrize(
    ("span", "question", "text"),
    [
        ("haftada 192 sefer", "How many flights are there?", "192 flights a week"),
        ("4 sefer", "How many trips did she make?", "4 trips"),
        ("13 bin 971 öğrenci", "How many pupils are there?", "13,971 pupils"),
    ],
)
def test_the_question_names_what_is_counted(span, question, text):
    assert render(span, "en", question=question) == Rendering(text, True)


def test_other_language_is_refused():
    with pytest.raises(ValueError, match="'fr'"):
        render("Ankara", "fr")


@settings(deadline=None)
@given(st.text(), st.sampled_from(["tr", "en"]), st.none() | st.text())
def test_any_span_is_rendered(span, language, question):
    rendering = render(span, language, question=question)
    assert "\n" not in rendering.text
    assert "{" not in rendering.text or "{" in span
