"""The Render film dialog: into what kind of file, how large, how fast, how good, with music or without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.media.film_format import QUALITIES
from artstudio.media.movies import FILM_FORMATS
from artstudio.sdk import StudioError
from artstudio.studio.rendering import RenderSettings, look_of, target
from artstudio.ui.dialogs.answer_buttons import answer_buttons
from artstudio.ui.words import counted, sentence

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet

RATES: Final = (12.0, 24.0, 25.0, 30.0, 50.0, 60.0)
HEIGHTS_PX: Final = (720, 1080)


class RenderDialog(QDialog):
    """Asks how to render the film of `sheet`; `start` is the file to begin with, without its suffix."""

    def __init__(self, parent: QWidget | None, sheet: Sheet, start: Path) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Render film"))
        self._sheet = sheet
        self.format = QComboBox()
        titles = self._format_titles()
        for suffix in FILM_FORMATS:
            self.format.addItem(titles.get(suffix, suffix), suffix)
        self.size_box = QComboBox()
        for title, sides in self._sizes():
            self.size_box.addItem(title, sides)
        self.rate = QComboBox()
        self.rate.addItem(self.tr("As the film, {n}").format(n=f"{sheet.film.fps:g}"), None)
        for fps in RATES:
            self.rate.addItem(f"{fps:g}", fps)
        self.quality = QComboBox()
        for quality, title in zip(
            QUALITIES, (self.tr("Draft"), self.tr("Good"), self.tr("Best")), strict=True
        ):
            self.quality.addItem(title, quality)
        self.quality.setCurrentIndex(self.quality.findData("good"))
        self.sound = QCheckBox(self.tr("With the music"))
        self.sound.setChecked(True)
        self.file = QLineEdit(str(start.with_name(start.name + self._suffix)))
        self.file.setMinimumWidth(300)
        choose = QPushButton(self.tr("Choose…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_file)
        self.outcome = QLabel()
        self.outcome.setProperty("dim", "true")
        self.outcome.setWordWrap(True)
        buttons = answer_buttons(self, self.tr("Render"))
        self.go = buttons.button(QDialogButtonBox.StandardButton.Ok)

        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(choose)
        form = QFormLayout()
        for title, widget in (
            (self.tr("Format"), self.format),
            (self.tr("Size"), self.size_box),
            (self.tr("Frames a second"), self.rate),
            (self.tr("Quality"), self.quality),
            ("", self.sound),
        ):
            form.addRow(title, widget)
            if title:
                widget.setAccessibleName(title)
        form.addRow(self.tr("File"), place)
        self.file.setAccessibleName(self.tr("File"))
        form.addRow("", self.outcome)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(480)
        self.format.currentIndexChanged.connect(self._follow_format)
        for box in (self.size_box, self.rate, self.quality):
            box.currentIndexChanged.connect(self._show_outcome)
        self.sound.toggled.connect(self._show_outcome)
        self.file.textChanged.connect(self._show_outcome)
        self._follow_format()

    @property
    def path(self) -> Path:
        """The file that is chosen now, with the suffix of the format."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix.lower() == self._suffix else path.with_name(path.name + self._suffix)

    def answer(self) -> RenderSettings:
        """What is chosen now."""
        sides = self.size_box.currentData()
        width, height = sides or (None, None)
        sound = self.sound.isEnabled() and self.sound.isChecked()
        return RenderSettings(
            self._suffix, width, height, self.rate.currentData(), self.quality.currentData(), sound
        )

    @property
    def _suffix(self) -> str:
        return str(self.format.currentData())

    def _sizes(self) -> list[tuple[str, tuple[int, int] | None]]:
        """Titles and sides; None stands for the canvas's own. The shape is kept."""
        width, height = self._sheet.canvas.width_px, self._sheet.canvas.height_px
        sizes: list[tuple[str, tuple[int, int] | None]] = [
            (self.tr("As the canvas, {w} × {h}").format(w=width, h=height), None),
            (self.tr("Half, {w} × {h}").format(w=width // 2, h=height // 2), (width // 2, height // 2)),
        ]
        for lines in HEIGHTS_PX:
            scale = lines / min(width, height)
            w, h = round(width * scale), round(height * scale)
            sizes.append((self.tr("{lines}p, {w} × {h}").format(lines=lines, w=w, h=h), (w, h)))
        return sizes

    def _format_titles(self) -> dict[str, str]:
        return {
            ".mp4": self.tr("MP4 (H.264): plays everywhere"),
            ".webm": self.tr("WebM (VP9): for web pages"),
            ".gif": self.tr("GIF: loops, no sound, 256 colours"),
            ".webp": self.tr("WebP: loops, no sound"),
            ".png": self.tr("PNG: numbered pictures in a folder"),
        }

    def _choose_file(self) -> None:
        title = self.format.currentText().partition(":")[0]
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Render film"), str(self.path), f"{title} (*{self._suffix})"
        )
        if name:
            self.file.setText(name)

    def _follow_format(self) -> None:
        """The file's name goes along, and formats without a place for sound take none."""
        path = Path(self.file.text().strip())
        if path.suffix.lower() in FILM_FORMATS:
            self.file.setText(str(path.with_suffix(self._suffix)))
        has_sound, silent = FILM_FORMATS[self._suffix].sound, self._sheet.music.silent
        self.sound.setEnabled(has_sound and not silent)
        self.sound.setToolTip(
            self.tr("There is no music in this project.") if silent
            else "" if has_sound
            else self.tr("This format has no place for sound.")
        )  # fmt: skip
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Say what it will be, or why it cannot be."""
        try:
            look, film = look_of(self._sheet, self.answer())
        except StudioError as error:
            self.outcome.setText(sentence(error))
            self.go.setEnabled(False)
            return
        seconds = film.frames / look.fps
        words = self.tr("{time} long · {frames} · {w} × {h} pixels at {fps} a second").format(
            time=f"{int(seconds // 60)}:{seconds % 60:04.1f}",
            frames=counted(film.frames, self.tr("{n} frame"), self.tr("{n} frames")),
            w=look.width_px, h=look.height_px, fps=f"{look.fps:g}",
        )  # fmt: skip
        named = bool(self.file.text().strip())
        if named and target(self.path).exists():
            words += "\n" + self.tr("{name} is there already and will be replaced.").format(
                name=target(self.path).name
            )
        self.outcome.setText(words)
        self.go.setEnabled(named)
