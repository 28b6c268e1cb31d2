"""Two questions that differ in one piece, joined into one."""


def merge(first: str, second: str, link: str) -> str | None:
    """Return one question with both pieces where two differ ("… A …?", "… B …?" → "… A <link> B …?").

    None where they are the same, or share less than half of their words.
    """
    one, two = first.rstrip(" ?").split(), second.rstrip(" ?").split()
    shortest = min(len(one), len(two))
    start = next((i for i in range(shortest) if one[i].casefold() != two[i].casefold()), shortest)
    end = next(
        (i for i in range(shortest - start) if one[-1 - i].casefold() != two[-1 - i].casefold()), shortest - start
    )
    left, right = one[start : len(one) - end], two[start : len(two) - end]
    if not left or not right or 2 * (start + end) < shortest:
        return None
    joined = [*one[:start], *left, link, *right, *one[len(one) - end :]]
    return f"{' '.join(joined)}?"
