"""Finds the settings of files, and the session that checks those of one folder."""

from __future__ import annotations

import os

from fanlint.config import Configs, Layer, Settings, merge, root_for
from fanlint.engine.applicability import settings_of
from fanlint.errors import ConfigError
from fanlint.files import folder_of
from fanlint.rules.catalog import Catalog
from fanlint.session import Session


class Project:
    """Settings and sessions for the files of one run, each made once. ``flags`` win over every config file.

    ``config`` is used in place of what would be found; ``isolated`` uses none.
    """

    def __init__(self, flags: Layer | None = None, *, config: str | None = None, isolated: bool = False) -> None:
        self._flags = flags
        self._config = config
        self._isolated = isolated
        self._configs = Configs()
        self._folders: dict[str, Settings] = {}
        self._catalogs: dict[tuple[str, ...], Catalog] = {}
        self._sessions: dict[Settings, Session] = {}
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
        return settings_of(self.folder_settings(folder_of(path)), path)

    def session(self, path: str) -> Session:
        """The session for a file: that of all files with the settings of its folder."""
        return self.session_of(self.folder_settings(folder_of(path)))

    def session_of(self, settings: Settings) -> Session:
        """The session for these settings."""
        if settings not in self._sessions:
            catalog = self._catalogs.get(settings.plugins)
            self._sessions[settings] = session = Session(settings, catalog=catalog)
            if catalog is None:
                self._catalogs[settings.plugins] = session.catalog
        return self._sessions[settings]

    def explanation(self, name: str) -> str:
        """The explanation of a rule that some session of this run has; empty for any other name."""
        return next(filter(None, (session.explanation(name) for session in self._sessions.values())), "")
