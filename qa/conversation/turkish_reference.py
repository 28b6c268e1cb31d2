"""Pronouns and missing owners of a Turkish question ("Orada kaç oda var?"), and what they take up of the one before."""

import re

from qa.conversation.turkish_clause import TIME_NOUN, Clause, lacks_owner, parse, singular, tidy
from qa.conversation.turkish_topic import place_in, topic_of
from qa.text import capitalize, fold, lower
from qa.words.declension import decline
from qa.words.turkish_words import known_noun, read_words

_DEICTIC = re.compile(
    r"\b(?:bu|su)\s+(?:yil|ay|hafta|sezon|donem|gun|sene|yana|an|yaz|kis|ilkbahar|sonbahar|aksam|sabah)\w*"
    r"|\bbugune\b|\bo kadar\b|\bo zamandan\b"
)
_PARTITIVE = re.compile(r"kac(?:i|ini|inin)|hangi(?:si|leri|sini|lerini|sinin)")
# Verbs that say of a measure how it went on.
_CHANGE = re.compile(
    r"(?:art|azal|yuksel|dus|buyu|gerile|degis|cik|in|kucul|katlan|ol)(?:[dt][iu]|[iu]?yor|[ae]c[ae]k|m[iu]s|[iu]yordu).*"
)
# Verbs of what befalls a thing: passives, beginnings and ends; those of them that only people undergo.
_BEFALLS = re.compile(
    r".{1,}(?:[ıiuü]l|[lş]?[ae]n|[ıiuü]n)(?:[dt][ıiuü]|[ıiuü]yor|[ae]c[ae]k|m[ıiuü]ş)|(?:başla|bit|sür)(?:[dt][ıiuü]|[ıiuü]yor|[ae]c[ae]k)"
)
_PERSONAL = re.compile(r"(?:seçil|atan|görevlendiril|ödüllendiril|kazan|kullan|öğren|evlen|uzan|dayan|inan|tutuklan)")
_DATIVE = re.compile(r"(?:katıl|başvur|gel|git|gid|konuk)")
_TRANSITIVE = re.compile(
    r"(?:yap(?!ıl)|kur(?:du|uyor)|yaz(?!ıl)|çiz(?!il)|tasarla(?!n)|yönet(?!il)|işlet(?!il)|yürüt(?!ül)|üret(?!il)"
    r"|düzenle(?!n)|hazırla(?!n)|bestele(?!n)|keşfet|çek(?!il)|yayımla(?!n)|yayınla(?!n)|çevir|bağışla(?!n)|onar(?!ıl))"
)
_EVENT = re.compile(r"(?:vesile|sirada|esnada|kapsamda|etkinlikte|torende)")
_PRONOUN_CASES = (
    (re.compile(r"(?:o|bu|su)n(?:un|lar[iu]n)|kendisinin|oranin|buranin"), "genitive"),
    (re.compile(r"(?:o|bu|su)(?:nu|nlari)|orayi|burayi"), "accusative"),
    (re.compile(r"(?:o|bu|su)(?:na|nlara)|oraya|buraya"), "dative"),
    (re.compile(r"(?:o|bu|su)n(?:da|larda)|or[ai]da(?:ki\w*)?|burada(?:ki\w*)?"), "locative"),
    (re.compile(r"(?:o|bu|su)n(?:dan|lardan)|oradan|buradan"), "ablative"),
)


def pronoun_at(clause: Clause) -> int | None:
    """Return the place of a pronoun that refers out of the question."""
    placed = next(
        (i for i, t in enumerate(clause.tokens) if re.fullmatch(r"(?:or|bur)a(?:da|ya|dan)\w*", t.folded)), None
    )
    if placed is not None and not any(t.kind == "name" or t.case == "locative" for t in clause.tokens[:placed]):
        return placed
    deictic = [match.span() for match in _DEICTIC.finditer(fold(clause.text))]
    for i, token in enumerate(clause.tokens):
        if token.kind == "pronoun" and not any(a <= token.start < b for a, b in deictic):
            return i
        if token.is_content and token.case != "locative" and not lacks_owner(clause, i):
            return None  # what is named before the pronoun is what it refers to
    return None


def is_partitive(clause: Clause) -> bool:
    """Tell whether a question asks for some of what it does not name ("Kaçı kadın?")."""
    first, last = clause.asked
    partitive = any(_PARTITIVE.fullmatch(token.folded) for token in clause.tokens[first:last])
    return partitive and not any(t.is_content or t.kind == "ordinal" for t in clause.tokens[:first])


def refer(clause: Clause, at: int, before: Clause) -> str:
    """Replace a pronoun by what it refers to in the question before."""
    token = clause.tokens[at]
    follower = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else None
    case = next((name for pattern, name in _PRONOUN_CASES if pattern.fullmatch(token.folded)), None)
    if token.folded.startswith(("ora", "bura")):
        place = place_in(clause, before, case or "locative")
        if token.folded.endswith("daki") and place:
            place += "ki"
        return (
            clause.replaced(at, at + 1, place if at else capitalize(place))
            if place
            else about(_without(clause, at), before)
        )
    if follower and token.folded in ("o", "bu", "ayni") and TIME_NOUN.fullmatch(follower.folded):
        when = next((t for t in before.tokens if t.kind in ("year", "time")), None)
        if when:
            new = (
                decline(when.stem, follower.case or "locative")
                if when.kind == "year"
                else before.text[when.start : when.end]
            )
            return clause.replaced(at, at + 2, new if at else capitalize(new))
        return about(clause, before)
    event = place_in(clause, before, "locative") if follower and _EVENT.match(follower.folded) else ""
    if event:
        return clause.replaced(at, at + 2, event if at else capitalize(event))
    if (
        follower
        and token.folded in ("o", "bu", "su", "ayni")
        and follower.is_content
        and not clause.text[token.end : follower.start].strip()
    ):
        return about(_without(clause, at), before)
    topic = topic_of(before)
    words = read_words(topic)
    if not words or len(words) > 8:
        return about(_without(clause, at), before)
    last = words[-1]
    if case and last.case in (None, "possessed") and not last.suffix:
        topic = topic[: last.start] + decline(last.stem, case, possessed=last.case == "possessed")
    return clause.replaced(at, at + 1, topic if at else capitalize(topic))


def _without(clause: Clause, at: int) -> Clause:
    return parse(clause.replaced(at, at + 1, ""))


def _fitted(topic: str, verb: str, *, asks_agent: bool, has_subject: bool) -> str:
    """Give the last word of a topic the case that the verb of the follow-up asks for."""
    read = read_words(topic, within=True)
    last = read[-1] if read else None
    if last is None or last.suffix or last.kind != "word":
        return topic
    plain = topic[: last.start] + singular(last)[0]
    alone = len(read) == 1 and last.case in ("locative", "possessed") and known_noun(lower(last.stem))
    if _BEFALLS.fullmatch(verb) and not has_subject and (last.case == "accusative" or alone):
        return plain  # "Parkı kim tasarladı?" and "Ne zaman açıldı?"
    if verb.startswith("ol") and (last.case == "accusative" or (last.case == "possessed" and alone)):
        # "Seçimi kim kazandı?" and "İkinci kim oldu?"
        return topic[: last.start] + decline(singular(last)[0], "locative")
    if asks_agent and _TRANSITIVE.match(verb) and last.case == "dative" and len(read) == 1:
        return decline(singular(last)[0], "accusative")  # "Araştırmaya kaç kişi katıldı?" and "Kim yaptı?"
    if asks_agent and last.case in (None, "possessed"):
        case = "dative" if _DATIVE.match(verb) else "accusative" if _TRANSITIVE.match(verb) else None
        return topic[: last.start] + decline(last.stem, case, possessed=last.case == "possessed")
    return topic


def about(clause: Clause, before: Clause) -> str:
    """Put the topic of the question before in front of an incomplete question."""
    owner = any(lacks_owner(clause, i) for i in range(len(clause.tokens)))
    kinds = {(t.kind, t.case) for t in clause.tokens if t.kind in ("year", "time", "name")}
    first, last = clause.asked
    agent = first < last and clause.predicate < len(clause.tokens) and clause.tokens[last - 1].case is None
    asks_agent = agent and clause.tokens[first].folded in ("kim", "hangi")
    genitive = owner or is_partitive(clause)
    people = is_partitive(clause) or re.search(r"l[ae]r[ıi]n?$", lower(clause.tokens[0].stem)) is not None
    changes = any(_CHANGE.fullmatch(token.folded) for token in clause.tokens)
    verb = lower(clause.tokens[clause.predicate].stem) if clause.predicate < len(clause.tokens) else ""
    person = not asks_agent and (not _BEFALLS.fullmatch(verb) or _PERSONAL.match(verb) is not None)
    topic = topic_of(before, genitive=genitive, person=person, without=kinds, measure=changes, people=people)
    if not genitive:
        asks_agent = asks_agent or any(token.folded == "kimler" for token in clause.tokens)
        topic = _fitted(topic, verb, asks_agent=asks_agent, has_subject=clause.noun is not None)
    text = clause.text.strip()
    if not topic:
        return tidy(text)
    text = text if clause.tokens[0].kind == "name" or text[:2].isupper() else lower(text[:1]) + text[1:]
    return tidy(f"{topic} {text}")
