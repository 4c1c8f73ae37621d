"""Entry of every process that runs a plugin's code: `python -I -S launch.py RULES MODULE ARGUMENTS...`.

Nothing but the standard library is imported before the rules hold: no `site`, no `.pth` file, no package of
an environment. Then MODULE, a module of the sdk or a script's path, is run with ARGUMENTS, in this process:
starting another program is among what the rules forbid.
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> None:
    """Confines this process, then runs what it was started for."""
    sys.path.insert(0, str(ROOT))
    from artstudio.sandbox import bounds, landlock, modules, seccomp
    from artstudio.sandbox.rules import Rules

    rules = Rules.from_json(arguments[0])
    bounds.die_with_parent()
    if rules.confine:
        bounds.limit(rules)
        bounds.drop_privileges()
        seccomp.forbid_new_privileges()
        landlock.restrict(rules)
        seccomp.restrict(rules)
    modules.install(ROOT / "artstudio" / "sdk", dict(rules.modules), rules.metadata, rules.path)
    module, sys.argv = arguments[1], arguments[1:]
    if module.endswith(".py"):
        runpy.run_path(module, run_name="__main__")
    else:
        runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
