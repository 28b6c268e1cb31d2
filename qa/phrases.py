"""What the assistant says in its own words, in both languages: refusals and nothing else."""

from typing import Literal

_PHRASES = {
    "not_in_text": {"tr": "Metinde bu sorunun cevabı yok.", "en": "The text does not say."},
    "empty_corpus": {"tr": "Henüz hiçbir metin eklenmemiş.", "en": "No text has been added yet."},
    "empty_question": {"tr": "Lütfen bir soru yazın.", "en": "Please type a question."},
    "long_question": {
        "tr": "Soru çok uzun: en fazla 1.000 karakter yazın.",
        "en": "The question is too long: at most 1,000 characters.",
    },
    "yes": {"tr": "Evet", "en": "Yes"},
    "no": {"tr": "Hayır", "en": "No"},
}


def phrase(name: str, language: Literal["tr", "en"] | str) -> str:
    """Return a phrase in a language."""
    return _PHRASES[name]["en" if language == "en" else "tr"]
