"""Two questions that differ in one piece."""


def differing(first: str, second: str) -> tuple[str, str, str, str] | None:
    """Return what two questions share before they differ, the piece of each, and what they share after it.

    None where they are the same, or share less than half of their words.
    """
    one, two = first.rstrip(" ?").split(), second.rstrip(" ?").split()
    shortest = min(len(one), len(two))
    start = next((i for i in range(shortest) if one[i].casefold() != two[i].casefold()), shortest)
    left = shortest - start
    end = next((i for i in range(left) if one[-1 - i].casefold() != two[-1 - i].casefold()), left)
    pieces = one[:start], one[start : len(one) - end], two[start : len(two) - end], one[len(one) - end :]
    if not pieces[1] or not pieces[2] or 2 * (start + end) < shortest:
        return None
    before, this, other, after = (" ".join(piece) for piece in pieces)
    return before, this, other, after


def merge(first: str, second: str, link: str) -> str | None:
    """Return one question with both pieces where two differ ("… A …?", "… B …?" → "… A <link> B …?"), else None."""
    pieces = differing(first, second)
    if pieces is None:
        return None
    before, this, other, after = pieces
    return f"{before} {this} {link} {other} {after}".strip() + "?"
