"""Short texts with lists and figures, for the tests of reasoning."""

from qa import Article

FERRY = Article(
    "ferry",
    "Yenice feribot hattı",
    "Hatta Martı ve Yunus adlı iki feribot çalışıyor. Martı 420 yolcu ve 60 araç, Yunus ise 380 yolcu ve 75 araç "
    "taşıyabiliyor. Yolculuk yazın 45 dakika, kışın 60 dakika sürüyor. Bilet yolcular için 90 lira, otomobiller için "
    "450 liradır. Haziranda 31.000, temmuzda 48.500, ağustosta 52.200 yolcu taşındı. Feribotlarda kafeterya, çocuk "
    "odası, mescit ve bisiklet parkı bulunuyor.",
)
HONEY = Article(
    "honey",
    "Akçaöz arıcılığı",
    "İlçede bu yıl 640 ton bal üretildi; geçen yıl bu miktar 710 tondu. Çam balı 380 ton, çiçek balı 210 ton, kestane "
    "balı ise 50 ton olarak gerçekleşti. Balın kilogramı çam için 320 lira, kestane için 900 liradan satıldı. Birliğe "
    "kayıtlı arıcıların sayısı 1.150'den 1.210'a çıktı. Bal, Almanya, Japonya ve Katar'a ihraç edildi. Fuara "
    "Ege Bal ve "
    "Arı Vadisi gibi firmalar katıldı.",
)
AWARDS = Article(
    "awards",
    "Ulus Gazeteciler Ödülleri",
    "Yarışmaya 312 haber, 148 fotoğraf ve 57 belgesel katıldı. Pınar Erginsoy 1990'da, Tolga Yıldırımkaya "
    "1986'da doğdu. "
    "Derneğin İzmir, Adana, Trabzon ve Van'da şubeleri var. Derneğin 3 yayını Haber, Yorum ve Arşiv dergileridir. "
    "Pınar Erginsoy 7, Tolga Yıldırımkaya 12 ödül kazandı.",
)
PORT = Article(
    "port",
    "Taşlıca Limanı",
    "Limanın geliri yüzde 18 artarak 42 milyon liraya yükseldi. Net kâr 610 milyon lira olarak gerçekleşti; 2024'te bu "
    "rakam 540 milyon liraydı. Giriş ücreti yetişkinler için 120, öğrenciler için 50 liradır. Müze pazartesi dışında "
    "her gün açık. Rıhtımdaki depoların dörtte biri dolu. İşçilerin beşte dördü sigortalı. "
    "Çalışan 160 kişiden 115'inin kadın olduğu söyleniyor. Geçiş süresi 55 dakikadan 38 dakikaya indi. "
    "Ziyaretçilerin yüzde 15'i yabancı. Salon yaz kış 12 derece. Kaptanın törene gelip gelmeyeceği belli değil.",
)
VISITS = Article(
    "visits",
    "Norveç ile Peru arasında yeni dönem",
    "Bugüne kadar Norveç'ten Peru'ya 9, Peru'dan Norveç'e ise 6 başbakan ziyareti yapıldı. Peru'nun Oslo'da büyükelçiliği "
    "var. Norveç'te yaklaşık 12 bin Perulu yaşıyor. Peru'yu geçen yıl 190 bin Norveçli turist ziyaret etti; 2023'te bu "
    "sayı 165 bindi. Bu rakamın 1,6 milyar avrosu Peru'nun ithalatı, 1,1 milyar avrosu ihracatıdır.",
)
