"""The window's stylesheet: "${NAME}" stands for a colour of `ui.theme`."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
QMainWindow, QDialog { background: ${PANEL}; }
QMainWindow::separator { background: ${SEAM}; width: 4px; height: 4px; }
QMainWindow::separator:hover { background: ${ACCENT_DIM}; }
QMenuBar { background: ${DESK}; padding: 1px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 3px; }
QMenuBar::item:selected { background: ${RAISED}; }
QMenu { background: ${RAISED}; border: 1px solid ${LINE_STRONG}; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 3px; }
QMenu::item:selected { background: ${ACCENT_DIM}; }
QMenu::item:disabled { color: ${TEXT_OFF}; }
QMenu::separator { height: 1px; background: ${LINE}; margin: 4px 6px; }
QToolTip { background: ${RAISED}; color: ${TEXT}; border: 1px solid ${LINE_STRONG}; padding: 3px 5px; }

QDockWidget { color: ${TEXT_DIM}; font-weight: 600; }
QDockWidget::title { background: ${PANEL}; border-bottom: 1px solid ${LINE}; padding: 5px 8px; }
QTabWidget::pane { background: ${PANEL}; border: 1px solid ${LINE}; }
QTabBar::tab { background: ${DESK}; color: ${TEXT_DIM}; padding: 5px 11px; border: none;
    border-top: 2px solid transparent; }
QTabBar::tab:selected { background: ${PANEL}; color: ${TEXT}; border-top-color: ${ACCENT}; }
QTabBar::tab:hover { color: ${TEXT}; }
QTabBar::tab:focus { color: ${ACCENT_BRIGHT}; border: 1px solid ${ACCENT_BRIGHT}; padding: 5px 10px; }

QPushButton, QToolButton, QComboBox { background: ${RAISED}; border: 1px solid ${LINE}; border-radius: 4px;
    padding: 3px 9px; min-height: 18px; }
QToolButton { padding: 3px; }
QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; }
QPushButton:hover, QToolButton:hover, QToolButton[autoRaise="true"]:hover,
QComboBox:hover { background: ${HOVER}; }
QPushButton:pressed, QToolButton:pressed { background: ${SUNKEN}; }
QPushButton:focus, QToolButton:focus, QToolButton[autoRaise="true"]:focus,
QComboBox:focus { border: 1px solid ${ACCENT_BRIGHT}; }
QPushButton:checked, QToolButton:checked, QToolButton[autoRaise="true"]:checked { background: ${ACCENT_DIM};
    border-color: ${ACCENT}; }
QPushButton:checked:focus, QToolButton:checked:focus,
QToolButton[autoRaise="true"]:checked:focus { border: 1px solid ${TEXT}; }
QPushButton:disabled, QToolButton:disabled { color: ${TEXT_OFF}; }
QPushButton[primary="true"] { background: ${ACCENT}; color: ${ON_ACCENT}; border-color: ${ACCENT};
    font-weight: 600; }
QPushButton[primary="true"]:hover { background: ${ACCENT_BRIGHT}; }
QPushButton[primary="true"]:focus { border: 2px solid ${TEXT}; }
QPushButton[primary="true"]:disabled { background: ${RAISED}; color: ${TEXT_OFF}; border-color: ${LINE}; }

QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit, QListView, QTreeView, QTableView {
    background: ${SUNKEN}; border: 1px solid ${LINE}; border-radius: 4px;
    selection-background-color: ${ACCENT_DIM}; selection-color: ${TEXT}; }
QLineEdit, QSpinBox, QDoubleSpinBox { padding: 2px 5px; min-height: 18px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { background: transparent; border: none;
    padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(${ARROWS}/arrow-down.png); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: ${RAISED}; border: 1px solid ${LINE_STRONG}; }
/* numbers are typed, or stepped by the arrow keys and the wheel: no buttons. Where those would stand decides
   where the number begins */
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button,
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {
    width: 0; height: 0; border: none; image: none;
    subcontrol-origin: content; subcontrol-position: top left; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus,
QTreeView:focus, QTableView:focus { border: 1px solid ${ACCENT_BRIGHT}; }
QTextEdit[page="true"], QTextEdit[page="true"]:focus { border-color: ${SUNKEN}; }
QListView::item { padding: 3px 5px; border-radius: 3px; }
QTreeView::item { padding: 3px 2px; }
QTreeView::item:hover { background: ${RAISED}; }
QTreeView::item:selected { background: ${ACCENT_DIM}; color: ${TEXT}; }
QListView::item:hover { background: ${RAISED}; }
QListView::item:selected { background: ${ACCENT_DIM}; color: ${TEXT}; }

QSlider::groove:horizontal { height: 4px; background: ${SEAM}; border-radius: 2px; }
QSlider::sub-page:horizontal { background: ${ACCENT}; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: ${LINE}; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px;
    background: ${TEXT}; }
QSlider::handle:horizontal:disabled { background: ${TEXT_OFF}; }
QSlider::handle:horizontal:focus { background: ${DESK}; border: 3px solid ${ACCENT_BRIGHT};
    width: 8px; height: 8px; margin: -5px -1px; border-radius: 7px; }
QProgressBar { background: ${DESK}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
    color: transparent; }
QProgressBar::chunk { background: ${ACCENT}; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 11px; }
QScrollBar:horizontal { background: transparent; height: 11px; }
QScrollBar::handle { background: ${LINE_STRONG}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 26px; }
QScrollBar::handle:horizontal { min-width: 26px; }
QScrollBar::handle:hover { background: ${TEXT_OFF}; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
QGroupBox { border: 1px solid ${LINE}; border-radius: 5px; margin-top: 10px; padding-top: 6px; }
QGroupBox::title { subcontrol-origin: margin; left: 8px; color: ${TEXT_DIM}; }
QStatusBar { background: ${DESK}; color: ${TEXT_DIM}; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: ${TEXT_DIM}; padding: 0 6px; }
QLabel[dim="true"] { color: ${TEXT_DIM}; }
QLabel[heading="true"] { font-weight: 600; }
QSplitter::handle { background: ${SEAM}; }
QFrame[panel="true"] { background: ${RAISED}; border: 1px solid ${LINE}; border-radius: 5px; }
QFrame[overlay="true"] { background: ${RAISED}; border: 1px solid ${LINE_STRONG}; border-radius: 8px; }
QLabel[tone="bad"] { color: ${BAD}; }
QLabel[tone="warn"] { color: ${WARN}; }
QFrame[hairline="true"] { color: ${LINE}; }
QCheckBox::indicator { width: 12px; height: 12px; border: 1px solid ${TEXT_DIM}; border-radius: 3px;
    background: ${SUNKEN}; }
QCheckBox::indicator:checked { background: ${ACCENT}; border-color: ${ACCENT};
    image: url(${ARROWS}/check-${CHECK}.png); }
QCheckBox::indicator:disabled { border-color: ${LINE}; background: ${PANEL}; }
QCheckBox::indicator:focus { border: 2px solid ${ACCENT_BRIGHT}; width: 10px; height: 10px; }
QCheckBox:focus, QRadioButton:focus { color: ${ACCENT_BRIGHT}; }
QGroupBox:focus { border-color: ${ACCENT_BRIGHT}; }
"""
