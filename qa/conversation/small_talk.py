"""Small talk: greetings, thanks, goodbyes and "what can you do?", answered in a sentence or two."""

import re

from qa.text import fold, words

# Folded. A text is small talk where nothing else is left of it once these are taken away.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
    for kind, pattern in (
        (
            "ability",
            r"(?:sen |siz )?(?:neler|ne) (?:yapabilir|yapabiliyor|bilir|biliyor|yapar|yapiyor)(?:sin|siniz|sun|sunuz)"
            r"|(?:sen |siz )?(?:kimsin(?:iz)?|nesin(?:iz)?)(?: sen| siz)?|(?:sen|siz) (?:kim|ne)(?:sin|siniz)?"
            r"|adin(?:iz)? ne(?:dir)?"
            r"|(?:bana )?(?:nasil|ne konuda|hangi konularda) yardim(?:ci)? (?:edebilir|olabilir)(?:sin|siniz)"
            r"|ne (?:ise|icin) yar(?:iyor|ar)(?:sun|sunuz|sin|siniz)|nasil calis(?:iyor|ir)(?:sun|sunuz|sin|siniz)"
            r"|(?:sana|size) ne(?:ler)? sorabilirim|(?:bana )?yardim (?:et|eder misin|edin)|\Ayardim\Z"
            r"|what (?:can|do) (?:you|u) do(?: for me)?|who (?:are|r) (?:you|u)|what are you|what(?:'s| is) your name"
            r"|(?:how )?can you help(?: me)?|how do you work|what (?:can|should|may) i ask(?: you)?|\Ahelp(?: me)?\Z",
        ),
        (
            "wellbeing",
            r"(?:nasilsin|nasilsiniz|naber|ne haber|iyi misin|iyi misiniz|nasil gidiyor)"
            r"|how are you(?: doing)?(?: today)?|how(?:'s| is) it going|what(?:'s| is) up",
        ),
        (
            "goodbye",
            r"(?:gule gule|hosca ?kal(?:in)?|gorusuruz|gorusmek uzere|kendine iyi bak|bay bay|iyi geceler"
            r"|allah ?a ismarladik)"
            r"|(?:good ?bye|bye(?: ?bye)?|see (?:you|ya)(?: later| soon| tomorrow)?|farewell|good ?night|take care)",
        ),
        (
            "thanks",
            r"(?:cok )?(?:tesekkur(?:ler)?(?: (?:ederim|ederiz|ettim))?|tsk(?:ler|r)?|sag ?ol(?:un)?|eyvallah)(?: cok)?"
            r"|elin(?:e|ize) saglik|harika(?:sin|siniz)?|super(?:sin)?|mukemmel|aferin|yardimin(?:iz)? icin"
            r"|(?:many )?(?:thanks|thank (?:you|u)|thx|ty|cheers)(?: (?:so|very) much| a lot| a bunch| again)?"
            r"|(?:for (?:your|the|all your) (?:help|answers?|time))|great(?: job)?|well done|perfect|awesome"
            r"|nice(?: one)?",
        ),
        (
            "greeting",
            r"(?:merhaba(?:lar)?|selam(?:lar)?|selamun ?aleykum|iyi gunler|gunaydin|tunaydin|iyi aksamlar"
            r"|iyi calismalar|hos bulduk|slm|mrb)"
            r"|(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|day))(?: there)?",
        ),
        (
            "acknowledgement",
            r"(?:tamam(?:dir)?|anladim|peki|ok|okay|okey|olur|guzel|iyi|got it|i see|understood|all right"
            r"|alright|fine)",
        ),
    )
)  # fmt: skip
_FILLERS = frozenset(
    "sana size sizlere arkadasim dostum hocam canim abi herkese dayanak bot asistan ya da de cok ve peki acaba"
    " there everyone all friend assistant my dear so very much and please again to then well oh you lutfen"
    " tekrar".split()
)
_LONGEST = 14  # words
_REPLIES = {
    "ability": {
        "tr": "Yüklü Türkçe metinlere dayanarak soruları yanıtlıyor, her yanıtın kaynağı olan cümleyi gösteriyorum. "
        "Türkçe ya da İngilizce sorabilirsiniz: kim, ne zaman, nerede, kaç, hangileri gibi.",
        "en": "I answer questions from the loaded Turkish texts and show the sentence that each answer rests on. "
        "Ask me in English or Turkish: who, when, where, how many, which ones.",
    },
    "wellbeing": {
        "tr": "İyiyim, teşekkür ederim. Metinler hakkında ne öğrenmek istersiniz?",
        "en": "I'm fine, thank you. What would you like to know about the texts?",
    },
    "goodbye": {
        "tr": "Hoşça kalın. Yeni sorularınız olursa buradayım.",
        "en": "Goodbye. I'm here if you have more questions.",
    },
    "thanks": {
        "tr": "Rica ederim. Başka bir sorunuz varsa yanıtlamaya çalışırım.",
        "en": "You're welcome. If you have another question, I'll try to answer it.",
    },
    "greeting": {
        "tr": "Merhaba. Metinler hakkında Türkçe ya da İngilizce bir soru sorabilirsiniz.",
        "en": "Hello. You can ask me a question about the texts, in English or Turkish.",
    },
    "acknowledgement": {
        "tr": "Tamam. Başka ne öğrenmek istersiniz?",
        "en": "All right. What else would you like to know?",
    },
}


def reply(text: str, language: str) -> str | None:
    """Return a short friendly reply to small talk in a language ("tr" or "en"); None for what asks or says more."""
    found = _kinds(text)
    if not found or (found == {"acknowledgement"} and "?" in text):
        return None
    kind = next(kind for kind, _ in _KINDS if kind in found)
    if "greeting" in found and kind in ("thanks", "acknowledgement"):
        kind = "greeting"
    return _REPLIES[kind]["en" if language == "en" else "tr"]


def _kinds(text: str) -> set[str]:
    """Return the kinds of small talk that a text is made of; empty where it holds anything else."""
    tokens = [fold(text[word.start : word.end + (len(word.suffix) + 1 if word.suffix else 0)]) for word in words(text)]
    if not 0 < len(tokens) <= _LONGEST:
        return set()
    rest, found = " ".join(tokens), set()
    for kind, pattern in _KINDS:
        rest, times = pattern.subn(" ", rest)
        if times:
            found.add(kind)
    return found if all(word in _FILLERS for word in rest.split()) else set()
