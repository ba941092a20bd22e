"""Checks and fixes texts and files under given settings: what the command line, editors and other programs build on.

Nothing here prints, and nothing depends on the working directory.
"""

from __future__ import annotations

import os
import threading
from functools import cached_property
from typing import NamedTuple

from fanlint import formats
from fanlint.canon.load import load_canons
from fanlint.canon.model import Canon
from fanlint.config import FOLDER, Settings, named_by, read_words
from fanlint.engine.applicability import rules_on, settings_of
from fanlint.engine.fixing import Fixed
from fanlint.engine.judgement import Judge
from fanlint.engine.linter import Linter
from fanlint.engine.suppress import load_accepted
from fanlint.errors import BadRule, UnknownName
from fanlint.files import name_in
from fanlint.formats.base import Source
from fanlint.formats.save import save
from fanlint.model import Finding, Safety
from fanlint.rules.catalog import Catalog
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document


class FixedText(NamedTuple):
    """A text with its fixes applied, the findings fixed on the way, and those that are left (spans of ``text``)."""

    text: str
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]


class Session:
    """One set of settings with all that it needs: rules, canon and word lists, each loaded once, on first use.

    Several threads may use one session. What goes wrong with settings, rules or files is raised as a FanlintError.
    """

    def __init__(
        self, settings: Settings | None = None, *, catalog: Catalog | None = None, judge: Judge | None = None
    ) -> None:
        """``catalog`` shares the rules of another session with the same plugins; ``judge`` decides on candidates."""
        self.settings = Settings() if settings is None else settings
        self._catalog = catalog
        self._judge = judge
        self._linters: dict[Settings, Linter] = {}
        self._lock = threading.RLock()

    def check(self, text: str, *, name: str = "") -> list[Finding]:
        """The findings in a text, in order of place; spans are code points of ``text`` for plain text.

        ``name`` is the path of the text, whether there is such a file or not: its ending tells the format, and
        “per-file-ignores” and accepted findings go by it.
        """
        return self.check_source(formats.from_text(text, self._path_of(name)))

    def fix(self, text: str, *, name: str = "", safety: Safety = Safety.SAFE) -> FixedText:
        """The text with every fix applied that is at least as sure as ``safety``; ``name`` as for ``check``.

        Raises FightingRules when rules undo one another's fixes.
        """
        fixed = self.fix_source(formats.from_text(text, self._path_of(name)), safety=safety)
        return FixedText(fixed.source.written, fixed.fixed, fixed.left)

    def check_file(self, path: str) -> list[Finding]:
        """The findings in a file, in order of place; spans are code points of its prose, without markup."""
        return self.check_source(formats.read(path))

    def fix_file(self, path: str, *, safety: Safety = Safety.SAFE) -> Fixed:
        """Fix a file and save it; raises NotSaved, with the file as it was, where that cannot be done."""
        before = formats.read(path)
        fixed = self.fix_source(before, safety=safety)
        if fixed.fixed:
            save(path, fixed.source.to_bytes(), before.to_bytes())
        return fixed

    def check_source(self, source: Source) -> list[Finding]:
        """The findings in a source that was read before."""
        try:
            return self.linter(source.path).check(source, self._known_as(source.path))
        except BadRule as error:
            raise _in_draft(error, source.path) from error

    def fix_source(self, source: Source, *, safety: Safety = Safety.SAFE) -> Fixed:
        """Fix a source that was read before; nothing is saved."""
        try:
            return self.linter(source.path).fix(source, safety=safety, name=self._known_as(source.path))
        except BadRule as error:
            raise _in_draft(error, source.path) from error

    @cached_property
    def catalog(self) -> Catalog:
        """All rules there are for these settings, on or off."""
        return self._catalog or Catalog(self.settings.plugins)

    def rules(self, path: str = "") -> tuple[Rule, ...]:
        """The rules that are on for a file and hold for the language of the draft, sorted by name."""
        return self.linter(path).rules

    def explanation(self, name: str) -> str:
        """The explanation of a rule; empty where there is no such rule."""
        return self.catalog.load(name).explanation if name in self.catalog.names else ""

    def story(self, document: Document) -> Story:
        """A draft with what these settings know around it, for whoever reads it without rules."""
        settings = self.settings
        return Story(document, self._canon, self._words, settings.english, settings.language)

    def linter(self, path: str = "") -> Linter:
        """The linter for a file; files for which the same rules are on share it."""
        settings = settings_of(self.settings, path) if path else self.settings._replace(per_file_ignores=())
        with self._lock:
            if settings not in self._linters:
                self._linters[settings] = self._new_linter(settings)
            return self._linters[settings]

    def _new_linter(self, settings: Settings) -> Linter:
        return Linter(
            [self.catalog.load(name) for name in rules_on(self.catalog, settings)],
            self._canon,
            self._words,
            settings.english,
            load_accepted(settings.accepted_path) if settings.accepted_path else frozenset(),
            settings.language,
            settings.speakers,
            self._judge,
        )

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """The words that are right here: the settings', and those of the word list."""
        settings = self.settings
        if not settings.words_path:
            return settings.words
        return (*settings.words, *read_words(settings.words_path, required=settings.words_file is not None))

    @cached_property
    def _canon(self) -> Canon | None:
        settings = self.settings
        if not settings.canon:
            return None
        try:
            return load_canons(settings.canon, canon_folders(settings))
        except UnknownName as error:
            raise UnknownName(error.kind, error.name, error.nearest, named_by(settings.origin("canon"))) from None

    def _path_of(self, name: str) -> str:
        """The path of a text, seen from the root folder."""
        return os.path.join(self.settings.root, name) if name else ""

    def _known_as(self, path: str) -> str:
        """A file's path as accepted findings have it."""
        return name_in(self.settings.root, path) if self.settings.root else path


def canon_folders(settings: Settings) -> tuple[str, ...]:
    """Where a project keeps canons of its own."""
    return (os.path.join(settings.root, FOLDER, "canon"),) if settings.root else ()


def _in_draft(error: BadRule, path: str) -> BadRule:
    return BadRule(error.rule, error.reason, error.where or path)
