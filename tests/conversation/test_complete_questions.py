from itertools import pairwise

import pytest

from eval import loading
from qa.question import understand


@pytest.mark.parametrize("name", ["article", "kinds", "news"])
def test_no_complete_question_is_bent_by_the_one_before(name):
    asked: dict[str, list[str]] = {}
    for item in loading.load(name).items:
        if not item.history:
            asked.setdefault(item.article, []).append(item.question)
    pairs = [pair for questions in asked.values() for pair in pairwise(questions)]
    bent = [(before, question) for before, question in pairs if understand(question, [before]).standalone != question]
    assert bent == []
