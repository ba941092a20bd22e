"""Finds the drafts: files as they were named, and those in folders, without what .gitignore and “exclude” leave out."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from fanlint.config import Glob
from fanlint.errors import FanlintError, UnreadableFile
from fanlint.folders import shown
from fanlint.formats import ENDINGS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Excludes = Callable[[str], tuple[Glob, ...]]


class Draft(NamedTuple):
    """A file to check; ``named`` when the user named it, rather than a folder above it."""

    path: str
    named: bool


class Found(NamedTuple):
    """The drafts in order, each once, and what could not be looked at."""

    drafts: tuple[Draft, ...]
    errors: tuple[FanlintError, ...]


class _Ignored(NamedTuple):
    """The patterns of one .gitignore, seen from its folder."""

    folder: str
    spec: "GitIgnoreSpec"


def find_drafts(paths: Iterable[str], excludes: Excludes, *, force_exclude: bool = False) -> Found:
    """The drafts that ``paths`` stand for. ``excludes`` gives the patterns that hold in a folder (absolute).

    A named file is a draft whatever its ending, and even if a pattern leaves it out, but for ``force_exclude``; one
    that does not exist is left for the reader to report.
    """
    found: dict[str, Draft] = {}
    errors: list[FanlintError] = []
    for path in paths:
        if os.path.isdir(path):
            for walked in _walk(path, excludes, errors, force_exclude):
                real = os.path.realpath(walked)
                if real not in found or (os.path.islink(found[real].path) and not found[real].named):
                    found[real] = Draft(walked, False)
        elif not (force_exclude and is_matched(path, excludes(folder_of(path)))):
            real = os.path.realpath(path)
            if real not in found or not found[real].named:
                found[real] = Draft(path, True)
    return Found(tuple(found.values()), tuple(errors))


def folder_of(path: str) -> str:
    """The folder, absolute, that a file stands in."""
    return os.path.dirname(os.path.abspath(path))


def _walk(top: str, excludes: Excludes, errors: list[FanlintError], force_exclude: bool) -> Iterator[str]:
    absolute = os.path.abspath(top)
    if force_exclude and is_matched(absolute + "/", excludes(absolute)):
        return
    root = os.path.realpath(top).rstrip(os.sep) + os.sep
    yield from _folder(top, root, tuple(_ignores_above(absolute)), excludes, errors)


def _folder(
    folder: str, root: str, ignored: tuple[_Ignored, ...], excludes: Excludes, errors: list[FanlintError]
) -> Iterator[str]:
    """The drafts in one folder and below it, sorted; ``root`` is the real path of the walk, which no link may leave."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        errors.append(UnreadableFile(folder, f"the folder cannot be read: {error.strerror or error}."))
        return
    absolute = os.path.abspath(folder)
    if any(entry.name == ".gitignore" for entry in ordered):
        ignored = (*ignored, *_ignore_of(absolute))
    globs = excludes(absolute)
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        path = os.path.join(folder, entry.name) if folder != "." else entry.name
        if entry.is_dir(follow_symlinks=False):
            marked = os.path.join(absolute, entry.name) + "/"
            if not _is_ignored(marked, ignored) and not is_matched(marked, globs):
                yield from _folder(path, root, ignored, excludes, errors)
        elif entry.name.lower().endswith(ENDINGS) and _is_file_below(entry, root):
            whole = os.path.join(absolute, entry.name)
            if not _is_ignored(whole, ignored) and not is_matched(whole, globs):
                yield path


def _is_file_below(entry: os.DirEntry[str], root: str) -> bool:
    """Whether an entry is a file, and if it is a link, one to a file of the same walk."""
    try:
        if not entry.is_file():
            return False
    except OSError:
        return False
    return not entry.is_symlink() or os.path.realpath(entry.path).startswith(root)


def _ignores_above(folder: str) -> list[_Ignored]:
    """What the .gitignore files above a folder say, the outermost first; only inside a git repository."""
    found: list[_Ignored] = []
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return []
        folder = above
        found[:0] = _ignore_of(folder)
    return found


def _ignore_of(folder: str) -> list[_Ignored]:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = tuple(file.read().splitlines())
    except OSError:
        return []
    return [_Ignored(folder, _spec(lines))]


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # 20 ms: only where there are patterns

    return GitIgnoreSpec.from_lines(patterns)


def _is_ignored(path: str, ignored: tuple[_Ignored, ...]) -> bool:
    """Whether the innermost .gitignore that says anything of a path (absolute, a folder with “/”) leaves it out."""
    for folder, spec in reversed(ignored):
        if (decided := spec.check_file(_below(path, folder)).include) is not None:
            return decided
    return False


def is_matched(path: str, globs: tuple[Glob, ...]) -> bool:
    """Whether any pattern holds for a path; the last that says anything of it decides, as in .gitignore."""
    if not globs:
        return False
    ending = "/" if path.endswith("/") else ""
    absolute = os.path.abspath(path) + ending
    matched = False
    for folder in dict.fromkeys(glob.folder for glob in globs):
        inside = folder.rstrip(os.sep) + os.sep
        if absolute.startswith(inside):
            spec = _spec(tuple(glob.pattern for glob in globs if glob.folder == folder))
            decided = spec.check_file(_below(absolute, folder)).include
            matched = matched if decided is None else decided
    return matched


def _below(path: str, folder: str) -> str:
    return path[len(folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/")


def name_in(root: str, path: str) -> str:
    """A file's path as it is kept in the project: from the folder of ``.fanlint``, with “/”."""
    try:
        return os.path.relpath(path, root).replace(os.sep, "/")
    except ValueError:  # on another drive
        return shown(os.path.abspath(path)).replace(os.sep, "/")
