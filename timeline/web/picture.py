"""Where the marks of a picture stand: an SVG for each lane, drawn by the server, every mark a link.

A day is a sign of what became of it; days in a row are a bar; a month or year is a dashed bracket; "around",
"between" and open ends are bars that fade out. Marks that find no room become one mark with their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline import edtf

from .lanes import Item, Lane
from .scene import Cell, Scene, unit_of

WIDTH = 900
ROW = 26
"""Height of a row of marks."""
MARK = 24
"""Width and height of the smallest thing to click on."""
GLYPH = 16
MOST_ROWS = 5
ROWS_OF_A_DAY = 40
AROUND = timedelta(days=2)
"""How far beyond its days a date is drawn that is only "around" them."""
SHORTEST_LABEL = 70
"""Room that is needed for a title beside its mark."""
LETTER = 7.8
"""Width of a letter of a title, about."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How long something lasted, or within what it lies."""

    x: str
    y: str
    width: str
    path: str = ""
    """Of a bracket; else empty, and the bar is a box."""
    fade: str = ""
    """both, start or end: where the box fades out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One link of the picture."""

    item: Item
    x: str
    """Of what can be clicked on."""
    y: str
    width: str
    glyph_x: str
    glyph_y: str
    middle: str
    base: str
    """Base line of texts."""
    bar: Bar | None = None
    label: str = ""
    label_x: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """One lane, drawn."""

    lane: Lane
    height: int
    grid: str
    """Path of the lines between cells."""
    marks: tuple[Mark, ...]
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Tick:
    """A name on the axis."""

    text: str
    x: str
    url: str
    title: str


@dataclass(slots=True)
class _Box:
    """An item on its way to its place."""

    item: Item
    left: float
    right: float
    row: int = 0


def x_of(day: date, scene: Scene) -> float:
    """Return where a day begins, in units of the picture; days outside lie beyond its edges."""
    return (day - scene.first).days * day_width(scene)


def day_width(scene: Scene) -> float:
    """Return how wide a day is."""
    return WIDTH / ((scene.last - scene.first).days + 1)


def draw(lane: Lane, scene: Scene) -> Strip:
    """Return a lane with its marks in place, in the order of time."""
    most = ROWS_OF_A_DAY if scene.zoom == "day" else MOST_ROWS
    boxes = _arrange([_box(item, scene) for item in lane.items], scene, most)
    rows = max((box.row for box in boxes), default=0) + 1
    height = rows * ROW + 4
    ends = {row: sorted(box.left for box in boxes if box.row == row) for row in range(rows)}
    boxes.sort(key=lambda box: (box.left, box.row))
    marks = [_mark(box, next((x for x in ends[box.row] if x > box.left), WIDTH), scene) for box in boxes]
    grid = "".join(f"M{x_of(cell.first, scene):.1f} 0V{height}" for cell in scene.cells[1:])
    return Strip(lane, height, grid, tuple(marks))


def _reach(item: Item, scene: Scene) -> tuple[float, float]:
    """Return from where to where an item reaches, within the picture."""
    around = AROUND.days * day_width(scene) if item.shape == "fuzzy" and item.first == item.last else 0.0
    left = x_of(item.first, scene) - around if item.first else 0.0
    right = x_of(item.last, scene) + day_width(scene) + around if item.last else WIDTH
    return max(left, 0.0), min(right, float(WIDTH))


def _box(item: Item, scene: Scene) -> _Box:
    left, right = _reach(item, scene)
    if right - left < MARK:
        middle = (left + right) / 2
        left = min(max(middle - MARK / 2, 0.0), WIDTH - MARK)
        right = left + MARK
    return _Box(item, left, right)


def _arrange(boxes: list[_Box], scene: Scene, most: int) -> list[_Box]:
    """Put boxes into rows; where more rows would be needed, the events filed under one cell become one number."""
    crowded: set[Cell] = set()
    while True:
        placed = _pack([box for box in boxes if _cell_of(box, scene) not in crowded], boxes, crowded, scene)
        found = {_cell_of(box, scene) for box in placed if box.row >= most and box.item.shape != "many"}
        if not found:
            return placed
        crowded |= found


def _pack(alone: list[_Box], boxes: list[_Box], crowded: set[Cell], scene: Scene) -> list[_Box]:
    numbers = [
        _box(_together([box.item for box in boxes if _cell_of(box, scene) == cell], cell, scene), scene)
        for cell in crowded
    ]
    edges: list[float] = []
    for box in sorted(numbers + alone, key=lambda box: (box.left, box.item.shape != "many", -box.right)):
        box.row = next((row for row, edge in enumerate(edges) if edge <= box.left + 0.5), len(edges))
        edges[box.row : box.row + 1] = [box.right]
    return numbers + alone


def _cell_of(box: _Box, scene: Scene) -> Cell:
    """Return the cell under which a box is filed: that in which it begins, the first one for what began before."""
    first = box.item.first or scene.first
    return next((cell for cell in scene.cells if cell.last >= first), scene.cells[-1])


def _together(items: Sequence[Item], cell: Cell, scene: Scene) -> Item:
    number = sum(item.count for item in items)
    title = f"{number} events, {cell.name}: look closer"
    return Item(title, "", scene.into(cell), cell.first, cell.last, "many", None, number)


def _mark(box: _Box, following: float, scene: Scene) -> Mark:
    top = box.row * ROW + 2
    item = box.item
    middle = (box.left + box.right) / 2
    plain = Mark(
        item=item,
        x=f"{box.left:.1f}",
        y=str(top),
        width=f"{box.right - box.left:.1f}",
        glyph_x=f"{middle - GLYPH / 2:.1f}",
        glyph_y=str(top + (MARK - GLYPH) // 2),
        middle=f"{middle:.1f}",
        base=str(top + 16),
    )
    if item.shape == "many":
        return plain
    label_x = middle + GLYPH / 2 + 4
    room = following - label_x
    label = item.label
    if len(label) * LETTER > room:
        label = f"{label[: max(int(room / LETTER) - 1, 0)].rstrip()}…" if room >= SHORTEST_LABEL else ""
    return replace(plain, bar=_bar(item, top, scene), label=label, label_x=f"{label_x:.1f}")


def _bar(item: Item, top: int, scene: Scene) -> Bar | None:
    """Return the bar under a sign, or the bracket; None where it would be no wider than the sign."""
    left, right = _reach(item, scene)
    if item.shape == "day" or right - left < GLYPH:
        return None
    x, width, y = f"{left:.1f}", f"{right - left:.1f}", str(top + MARK - 4)
    if item.shape == "unit":
        low = top + MARK - 1
        return Bar(x, y, width, path=f"M{left + 1:.1f} {low - 6}V{low}H{right - 1:.1f}V{low - 6}")
    fade = ""
    if item.shape == "fuzzy":
        fade = "start" if item.first is None else "end" if item.last is None else "both"
    return Bar(x, y, width, fade=fade)


def ticks(scene: Scene) -> list[Tick]:
    """Return a name for each cell, with the address of the picture of it."""
    return [
        Tick(
            text=cell.label,
            x=f"{(x_of(cell.first, scene) + x_of(cell.last, scene) + day_width(scene)) / 2:.1f}",
            url=scene.into(cell),
            title=cell.name,
        )
        for cell in scene.cells
    ]


def spans(scene: Scene) -> list[Tick]:
    """Return the years above months and the months above days, each where it begins."""
    coarser = {"day": "month", "month": "year"}.get(scene.unit)
    found: dict[str, Tick] = {}
    for cell in scene.cells if coarser else ():
        text = unit_of(cell.first, coarser)
        if text not in found:
            found[text] = Tick(edtf.display(text), f"{x_of(cell.first, scene) + 3:.1f}", "", edtf.display(text))
    return list(found.values())
