"""Reads dermatoscopic images from DICOM and from plain image files."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError
from pydicom import dcmread
from pydicom.errors import InvalidDicomError
from pydicom.pixels import pixel_array

# VL Photographic Image Storage and its multi-frame form: nothing else is a dermatoscopic image.
ACCEPTED_SOP_CLASSES = frozenset(
    {"1.2.840.10008.5.1.4.1.1.77.1.4", "1.2.840.10008.5.1.4.1.1.77.1.4.1"}
)
ACCEPTED_FORMATS = ("JPEG", "PNG")
MIN_EDGE_PX = 512
MAX_PIXELS = 64_000_000


class RejectedImage(ValueError):
    """The input is not an image that the device may judge; the text is shown to the user."""


@dataclass(frozen=True)
class DermatoscopicImage:
    """An RGB image, 8 bits a channel, with the physical size of a pixel where it is known."""

    pixels: npt.NDArray[np.uint8]
    mm_per_pixel: float | None
    source: str


def read_dicom(data: bytes) -> DermatoscopicImage:
    """Decodes one DICOM object; refuses other SOP classes, bit depths and colour spaces."""
    try:
        dataset = dcmread(BytesIO(data))
    except InvalidDicomError as error:
        raise RejectedImage("The file is not a DICOM file.") from error
    if str(dataset.get("SOPClassUID", "")) not in ACCEPTED_SOP_CLASSES:
        raise RejectedImage("The DICOM object is not a photographic image.")
    if dataset.get("BitsAllocated") != 8 or dataset.get("SamplesPerPixel") != 3:
        raise RejectedImage("Only RGB images with 8 bits a channel are supported.")
    if int(dataset.Rows) * int(dataset.Columns) > MAX_PIXELS:
        raise RejectedImage("The image is larger than 64 megapixels.")
    pixels = pixel_array(dataset, index=0)  # YBR is converted to RGB
    spacing = dataset.get("PixelSpacing")
    return _checked(pixels, float(spacing[0]) if spacing else None, "dicom")


def read_photo(data: bytes) -> DermatoscopicImage:
    """Decodes a JPEG or PNG; every other format of Pillow stays switched off."""
    try:
        with Image.open(BytesIO(data), formats=ACCEPTED_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise RejectedImage("The image is larger than 64 megapixels.")
            pixels = np.asarray(image.convert("RGB"), dtype=np.uint8)
    except (UnidentifiedImageError, OSError) as error:
        raise RejectedImage("The file is not a readable JPEG or PNG.") from error
    return _checked(pixels, None, "photo")


def _checked(
    pixels: npt.NDArray[np.uint8], mm_per_pixel: float | None, source: str
) -> DermatoscopicImage:
    if pixels.ndim != 3 or pixels.shape[2] != 3:
        raise RejectedImage("The image is not an RGB image.")
    if min(pixels.shape[:2]) < MIN_EDGE_PX:
        raise RejectedImage(f"The image is smaller than {MIN_EDGE_PX} pixels on one edge.")
    return DermatoscopicImage(np.ascontiguousarray(pixels), mm_per_pixel, source)
