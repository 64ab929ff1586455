"""A photographed or scanned sheet made upright and straight, by the code in its corner.

The code is 28 mm wide and stands 9 mm from the right and 8 mm from the upper edge of an A4 sheet. Its corners
give the turn of the sheet exactly enough; its perspective they do not: the sheet is ten times as large. So
the edges of the sheet are looked for where it lies on something darker, and believed only if the code then
stands where it was printed. If not, the picture is turned as a whole: nothing is ever cut off on a guess.
"""

import math
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter

from forms.model import PAGE_HEIGHT, PAGE_WIDTH
from forms.pages import QR_RIGHT, QR_SIDE, QR_TOP

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
"""Four corners: upper left, upper right, lower right, lower left, as the text is read."""

BORDER = 2.0
"""Millimetres kept around the edges of the sheet: they are found to about one millimetre."""
_LOOK = 420
"""Longest side in px of the small picture in which the edges are looked for: under a millimetre a pixel."""
_OFF_PLACE = 5.0
_OFF_SIDE = 3.0
_OFF_ANGLE = 2.0
"""How far, in millimetres and degrees, the code may seem to be from where it was printed."""
_LEFT_OVER = 0.02
"""Share of the bright pixels that may lie outside the edges found."""
_EXACT = 0.15
"""Degrees below which a picture is turned by quarters only, pixel by pixel."""
_CODE = (PAGE_WIDTH - QR_RIGHT - QR_SIDE, QR_TOP)


def straightened(image: Image.Image, code: Quad, dots_per_mm: float) -> Image.Image:
    """Return the sheet on `image` upright; `code` are the corners of its code, in px.

    With `dots_per_mm` at most, never more than the picture has.
    """
    scale = min(dots_per_mm, _side(code) / QR_SIDE)
    sheet = _sheet(image, code)
    if sheet is None:
        return _turned(image, _angle(code), scale / (_side(code) / QR_SIDE))
    width, height = PAGE_WIDTH + 2 * BORDER, PAGE_HEIGHT + 2 * BORDER
    paper = _corners(-BORDER, -BORDER, width, height)
    size = (round(width * scale), round(height * scale))
    place = _projection(_corners(0, 0, PAGE_WIDTH, PAGE_HEIGHT), sheet)
    outer = tuple(_at(place, point) for point in paper)
    way = _projection(_corners(0, 0, *size), (outer[0], outer[1], outer[2], outer[3]))
    bicubic = Image.Resampling.BICUBIC
    return image.transform(size, Image.Transform.PERSPECTIVE, way, bicubic, fillcolor="white")


def _turned(image: Image.Image, angle: float, factor: float) -> Image.Image:
    """Return the whole picture turned upright; white stands where the turn leaves corners empty."""
    if factor < 1:
        size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
    quarter = round(angle / 90) * 90
    if abs(angle - quarter) < _EXACT:
        return image.rotate(quarter, expand=True)
    return image.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


# ---------------------------------------------------------------- the edges of the sheet


def _sheet(image: Image.Image, code: Quad) -> Quad | None:
    """Return the corners of the sheet in px of `image`, or None where its edges are not to be seen."""
    factor = min(1.0, _LOOK / max(image.size))
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    small = image.convert("L").resize(size, Image.Resampling.BILINEAR, reducing_gap=2)
    angle = _angle(code)
    upright = small.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=0)
    bright = _bright(upright, _level(small))
    quad = _extremes(bright)
    if quad is None or _is_frame(quad, size, angle) or _left_over(bright, quad) > _LEFT_OVER:
        return None
    back = [_unturned(point, angle, size, upright.size) for point in quad]
    found = [(x / factor, y / factor) for x, y in back]
    sheet = (found[0], found[1], found[2], found[3])
    return sheet if _fits(sheet, code) else None


def _level(grey: Image.Image) -> int:
    """Return the brightness that parts paper from what lies around it best (Otsu's threshold)."""
    counts = grey.histogram()
    total, everything = sum(counts), sum(value * count for value, count in enumerate(counts))
    best, level, below, below_sum = -1.0, 128, 0, 0
    for value, count in enumerate(counts):
        below += count
        below_sum += value * count
        above = total - below
        if not below or not above:
            continue
        apart = below * above * (below_sum / below - (everything - below_sum) / above) ** 2
        if apart > best:
            best, level = apart, value
    return level


def _bright(grey: Image.Image, level: int) -> Image.Image:
    """Return a mask of what is brighter than `level`, without thin strokes and single points."""
    mask = grey.point([0] * (level + 1) + [255] * (255 - level))
    for kind in (ImageFilter.MaxFilter(5), ImageFilter.MinFilter(5), ImageFilter.MinFilter(3)):
        mask = mask.filter(kind)
    return mask.filter(ImageFilter.MaxFilter(3))


def _extremes(mask: Image.Image) -> Quad | None:
    """Return the outermost bright points along the diagonals: the corners of a sheet about upright."""
    width, height = mask.size
    pixels = mask.tobytes()
    ends: list[tuple[int, int, int]] = []
    for y in range(height):
        line = pixels[y * width : (y + 1) * width]
        left = line.find(b"\xff")
        if left >= 0:
            ends.append((y, left, line.rfind(b"\xff") + 1))
    if not ends:
        return None
    upper_left = min((left + y, left, y) for y, left, _right in ends)
    upper_right = max((right - y, right, y) for y, _left, right in ends)
    lower_right = max((right + y, right, y + 1) for y, _left, right in ends)
    lower_left = min((left - y, left, y + 1) for y, left, _right in ends)
    return (upper_left[1:], upper_right[1:], lower_right[1:], lower_left[1:])


def _is_frame(quad: Quad, size: tuple[int, int], angle: float) -> bool:
    """Say whether the corners are those of the picture: a scan that shows nothing but paper."""
    turn = math.radians(angle)
    wide = abs(size[0] * math.cos(turn)) + abs(size[1] * math.sin(turn))
    high = abs(size[0] * math.sin(turn)) + abs(size[1] * math.cos(turn))
    frame = [
        _turned_point((x, y), angle, size, (wide, high))
        for x, y in ((0, 0), (size[0], 0), (size[0], size[1]), (0, size[1]))
    ]
    near = 0.015 * max(size)
    return all(min(math.dist(corner, one) for one in frame) < near for corner in quad)


def _left_over(mask: Image.Image, quad: Quad) -> float:
    """Return the share of the bright pixels that lie outside `quad`."""
    total = mask.histogram()[255]
    rest = mask.copy()
    ImageDraw.Draw(rest).polygon([(round(x), round(y)) for x, y in quad], fill=0)
    return rest.histogram()[255] / max(1, total)


def _fits(sheet: Quad, code: Quad) -> bool:
    """Say whether the code stands where it was printed when `sheet` are the corners of the paper."""
    way = _projection(sheet, _corners(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
    placed = [_at(way, point) for point in code]
    seen = (placed[0], placed[1], placed[2], placed[3])
    off = max(
        math.dist(one, other) for one, other in zip(seen, _corners(*_CODE, QR_SIDE, QR_SIDE), strict=True)
    )
    return off < _OFF_PLACE and abs(_side(seen) - QR_SIDE) < _OFF_SIDE and abs(_angle(seen)) < _OFF_ANGLE


# ---------------------------------------------------------------- geometry


def _corners(x: float, y: float, width: float, height: float) -> Quad:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))


def _side(code: Quad) -> float:
    """Return the mean length of the sides."""
    return sum(math.dist(code[number], code[(number + 1) % 4]) for number in range(4)) / 4


def _angle(code: Quad) -> float:
    """Return by how many degrees the code is turned clockwise: the mean over its four sides."""
    upper_left, upper_right, lower_right, lower_left = code
    across = _sum(_between(upper_left, upper_right), _between(lower_left, lower_right))
    down = _sum(_between(upper_left, lower_left), _between(upper_right, lower_right))
    return math.degrees(math.atan2(across[1] - down[0], across[0] + down[1]))


def _between(one: Point, other: Point) -> Point:
    return other[0] - one[0], other[1] - one[1]


def _sum(one: Point, other: Point) -> Point:
    return one[0] + other[0], one[1] + other[1]


def _turned_point(point: Point, angle: float, size: Sequence[float], around: Sequence[float]) -> Point:
    """Return where a point of a picture of `size` is once that is turned onto one of the size `around`."""
    turn = math.radians(-angle)
    x, y = point[0] - size[0] / 2, point[1] - size[1] / 2
    across = x * math.cos(turn) - y * math.sin(turn) + around[0] / 2
    return across, x * math.sin(turn) + y * math.cos(turn) + around[1] / 2


def _unturned(point: Point, angle: float, size: Sequence[float], around: Sequence[float]) -> Point:
    return _turned_point(point, -angle, around, size)


def _projection(here: Quad, there: Quad) -> tuple[float, ...]:
    """Return the eight numbers of the perspective that takes `here` to `there`."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(here, there, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> tuple[float, ...]:
    """Solve linear equations (Gauss, with the largest pivot); each row ends with its right side."""
    count = len(rows)
    for column in range(count):
        pivot = max(range(column, count), key=lambda number: abs(rows[number][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = rows[column][column] or 1e-12
        rows[column] = [value / head for value in rows[column]]
        for number in range(count):
            if number != column:
                factor = rows[number][column]
                rows[number] = [a - factor * b for a, b in zip(rows[number], rows[column], strict=True)]
    return tuple(row[-1] for row in rows)


def _at(way: Sequence[float], point: Point) -> Point:
    """Return where the perspective `way` takes a point."""
    x, y = point
    depth = way[6] * x + way[7] * y + 1
    return (way[0] * x + way[1] * y + way[2]) / depth, (way[3] * x + way[4] * y + way[5]) / depth
