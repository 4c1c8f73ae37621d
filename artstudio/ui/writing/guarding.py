"""Methods that Qt calls."""

from __future__ import annotations

import functools
import logging
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")


def guarded(default: Callable[[], R]) -> Callable[[Callable[Concatenate[Any, P], R]], Callable[..., R]]:
    """Log what a method raises and give `default()`: where C++ called it, PySide 6.11 would crash."""

    def wrap(method: Callable[Concatenate[Any, P], R]) -> Callable[..., R]:
        @functools.wraps(method)
        def safe(self: Any, *args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return method(self, *args, **kwargs)
            except Exception:
                log.exception("showing text failed")
                return default()

        return safe

    return wrap
