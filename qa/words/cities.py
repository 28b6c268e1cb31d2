"""Cities that Turkish and English write differently, and wide regions: CLDR's time-zone cities and a short table."""

from functools import lru_cache

from babel import Locale

from qa.text import fold, lower

# Cities and regions that name no time zone and no territory of CLDR.
_MORE = {
    "Cenevre": "Geneva", "Münih": "Munich", "Köln": "Cologne", "Venedik": "Venice", "Floransa": "Florence",
    "Napoli": "Naples", "Milano": "Milan", "Torino": "Turin", "Cenova": "Genoa", "Marsilya": "Marseille",
    "Selanik": "Thessaloniki", "Halep": "Aleppo", "Musul": "Mosul", "Basra": "Basra", "Mekke": "Mecca",
    "Medine": "Medina", "İskenderiye": "Alexandria", "Cidde": "Jeddah", "Filibe": "Plovdiv", "Semerkant": "Samarkand",
    "Buhara": "Bukhara", "Pekin": "Beijing", "Anvers": "Antwerp", "Lahey": "The Hague",
    "Sen Petersburg": "Saint Petersburg",
    "Petersburg": "Saint Petersburg", "Aşkabat": "Ashgabat", "Bişkek": "Bishkek", "Taşkent": "Tashkent",
    "Duşanbe": "Dushanbe", "Tiflis": "Tbilisi", "Erivan": "Yerevan", "Bakü": "Baku", "Kudüs": "Jerusalem",
    "İsfahan": "Isfahan", "Tebriz": "Tabriz", "Kalküta": "Kolkata", "Krakov": "Krakow", "Odesa": "Odesa",
    "Sevilla": "Seville", "Kurtuba": "Córdoba", "Gırnata": "Granada", "Konstantinopolis": "Constantinople",
    "Karadeniz": "the Black Sea", "Akdeniz": "the Mediterranean Sea", "Ege Denizi": "the Aegean Sea",
    "Hazar Denizi": "the Caspian Sea", "Hazar Gölü": "Lake Hazar", "Kızıldeniz": "the Red Sea",
    "Marmara Denizi": "the Sea of Marmara", "Baltık Denizi": "the Baltic Sea", "Kuzey Denizi": "the North Sea",
    "Adriyatik Denizi": "the Adriatic Sea", "Ölüdeniz": "the Dead Sea", "Basra Körfezi": "the Persian Gulf",
    "Atlas Okyanusu": "the Atlantic Ocean", "Büyük Okyanus": "the Pacific Ocean", "Hint Okyanusu": "the Indian Ocean",
    "Pasifik Okyanusu": "the Pacific Ocean", "Aral Gölü": "the Aral Sea", "Tuna": "the Danube",
    "Tuna Nehri": "the Danube", "Fırat": "the Euphrates", "Dicle": "the Tigris", "Nil": "the Nile",
    "Nil Nehri": "the Nile", "Ren Nehri": "the Rhine", "Kafkasya": "the Caucasus", "Kafkaslar": "the Caucasus",
    "Balkanlar": "the Balkans", "Anadolu": "Anatolia", "Orta Doğu": "the Middle East", "Ortadoğu": "the Middle East",
    "Sibirya": "Siberia", "Trakya": "Thrace", "Kırım": "Crimea", "Alpler": "the Alps", "Mezopotamya": "Mesopotamia",
    "İstanbul Boğazı": "the Bosphorus", "Çanakkale Boğazı": "the Dardanelles", "Süveyş Kanalı": "the Suez Canal",
    "Uzak Doğu": "the Far East", "Körfez ülkeleri": "the Gulf states", "Endülüs": "Andalusia", "Sicilya": "Sicily",
    "Girit": "Crete", "Kuzey Kıbrıs": "Northern Cyprus", "Bizans": "Byzantium", "Osmanlı Devleti": "the Ottoman Empire",
    "Osmanlı İmparatorluğu": "the Ottoman Empire", "Sovyetler Birliği": "the Soviet Union", "SSCB": "the USSR",
    "Ay": "the Moon", "Güneş": "the Sun", "Dünya Bankası": "the World Bank",
    "Türk Devletleri Teşkilatı": "the Organization of Turkic States",
    "İslam İşbirliği Teşkilatı": "the Organisation of Islamic Cooperation", "Avrupa Konseyi": "the Council of Europe",
    "Şanghay İşbirliği Örgütü": "the Shanghai Cooperation Organisation", "Arap Birliği": "the Arab League",
    "Afrika Birliği": "the African Union", "Dünya Sağlık Örgütü": "the World Health Organization",
    "Dünya Ticaret Örgütü": "the World Trade Organization", "Uluslararası Para Fonu": "the International Monetary Fund",
    "Avrupa Komisyonu": "the European Commission", "Avrupa Parlamentosu": "the European Parliament",
}  # fmt: skip


@lru_cache(maxsize=1)
def english_cities() -> dict[str, str]:
    """Map Turkish names of cities, seas, regions and world organisations (Turkish lower case) to English ones."""
    turkish, english = Locale.parse("tr").time_zones, Locale.parse("en").time_zones
    table = {}
    for zone, names in turkish.items():
        if "city" in names and "/" in zone and not zone.startswith(("Etc/", "Antarctica/")):
            own = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
            table[lower(names["city"])] = {"Asia/Saigon": "Ho Chi Minh City", "Asia/Calcutta": "Kolkata"}.get(zone, own)
    table |= {lower(name): english_name for name, english_name in _MORE.items()}
    # CLDR writes İstanbul's zone as Istanbul; as names of Türkiye they stay.
    return {name: place for name, place in table.items() if name not in ("istanbul", "i̇stanbul")}


@lru_cache(maxsize=1)
def turkish_cities() -> dict[str, str]:
    """Map folded English names of cities and regions, without "the", to Turkish ones in lower case."""
    return {fold(place).removeprefix("the "): name for name, place in english_cities().items()}
