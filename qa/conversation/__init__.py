"""Conversation: the standalone question that a follow-up amounts to.

Only what a question leaves out is taken from the history; a complete question is never changed. Across languages a
fragment or a question word is put into the language of the question before, whose frame stays as it was asked; any
other follow-up keeps its own language, and takes from the question before what it leaves out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.conversation import followup_en, followup_tr
from qa.conversation.contrast import exchange
from qa.conversation.difference import ask_difference
from qa.conversation.ellipsis import fill
from qa.conversation.english_gloss import as_english, is_turkish
from qa.conversation.gloss import gloss_fragment, gloss_question, needs_gloss
from qa.conversation.small_talk import reply
from qa.conversation.turkish_fragment import is_measure, replace_object
from qa.language import Language, detect_language
from qa.words.declension import possessive

# English verbs that say of a measure how it went on.
_CHANGE = re.compile(
    r"\b(?:grow|grew|grown|rise|rose|risen|fall|fell|fallen|drop\w*"
    r"|(?:increas|decreas|chang|declin)\w+|drop\w*)\b",
    re.IGNORECASE,
)
# "How many helicopters?" after "Kaç itfaiyeci katıldı?"
_COUNTED = re.compile(r"how many ([a-z-]+(?: [a-z-]+)?)", re.IGNORECASE)
_COUNTS = re.compile(r"\b[Kk]aç\b")
Earlier = tuple[tuple[str, Language], ...]  # questions that stand alone, with their languages

# A definite noun, which is not what a question counts.
_THING = re.compile(r"(?:the|its|their) (?!.*\b(?:one|ones)$)(?:[a-z-]+ )*[a-z-]+(?:['’]s?)?$")


def standalone(question: str, history: Sequence[str], language: str) -> str:
    """Return the question that `question` amounts to after the user's earlier questions, oldest first.

    `language` ("tr" or "en") is that of `question`; the earlier ones may be in either, follow-ups themselves, or small
    talk. A complete question is returned unchanged.
    """
    earlier: Earlier = ()
    for text in history:
        earlier = _with(earlier, " ".join(text.split()))
    asked = " ".join(question.split())
    resolved = _resolve(asked, language, earlier)
    return question if resolved == asked else resolved


@lru_cache(maxsize=2048)  # each question of a conversation comes with all those before it
def _with(earlier: Earlier, text: str) -> Earlier:
    """Add a question, as it stands alone after the earlier ones; small talk is left out."""
    spoken = detect_language(text, earlier[-1][1] if earlier else "tr")
    if reply(text, spoken):
        return earlier
    resolved = _resolve(text, spoken, earlier)
    return (*earlier, (resolved, detect_language(resolved, spoken)))


def _resolve(question: str, language: str, earlier: Sequence[tuple[str, Language]]) -> str:
    if not earlier:
        return question
    if differs := ask_difference(question, language, *earlier[-1]):
        return differs
    if language == earlier[-1][1]:
        question = fill(question, language, earlier[-1][0])
    if language == "en":
        return _resolve_english(question, earlier)
    if earlier[-1][1] == "en":
        core, led = followup_tr.split_lead(question)
        if said := as_english(core, earlier[-1][0], led=led):
            return followup_en.resolve(said, [text for text, spoken in earlier if spoken == "en"])
    return followup_tr.resolve(question, [text if spoken == "tr" else gloss_question(text) for text, spoken in earlier])


def _resolve_english(question: str, earlier: Sequence[tuple[str, Language]]) -> str:
    if earlier[-1][1] == "en":
        core, led = followup_en.split_lead(question)
        said = (is_turkish(core) and as_english(core, earlier[-1][0], led=led)) or question
        return followup_en.resolve(said, [text for text, spoken in earlier if spoken == "en"])
    turkish = [text if spoken == "tr" else gloss_question(text) for text, spoken in earlier]
    core = followup_en.split_lead(question)[0].strip(" ?.!")
    if needs_gloss(question):
        if (exchanged := exchange(core, turkish[-1].lstrip("…"), "tr")) is not None:
            return exchanged
        said = gloss_fragment(question, turkish[-1])
        if re.match(r"(?:its|their|his|her)\b", core, re.IGNORECASE) or is_measure(said):
            return followup_tr.resolve(f"Peki {possessive(said)}", turkish)
        thing = _THING.match(core) is not None and not said.startswith("en ")
        if thing and (placed := replace_object(said, turkish[-1].lstrip("…"))):
            return placed
        return followup_tr.resolve(f"Peki {said}", turkish)
    if (counted := _COUNTED.fullmatch(core)) and _COUNTS.search(turkish[-1]) and not followup_en.verb_alone(counted[1]):
        noun = f"And {counted[1]}?"
        if needs_gloss(noun):
            return followup_tr.resolve(f"Peki {gloss_fragment(noun, turkish[-1])}", turkish)
    before = turkish[-1].lstrip("…")
    person = re.search(r"\b(?:it|its)\b", question) is None
    people = re.search(r"\b(?:they|them|their)\b", question) is not None
    changes = _CHANGE.search(question) is not None
    about = followup_tr.topic(before, people=people, person=person, measure=changes)
    return followup_en.resolve_foreign(question, about, followup_tr.place(before, question))
