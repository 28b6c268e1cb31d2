import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.conversation.small_talk import reply

TALK = [
    "Merhaba", "selam!", "Günaydın", "iyi günler", "İyi akşamlar", "Merhaba, nasılsın?", "Teşekkürler",
    "çok teşekkür ederim",
    "Sağ ol", "tamam teşekkürler", "Hoşça kal", "Görüşürüz", "Ne yapabilirsin?", "Neler yapabilirsin?", "Kimsin?",
    "kimsin sen", "Bana nasıl yardımcı olabilirsin?", "Merhaba, ne yapabilirsin?", "yardım", "MERHABA",
    "Hello", "hi there", "Good morning", "Thanks a lot!", "thank you very much", "Thank you for your help", "Bye",
    "See you later", "What can you do?", "who are you", "How are you?", "Help", "Hi, what can you do?", "ok thanks",
]  # fmt: skip
QUESTIONS = [
    "Merhaba, kaç öğrenci var?", "Selam, başkent neresi?", "Kim imzaladı?", "Yardım kaç lira?", "Ne yapıldı?",
    "Kimler katıldı?", "Hello, who signed it?", "Hi Bakery ne zaman açıldı?", "What can the council do?",
    "Who are they?",
    "How are the bridges built?", "Thanks to whom was it built?", "What do you export most?", "Peki?", "And you?",
    "Help wanted in 2022?", "", "?", "   ", "Merhaba Gazetesi ne zaman kuruldu?", "Teşekkür belgesini kim aldı?",
]  # fmt: skip


@pytest.mark.parametrize("text", TALK)
def test_replies_to_small_talk(text):
    turkish, english = reply(text, "tr"), reply(text, "en")
    assert turkish and english and turkish != english
    assert "!" not in turkish + english
    assert english.count(". ") <= 1


@pytest.mark.parametrize("text", QUESTIONS)
def test_leaves_questions_alone(text):
    assert reply(text, "tr") is None
    assert reply(text, "en") is None


def test_tells_kinds_of_small_talk_apart():
    assert len({reply(text, "en") for text in ("Hello", "Thanks", "Bye", "What can you do?", "How are you?")}) == 5


@settings(deadline=None)
@given(st.text(max_size=80))
def test_takes_any_text(text):
    assert reply(text, "tr") is None or isinstance(reply(text, "tr"), str)


@settings(deadline=None)
@given(st.sampled_from(TALK), st.sampled_from(["kaç öğrenci var", "who signed the treaty", "nüfusu ne kadar"]))
def test_a_question_after_a_greeting_is_a_question(talk, question):
    assert reply(f"{talk} {question}", "tr") is None
