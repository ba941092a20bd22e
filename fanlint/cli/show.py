"""The settings of a file as --show-settings prints them, with who set each."""

from __future__ import annotations

from fanlint.config import DEFAULT, KEYS, Settings, Speaker
from fanlint.folders import shown
from fanlint.project import Project


def settings_of(project: Project, path: str) -> str:
    """A paragraph: the path, then a line for each setting."""
    session = project.session(path)
    on = session.rules(path)
    settings = project.settings(path)._replace(per_file_ignores=session.settings.per_file_ignores)
    rows = [(key, _value(settings, key), shown_origin(settings, key)) for key in KEYS if key != "extend"]
    rows = [(key, value, origin) for key, value, origin in rows if value or origin]
    wide = max(len(key) for key, _, _ in rows)
    lines = [f"  {key:<{wide}}  {value or 'none'}" + (f"  ({origin})" if origin else "") for key, value, origin in rows]
    count = f"{len(on)} of {len(session.catalog.names)} rules are on"
    config = shown(settings.config) if settings.config else "no config file"
    return "\n".join([path, f"  {count}; {config}", *lines, ""])


def shown_origin(settings: Settings, key: str) -> str:
    origin = settings.origin(key)
    return "" if origin == DEFAULT else origin


def _value(settings: Settings, key: str) -> str:
    if key in ("select", "extend-select", "ignore"):
        field = "extend" if key == "extend-select" else key
        return ", ".join(dict.fromkeys(name for one in settings.selections for name in getattr(one, field)))
    if key == "words-file":
        return shown(settings.words_path)
    if key == "exclude":
        return ", ".join(glob.pattern for glob in settings.exclude)
    if key == "per-file-ignores":
        return "; ".join(f"{glob.pattern}: {', '.join(names)}" for glob, names in settings.per_file_ignores)
    if key == "speakers":
        return "; ".join(_speaker(one) for one in settings.speakers)
    value = getattr(settings, key.replace("-", "_"))
    if key == "plugins":
        return ", ".join(map(shown, value))
    return value if isinstance(value, str) else ", ".join(map(shown, value or ()))


def _speaker(speaker: Speaker) -> str:
    told = [", ".join(speaker.allow)] if speaker.allow else []
    return f"{speaker.name}: {' and '.join([*told, *(['dialect'] if speaker.dialect else [])]) or 'nothing'}"
