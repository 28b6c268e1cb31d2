"""A set of six questions over two texts, and systems whose scores are known beforehand."""

from dataclasses import dataclass, field

from eval.items import EvalSet, Place
from qa.sentences import split_sentences

FOUNTAIN = (
    "Belediye meydana bir çeşme yaptırdı. Çeşmenin yapımı 18 bin 400 lira tuttu. "
    "Açılışa Ordu, Rize ve Samsun'dan konuklar geldi."
)
LIBRARY = "Kütüphane 1987'de açıldı. Kütüphanede 4 okuma salonu bulunuyor."


def question(number, language, kind, text, answers, english, sentence, **more):
    return {
        "id": f"q{number}", "lang": language, "type": kind, "question": text, "answers": answers,
        "answers_en": english, "sentences": sentence, "answerable": bool(sentence), **more,
    }  # fmt: skip


ROWS = [
    {
        "id": "fountain", "title": "Çeşme", "context": FOUNTAIN,
        "qas": [
            question(1, "tr", "fact", "Meydana kim çeşme yaptırdı?", ["Belediye"], ["the municipality"],
                     ["Belediye meydana bir çeşme yaptırdı."]),
            question(2, "en", "fact", "What did the fountain cost?", ["18 bin 400 lira"], ["18,400 liras", "₺18,400"],
                     ["Çeşmenin yapımı 18 bin 400 lira tuttu."]),
            question(3, "tr", "list", "Konuklar nereden geldi?", ["Ordu, Rize ve Samsun"],
                     ["Ordu, Rize and Samsun"], ["Açılışa Ordu, Rize ve Samsun'dan konuklar geldi."],
                     elements=["Ordu", "Rize", "Samsun"]),
            question(4, "tr", "unanswerable", "Çeşmenin mimarı kim?", [], [], []),
        ],
    },
    {
        "id": "library", "title": "Kütüphane", "context": LIBRARY,
        "qas": [
            question(5, "en", "fact", "When did the library open?", ["1987"], ["1987", "in 1987"],
                     ["Kütüphane 1987'de açıldı."]),
            question(6, "en", "unanswerable", "Who is the librarian?", [], [], []),
        ],
    },
]  # fmt: skip


def piece(text, start, end, key="text"):
    return {key: text.text[start:end], "article": text.id, "start": start, "end": end}


def reply(text, spans, said=None, kind="span", confidence=0.9):
    """An answer of the contract, citing the sentences that hold its spans."""
    sentences = [s for s in split_sentences(text.text) if any(s.start <= a < s.end for a, _ in spans)]
    return {
        "answerable": True, "kind": kind, "text": said or ", ".join(text.text[a:b] for a, b in spans),
        "spans": [piece(text, a, b) for a, b in spans],
        "citations": [piece(text, s.start, s.end, "sentence") for s in sentences], "confidence": confidence,
        "question": "", "language": "tr", "standalone": "", "seconds": 0.0,
    }  # fmt: skip


def refusal(confidence=0.1):
    return {
        "answerable": False, "kind": "none", "text": "Metinde yok.", "spans": [], "citations": [],
        "confidence": confidence, "question": "", "language": "tr", "standalone": "", "seconds": 0.0, "related": [],
    }  # fmt: skip


@dataclass
class Scripted:
    """A system that answers by a function of item and gold text."""

    evaluated: EvalSet
    say: object
    asked: int = 0

    def answer(self, item):
        self.asked += 1
        return self.say(item, self.evaluated.text_of[item.article])

    def find(self, item, standalone):
        answer = self.say(item, self.evaluated.text_of[item.article])
        return tuple(Place(quote["article"], quote["start"], quote["end"]) for quote in answer["citations"])


@dataclass
class ScriptedMaker:
    """Makes the same system whatever the texts; `given` remembers them."""

    system: Scripted
    name: str = "scripted"
    given: list = field(default_factory=list)

    @property
    def models(self):
        return {"reader": "fake"}

    def over(self, texts):
        self.given.append([text.id for text in texts])
        return self.system


def perfect(item, text):
    """The first accepted span, in the question's language."""
    if not item.answerable:
        return refusal()
    start = text.text.index(item.answers[0])
    said = item.answers_en[0] if item.language == "en" else item.answers[0]
    return reply(text, [(start, start + len(item.answers[0]))], said)


def always_refuses(item, text):
    """Nothing is answered, and nothing doubted."""
    return refusal(0.5)


def first_sentence(item, text):
    """The first sentence of the text, whatever is asked."""
    first = split_sentences(text.text)[0]
    return reply(text, [(first.start, first.end)])


def swaps_languages(item, text):
    """The right answer in the other language, from no span."""
    if not item.answerable:
        return refusal()
    answer = perfect(item, text)
    answer["text"] = item.answers[0] if item.language == "en" else item.answers_en[0]
    return {**answer, "kind": "count"}
