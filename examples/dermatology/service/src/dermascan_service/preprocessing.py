"""Turns a dermatoscopic image into the tensor that the model was trained on."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt
from scipy import ndimage

INPUT_EDGE_PX = 448
# Channel statistics of the training set, frozen with the model.
MEAN = np.array([0.7636, 0.5461, 0.5705], dtype=np.float32)
STD = np.array([0.1409, 0.1526, 0.1700], dtype=np.float32)
MIN_SHARPNESS = 18.0

Pixels = npt.NDArray[np.uint8]


def sharpness(pixels: Pixels) -> float:
    """Variance of the Laplacian: low values mean an image out of focus."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return float(cv2.Laplacian(grey, cv2.CV_64F).var())


def remove_hair(pixels: Pixels) -> Pixels:
    """Fills thin dark structures, so that hair is not taken for a pigment network."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (17, 17))
    blackhat = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, kernel)
    mask = ndimage.binary_dilation(blackhat > 14, iterations=2).astype(np.uint8)
    return np.asarray(cv2.inpaint(pixels, mask, 5, cv2.INPAINT_TELEA), dtype=np.uint8)


def grey_world(pixels: Pixels) -> Pixels:
    """Removes the colour cast of the light source (Shades of Gray, p = 6)."""
    image = pixels.astype(np.float64)
    illuminant = np.power(np.mean(np.power(image, 6), axis=(0, 1)), 1 / 6)
    illuminant /= np.linalg.norm(illuminant) + 1e-12
    balanced = image / (illuminant * np.sqrt(3) + 1e-12)
    return np.clip(balanced, 0, 255).astype(np.uint8)


def to_model_input(pixels: Pixels) -> npt.NDArray[np.float32]:
    """Centre square, fixed size, normalised, channels first: shape (1, 3, 448, 448)."""
    edge = min(pixels.shape[:2])
    top, left = (pixels.shape[0] - edge) // 2, (pixels.shape[1] - edge) // 2
    square = pixels[top : top + edge, left : left + edge]
    resized = cv2.resize(square, (INPUT_EDGE_PX, INPUT_EDGE_PX), interpolation=cv2.INTER_AREA)
    normalised = (resized.astype(np.float32) / 255.0 - MEAN) / STD
    return np.ascontiguousarray(normalised.transpose(2, 0, 1)[np.newaxis])


def prepare(pixels: Pixels) -> npt.NDArray[np.float32]:
    """The whole chain, in the order that was used in training."""
    return to_model_input(grey_world(remove_hair(pixels)))
