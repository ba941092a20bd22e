"""Finds the data that ships with fanlint: inside an installed wheel, or beside the package in a checkout."""

from __future__ import annotations

import os

_HERE = os.path.dirname(os.path.abspath(__file__))


def data_folder(name: str) -> str:
    """The folder of shipped ``rules`` or ``canon``."""
    inside = os.path.join(_HERE, "_data", name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), name)


def package_folder(name: str) -> str:
    """A folder of the package itself, such as ``checks``."""
    return os.path.join(_HERE, name)


def files(folder: str, ending: str) -> list[str]:
    """Paths of the files of a folder with an ending, sorted; none where there is no such folder."""
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [
        os.path.join(folder, name)
        for name in sorted(names)
        if name.endswith(ending) and not name.startswith(("_", "."))
    ]


def shown(path: str) -> str:
    """A path as people are shown it: relative where it lies below the working folder."""
    if not os.path.isabs(path):
        return path
    here = os.getcwd().rstrip(os.sep) + os.sep
    return path[len(here) :] if path.startswith(here) else path
