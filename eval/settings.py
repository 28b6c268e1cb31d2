"""What a system is given to answer from: the gold text, all texts of a set, or those and foreign ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.items import EvalSet, SetError, Text
from eval.loading import bundled_names, load, read_texts

GOLD, CORPUS, FOREIGN = "gold", "corpus", "foreign"
SETTINGS = (GOLD, CORPUS, FOREIGN)


@dataclass(frozen=True, slots=True)
class Setting:
    """`kind` is one of `SETTINGS`; `foreign` counts the texts added in the last."""

    kind: str = CORPUS
    foreign: int = 0

    @property
    def name(self) -> str:
        """Return the name as it is stored and shown."""
        return f"{self.kind}-{self.foreign}" if self.kind == FOREIGN else self.kind


def texts_for(evaluated: EvalSet, setting: Setting, source: str | Path | None = None) -> tuple[Text, ...]:
    """Return the texts to index for a set in a setting.

    Foreign texts are taken from `source` (a set, or a folder of articles); without it from the bundled sets and the
    bundled corpus, as far as they do not belong to the set itself.

    Raises:
        SetError: there are not as many foreign texts.
    """
    if setting.kind != FOREIGN:
        return evaluated.texts
    own = {text.text for text in evaluated.texts}
    foreign = [text for text in _foreign_texts(source) if text.text not in own]
    if len(foreign) < setting.foreign:
        place = source or "the bundled sets and corpus"
        raise SetError(
            f"{place}: only {len(foreign)} foreign texts, not {setting.foreign}; name more with --foreign-from"
        )
    step = len(foreign) / setting.foreign if setting.foreign else 1
    chosen = [foreign[int(k * step)] for k in range(setting.foreign)]
    return evaluated.texts + tuple(Text(f"foreign-{k:04d}", text.text, text.title) for k, text in enumerate(chosen))


def _foreign_texts(source: str | Path | None) -> Sequence[Text]:
    if source is None:
        sets = [text for name in bundled_names() if not (found := load(name)).whole_corpus for text in found.texts]
        return [*sets, *read_texts()]
    return read_texts(source) if Path(source).is_dir() else load(source).texts
