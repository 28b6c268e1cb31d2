import random
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa.conversation import standalone
from qa.language import detect_language

TURKISH = [
    # country for country, with the case that it has or needs
    (["Almanya'dan Fransa'ya kaç tren kalkıyor?"], "Peki ya Fransa'dan?", "Fransa'dan Almanya'ya kaç tren kalkıyor?"),
    (["Almanya'dan Fransa'ya kaç tren kalkıyor?"], "Ters yönde?", "Fransa'dan Almanya'ya kaç tren kalkıyor?"),
    (["Bursa'da kaç kişi yaşıyor?"], "Ya Konya?", "Konya'da kaç kişi yaşıyor?"),
    (["Bursa'da kaç kişi yaşıyor?"], "Peki Iğdır?", "Iğdır'da kaç kişi yaşıyor?"),
    (["Bursa'da kaç kişi yaşıyor?"], "Van'da?", "Van'da kaç kişi yaşıyor?"),
    (["Norveç'in nüfusu kaç?"], "Ya İsveç'in?", "İsveç'in nüfusu kaç?"),
    (["Norveç'in nüfusu kaç?"], "Peki ya Danimarka?", "Danimarka'nın nüfusu kaç?"),
    (["Japonya'ya hangi ürünler satılıyor?"], "Peki Çin'e?", "Çin'e hangi ürünler satılıyor?"),
    (["Ayşe Demir hangi yıl doğdu?"], "Peki Mehmet Kaya?", "Mehmet Kaya hangi yıl doğdu?"),
    # year for year, time for time
    (["2019'da kaç kitap basıldı?"], "2020'de?", "2020'de kaç kitap basıldı?"),
    (["2019'da kaç kitap basıldı?"], "Peki 2021?", "2021'de kaç kitap basıldı?"),
    (["2019'da kaç kitap basıldı?"], "bir yıl sonra?", "2020'de kaç kitap basıldı?"),
    (["2019'da kaç kitap basıldı?"], "İki yıl önce?", "2017'de kaç kitap basıldı?"),
    (["Kütüphane yazın kaçta kapanıyor?"], "Ya kışın?", "Kütüphane kışın kaçta kapanıyor?"),
    (["Kurs pazartesi kaçta başlıyor?"], "Peki cuma?", "Kurs cuma kaçta başlıyor?"),
    (["Tiyatroya bu yıl kaç kişi geldi?"], "2022'de?", "Tiyatroya 2022'de kaç kişi geldi?"),
    (["Sahile günde kaç kişi geliyor?"], "Hafta sonları?", "Hafta sonları sahile günde kaç kişi geliyor?"),
    (["Sahile hafta sonu kaç kişi geliyor?"], "Peki hafta içi?", "Sahile hafta içi kaç kişi geliyor?"),
    # a bare count of another time or direction
    (["2019'da kaç kitap basıldı?"], "Ertesi yıl ne kadar basıldı?", "2020'de kaç kitap basıldı?"),
    (
        ["Almanya'dan Fransa'ya kaç tren kalkıyor?"],
        "Ters yönde kaç tane var?",
        "Fransa'dan Almanya'ya kaç tren kalkıyor?",
    ),
    (
        ["Oslo ile Bergen arasında şu anda günde kaç sefer yapılıyor?"],
        "Anlaşmadan sonra kaç olacak?",
        "Anlaşmadan sonra Oslo ile Bergen arasında günde kaç sefer yapılıyor?",
    ),
    (
        ["Şirket Bergen'e ilk başta haftada kaç sefer yapıyordu?"],
        "Sonradan kaça çıkarıldı?",
        "Şirket Bergen'e haftada sefer sayısı sonradan kaça çıkarıldı?",
    ),
    (["Fuara bu yıl kaç firma katıldı?"], "Geçen yıl bu sayı kaçtı?", "Fuara geçen yıl kaç firma katıldı?"),
    (["Fuarın en kalabalık günü hangisiydi?"], "Peki en sakin gün?", "Fuarın en sakin günü hangisiydi?"),
    # noun for noun
    (["Depremde kaç kişi hayatını kaybetti?"], "Kaç kişi yaralandı?", "Depremde kaç kişi yaralandı?"),
    (["Alaca Köprüsü ne kadar uzun?"], "Üzerinden geçilebiliyor mu?", "Alaca Köprüsü'nün üzerinden geçilebiliyor mu?"),
    (["Alaca Köprüsü'nü kim tasarladı?"], "Altında ne var?", "Alaca Köprüsü'nün altında ne var?"),
    (["Müze ne zaman açıldı?"], "İçinde kafe var mı?", "Müzenin içinde kafe var mı?"),
    (["Kaç zeytin ağacı dikildi?"], "Ya çınar?", "Kaç çınar ağacı dikildi?"),
    (["2024'te kaç ton zeytin toplandı?"], "Peki incir?", "2024'te kaç ton incir toplandı?"),
    (["Çiftlikte kaç koyun var?"], "Ya keçi?", "Çiftlikte kaç keçi var?"),
    (["Ülkenin geliri ne kadar?"], "Gideri?", "Ülkenin gideri ne kadar?"),
    (["Yılın romanı hangi kitap seçildi?"], "Ya yılın öykü kitabı?", "Yılın öykü kitabı hangi kitap seçildi?"),
    (["Birincilik ödülünü kim aldı?"], "İkincilik ödülünü?", "İkincilik ödülünü kim aldı?"),
    (["Erkek yurdunda kaç oda var?"], "Kız yurdunda?", "Kız yurdunda kaç oda var?"),
    # degree for degree
    (["En yüksek dağ hangisi?"], "En alçağı?", "En alçak dağ hangisi?"),
    (["En pahalı bilet kaç lira?"], "Peki en ucuzu?", "En ucuz bilet kaç lira?"),
    (["Takımın en yaşlı oyuncusu kim?"], "Ya en genci?", "Takımın en genç oyuncusu kim?"),
    (["Yarışı birinci sırada kim bitirdi?"], "Ya ikinci?", "Yarışı ikinci sırada kim bitirdi?"),
    # a question word alone
    (["Köprüyü kim yaptırdı?"], "Ne zaman?", "Köprüyü ne zaman yaptırdı?"),
    (["Müze kapatıldı mı?"], "Neden?", "Müze neden kapatıldı?"),
    (["Seferler kaç şehre yapılıyor?"], "Hangileri?", "Seferler hangi şehirlere yapılıyor?"),
    (["Kaç belge imzalandı?"], "Hangileri?", "Hangi belgeler imzalandı?"),
    (["Hangi köylerde okul yok?"], "Kaç tane?", "Kaç köyde okul yok?"),
    (["Kongre nerede yapıldı?"], "Hangi tarihte?", "Kongre hangi tarihte yapıldı?"),
    (
        ["Türkiye'nin Gürcistan'a ihracatı ne kadar?"],
        "Hangi yıldan beri?",
        "Türkiye'nin Gürcistan'a ihracatı hangi yıldan beri?",
    ),
    # an incomplete clause
    (["Sempozyum hangi tarihte başladı?"], "Ne zaman bitti?", "Sempozyum ne zaman bitti?"),
    (["Köprü ne zaman yapıldı?"], "Kim yaptırdı?", "Köprüyü kim yaptırdı?"),
    (["Köprü ne zaman yapıldı?"], "Mimarı kim?", "Köprünün mimarı kim?"),
    (["Gölün derinliği ne kadar?"], "Yüzölçümü ne kadar?", "Gölün yüzölçümü ne kadar?"),
    (["Sendikanın başkanı kim?"], "Kaç üyesi var?", "Sendikanın kaç üyesi var?"),
    (["Turnuvayı kim kazandı?"], "Kaç gol attı?", "Turnuvayı kazanan kaç gol attı?"),
    (["2023'te kira geliri ne kadar oldu?"], "2015'te ne kadardı?", "2015'te kira geliri ne kadar oldu?"),
    (["Vakıf hangi raporu yayımladı?"], "Ne zaman yayımlandı?", "Vakfın yayımladığı rapor ne zaman yayımlandı?"),
    # pronouns
    (["Fuar Antalya'da mı yapıldı?"], "Orada kaç stant vardı?", "Antalya'da kaç stant vardı?"),
    (["2018'de kaç deprem oldu?"], "O yıl kaç kişi öldü?", "2018'de kaç kişi öldü?"),
    (
        ["2025'te bütçe ne kadar oldu?"],
        "Bunun ne kadarı eğitime ayrıldı?",
        "2025'te bütçenin ne kadarı eğitime ayrıldı?",
    ),
    (
        ["Ahmet Sezgin kimdir?"],
        "Onun kitapları hangi dillere çevrildi?",
        "Ahmet Sezgin'in kitapları hangi dillere çevrildi?",
    ),
    # both
    (
        ["Trenle kaç yolcu taşındı?", "Gemiyle kaç yolcu taşındı?"],
        "Toplam kaç eder?",
        "Trenle ve Gemiyle toplam kaç yolcu taşındı?",
    ),
    # a chain: each is resolved after the one before
    (["Bursa'da kaç okul var?", "Ya Konya'da?"], "Peki hastane?", "Konya'da kaç hastane var?"),
    (["Bursa'da kaç okul var?", "Ya Konya'da?", "Peki hastane?"], "Van'da?", "Van'da kaç hastane var?"),
    # owners, parts, comparisons
    (["Çanakkale Köprüsü ne zaman açıldı?"], "Uzunluğu ne kadar?", "Çanakkale Köprüsü'nün uzunluğu ne kadar?"),
    (["Çanakkale Köprüsü ne zaman açıldı?"], "Kaç kulesi var?", "Çanakkale Köprüsü'nün kaç kulesi var?"),
    (["Çanakkale Köprüsü ne zaman açıldı?"], "Maliyeti?", "Çanakkale Köprüsü'nün maliyeti?"),
    (["Çanakkale Köprüsü ne zaman açıldı?"], "Nerede?", "Çanakkale Köprüsü nerede açıldı?"),
    (
        ["Orhan Pamuk Nobel ödülünü hangi yıl aldı?"],
        "Hangi kitabıyla?",
        "Orhan Pamuk Nobel ödülünü hangi kitabıyla aldı?",
    ),
    (["Orhan Pamuk Nobel ödülünü hangi yıl aldı?"], "Peki Yaşar Kemal?", "Yaşar Kemal Nobel ödülünü hangi yıl aldı?"),
    (["Fabrikada kaç işçi çalışıyor?"], "Kaçı kadın?", "Fabrikada işçilerin kaçı kadın?"),
    (["Fabrikada kaç işçi çalışıyor?"], "Ne kadar maaş alıyorlar?", "Fabrikada işçiler ne kadar maaş alıyorlar?"),
    (["Deprem hangi ilde oldu?"], "Büyüklüğü neydi?", "Depremin büyüklüğü neydi?"),
    (["Türkiye'nin en uzun nehri hangisi?"], "Uzunluğu ne kadar?", "Türkiye'nin en uzun nehrinin uzunluğu ne kadar?"),
    (["Türkiye'nin başkenti neresi?"], "Nüfusu kaç?", "Türkiye'nin başkentinin nüfusu kaç?"),
    (["Şirketin genel müdürü kim?"], "Kaç yaşında?", "Şirketin genel müdürü kaç yaşında?"),
    (["Şirketin genel müdürü kim?"], "Ne zaman atandı?", "Şirketin genel müdürü ne zaman atandı?"),
    (["Şampiyon hangi takım oldu?"], "Kaç puan topladı?", "Şampiyon olan takım kaç puan topladı?"),
    (
        ["2021'de kaç bilet satıldı?", "Peki 2022'de?"],
        "Hangisi daha fazla?",
        "2021'de mi daha fazla bilet satıldı, 2022'de mi?",
    ),
    (
        ["2021'de kaç bilet satıldı?", "Peki 2022'de?"],
        "Aradaki fark ne kadar?",
        "2021'de ve 2022'de satılan biletler arasındaki fark ne kadar?",
    ),
    (["Rapora göre ihracat ne kadar?"], "Peki ithalat ne kadar?", "Rapora göre ithalat ne kadar?"),
    (["Ankara'da kaç müze var?"], "Peki ya kütüphane sayısı?", "Ankara'da kaç kütüphane var?"),
    (["Konferansa hangi ülkeler katıldı?"], "Kaç ülke?", "Konferansa kaç ülke katıldı?"),
    (["Kitabı kim yazdı?"], "Hangi yayınevi bastı?", "Kitabı hangi yayınevi bastı?"),
    (["Ali Kaya hangi partinin başkanı?"], "Ne zaman seçildi?", "Ali Kaya partinin başkanı ne zaman seçildi?"),
    (["Barajın gövdesi kaç metre yüksekliğinde?"], "Ne zaman tamamlandı?", "Baraj ne zaman tamamlandı?"),
    (["İzmir'den Atina'ya haftada kaç uçuş var?"], "Peki Roma'ya?", "İzmir'den Roma'ya haftada kaç uçuş var?"),
    (["İzmir'den Atina'ya haftada kaç uçuş var?"], "İstanbul'dan?", "İstanbul'dan Atina'ya haftada kaç uçuş var?"),
    (["Müzenin giriş ücreti kaç lira?"], "Öğrencilere?", "Müzenin giriş ücreti öğrencilere kaç lira?"),
    (["Müzenin giriş ücreti kaç lira?"], "Öğrenciler için?", "Müzenin giriş ücreti öğrenciler için kaç lira?"),
    (["Ülkenin ihracatı ne kadar arttı?"], "Neden arttı?", "Ülkenin ihracatı neden arttı?"),
    (["Hangi ülke en çok çay üretiyor?"], "En az?", "Hangi ülke en az çay üretiyor?"),
    (["Kulübün ilk başkanı kimdi?"], "Ya ikinci başkanı?", "Kulübün ikinci başkanı kimdi?"),
    (["Kulübün ilk başkanı kimdi?"], "Kaç yıl görev yaptı?", "Kulübün ilk başkanı kaç yıl görev yaptı?"),
    (["Yangın söndürüldü mü?"], "Ne zaman?", "Yangın ne zaman söndürüldü?"),
    (["Uzunbel geçidi kaç metre yükseklikte?"], "Peki Katırcı?", "Katırcı geçidi kaç metre yükseklikte?"),
    (["Tiyatronun kaç koltuğu var?"], "Peki operanın?", "Operanın kaç koltuğu var?"),
    (["Tiyatronun kaç koltuğu var?"], "Ne zaman açıldı?", "Tiyatro ne zaman açıldı?"),
    (["Almanya'dan kaç turist geldi?"], "Rusya?", "Rusya'dan kaç turist geldi?"),
    (["Almanya'dan kaç turist geldi?"], "rusyadan", "Rusyadan kaç turist geldi?"),
    (["Almanya'dan kaç turist geldi?"], "peki ya rusya", "Rusyadan kaç turist geldi?"),
    (["Belediye başkanı kim?"], "Hangi partiden?", "Belediye başkanı hangi partiden?"),
    (["Belediye başkanı kim?"], "Kaç yıldır görevde?", "Belediye başkanı kaç yıldır görevde?"),
    (["Hastanede kaç doktor var?"], "Hemşire sayısı?", "Hastanede kaç hemşire var?"),
    (["Hastanede kaç doktor var?"], "Kaç hemşire var?", "Kaç hemşire var?"),
    (["Hastanede kaç doktor var?"], "Peki kaç hemşire var?", "Hastanede kaç hemşire var?"),
    (["Proje ne zaman bitecek?"], "Maliyeti ne kadar olacak?", "Projenin maliyeti ne kadar olacak?"),
    (["Projenin maliyeti ne kadar?"], "Ne zaman bitecek?", "Proje ne zaman bitecek?"),
    (["Otoyolun uzunluğu kaç kilometre?"], "Genişliği?", "Otoyolun genişliği kaç kilometre?"),
    (["Ürünlerin yüzde kaçı ihraç edildi?"], "Hangi ülkelere?", "Ürünlerin hangi ülkelere ihraç edildi?"),
]
ENGLISH = [
    (["Which team came first?"], "Which one came second?", "Which team came second?"),
    (["When was the last earthquake?"], "How many people died?", "How many people died?"),
    (["How many students went abroad?"], "And how many came?", "How many students came?"),
    (
        ["Who runs the campus?"],
        "Does the town get all its water from the lake?",
        "Does the town get all its water from the lake?",
    ),
    (["When was the bridge built?"], "What was the price of its ticket?", "What was the price of the bridge's ticket?"),
    (["How many trains run from Lyon to Paris?"], "And from Paris?", "How many trains run from Paris to Lyon?"),
    (["How many trains run from Lyon to Paris?"], "In the other direction?", "How many trains run from Paris to Lyon?"),
    (["How many people live in Oslo?"], "What about Bergen?", "How many people live in Bergen?"),
    (["What is the population of Norway?"], "And of Sweden?", "What is the population of Sweden?"),
    (["How many books were printed in 2019?"], "What about 2020?", "How many books were printed in 2020?"),
    (["How many books were printed in 2019?"], "And in 2021?", "How many books were printed in 2021?"),
    (["How many books were printed in 2019?"], "And three years later?", "How many books were printed in 2022?"),
    (["How many books were printed in 2019?"], "The year before?", "How many books were printed in 2018?"),
    (["Who spoke on Monday?"], "And on Tuesday?", "Who spoke on Tuesday?"),
    (["How many sheep are on the farm?"], "And goats?", "How many goats are on the farm?"),
    (["How much were the imports?"], "And the exports?", "How much were the exports?"),
    (["How much is a ticket for adults?"], "And for children?", "How much is a ticket for children?"),
    (["Which novelist won the prize?"], "And the poet?", "Which poet won the prize?"),
    (["Where was the opening concert held?"], "And the closing concert?", "Where was the closing concert held?"),
    (["What is the highest mountain?"], "And the lowest?", "What is the lowest mountain?"),
    (["How old is the oldest player?"], "And the youngest one?", "How old is the youngest player?"),
    (["Who won the red cup?"], "And the blue one?", "Who won the blue cup?"),
    (["How many gold medals did Spain win?"], "And how many silver medals?", "How many silver medals did Spain win?"),
    (["Was the museum closed?"], "Why?", "Why was the museum closed?"),
    (["When was the law passed?"], "By whom?", "By whom was the law passed?"),
    (["Who designed the tower?"], "When?", "When was the tower designed?"),
    (["In how many villages is there no school?"], "Which ones?", "In which villages is there no school?"),
    (["Which villages have no school?"], "How many is that?", "How many villages have no school?"),
    (["Which treaty was signed in 2010?"], "Who signed it?", "Who signed the treaty that was signed in 2010?"),
    (["When was the bridge opened?"], "How long is it?", "How long is the bridge?"),
    (["Who is Ahmet Sezgin?"], "Which books did he write?", "Which books did Ahmet Sezgin write?"),
    (["What was the population of Oslo in 2020?"], "How many women live there?", "How many women live in Oslo?"),
    (
        ["How many islands belong to the park?"],
        "What are they called?",
        "What are the islands that belong to the park called?",
    ),
    (
        ["How many cows were counted?", "And horses?"],
        "How many is that in total?",
        "How many cows and horses were counted in total?",
    ),
    (
        ["How much was the income?", "And the spending?"],
        "What is the difference?",
        "What is the difference between the income and spending?",
    ),
    (
        ["How many people live in Oslo?", "What about Bergen?"],
        "And in 1990?",
        "How many people live in Bergen in 1990?",
    ),
    (["Who won the Nobel Prize in 2006?"], "For which book?", "For which book was the Nobel Prize won in 2006?"),
    (["How many workers does the factory employ?"], "What does it produce?", "What does the factory produce?"),
    (["What is the longest river in Türkiye?"], "How long is it?", "How long is the longest river in Türkiye?"),
    (["Who is the mayor of Bursa?"], "When was he elected?", "When was the mayor of Bursa elected?"),
    (["Who is the mayor of Bursa?"], "And the deputy mayor?", "Who is the deputy mayor of Bursa?"),
    (["How many goals did Ali score?"], "And assists?", "How many assists did Ali score?"),
    (["Does the museum open on Sundays?"], "On Mondays?", "Does the museum open on Mondays?"),
    (["Which country exports the most tea?"], "The least?", "Which country exports the least tea?"),
    (["How tall is Mount Ararat?"], "And Mount Erciyes?", "How tall is Mount Erciyes?"),
    (["Was the treaty signed in Paris?"], "In Geneva?", "Was the treaty signed in Geneva?"),
    (["Where is the headquarters of the company?"], "Since when?", "Since when is the headquarters of the company?"),
    (
        ["How many tickets were sold in 2021?", "And in 2022?"],
        "What is the difference?",
        "What is the difference in how many tickets were sold in 2021 and 2022?",
    ),
    (["When did the war begin?"], "When did it end?", "When did the war end?"),
    (["When did the war begin?"], "How long did it last?", "How long did the war last?"),
    (
        ["Which countries took part in the conference?"],
        "How many countries?",
        "How many countries took part in the conference?",
    ),
    (["Which countries took part in the conference?"], "Where was it held?", "Where was the conference held?"),
    (["What is the capital of Norway?"], "What is its population?", "What is the population of the capital of Norway?"),
    (["What is the capital of Norway?"], "And Sweden's?", "What is the capital of Sweden?"),
    (["Who founded the company?"], "In what year?", "In what year was the company founded?"),
    (["Who founded the company?"], "How many employees does it have?", "How many employees does the company have?"),
    (["How many schools are there in Bursa?"], "And hospitals?", "How many hospitals are there in Bursa?"),
    (["How many schools are there in Bursa?"], "And in Konya?", "How many schools are there in Konya?"),
    (["How much did exports grow in 2020?"], "And imports?", "How much did imports grow in 2020?"),
    (["How much did exports grow in 2020?"], "To which countries?", "To which countries did exports grow in 2020?"),
    (
        ["What percentage of the students are foreign?"],
        "From which countries?",
        "From which countries are the students foreign?",
    ),
    (["How many tourists came from Germany?"], "what about russia", "How many tourists came from Russia?"),
    (["How many doctors work at the hospital?"], "And how many nurses?", "How many nurses work at the hospital?"),
    (["Does the city have an airport?"], "And a railway station?", "Does the city have a railway station?"),
    (["Does the city have an airport?"], "When was it opened?", "When was the airport opened?"),
    (["How long is the tunnel?"], "And how wide?", "How wide is the tunnel?"),
    (["How long is the tunnel?"], "When was it completed?", "When was the tunnel completed?"),
    (["How long is the tunnel?"], "Who built it?", "Who built the tunnel?"),
    (["Which team finished first?"], "Second?", "Which team finished second?"),
    (["Which team finished first?"], "And second?", "Which team finished second?"),
    (["Which team finished first?"], "With how many points?", "With how many points did the team finish first?"),
    (
        ["Which team finished first?"],
        "How many points did they get?",
        "How many points did the team that finished first get?",
    ),
]
ACROSS = [
    (["Muhtar kim?"], "What will be built in 2026?", "What will be built in 2026?"),
    (["Kaç gönüllü katıldı?", "Ya itfaiyeci?"], "How many helicopters?", "Kaç helikopter katıldı?"),
    (["Kaç gönüllü katıldı?"], "And how many nurses?", "Kaç hemşire katıldı?"),
    (["Sürüde kaç koyun var?"], "And goats?", "Sürüde kaç keçi var?"),
    (["2019'da kaç kitap basıldı?"], "What about 2020?", "2020'de kaç kitap basıldı?"),
    (["Norveç'in nüfusu kaç?"], "And Sweden?", "İsveç'in nüfusu kaç?"),
    (["Seferler kaç şehre yapılıyor?"], "Which ones?", "Seferler hangi şehirlere yapılıyor?"),
    (["Müze kapatıldı mı?"], "Why?", "Müze neden kapatıldı?"),
    (["Göl kenarındaki köprü ne zaman yapıldı?"], "Who designed it?", "Who designed göl kenarındaki köprü?"),
    (
        ["Fuar Antalya'da ne zaman yapıldı?"],
        "How many visitors were there?",
        "How many visitors were there, fuar Antalya'da?",
    ),
    (["How many people live in Norway?"], "Ya İsveç'te?", "How many people live in Sweden?"),
    (["How old is the youngest player?"], "En yaşlısı?", "How old is the oldest player?"),
    (["Who won the prize?"], "Ne zaman?", "When was the prize won?"),
    (["Is the museum in Ankara?"], "Orada kaç eser var?", "Ankara'da kaç eser var?"),
    (["Bakanlık kaç okul yaptırdı?"], "How much did they cost?", "How much did bakanlığın yaptırdığı okullar cost?"),
    (["İhracat ne kadar arttı?"], "And imports?", "İthalat ne kadar arttı?"),
    (["Ankara'da kaç müze var?"], "And in Istanbul?", "Istanbul'da kaç müze var?"),
    (["How many museums are there in Ankara?"], "Peki İstanbul'da?", "How many museums are there in İstanbul?"),
    (["How many museums are there in Ankara?"], "Hangileri?", "Which museums are there in Ankara?"),
    (["When was the bridge opened?"], "Uzunluğu ne kadar?", "Köprünün uzunluğu ne kadar?"),
    (["Who founded the company?"], "Peki hangi yıl?", "In which year was the company founded?"),
    (["Uzunbel geçidi kaç metre yükseklikte?"], "And Katırcı?", "Katırcı geçidi kaç metre yükseklikte?"),
    (["Tiyatronun kaç koltuğu var?"], "When was it built?", "When was tiyatro built?"),
    (["İhracat 2020'de ne kadardı?"], "And in 2021?", "İhracat 2021'de ne kadardı?"),
    (["İhracat 2020'de ne kadardı?"], "What about imports?", "İthalat 2020'de ne kadardı?"),
    (
        ["How much wheat did the region produce in 2023?"],
        "Peki arpa?",
        "How much arpa (barley) did the region produce in 2023?",
    ),
    (["How much wheat did the region produce in 2023?"], "2022'de?", "How much wheat did the region produce in 2022?"),
    (["Where will the next congress be held?"], "Ne zaman?", "When will the next congress be held?"),
    (["Did exports rise in 2023?"], "Ne kadar?", "How much did exports rise in 2023?"),
    (["Did exports rise in 2023?"], "Peki ithalat?", "Did ithalat (imports) rise in 2023?"),
]
COMPLETE = [
    ("Ankara Kalesi hangi yılda onarıldı?", "tr"),
    ("Şenlikte kaç sanatçı sahne aldı?", "tr"),
    ("Festivali bu yıl mı daha çok kişi izledi, geçen yıl mı?", "tr"),
    ("Raporu kim yazdı?", "tr"),
    ("2022'de hangi belge imzalandı?", "tr"),
    ("Bakanlık kaç proje yürüttü ve bunların kaçı tamamlandı?", "tr"),
    ("turkiye ihracat 2023 toplam", "tr"),
    ("Which city hosts the embassy?", "en"),
    ("How many streams flow into the lake?", "en"),
    ("Which vehicles pay the higher toll, cars or trucks?", "en"),
    ("Why did the birds not come this winter?", "en"),
    ("How long did the preparations take and what did they cost?", "en"),
    ("Who is the author of the book that won the prize?", "en"),
    ("What took place on 2 March 1992?", "en"),
]
PASTS = [
    "Bursa'da kaç okul var?",
    "How many people live in Oslo?",
    "Köprü ne zaman yapıldı?",
    "And in 2020?",
    "Ya Konya?",
]


@pytest.mark.parametrize(("history", "question", "expected"), TURKISH)
def test_resolves_turkish_follow_ups(history, question, expected):
    assert standalone(question, history, "tr") == expected


@pytest.mark.parametrize(("history", "question", "expected"), ENGLISH)
def test_resolves_english_follow_ups(history, question, expected):
    assert standalone(question, history, "en") == expected


@pytest.mark.parametrize(("history", "question", "expected"), ACROSS)
def test_carries_a_conversation_across_languages(history, question, expected):
    language = detect_language(question, detect_language(history[-1]))
    assert standalone(question, history, language) == expected


@pytest.mark.parametrize(("question", "language"), COMPLETE)
def test_never_bends_a_complete_question(question, language):
    for past in PASTS:
        assert standalone(question, [past], language) == question


def test_returns_a_question_without_history_as_it_is():
    assert standalone("Peki ya İzmir?", [], "tr") == "Peki ya İzmir?"


@pytest.mark.parametrize(
    ("before", "fragment", "question"),
    [
        ("Kanal ne zaman açıldı?", "Ya pompa istasyonu?", "Pompa istasyonu ne zaman açıldı?"),
        ("Diplomatik ilişkiler ne zaman kuruldu?", "Peki ticaret hacmi?", "Ticaret hacmi ne zaman kuruldu?"),
        ("Köprünün uzunluğu ne kadar?", "Ya orta açıklığı?", "Köprünün orta açıklığı ne kadar?"),
    ],
)
def test_a_compound_takes_the_place_of_a_noun(before, fragment, question):
    assert standalone(fragment, [before], "tr") == question


def test_passes_over_small_talk():
    assert standalone("Ya Konya?", ["Bursa'da kaç okul var?", "Teşekkürler"], "tr") == "Konya'da kaç okul var?"
    assert standalone("Ya Konya?", ["Merhaba"], "tr") == "Ya Konya?"


@settings(deadline=None)
@example(question="", history=["A²"], language="en")
@example(question="", history=["'\rI"], language="tr")
@example(question='5. it second : "', history=["\r ?", "don't what about mı its"], language="tr")
@example(question="the \r ?", history=["is don't", "5."], language="en")
@example(question=", was", history=["zaman öğrenci", "\x0b what ı second \x0b it", "who's"], language="tr")
@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3), st.sampled_from(["tr", "en"]))
def test_takes_any_text(question, history, language):
    assert isinstance(standalone(question, history, language), str)


@settings(deadline=None)
@given(st.lists(st.sampled_from([case[1] for case in TURKISH + ENGLISH]), min_size=1, max_size=6))
def test_takes_any_conversation(questions):
    assert standalone(questions[-1], questions[:-1], "tr")


def test_is_quick():
    cases = [(*case, language) for cases, language in ((TURKISH, "tr"), (ENGLISH, "en")) for case in cases]
    random.Random(1).shuffle(cases)
    for history, question, _, language in cases:
        standalone(question, history, language)
    began = time.perf_counter()
    for history, question, _, language in cases:
        standalone(question, history, language)
    assert (time.perf_counter() - began) / len(cases) < 0.01


@pytest.mark.parametrize("text", ["a" * 1000, f"how many {'a' * 900}!", "kaç " * 250, "which Aa " * 110, "X'in " * 200])
def test_long_texts_take_no_longer(text):
    began = time.perf_counter()
    for language in ("tr", "en"):
        standalone(text, [text], language)
    assert time.perf_counter() - began < 1
