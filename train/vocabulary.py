"""Cut the base's vocabulary down to what Turkish and English text uses.

    python -m train.vocabulary BASE OUT [--pieces 50000]

Three quarters of multilingual-e5-small are word embeddings of a hundred languages. What stays: the special pieces,
every single character of the Latin, Cyrillic, Greek and Arabic scripts, digits and punctuation, every piece of the
training texts, and then the pieces most used by the Turkish and English frequency lists of ``wordfreq``, up to the
wanted number. The unigram scores are unchanged, so that a text of kept pieces is cut as before. Any other model with
the base's vocabulary (``--also MODEL OUT``) is cut the same way.
"""

from __future__ import annotations

import argparse
import json
import logging
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from wordfreq import iter_wordlist, word_frequency

from train.examples import TEXTS, read_texts

logger = logging.getLogger(__name__)

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC")
WORDS = {"tr": 250_000, "en": 60_000}
LANGUAGE_WEIGHT = {"tr": 2.0, "en": 1.0}
SPACE = "▁"


def is_kept_character(piece: str) -> bool:
    """Tell whether a piece is one character of the kept scripts, a digit, a punctuation mark or a symbol."""
    bare = piece.removeprefix(SPACE)
    if len(bare) != 1:
        return piece == SPACE
    category = unicodedata.category(bare)
    if category[0] in "PS" or category == "Nd":
        return True
    return category[0] in "LM" and unicodedata.name(bare, "").split(" ")[0] in (*SCRIPTS, "COMBINING")


def spellings(word: str, language: str) -> Iterator[str]:
    """Give a lower-case word as it stands in text: lower case, capitalised, and in capitals."""
    upper = str.maketrans("iı", "İI") if language == "tr" else str.maketrans("", "")
    yield word
    yield word[0].translate(upper).upper() + word[1:]
    yield word.translate(upper).upper()


def list_counts(tokenizer: Tokenizer) -> Counter[int]:
    """Count how often the words of the frequency lists use each piece, in occurrences per million words."""
    counts: Counter[int] = Counter()
    for language, size in WORDS.items():
        words = [w for _, w in zip(range(size), iter_wordlist(language, wordlist="best"), strict=False)]
        for share, position in ((1.0, 0), (0.2, 1), (0.02, 2)):
            written = [list(spellings(word, language))[position] for word in words]
            for word, encoding in zip(
                words, tokenizer.encode_batch_fast(written, add_special_tokens=False), strict=True
            ):
                frequency = word_frequency(word, language, wordlist="best") * 1e6 * share * LANGUAGE_WEIGHT[language]
                counts.update(dict.fromkeys(encoding.ids, frequency))
    return counts


def text_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> set[int]:
    """Collect the pieces that the texts use."""
    encodings = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    return {piece for encoding in encodings for piece in encoding.ids}


def kept_pieces(tokenizer: Tokenizer, texts: Iterable[str], size: int) -> list[int]:
    """Choose the old ids of the pieces to keep, in their old order (the special ones stay first)."""
    vocabulary = tokenizer.get_vocab()
    kept = {vocabulary[piece] for piece in SPECIAL}
    kept |= {index for piece, index in vocabulary.items() if is_kept_character(piece)}
    kept |= text_pieces(tokenizer, texts)
    for piece, _ in list_counts(tokenizer).most_common():
        if len(kept) >= size:
            break
        kept.add(piece)
    return sorted(kept)


def cut_tokenizer(tokenizer: Tokenizer, kept: list[int]) -> Tokenizer:
    """Make the same tokenizer over the kept pieces; any run of white space counts as one space."""
    state = json.loads(tokenizer.to_str())
    vocabulary = state["model"]["vocab"]
    state["model"]["vocab"] = [vocabulary[index] if index < len(vocabulary) else ["<mask>", 0.0] for index in kept]
    new = {piece: index for index, (piece, _) in enumerate(state["model"]["vocab"])}
    state["added_tokens"] = [{**token, "id": new[token["content"]]} for token in state["added_tokens"]]
    state["normalizer"]["normalizers"][1]["pattern"] = {"Regex": r"\s+"}
    for name, token in state["post_processor"]["special_tokens"].items():
        token["ids"] = [new[name]]
    return Tokenizer.from_str(json.dumps(state))


def cut_model(source: Path, out: Path, kept: list[int], tokenizer: Tokenizer) -> None:
    """Write the model of a transformers folder with the kept rows of its word embeddings."""
    out.mkdir(parents=True, exist_ok=True)
    state = load_file(source / "model.safetensors")
    name = next(key for key in state if key.endswith("word_embeddings.weight"))
    rows = state[name]
    state[name] = rows[torch.tensor([min(index, len(rows) - 1) for index in kept])].clone()
    save_file(state, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((source / "config.json").read_text("utf-8")) | {"vocab_size": len(kept)}
    (out / "config.json").write_text(json.dumps(config, indent=2), "utf-8")
    (out / "tokenizer_config.json").write_bytes((source / "tokenizer_config.json").read_bytes())
    tokenizer.save(str(out / "tokenizer.json"))


def report(old: Tokenizer, new: Tokenizer, samples: dict[str, list[str]]) -> list[dict[str, object]]:
    """Compare pieces per word and the rate of unknown pieces before and after, on texts that chose no piece."""
    rows: list[dict[str, object]] = []
    for name, texts in samples.items():
        row: dict[str, object] = {"sample": name, "words": sum(len(text.split()) for text in texts)}
        for label, tokenizer in (("before", old), ("after", new)):
            ids = [i for e in tokenizer.encode_batch_fast(texts, add_special_tokens=False) for i in e.ids]
            row[f"pieces per word {label}"] = round(len(ids) / sum(len(text.split()) for text in texts), 3)
            row[f"unknown {label}"] = round(ids.count(tokenizer.token_to_id("<unk>")) / len(ids), 5)
        rows.append(row)
    return rows


KAZAKH_NAMES = [
    "Kasım Cömert Tokayev Nursultan Nazarbayev Oljas Bektenov Murat Nurtleu Yerlan Koşanov",
    "Astana Almatı Şımkent Türkistan Karagandı Aktau Atırau Kostanay Kızılorda Öskemen Semey Pavlodar Taraz",
    "Қазақстан Республикасы Нұр-Сұлтан Қасым-Жомарт Тоқаев Алматы Шымкент Түркістан Қарағанды Өскемен",
    "Gülnara Äbdikalıqova Jambıl Mañğıstaw Aqtöbe Qostanay Bäyterek Nauryz Kazatomprom KazMunayGas Samruk-Kazyna",
]


def held_out() -> dict[str, list[str]]:
    """Give the report's samples: the texts and questions of the dev files, and Kazakh names."""
    texts = [text for name in ("tquad.dev", "news.dev") for text in read_texts(TEXTS / f"{name}.jsonl")]
    return {
        "Turkish texts": [text.context for text in texts],
        "English questions": [qa.question_en for text in texts for qa in text.questions if qa.question_en],
        "Kazakh names": KAZAKH_NAMES,
    }


def training_strings() -> Iterator[str]:
    """Give all texts, titles and questions of the training files."""
    for path in sorted(TEXTS.glob("*.jsonl")):
        if path.name.endswith(".dev.jsonl"):
            continue
        for text in read_texts(path):
            yield text.context
            yield text.title or ""
            for question in text.questions:
                yield question.question_tr
                yield question.question_en or ""


def main() -> None:
    """Cut the base (and other models with its vocabulary) and print what is lost."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("base", type=Path, help="transformers folder of the base")
    parser.add_argument("out", type=Path)
    parser.add_argument("--pieces", type=int, default=50_000)
    parser.add_argument("--also", nargs=2, action="append", default=[], type=Path, metavar=("MODEL", "OUT"))
    args = parser.parse_args()
    old = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    kept = kept_pieces(old, training_strings(), args.pieces)
    new = cut_tokenizer(old, kept)
    for source, out in ((args.base, args.out), *args.also):
        cut_model(source, out, kept, new)
    rows = report(old, new, held_out())
    for row in rows:
        logger.info("%s", json.dumps(row, ensure_ascii=False))
    (args.out / "vocabulary.json").write_text(json.dumps({"pieces": len(kept), "report": rows}, indent=2), "utf-8")


if __name__ == "__main__":
    main()
