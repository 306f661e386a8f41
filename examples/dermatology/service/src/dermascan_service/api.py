"""HTTP interface of the service: one image in, one score out."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Literal

import structlog
import uvicorn
from fastapi import FastAPI, File, HTTPException, Request, UploadFile
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from dermascan_service import __version__
from dermascan_service.dicom import RejectedImage, read_dicom, read_photo
from dermascan_service.model import LesionModel, Score
from dermascan_service.preprocessing import MIN_SHARPNESS, prepare, sharpness

log = structlog.get_logger()

MAX_UPLOAD_BYTES = 80_000_000
# Operating point of the clinical evaluation; a change is a design change.
THRESHOLD = 0.27
MIN_CERTAINTY = 0.15


class Assessment(BaseModel):
    """What the viewer shows. No result reads "benign": an image can only be not suspicious."""

    result: Literal["suspicious", "not-suspicious", "unclear"]
    score: float = Field(ge=0, le=1)
    certainty: float = Field(ge=0, le=1)
    sharpness: float = Field(ge=0)
    version: str = __version__


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.model = LesionModel(
        Path(os.environ["DERMASCAN_WEIGHTS"]), os.environ["DERMASCAN_WEIGHTS_SHA256"]
    )
    yield


app = FastAPI(title="DermaScan inference", version=__version__, lifespan=lifespan)


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok", "version": __version__}


@app.post("/assessments")
async def assess(request: Request, image: Annotated[UploadFile, File()]) -> Assessment:
    data = await image.read(MAX_UPLOAD_BYTES + 1)
    if len(data) > MAX_UPLOAD_BYTES:
        raise HTTPException(413, "The file is larger than 80 MB.")
    try:
        assessment = await run_in_threadpool(_assess, request.app.state.model, data)
    except RejectedImage as error:
        log.info("image_rejected", reason=str(error))
        raise HTTPException(422, str(error)) from error
    log.info("image_assessed", result=assessment.result, sharpness=assessment.sharpness)
    return assessment


def _assess(model: LesionModel, data: bytes) -> Assessment:
    image = read_dicom(data) if data[128:132] == b"DICM" else read_photo(data)
    focus = sharpness(image.pixels)
    score = model.score(prepare(image.pixels))
    return Assessment(
        result=_result(score, focus),
        score=score.suspicious,
        certainty=score.certainty,
        sharpness=focus,
    )


def _result(score: Score, focus: float) -> Literal["suspicious", "not-suspicious", "unclear"]:
    if score.suspicious >= THRESHOLD:
        return "suspicious"  # a blurred image never hides a suspicion
    if focus < MIN_SHARPNESS or score.certainty < MIN_CERTAINTY:
        return "unclear"
    return "not-suspicious"


def main() -> None:
    uvicorn.run(app, host="127.0.0.1", port=8080, log_config=None, server_header=False)
