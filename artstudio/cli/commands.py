"""Which commands there are. No click here: the entry asks this before it opens the window."""

from __future__ import annotations

# Name: (module below artstudio.cli, its click command, what it does).
COMMANDS = {
    "doctor": ("doctor", "doctor", "Say what this machine can do, with fixes."),
    "demo": ("demo", "demo", "Make something of everything with the starter models."),
    "plugins": ("plugins", "plugins", "List, inspect, write, check, install and remove plugins."),
    "run": ("run", "run", "Run a plugin's action on files."),
    "train": ("train", "train", "Train a plugin's model on your own files."),
    "evaluate": ("train", "evaluate", "Judge a model on data."),
    "manual": ("manual", "manual", "Write the manual as web pages."),
    "export": ("export", "export", "Write a project or another file in another format."),
}
