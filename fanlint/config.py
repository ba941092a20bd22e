"""Settings: finds fanlint.toml for a file, checks it, and merges it with the flags of the command line."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from fanlint.errors import ConfigError, nearest
from fanlint.folders import shown
from fanlint.language import ENGLISH
from fanlint.text.tokens import fold
from fanlint.toml import load_toml

FILES = ("fanlint.toml", ".fanlint.toml", "pyproject.toml")
FOLDER = ".fanlint"
VARIETIES = ("us", "uk", "ca", "au")
PROFILES = ("default", "strict", "beta-read", "hunt")
FLAGS = "the command line"
DEFAULT = "default"

_STRING, _STRINGS, _EITHER, _TABLE = "a string", "a list of strings", "a string or a list of strings", "a table"
_KINDS = {
    "extend": _STRING,
    "profile": _STRING,
    "canon": _EITHER,
    "english": _STRING,
    "language": _STRING,
    "select": _STRINGS,
    "extend-select": _STRINGS,
    "ignore": _STRINGS,
    "exclude": _STRINGS,
    "words": _STRINGS,
    "words-file": _STRING,
    "plugins": _STRINGS,
    "per-file-ignores": _TABLE,
    "speakers": _TABLE,
    "output-format": _STRING,
}
KEYS = tuple(_KINDS)
_CHOICES = {"english": VARIETIES}


class Speaker(NamedTuple):
    """A character as the settings know them.

    ``allow`` are words that are right in their mouth, folded; with ``dialect`` nothing they say is bad English.
    """

    name: str
    allow: tuple[str, ...] = ()
    dialect: bool = False


class Glob(NamedTuple):
    """A pattern as in .gitignore, and the folder it is seen from."""

    folder: str
    pattern: str


class Selection(NamedTuple):
    """What one place says about which rules are on: names of rules or folders."""

    select: tuple[str, ...]
    extend: tuple[str, ...]
    ignore: tuple[str, ...]
    where: str


class Layer(NamedTuple):
    """Checked settings from one place, by key; lists are tuples, and paths are absolute."""

    values: Mapping[str, Any]
    where: str


class Settings(NamedTuple):
    """All settings of a file.

    ``root`` is the folder of ``.fanlint``, "" for none; ``origins`` says of each key who set it.
    """

    root: str = ""
    config: str | None = None
    profile: str = "default"
    canon: tuple[str, ...] = ()
    english: str | None = None
    language: str = ENGLISH
    selections: tuple[Selection, ...] = ()
    exclude: tuple[Glob, ...] = ()
    words: tuple[str, ...] = ()
    words_file: str | None = None
    plugins: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...] = ()
    output_format: str = "full"
    speakers: tuple[Speaker, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, root: str = "", **values: Any) -> "Settings":
        """Settings named as in the config file, with “_” for “-”: ``Settings.of(canon="naruto", select=["canon"])``.

        ``root`` is the folder that relative paths are seen from, and whose ``.fanlint`` has word list, canons and
        accepted findings; without it there are none of these. Raises ConfigError.
        """
        table = {
            key.replace("_", "-"): list(value) if isinstance(value, (tuple, set, frozenset)) else value
            for key, value in values.items()
        }
        return merge(cls(os.path.abspath(root) if root else ""), check_table(table, "settings", root))

    def origin(self, key: str) -> str:
        """Who set a key: a config file, the command line, or nobody ("default")."""
        return dict(self.origins).get(key, DEFAULT)

    @property
    def words_path(self) -> str:
        """The file of the writer's own words, whether it exists or not."""
        return self.words_file or (os.path.join(self.root, FOLDER, "words.txt") if self.root else "")

    @property
    def accepted_path(self) -> str:
        """The file of accepted findings, whether it exists or not."""
        return os.path.join(self.root, FOLDER, "accepted.jsonl") if self.root else ""


def merge(settings: Settings, layer: Layer) -> Settings:
    """``settings`` with a layer laid over them: each key replaces the one below, but rules are chosen in turns.

    A layer that selects rules starts anew; one that only extends or ignores goes on from what is below.
    """
    values = dict(layer.values)
    chosen = Selection(values.pop("select", ()), values.pop("extend-select", ()), values.pop("ignore", ()), layer.where)
    selections = settings.selections
    if chosen.select:
        selections = (chosen,)
    else:
        if "profile" in values:  # a profile chosen later than a selection takes its place
            selections = tuple(below._replace(select=()) for below in selections)
        if chosen.extend or chosen.ignore:
            selections += (chosen,)
    origins = dict(settings.origins) | dict.fromkeys(layer.values, layer.where)
    fields = {key.replace("-", "_"): value for key, value in values.items()}
    return settings._replace(selections=selections, origins=tuple(origins.items()), **fields)


class Configs:
    """Finds and reads the config of any folder; each folder and file is looked at once."""

    def __init__(self) -> None:
        self._found: dict[str, str | None] = {}
        self._read: dict[str, tuple[Layer, ...]] = {}

    def find(self, folder: str) -> str | None:
        """The config nearest to an absolute folder, upwards from it; None where there is none."""
        if folder not in self._found:
            above = os.path.dirname(folder)
            self._found[folder] = _config_in(folder) or (self.find(above) if above != folder else None)
        return self._found[folder]

    def layers(self, path: str) -> tuple[Layer, ...]:
        """What a config file says, and before it what the files say that it extends."""
        if path not in self._read:
            self._read[path] = read_config(path)
        return self._read[path]


def _config_in(folder: str) -> str | None:
    for name in FILES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _mentions_us(path)):
            return path
    return None


def _mentions_us(path: str) -> bool:
    """Whether a pyproject.toml has [tool.fanlint]; one that never says fanlint is not even parsed."""
    try:
        with open(path, "rb") as file:
            if b"fanlint" not in file.read():
                return False
    except OSError:
        return False
    tool = load_toml(path).get("tool")
    return isinstance(tool, dict) and "fanlint" in tool


def read_config(path: str, trail: tuple[str, ...] = ()) -> tuple[Layer, ...]:
    """The layers of a config file, the farthest extended one first; raises ConfigError with file, key and a remedy."""
    real = os.path.realpath(path)
    if real in trail:
        raise ConfigError(shown(path), "extends itself.", "Remove the line “extend” from one of the files.")
    table: Any = load_toml(shown(path))
    if os.path.basename(path) == "pyproject.toml":
        table = table.get("tool", {}).get("fanlint", {})
        if not isinstance(table, dict):
            raise ConfigError(shown(path), "“tool.fanlint” needs to be a table.", "Write [tool.fanlint].")
    layer = check_table(table, shown(path), os.path.dirname(os.path.abspath(path)))
    values = dict(layer.values)
    below: tuple[Layer, ...] = ()
    if (extended := values.pop("extend", None)) is not None:
        below = read_config(extended, (*trail, real))
    return (*below, Layer(values, layer.where))


def check_table(table: Mapping[str, Any], where: str, folder: str) -> Layer:
    """The layer of a table of settings; relative paths and patterns in it are seen from ``folder``."""
    values = {}
    for key, value in table.items():
        if key not in _KINDS:
            hint = nearest(key, KEYS)
            advice = f"Did you mean “{hint}”?" if hint else f"The settings are {', '.join(KEYS)}."
            raise ConfigError(where, f"there is no setting called “{key}”.", advice)
        if not _is_kind(value, _KINDS[key]):
            raise ConfigError(where, f"“{key}” needs {_KINDS[key]}, not {_shown_value(value)}.", _example(key))
        if key in _CHOICES and value not in _CHOICES[key]:
            allowed = ", ".join(f"“{choice}”" for choice in _CHOICES[key])
            raise ConfigError(where, f"“{key}” cannot be “{value}”.", f"Choose one of {allowed}.")
        if key == "language":
            check_language(value, where)
        values[key] = _placed(key, value, where, folder)
    return Layer(values, where)


def check_language(code: str, where: str) -> None:
    """Raise ConfigError, with all known codes, unless fanlint has a dictionary of the language."""
    if code == ENGLISH:
        return
    from fanlint.language.base import languages  # 20 ms: only where another language is named

    if code not in languages():
        raise ConfigError(where, f"“language” cannot be “{code}”.", f"Choose one of {', '.join(languages())}.")


def _is_kind(value: Any, kind: str) -> bool:
    if kind == _TABLE:
        return isinstance(value, dict)
    listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return (isinstance(value, str) and kind in (_STRING, _EITHER)) or (listed and kind in (_STRINGS, _EITHER))


def _placed(key: str, value: Any, where: str, folder: str) -> Any:
    """A checked value as Settings hold it."""

    def at(path: str) -> str:
        whole = os.path.expanduser(path)
        if not folder and not os.path.isabs(whole):
            raise ConfigError(
                where, f"“{key}” has the relative path “{path}”.", "Give an absolute path or a root folder."
            )
        return os.path.normpath(os.path.join(folder, whole))

    if key in ("extend", "words-file"):
        return at(value)
    if key == "canon":
        names = ((value,) if value else ()) if isinstance(value, str) else tuple(value)
        return tuple(at(name) if name.endswith(".toml") else name for name in names)
    if key == "plugins":
        return tuple(map(at, value))
    if key == "exclude":
        return tuple(Glob(folder, pattern) for pattern in value)
    if key == "per-file-ignores":
        for pattern, names in value.items():
            if not _is_kind(names, _STRINGS):
                raise ConfigError(
                    where, f"“{key}” needs {_STRINGS} for “{pattern}”, not {_shown_value(names)}.", _example(key)
                )
        return tuple((Glob(folder, pattern), tuple(names)) for pattern, names in value.items())
    if key == "speakers":
        return tuple(_speaker(name, about, where) for name, about in value.items())
    return tuple(value) if isinstance(value, list) else value


def _speaker(name: str, about: Any, where: str) -> Speaker:
    """A checked table of ``[speakers]``."""
    if not isinstance(about, dict):
        raise ConfigError(
            where, f"“speakers” needs a table for “{name}”, not {_shown_value(about)}.", _example("speakers")
        )
    for key, value in about.items():
        if key not in ("allow", "dialect"):
            hint = nearest(key, ("allow", "dialect"))
            advice = f"Did you mean “{hint}”?" if hint else "The settings of a speaker are “allow” and “dialect”."
            raise ConfigError(where, f"a speaker has no setting called “{key}”.", advice)
        kind = _STRINGS if key == "allow" else "true or false"
        if not (_is_kind(value, _STRINGS) if key == "allow" else isinstance(value, bool)):
            said = f"“{key}” of “{name}” needs {kind}, not {_shown_value(value)}."
            raise ConfigError(where, said, _example("speakers"))
    return Speaker(name, tuple(map(fold, about.get("allow", ()))), bool(about.get("dialect", False)))


def _shown_value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the string “{value}”"
    if isinstance(value, dict):
        return "a table"
    return f"the list {value}" if isinstance(value, list) else str(value)


def _example(key: str) -> str:
    examples = {
        "extend": 'extend = "../fanlint.toml"',
        "profile": 'profile = "strict"',
        "canon": 'canon = "naruto"',
        "english": 'english = "uk"',
        "language": 'language = "es"',
        "exclude": 'exclude = ["notes/"]',
        "words": 'words = ["Miravel"]',
        "words-file": 'words-file = ".fanlint/words.txt"',
        "plugins": 'plugins = ["rules-of-ours"]',
        "per-file-ignores": 'per-file-ignores = { "letters/" = ["dialogue"] }',
        "speakers": 'speakers = { Hagrid = { allow = ["yer"] }, Tam = { dialect = true } }',
        "output-format": 'output-format = "concise"',
    }
    listed = f'{key} = ["spelling"]'
    return f"For example: {examples.get(key, listed)}"


def named_by(origin: str) -> str:
    """Who set a key, as an error names it; empty for a default."""
    return "" if origin == DEFAULT else origin


def root_for(folder: str, config: str | None) -> str:
    """The folder whose ``.fanlint`` is used: that of the config.

    Without a config, it is the nearest folder that has one, from the draft's upwards to the home folder or the root;
    else the working folder.
    """
    if config is not None:
        return os.path.dirname(config)
    home = os.path.expanduser("~")
    while not os.path.isdir(os.path.join(folder, FOLDER)):
        above = os.path.dirname(folder)
        if folder in (home, above):
            return os.getcwd()
        folder = above
    return folder


def read_words(path: str, *, required: bool = False) -> tuple[str, ...]:
    """The words of a word list, one per line, with ``#`` for comments; raises ConfigError if it cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            return tuple(word for line in file if (word := word_of(line)))
    except FileNotFoundError:
        if required:
            raise ConfigError(
                shown(path), "there is no such word list.", "Create it with: fanlint words add WORD"
            ) from None
        return ()
    except UnicodeDecodeError:
        raise ConfigError(shown(path), "is not UTF-8 text.", "Save it as UTF-8 in your editor.") from None
    except OSError as error:
        raise ConfigError(shown(path), f"cannot be read: {error.strerror or error}.") from None


def word_of(line: str) -> str:
    """The word on a line of a word list, without its comment."""
    word, mark, _ = line.partition("#")
    return word.strip() if not mark or not word or word[-1].isspace() else line.strip()
