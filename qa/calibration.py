"""Calibration: how candidates are ranked, and the scores of the best one turned into the probability that it is right.

A logistic regression over a few features (Platt scaling with more than one input), fitted on development questions by
`train.calibrate`; its weights and the refusal threshold ship beside the models.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.runtime import MODELS, ModelError


@dataclass(frozen=True)
class Calibration:
    """Fitted weights.

    `ranking` weighs the features of candidates; `weights` and `intercept` those of the best one; `threshold` is the
    probability under which nothing is answered.
    """

    ranking: Mapping[str, float]
    weights: Mapping[str, float]
    intercept: float
    threshold: float

    @classmethod
    def load(cls, path: Path = MODELS / "calibration.json") -> "Calibration":
        """Read the shipped calibration.

        Raises:
            ModelError: the file is missing or malformed.
        """
        try:
            data = json.loads(path.read_text("utf-8"))
            return cls(dict(data["ranking"]), dict(data["weights"]), float(data["intercept"]), float(data["threshold"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(f"{path}: missing or damaged; reinstall Dayanak ({error})") from error

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the probability that an answer with these features is right."""
        logit = self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
