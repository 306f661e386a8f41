"""Loads the frozen model and scores one image."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torchvision.models import efficientnet_v2_s

CLASSES = ("benign", "suspicious")


class ModelIntegrityError(RuntimeError):
    """The weights are not the ones that were released."""


@dataclass(frozen=True)
class Score:
    """Probability that the lesion is suspicious, and how sure the model is of it (0 to 1)."""

    suspicious: float
    certainty: float


class LesionModel:
    """EfficientNetV2-S with two outputs, on the CPU, in evaluation mode."""

    def __init__(self, weights: Path, sha256: str) -> None:
        # The hash is compared before torch opens the file: torch.load never sees foreign bytes.
        actual = hashlib.sha256(weights.read_bytes()).hexdigest()
        if actual != sha256:
            raise ModelIntegrityError(f"{weights.name}: expected {sha256}, found {actual}")
        torch.use_deterministic_algorithms(True)
        self._network = efficientnet_v2_s(weights=None, num_classes=len(CLASSES))
        state = torch.load(weights, map_location="cpu", weights_only=True)
        self._network.load_state_dict(state, strict=True)
        self._network.eval()

    @torch.inference_mode()
    def score(self, image: npt.NDArray[np.float32]) -> Score:
        """Mean over the four mirrored views, so that the score does not depend on orientation."""
        view = torch.from_numpy(image)
        views = torch.cat([view, view.flip(2), view.flip(3), view.flip(2, 3)])
        probabilities = torch.softmax(self._network(views), dim=1).mean(dim=0)
        suspicious = float(probabilities[1])
        if not math.isfinite(suspicious):
            raise ArithmeticError("The model returned no number.")
        entropy = -sum(float(p) * math.log2(float(p) + 1e-12) for p in probabilities)
        return Score(suspicious=suspicious, certainty=max(0.0, 1.0 - entropy))
