"""How the window looks: a dark, calm palette, one accent, one stylesheet.

Widgets take every colour and size from here; nothing else in `ui` holds a colour literal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette

from artstudio.base.paths import resources
from artstudio.ui.icons import glyph_icon

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

DESK = "#17181b"  # behind the work: the canvas' surround, the piano roll's ground
SUNKEN = "#1c1d21"  # fields to type in, lists
PANEL = "#232529"  # docks
RAISED = "#2e3138"  # buttons, headers
HOVER = "#3a3e47"
LINE = "#383b43"  # hairlines between things
LINE_STRONG = "#50545f"
TEXT = "#dfe1e6"
TEXT_DIM = "#9298a5"
TEXT_OFF = "#5c616c"  # disabled
ACCENT = "#4fb3a5"
ACCENT_BRIGHT = "#6fd0c2"
ACCENT_DIM = "#2b5f59"  # behind selected things
ON_ACCENT = "#0e1715"  # text on the accent
GOOD = "#7fb069"
WARN = "#e0a84e"
BAD = "#e06c64"

QUOTED = "#b9c4c4"  # quoted text
CODE_GROUND = "#16171a"  # below a paragraph of code
# below letters, with some transparency (#AARRGGBB): where text is from, and what was searched for
GENERATED_WASH = "#404fb3a5"
EDITED_WASH = "#48d9a04f"
TYPED_WASH = "#1e8a9be8"
GHOST = "#7fa8a2"  # text that a model is writing
FOUND_WASH = "#70806a2a"
FOUND_HERE_WASH = "#c0b98a2c"

# one colour a track or curve, told apart by hue at equal weight
SERIES = ("#4fb3a5", "#d9a04f", "#8a9be8", "#d9768f", "#86b85c", "#b98ad6", "#5aa9d6", "#c98a63")

CHINESE_FONTS = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")

GAP_PX = 6
ROW_PX = 24  # the height of a row in lists and of a button
ICON_PX = 18


def icon(name: str, colour: str = TEXT) -> QIcon:
    """The Material Design icon `name` ("brush", "play"...; without prefix), crisp at every scale."""
    return glyph_icon(name, colour, TEXT_OFF)


def apply(app: QApplication) -> None:
    """Give `app` the look."""
    app.setStyle("Fusion")
    app.setPalette(_palette())
    font = QFont(app.font())
    font.setPointSizeF(9.5)
    # what Latin fonts lack is looked for here first: left to chance, Chinese may come out bold or as boxes
    # (an alias such as "Sans Serif" is resolved: left as it is, its quotes would be Chinese, too)
    font.setFamilies([QFontInfo(font).family(), *CHINESE_FONTS])
    app.setFont(font)
    app.setStyleSheet(_STYLE)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: PANEL,
        role.WindowText: TEXT,
        role.Base: SUNKEN,
        role.AlternateBase: PANEL,
        role.Text: TEXT,
        role.PlaceholderText: TEXT_DIM,
        role.Button: RAISED,
        role.ButtonText: TEXT,
        role.BrightText: BAD,
        role.ToolTipBase: RAISED,
        role.ToolTipText: TEXT,
        role.Highlight: ACCENT_DIM,
        role.HighlightedText: TEXT,
        role.Link: ACCENT_BRIGHT,
        role.Light: HOVER,
        role.Midlight: RAISED,
        role.Mid: LINE,
        role.Dark: DESK,
        role.Shadow: DESK,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(TEXT_OFF))
    return palette


_ARROWS = (resources() / "ui").as_posix()  # a stylesheet takes its arrows only from files

_STYLE = f"""
QMainWindow, QDialog {{ background: {PANEL}; }}
QMainWindow::separator {{ background: {DESK}; width: 4px; height: 4px; }}
QMainWindow::separator:hover {{ background: {ACCENT_DIM}; }}
QMenuBar {{ background: {DESK}; padding: 1px 4px; }}
QMenuBar::item {{ padding: 4px 9px; border-radius: 3px; }}
QMenuBar::item:selected {{ background: {RAISED}; }}
QMenu {{ background: {RAISED}; border: 1px solid {LINE_STRONG}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 3px; }}
QMenu::item:selected {{ background: {ACCENT_DIM}; }}
QMenu::item:disabled {{ color: {TEXT_OFF}; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 6px; }}
QToolTip {{ background: {RAISED}; color: {TEXT}; border: 1px solid {LINE_STRONG}; padding: 3px 5px; }}

QDockWidget {{ color: {TEXT_DIM}; font-weight: 600; }}
QDockWidget::title {{ background: {PANEL}; border-bottom: 1px solid {LINE}; padding: 5px 8px; }}
QTabWidget::pane {{ background: {PANEL}; border: 1px solid {LINE}; }}
QTabBar::tab {{ background: {DESK}; color: {TEXT_DIM}; padding: 5px 11px; border: none;
    border-top: 2px solid transparent; }}
QTabBar::tab:selected {{ background: {PANEL}; color: {TEXT}; border-top-color: {ACCENT}; }}
QTabBar::tab:hover {{ color: {TEXT}; }}
QTabBar::tab:focus {{ color: {ACCENT_BRIGHT}; }}

QPushButton, QToolButton, QComboBox {{ background: {RAISED}; border: 1px solid {LINE}; border-radius: 4px;
    padding: 3px 9px; min-height: 18px; }}
QToolButton {{ padding: 3px; }}
QToolButton[autoRaise="true"] {{ background: transparent; border-color: transparent; }}
QPushButton:hover, QToolButton:hover, QToolButton[autoRaise="true"]:hover,
QComboBox:hover {{ background: {HOVER}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {SUNKEN}; }}
QPushButton:focus, QToolButton:focus, QComboBox:focus {{ border-color: {ACCENT}; }}
QPushButton:checked, QToolButton:checked, QToolButton[autoRaise="true"]:checked {{ background: {ACCENT_DIM};
    border-color: {ACCENT}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {TEXT_OFF}; }}
QPushButton[primary="true"] {{ background: {ACCENT}; color: {ON_ACCENT}; border-color: {ACCENT};
    font-weight: 600; }}
QPushButton[primary="true"]:hover {{ background: {ACCENT_BRIGHT}; }}
QPushButton[primary="true"]:focus {{ border-color: {TEXT}; }}
QPushButton[primary="true"]:disabled {{ background: {RAISED}; color: {TEXT_OFF}; border-color: {LINE}; }}

QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView {{
    background: {SUNKEN}; border: 1px solid {LINE}; border-radius: 4px;
    selection-background-color: {ACCENT_DIM}; selection-color: {TEXT}; }}
QLineEdit, QSpinBox, QDoubleSpinBox {{ padding: 2px 5px; min-height: 18px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ background: transparent; border: none;
    padding: 0; min-height: 0; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: url({_ARROWS}/arrow-down.png); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {RAISED}; border: 1px solid {LINE_STRONG}; }}
/* numbers are typed, or stepped by the arrow keys and the wheel: no buttons. Where those would stand decides
   where the number begins */
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button,
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{
    width: 0; height: 0; border: none; image: none;
    subcontrol-origin: content; subcontrol-position: top left; }}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus,
QTreeView:focus, QTableView:focus {{ border-color: {ACCENT}; }}
QTextEdit[page="true"], QTextEdit[page="true"]:focus {{ border-color: {SUNKEN}; }}
QListView::item {{ padding: 3px 5px; border-radius: 3px; }}
QTreeView::item {{ padding: 3px 2px; }}
QTreeView::item:hover {{ background: {RAISED}; }}
QTreeView::item:selected {{ background: {ACCENT_DIM}; color: {TEXT}; }}
QListView::item:hover {{ background: {RAISED}; }}
QListView::item:selected {{ background: {ACCENT_DIM}; color: {TEXT}; }}

QSlider::groove:horizontal {{ height: 4px; background: {DESK}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {ACCENT}; border-radius: 2px; }}
QSlider::sub-page:horizontal:disabled {{ background: {LINE}; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
    background: {TEXT}; }}
QSlider::handle:horizontal:disabled {{ background: {TEXT_OFF}; }}
QSlider::handle:horizontal:focus {{ background: {ACCENT_BRIGHT}; }}
QProgressBar {{ background: {DESK}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    color: transparent; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 11px; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; }}
QScrollBar::handle {{ background: {LINE_STRONG}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 26px; }}
QScrollBar::handle:horizontal {{ min-width: 26px; }}
QScrollBar::handle:hover {{ background: {TEXT_OFF}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; width: 0; height: 0; }}
QGroupBox {{ border: 1px solid {LINE}; border-radius: 5px; margin-top: 10px; padding-top: 6px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 8px; color: {TEXT_DIM}; }}
QStatusBar {{ background: {DESK}; color: {TEXT_DIM}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {TEXT_DIM}; padding: 0 6px; }}
QLabel[dim="true"] {{ color: {TEXT_DIM}; }}
QLabel[heading="true"] {{ font-weight: 600; }}
QSplitter::handle {{ background: {DESK}; }}
QFrame[panel="true"] {{ background: {RAISED}; border: 1px solid {LINE}; border-radius: 5px; }}
"""
