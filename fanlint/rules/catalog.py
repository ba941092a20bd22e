"""Which rules there are, by name; which a profile selects; their code is imported only when they run."""

import os
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from typing import Any, NamedTuple

from fanlint.errors import BadRule, ConfigError, UnknownName, nearest
from fanlint.folders import data_folder, files, package_folder, shown
from fanlint.rules.phrases import PhraseRule, own_classes, read_rules
from fanlint.rules.rule import Rule
from fanlint.selectors import covers
from fanlint.text.tokens import fold
from fanlint.toml import load_toml, prepared

# For each word that a rule must find, the places of the phrases to look for then.
Anchors = dict[str, tuple[int, ...]]
ENTRY_POINTS = "fanlint.rules"
CONFUSIONS = "confusions"
"""The folder beside the files of rules whose files hold confusion sets; see language/en/confusion_sets.py."""


class RuleFolder(NamedTuple):
    """Where rules come from: a folder with ``checks/`` and ``rules/``, and the package its checks are imported from."""

    checks: str
    rules: str
    package: str | None


class Catalog:
    """All rules by name. A Python rule is named by its path, a TOML rule by its file and table."""

    def __init__(self, plugins: Iterable[str] = ()) -> None:
        places = [RuleFolder(package_folder("checks"), data_folder("rules"), "fanlint.checks")]
        places += installed_plugins()
        places += [_folder_plugin(folder) for folder in plugins]
        self._loaders: dict[str, Callable[[], Rule]] = {}
        for place in places:
            self._add_checks(place)
            self._add_phrases(place)
        self.names: tuple[str, ...] = tuple(sorted(self._loaders))

    def _add(self, name: str, loader: Callable[[], Rule], where: str) -> None:
        if name in self._loaders:
            raise BadRule(name, "exists twice. Rename one of the two.", where)
        self._loaders[name] = loader

    def _add_checks(self, place: RuleFolder) -> None:
        if not os.path.isdir(place.checks):
            return
        for folder in sorted(os.listdir(place.checks)):
            for path in files(os.path.join(place.checks, folder), ".py"):
                stem = os.path.basename(path).removesuffix(".py")
                name = f"{folder}/{stem}".replace("_", "-")
                module = f"{place.package}.{folder}.{stem}" if place.package else None
                self._add(name, partial(_python_rule, name, module, path), path)

    def _add_phrases(self, place: RuleFolder) -> None:
        for path in files(place.rules, ".toml"):
            folder = os.path.basename(path).removesuffix(".toml").replace("_", "-")
            if folder != "classes" or place.package != "fanlint.checks":
                self._add_file(path, folder)
        for path in files(os.path.join(place.rules, CONFUSIONS), ".toml"):
            self._add_file(path, CONFUSIONS, sets=True)

    def _add_file(self, path: str, folder: str, *, sets: bool = False) -> None:
        path = shown(path)  # read here and now, and named in errors
        tables, anchors = self._prepared(path, folder, sets)
        own = own_classes(tables, self._classes)
        for name, words in anchors.items():
            table = tables[name.split("/", 1)[1]]
            if words is None:
                self._add(name, partial(_candidate_rule, name, table, path), path)
            else:
                self._add(name, partial(PhraseRule, name, table, own, path, words), path)

    def _prepared(self, path: str, folder: str, sets: bool) -> tuple[dict[str, Any], dict[str, Anchors | None]]:
        """The tables of a file, and the words that each rule must find, None for a rule that no words call for; from
        the cache once the file was checked.

        A file of confusion sets gives the tables that their directions stand for.
        """

        def check(tables: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Anchors | None]]:
            if sets:
                from fanlint.language.en.confusion_sets import rule_tables  # only for what is not cached

                tables = rule_tables(tables, path)
            by_models = {name for name, table in tables.items() if _is_of_candidates(table)}
            for name in by_models:
                _candidate_rule(f"{folder}/{name}", tables[name], path)
            phrases = {name: table for name, table in tables.items() if name not in by_models}
            rules = read_rules(path, folder, phrases, self._classes)
            anchors = {name: rule.anchors for name, rule in rules.items()}
            return tables, {**anchors, **dict.fromkeys(f"{folder}/{name}" for name in sorted(by_models))}

        kind = f"{'sets2' if sets else 'phrases3'} {folder} {self._classes_digest}"
        return prepared(path, kind, check)

    @cached_property
    def _classes_digest(self) -> int:
        with open(os.path.join(data_folder("rules"), "classes.toml"), "rb") as file:
            return zlib.crc32(file.read())

    @cached_property
    def _classes(self) -> dict[str, frozenset[str]]:
        return word_classes()

    def load(self, name: str) -> Rule:
        """The rule of that name; raises UnknownName."""
        if name not in self._loaders:
            raise UnknownName("rule", name, nearest(name, self.names))
        return self._loaders[name]()

    def matching(self, selector: str, where: str = "") -> tuple[str, ...]:
        """The names of the rules that a selector stands for; raises UnknownName for none."""
        found = tuple(name for name in self.names if covers(selector, name))
        if not found:
            folders = {name.split("/")[0] for name in self.names}
            known = sorted(folders.union(self.names))
            raise UnknownName("rule", selector, nearest(selector.rstrip("/"), known), where)
        return found

    def of_profile(self, profile: str, where: str = "") -> tuple[str, ...]:
        """Names of the rules that are on in a profile; ``where`` says who asks for it. Raises UnknownName."""
        table = load_profile(profile, where)
        chosen = {name for selector in table["select"] for name in self.matching(selector, profile)}
        chosen -= {name for selector in table.get("ignore", {}) for name in self.matching(selector, profile)}
        return tuple(sorted(chosen))


def load_profile(name: str, where: str = "") -> dict[str, Any]:
    """A profile's table; raises UnknownName."""
    known = profiles()
    if name not in known:
        raise UnknownName("profile", name, nearest(name, list(known)), where)
    return load_toml(known[name])


def profiles() -> dict[str, str]:
    """Paths of the profiles by name."""
    found = files(os.path.join(data_folder("rules"), "profiles"), ".toml")
    return {os.path.basename(path).removesuffix(".toml"): path for path in found}


def word_classes() -> dict[str, frozenset[str]]:
    """The classes of words that any phrase may name, from rules/classes.toml."""
    path = os.path.join(data_folder("rules"), "classes.toml")
    return prepared(path, "classes1", _folded)


def _folded(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold, words.split())) for name, words in table["classes"].items()}


def _is_of_candidates(table: Any) -> bool:
    return isinstance(table, dict) and table.get("kind") == "candidates"


def _candidate_rule(name: str, table: dict[str, Any], path: str) -> Rule:
    from fanlint.rules.candidate_rule import CandidateRule  # with the models; not every profile has such rules

    return CandidateRule(name, table, path)


def _python_rule(name: str, module_name: str | None, path: str) -> Rule:
    module = _imported(module_name, path) if module_name else _module_at(name, path)
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise BadRule(name, f"needs exactly one Rule class in its file, but there are {len(found)}.", shown(path))
    rule: Rule = found[0]()
    rule.name = name
    return rule


def _imported(module: str, where: str) -> Any:
    """A module of ours or of an installed plugin; raises ConfigError, with what failed, rather than its own error."""
    try:
        return __import__(module, fromlist=["*"])
    except Exception as error:
        reason = f"cannot be loaded: {type(error).__name__}: {error}."
        raise ConfigError(where, reason, "Update or remove it.") from error


def _module_at(name: str, path: str) -> Any:
    import importlib.util  # only for a folder of own rules

    module_name = "fanlint_plugin_" + name.replace("/", "_").replace("-", "_")
    spec = importlib.util.spec_from_file_location(module_name, path)
    if spec is None or spec.loader is None:
        raise BadRule(name, "cannot be loaded.", shown(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise BadRule(name, f"cannot be loaded: {type(error).__name__}: {error}.", shown(path)) from error
    return module


def _folder_plugin(folder: str) -> RuleFolder:
    if not os.path.isdir(folder):
        raise ConfigError(shown(folder), "is not a folder of rules.", "Check the “plugins” setting.")
    inner = os.path.join(folder, "rules")
    return RuleFolder(os.path.join(folder, "checks"), inner if os.path.isdir(inner) else folder, None)


def installed_plugins() -> list[RuleFolder]:
    """Packages that offer rules by the entry-point group ``fanlint.rules``; none with FANLINT_PLUGINS=none."""
    if os.environ.get("FANLINT_PLUGINS") == "none":
        return []
    places = []
    for _, value in sorted(_entry_points()):
        package = _imported(value, f"the installed plugin “{value}”")
        folder = os.path.dirname(os.path.abspath(package.__file__ or ""))
        places.append(RuleFolder(os.path.join(folder, "checks"), os.path.join(folder, "rules"), f"{value}.checks"))
    return places


def _entry_points() -> list[tuple[str, str]]:
    """The entry points of the group, from a cache that holds while no folder of sys.path has changed."""
    import marshal

    from fanlint.toml import cache_folder, keep

    stamp = [entry for folder in sys.path if (entry := _stamp(folder or "."))]
    kept = os.path.join(cache_folder(), "plugins.marshal")
    try:
        with open(kept, "rb") as file:
            seen, found = marshal.loads(file.read())
        if seen == stamp:
            return list(found)
    except (OSError, ValueError, EOFError, TypeError):
        pass  # not kept yet, or torn
    from importlib.metadata import entry_points  # 33 ms: only when something was installed since

    found = [(point.name, point.value) for point in entry_points(group=ENTRY_POINTS)]
    keep(kept, marshal.dumps((stamp, found)))
    return found


def _stamp(folder: str) -> tuple[str, int] | None:
    """What changes when a package is installed in a folder of sys.path; None where none is installed."""
    try:
        if any(name.endswith((".dist-info", ".egg-info")) for name in os.listdir(folder)):
            return folder, os.stat(folder).st_mtime_ns
    except OSError:
        pass  # a folder that is not there holds no plugins
    return None
