"""Signed sheets as they come back: photographed askew in dim light, scanned crooked, squeezed by a phone."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from forms.straightening import _projection

DESK = (88, 74, 60)
RED = (196, 32, 44)
DPI = 150


def drawn(pdf: bytes, page: int = 1, dpi: int = DPI) -> Image.Image:
    """Return a page of a PDF as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[page - 1].render(scale=dpi / 72).to_pil().convert("RGB")
    document.close()
    return image


def signed(image: Image.Image, at: tuple[float, float] = (0.3, 0.72)) -> Image.Image:
    """Put a scribble and a red seal on a sheet."""
    image = image.copy()
    draw = ImageDraw.Draw(image)
    x, y = at[0] * image.width, at[1] * image.height
    draw.line([(x + 9 * step, y + 14 * (-1) ** step) for step in range(12)], fill=(20, 20, 60), width=4)
    draw.ellipse((x + 350, y - 60, x + 530, y + 120), outline=RED, width=7)
    return image


@dataclass(frozen=True)
class Way:
    """How a sheet was photographed: turned by degrees, slanted, dim, blurred, with noise and squeezed."""

    turn: float = 0.0
    slant: float = 0.0
    light: float = 1.0
    blur: float = 0.0
    noise: float = 0.0
    quality: int = 85
    desk: bool = True
    seed: int = 0


def any_way(seed: int) -> Way:
    """Return one of the ways sheets are photographed, by chance that can be repeated."""
    chance = random.Random(seed)
    return Way(
        turn=chance.choice((0, 0, 90, 180, 270)) + chance.uniform(-3, 3),
        slant=chance.uniform(0, 0.03),
        light=chance.uniform(0.4, 1.0),
        blur=chance.uniform(0, 1.0),
        noise=chance.uniform(0, 0.15),
        quality=chance.randint(35, 85),
        desk=chance.random() < 0.7,
        seed=seed,
    )


def photographed(image: Image.Image, way: Way) -> bytes:
    """Return a JPEG of a sheet, taken in this way."""
    chance = random.Random(way.seed)
    if way.desk:
        image = _on_a_desk(image, way.slant, chance)
    ground = DESK if way.desk else (255, 255, 255)
    image = image.rotate(way.turn, Image.Resampling.BILINEAR, expand=True, fillcolor=ground)
    if way.blur:
        image = image.filter(ImageFilter.GaussianBlur(way.blur))
    image = ImageEnhance.Brightness(image).enhance(way.light)
    if way.noise:
        grain = _grain(image.size, chance)
        image = Image.blend(image, grain, way.noise)
    held = io.BytesIO()
    image.save(held, "JPEG", quality=way.quality)
    return held.getvalue()


def _on_a_desk(image: Image.Image, slant: float, chance: random.Random) -> Image.Image:
    width, height = image.size
    wide, high = int(width * 1.25), int(height * 1.2)
    left, top = (wide - width) / 2, (high - height) / 2

    def moved(x: float, y: float) -> tuple[float, float]:
        return x + chance.uniform(-1, 1) * slant * width, y + chance.uniform(-1, 1) * slant * height

    quad = (
        moved(left, top),
        moved(left + width, top),
        moved(left + width, top + height),
        moved(left, top + height),
    )
    way = _projection(quad, ((0, 0), (width, 0), (width, height), (0, height)))
    size, how = (wide, high), Image.Transform.PERSPECTIVE
    sheet = image.transform(size, how, way, Image.Resampling.BILINEAR)
    mask = Image.new("L", image.size, 255).transform(size, how, way, Image.Resampling.BILINEAR)
    table = Image.new("RGB", size, DESK)
    table.paste(sheet, mask=mask)
    return table


def _grain(size: tuple[int, int], chance: random.Random) -> Image.Image:
    """Return noise that is the same every time."""
    return Image.frombytes("L", size, chance.randbytes(size[0] * size[1])).convert("RGB")


def jpeg(image: Image.Image) -> bytes:
    """Return a picture as JPEG."""
    held = io.BytesIO()
    image.save(held, "JPEG", quality=90)
    return held.getvalue()


def pdf_of(images: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """Return a PDF as a scanner makes it: a picture a page."""
    held = io.BytesIO()
    first, *others = images
    first.save(held, "PDF", save_all=True, append_images=others, resolution=dpi)
    return held.getvalue()
