"""The training window: set a training up on the left, watch it on the right. Not modal: work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from artstudio.engine.job import State
from artstudio.ui import theme
from artstudio.ui.training.course_view import CourseView
from artstudio.ui.training.setup import Setup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from artstudio.studio.training import TrainingPlan
    from artstudio.ui.session import Session
    from artstudio.ui.training.courses import Course

SETUP_PX = 330
SHOWN_ROWS = 4


class TrainingWindow(QDialog):
    """Made once and hidden when closed: trainings go on and can be watched again later."""

    models_wanted = Signal(str)  # plugin id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Train a model"))
        self.resize(980, 640)
        self.setModal(False)
        self.courses = session.courses
        self.setup = Setup(session.catalog)
        self.setup.setFixedWidth(SETUP_PX)
        self.setup.start_wanted.connect(self._start)
        self.setup.manage_wanted.connect(self.models_wanted)
        self.view = CourseView()
        self.list = QListWidget()
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("Trainings"))
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self._list_label = QLabel(self.tr("Trainings"))
        self._list_label.setProperty("dim", True)
        right = QVBoxLayout()
        right.setSpacing(theme.GAP_PX)
        right.addWidget(self._list_label)
        right.addWidget(self.list)
        right.addWidget(self.view, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self.setup)
        row.addLayout(right, 1)

        view = self.view
        view.pause_wanted.connect(self._hold)
        view.stop_wanted.connect(self._stop)
        view.resume_wanted.connect(lambda: self._with_chosen(self.courses.resume))
        view.discard_wanted.connect(lambda: self._with_chosen(self.courses.discard))
        view.play_wanted.connect(session.audition.emit)
        self.courses.added.connect(self._add)
        self.courses.changed.connect(self._refresh)
        self.courses.removed.connect(self._remove)
        for course in self.courses.courses:
            self._add(course)
        self._show_list()

    @property
    def chosen(self) -> Course | None:
        """The training that is shown."""
        row = self.list.currentRow()
        course: Course | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return course

    def open_for(self, plugin_id: str) -> None:
        """Come to the front, set up for a plugin where it can learn."""
        self.setup.choose_plugin(plugin_id)
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.courses.load()
        catalog = self._session.catalog
        if not catalog.plugins and not catalog.loading:
            catalog.load()

    def _start(self, plan: TrainingPlan) -> None:
        self.courses.start(plan)

    def _hold(self, held: bool) -> None:
        course, studio = self.chosen, self._session.studio
        if course is not None and course.job is not None and studio is not None:
            studio.queue.pause(course.job) if held else studio.queue.resume(course.job)

    def _stop(self) -> None:
        course, studio = self.chosen, self._session.studio
        if course is not None and course.job is not None and studio is not None:
            studio.queue.cancel(course.job)

    def _with_chosen(self, do: Callable[[Course], None]) -> None:
        if self.chosen is not None:
            do(self.chosen)

    def _add(self, course: Course) -> None:
        item = QListWidgetItem()
        item.setData(Qt.ItemDataRole.UserRole, course)
        self.list.insertItem(0, item)
        self._label(item, course)
        if course.running or self.list.count() == 1:
            self.list.setCurrentItem(item)
        self._show_list()

    def _refresh(self, course: Course) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(Qt.ItemDataRole.UserRole) is course:
                self._label(item, course)
        if course is self.chosen:
            self.view.show_course(course)

    def _remove(self, course: Course) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) is course:
                self.list.takeItem(row)
                break
        self._show_list()
        self._show_chosen()

    def _label(self, item: QListWidgetItem, course: Course) -> None:
        if course.running:
            assert course.job is not None
            held = course.job.state is State.PAUSED
            name, colour = ("pause-circle", theme.WARN) if held else ("progress-clock", theme.ACCENT)
            words = self.tr("waiting") if course.job.state is State.QUEUED else self.tr("learning")
            words = self.tr("paused") if held else words
        elif course.finished:
            name, colour, words = "check-circle", theme.GOOD, self.tr("finished")
        else:
            name, colour, words = "pause-circle-outline", theme.TEXT_DIM, self.tr("can be resumed")
        item.setIcon(theme.icon(name, colour))
        item.setText(f"{course.run.plan.name}  ·  {course.run.plan.plugin}  ·  {words}")

    def _show_chosen(self) -> None:
        self.view.show_course(self.chosen)

    def _show_list(self) -> None:
        some = self.list.count() > 0
        self.list.setVisible(some)
        rows = min(self.list.count(), SHOWN_ROWS)
        self.list.setFixedHeight(
            rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 4 if some else 0
        )
        self._list_label.setVisible(some)
