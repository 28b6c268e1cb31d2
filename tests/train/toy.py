"""Four toy texts and a tokenizer of their words."""

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors, trainers

STORIES = (
    ("Liman", "Mersin", "1954", "Limanı 1954 yılında açılan kent, buğday ve pamuk satar."),
    ("Köprü", "Iğdır", "1978", "Köprü 1978'de yapıldı. İki kıyıyı birleştirir."),
    ("Okul", "Şırnak", "2003", "Okulun kapısı 2003'te açıldı; ilk yıl 120 öğrenci geldi."),
    ("Müze", "İzmir", "1927", "Müzenin 1927'de 40 salonu vardı. Bugün 52 salonu var."),
)


def story(number, title, city, year, text):
    context = f"{title} {city} kentindedir. {text}"
    return {
        "id": f"toy-{number}",
        "title": f"{city} notları",
        "context": context,
        "qas": [
            {
                "id": f"toy-{number}-0",
                "question_tr": f"{title} hangi kentte?",
                "question_en": f"Which city has the {title}?",
                "answer": city,
                "start": context.index(city),
            },
            {
                "id": f"toy-{number}-1",
                "question_tr": f"{title} hangi yılda açıldı?",
                "question_en": "In which year did it open?",
                "answer": year,
                "start": context.index(year),
            },
            {
                "id": f"toy-{number}-2",
                "question_tr": f"{title} kaç liraya mal oldu?",
                "question_en": "What did it cost?",
                "answer": None,
                "start": None,
            },
            {
                "id": f"toy-{number}-3",
                "question_tr": f"{title} {city} kentinde mi?",
                "question_en": f"Is it in {city}?",
                "answer": city,
                "start": context.index(city),
                "type": "yesno",
                "verdict": "yes",
            },
        ],
    }


def toy_tokenizer():
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    trainer = trainers.UnigramTrainer(
        vocab_size=300,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
        unk_token="<unk>",
        show_progress=False,
    )
    rows = [story(0, *row) for row in STORIES]
    texts = [row["context"] for row in rows] + [
        qa[f"question_{x}"] for row in rows for qa in row["qas"] for x in ("tr", "en")
    ]
    tokenizer.train_from_iterator([*texts, "query: passage: —"], trainer)
    special = [(name, tokenizer.token_to_id(name)) for name in ("<s>", "</s>")]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=special
    )
    return tokenizer
