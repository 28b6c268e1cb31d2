"""Conversation: the standalone question that a follow-up amounts to.

Only what a question leaves out is taken from the history; a complete question is never changed. Across languages the
standalone question is formed in Turkish where the follow-up is no more than a fragment or a question word: that is the
language of the texts.
"""

from collections.abc import Sequence

from qa.conversation import followup_en, followup_tr
from qa.conversation.gloss import gloss_fragment, gloss_question, needs_gloss
from qa.conversation.small_talk import reply
from qa.language import Language, detect_language


def standalone(question: str, history: Sequence[str], language: str) -> str:
    """Return the question that `question` amounts to after the user's earlier questions, oldest first.

    `language` ("tr" or "en") is that of `question`; the earlier ones may be in either, follow-ups themselves, or small
    talk. A complete question is returned unchanged.
    """
    earlier: list[tuple[str, Language]] = []
    for text in history:
        spoken = detect_language(text, earlier[-1][1] if earlier else "tr")
        if reply(text, spoken):
            continue
        resolved = _resolve(text, spoken, earlier)
        earlier.append((resolved, detect_language(resolved, spoken)))
    return _resolve(question, language, earlier)


def _resolve(question: str, language: str, earlier: Sequence[tuple[str, Language]]) -> str:
    if not earlier:
        return question
    if language == "en":
        return _resolve_english(question, earlier)
    return followup_tr.resolve(question, [text if spoken == "tr" else gloss_question(text) for text, spoken in earlier])


def _resolve_english(question: str, earlier: Sequence[tuple[str, Language]]) -> str:
    if earlier[-1][1] == "en":
        return followup_en.resolve(question, [text for text, spoken in earlier if spoken == "en"])
    turkish = [text if spoken == "tr" else gloss_question(text) for text, spoken in earlier]
    if needs_gloss(question):
        return followup_tr.resolve(f"Peki {gloss_fragment(question)}", turkish)
    before = turkish[-1].lstrip("…")
    return followup_en.resolve_foreign(question, followup_tr.topic(before), followup_tr.place(before, question))
