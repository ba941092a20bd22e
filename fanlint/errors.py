"""Everything that can go wrong, each as one line that says which file, what is wrong and what to do."""

from __future__ import annotations


class FanlintError(Exception):
    """The base of all errors a user can meet; ``str()`` is the line to print, the exit code is 2."""


class UnreadableFile(FanlintError):
    """A file that cannot be opened or decoded."""

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f" {advice}" if advice else ""))
        self.path, self.reason, self.advice = path, reason, advice


class NotSaved(FanlintError):
    """A file that fanlint did not overwrite; it is unchanged."""

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{path}: not saved: {reason}" + (f" {advice}" if advice else ""))
        self.path, self.reason, self.advice = path, reason, advice


class ConfigError(FanlintError):
    """A setting that cannot be used."""

    def __init__(self, path: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{path}: {reason}" + (f" {advice}" if advice else ""))
        self.path, self.reason, self.advice = path, reason, advice


class UnknownName(FanlintError):
    """A rule, profile, canon or setting that does not exist; ``nearest`` is the most similar known name."""

    def __init__(self, kind: str, name: str, nearest: str | None = None, where: str = "") -> None:
        line = f"{where}: " if where else ""
        line += f"there is no {kind} called “{name}”."
        if nearest is not None:
            line += f" Did you mean “{nearest}”?"
        super().__init__(line)
        self.kind, self.name, self.nearest, self.where = kind, name, nearest, where


class BadRule(FanlintError):
    """A rule that is malformed or fails while it runs."""

    def __init__(self, rule: str, reason: str, where: str = "") -> None:
        super().__init__((f"{where}: " if where else "") + f"the rule “{rule}” {reason}")
        self.rule, self.reason, self.where = rule, reason, where


class BadCanon(FanlintError):
    """A canon file that cannot be used."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason


class FightingRules(FanlintError):
    """Rules that undo each other's fixes for ever; nothing was saved."""

    def __init__(self, path: str, rules: tuple[str, ...]) -> None:
        named = ", ".join(rules)
        super().__init__(
            f"{path}: not saved: these rules undo each other's fixes: {named}. Turn one of them off with --ignore."
        )
        self.path, self.rules = path, rules


class LostData(FanlintError):
    """Data of fanlint's own that cannot be read; fanlint goes on with less."""

    def __init__(self, reason: object) -> None:
        super().__init__(
            f"a word list cannot be read ({reason}). fanlint uses a smaller one. Reinstall fanlint to repair it."
        )


def nearest(name: str, known: list[str] | tuple[str, ...]) -> str | None:
    """The known name most similar to ``name``, or None."""
    from difflib import get_close_matches  # only after a mistake

    found = get_close_matches(name, known, n=1, cutoff=0.5)
    return found[0] if found else None
