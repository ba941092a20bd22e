"""What a file needs to be checked: its settings, and the linter that they ask for, each made once."""

from __future__ import annotations

import os

from fanlint.canon.load import load_canons
from fanlint.canon.model import Canon
from fanlint.config import FOLDER, Configs, Layer, Selection, Settings, merge, read_words, root_for, shown
from fanlint.engine.linter import Linter
from fanlint.engine.suppress import load_accepted
from fanlint.errors import ConfigError, UnknownName
from fanlint.files import folder_of, is_matched
from fanlint.rules.catalog import Catalog
from fanlint.story import Story
from fanlint.text.document import Document


class Project:
    """Settings and linters for the files of one run. ``flags`` win over every config file.

    ``config`` is used in place of what would be found; ``isolated`` uses none.
    """

    def __init__(self, flags: Layer | None = None, *, config: str | None = None, isolated: bool = False) -> None:
        self._flags = flags
        self._config = config
        self._isolated = isolated
        self._configs = Configs()
        self._folders: dict[str, Settings] = {}
        self._catalogs: dict[tuple[str, ...], Catalog] = {}
        self._linters: dict[Settings, Linter] = {}
        if config is not None and not os.path.isfile(config):
            raise ConfigError(config, "no such config file.", "Check the spelling of its name.")

    def folder_settings(self, folder: str) -> Settings:
        """The settings of a folder (absolute); raises ConfigError."""
        if folder not in self._folders:
            config = None
            if self._config is not None:
                config = os.path.abspath(self._config)
            elif not self._isolated:
                config = self._configs.find(folder)
            settings = Settings(root_for(folder, config), config)
            for layer in self._configs.layers(config) if config else ():
                settings = merge(settings, layer)
            self._folders[folder] = settings if self._flags is None else merge(settings, self._flags)
        return self._folders[folder]

    def settings(self, path: str) -> Settings:
        """The settings of a file, with what its path leaves out counted among the rules that are off."""
        settings = self.folder_settings(folder_of(path))
        left_out = tuple(
            name for glob, names in settings.per_file_ignores if is_matched(path, (glob,)) for name in names
        )
        if left_out:
            off = Selection((), (), left_out, settings.origin("per-file-ignores"))
            settings = settings._replace(selections=(*settings.selections, off))
        return settings._replace(per_file_ignores=())

    def catalog(self, settings: Settings) -> Catalog:
        """All rules there are for these settings."""
        if settings.plugins not in self._catalogs:
            self._catalogs[settings.plugins] = Catalog(tuple(map(shown, settings.plugins)))
        return self._catalogs[settings.plugins]

    def rule_names(self, settings: Settings) -> tuple[str, ...]:
        """The rules that are on, sorted; raises UnknownName, saying which place names what does not exist."""
        catalog = self.catalog(settings)
        first, *rest = settings.selections or (Selection((), (), (), settings.origin("profile")),)
        chosen: set[str] = set()
        if not first.select:
            chosen.update(catalog.select(settings.profile, where=_place(settings.origin("profile"))))
        for selection in (first, *rest):
            where = _place(selection.where)
            chosen.update(
                name for one in (*selection.select, *selection.extend) for name in catalog.matching(one, where)
            )
            chosen.difference_update(name for one in selection.ignore for name in catalog.matching(one, where))
        return tuple(sorted(chosen))

    def rules_in_use(self, settings: Settings) -> tuple[str, ...]:
        """Those of the rules that are on which hold for the language of the drafts, sorted."""
        catalog = self.catalog(settings)
        return tuple(name for name in self.rule_names(settings) if catalog.load(name).holds_in(settings.language))

    def linter(self, settings: Settings) -> Linter:
        """The linter for these settings; files that share them share it."""
        if settings not in self._linters:
            catalog = self.catalog(settings)
            self._linters[settings] = Linter(
                [catalog.load(name) for name in self.rule_names(settings)],
                self._canon(settings),
                _words(settings),
                settings.english,
                load_accepted(shown(settings.accepted_path)),
                settings.language,
                settings.speakers,
            )
        return self._linters[settings]

    def story(self, settings: Settings, document: Document) -> Story:
        """A draft with what these settings know around it, for whoever reads it without rules."""
        return Story(document, self._canon(settings), _words(settings), settings.english, settings.language)

    def explanation(self, name: str) -> str:
        """The explanation of a rule that some linter of this run has; empty for any other name."""
        for linter in self._linters.values():
            for rule in linter.rules:
                if rule.name == name:
                    return rule.explanation
        return ""

    def _canon(self, settings: Settings) -> Canon | None:
        if not settings.canon:
            return None
        try:
            return load_canons(settings.canon, canon_folders(settings))
        except UnknownName as error:
            raise UnknownName(error.kind, error.name, error.nearest, _place(settings.origin("canon"))) from None


def canon_folders(settings: Settings) -> tuple[str, ...]:
    """Where a project keeps canons of its own."""
    return (os.path.join(settings.root, FOLDER, "canon"),)


def _words(settings: Settings) -> tuple[str, ...]:
    """The words that are right here: the config's, and those of the word list."""
    return (*settings.words, *read_words(settings.words_path, required=settings.words_file is not None))


def _place(origin: str) -> str:
    """An origin as an error names it; nothing for what fanlint itself has chosen."""
    return "" if origin == "default" else origin
