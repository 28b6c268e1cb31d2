import pytest

from qa.conversation import standalone
from qa.language import detect_language

OPPOSITES = [
    ("Okulda kaç kız öğrenci var?", "Peki erkek?", "Okulda kaç erkek öğrenci var?"),
    ("Okulda kaç kız öğrenci var?", "And boys?", "Okulda kaç erkek öğrenci var?"),
    ("Kadın koğuşunda kaç hasta var?", "What about the men's?", "Erkek koğuşunda kaç hasta var?"),
    ("How many women work at the mine?", "Erkek?", "How many men work at the mine?"),
    ("How many girls are there in the choir?", "Peki erkek?", "How many boys are there in the choir?"),
    ("Büyük fırının uzunluğu ne kadar?", "Küçüğünün?", "Küçük fırının uzunluğu ne kadar?"),
    ("Büyük fırının uzunluğu ne kadar?", "What about the small one?", "Küçük fırının uzunluğu ne kadar?"),
    ("How long is the large kiln?", "Küçük olan?", "How long is the small kiln?"),
    ("How long does it take to weave a small rug?", "Büyük boyunu?", "How long does it take to weave a large rug?"),
    ("Doğu kanadında ne var?", "Batıda?", "Batı kanadında ne var?"),
    ("What is in the east wing?", "Batıda?", "What is in the west wing?"),
    ("How high is the northern gate?", "Ya güneydeki?", "How high is the southern gate?"),
    ("Maçta kaç sarı kart çıktı?", "Kırmızı?", "Maçta kaç kırmızı kart çıktı?"),
    ("Maçta kaç sarı kart çıktı?", "And red ones?", "Maçta kaç kırmızı kart çıktı?"),
    ("Müzeyi kaç yerli turist gezdi?", "Yabancı?", "Müzeyi kaç yabancı turist gezdi?"),
    ("How many domestic tourists came?", "Yabancı?", "How many foreign tourists came?"),
    ("İlk golü kim attı?", "Üçüncüyü?", "Üçüncü golü kim attı?"),
    ("Who scored the first goal?", "İkincisini?", "Who scored the second goal?"),
    ("Puanda hangi takım birinci sırada?", "İkinci hangisi?", "Puanda hangi takım ikinci sırada?"),
    ("En iyi roman ödülünü kim kazandı?", "Şiirde kim?", "En iyi şiir ödülünü kim kazandı?"),
    ("Yetişkin bileti kaç lira?", "And for students?", "Öğrenci bileti kaç lira?"),
]
DEGREES = [
    ("Which dam has the highest capacity?", "En düşük olan?", "Which dam has the lowest capacity?"),
    ("What is the oldest painting in the gallery?", "En yenisi ne?", "What is the newest painting in the gallery?"),
    ("What was the busiest day?", "En sakini?", "What was the quietest day?"),
    ("How much is the cheapest seat?", "En pahalısı?", "How much is the most expensive seat?"),
    ("How old is the youngest runner?", "Ya en yaşlısı?", "How old is the oldest runner?"),
    ("En derin kuyu kaç metre?", "En sığı?", "En sığ kuyu kaç metre?"),
    ("En genç üye kaç yaşında?", "And the oldest?", "En yaşlı üye kaç yaşında?"),
    ("En yeni cami hangisi?", "And the oldest?", "En eski cami hangisi?"),
    ("En büyük yangın ne zaman çıktı?", "İkinci büyük yangın?", "İkinci büyük yangın ne zaman çıktı?"),
    ("En büyük yangın ne zaman çıktı?", "And the second largest?", "İkinci büyük yangın ne zaman çıktı?"),
    ("When did the largest fire start?", "İkinci büyük yangın?", "When did the second largest fire start?"),
    ("Nüfusu en fazla olan ilçe hangisi?", "And the least?", "Nüfusu en az olan ilçe hangisi?"),
]
UNBENT = [
    ("Sokaklarda kaç kız çocuğu vardı?", "Erkek takımı kaç maç kazandı?", "tr"),
    ("İlk maçı kim kazandı?", "İkinci maç ne zaman oynanacak?", "tr"),
    ("En yüksek dağ hangisi?", "En düşük sıcaklık kaç derece ölçüldü?", "tr"),
    ("Who won the first match?", "When is the second match?", "en"),
    ("How many women work there?", "How many men were hired in 2020?", "en"),
]


@pytest.mark.parametrize(("before", "question", "expected"), OPPOSITES + DEGREES)
def test_puts_an_opposite_in_its_place(before, question, expected):
    assert standalone(question, [before], detect_language(question, detect_language(before))) == expected


@pytest.mark.parametrize(("before", "question", "language"), UNBENT)
def test_leaves_complete_questions_with_opposites(before, question, language):
    assert standalone(question, [before], language) == question
