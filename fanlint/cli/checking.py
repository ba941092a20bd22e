"""Checks and fixes the drafts of one run, and gives the exit code."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from fanlint import formats
from fanlint.canon.load import FEWEST_NAMES, canon_by_names
from fanlint.cli import output
from fanlint.cli.options import Options
from fanlint.config import Layer, Settings
from fanlint.errors import BadRule, ConfigError, FanlintError, FightingRules, NotSaved, UnreadableFile, nearest
from fanlint.files import Draft, find_drafts, folder_of, is_matched
from fanlint.formats.base import Source
from fanlint.formats.save import save
from fanlint.model import Finding, Safety, Severity
from fanlint.project import Project
from fanlint.report import FORMATS, Checked, Outcome
from fanlint.story import without_possessive

STDIN = "-"


class Result(NamedTuple):
    """One draft: as it was read, as it was fixed (None: it was not), and what is left.

    ``names`` are the names in a draft without a canon.
    """

    draft: Draft
    before: Source
    after: Source | None
    fixed: tuple[Finding, ...]
    left: tuple[Finding, ...]
    names: frozenset[str] = frozenset()

    @property
    def now(self) -> Source:
        return self.after or self.before

    @property
    def changed(self) -> bool:
        return self.now.written != self.before.written


def check_paths(paths: tuple[str, ...], flags: Layer, options: Options) -> int:
    """Check what ``paths`` name, report, and give the exit code."""
    options = options._replace(piped=options.fix and not options.diff and STDIN in paths)
    project = Project(flags, config=options.config, isolated=options.isolated)
    named = [path for path in paths if path != STDIN]
    found = find_drafts(
        named, lambda folder: project.folder_settings(folder).exclude, force_exclude=options.force_exclude
    )
    drafts = [*found.drafts, *([Draft(STDIN, True)] if STDIN in paths and not _passed_on(project, options) else [])]
    errors: list[FanlintError] = [*found.errors]
    if options.show_files:
        output.put("".join(f"{draft.path}\n" for draft in drafts))
        return _complain(errors)
    if options.show_settings:
        from fanlint.cli.show import settings_of  # a small module, for this flag only

        output.put("\n".join(settings_of(project, _name(draft, options)) for draft in drafts))
        return _complain(errors)
    if not drafts and not errors and not options.force_exclude and not options.quiet:
        where = "in this folder" if paths == (".",) else f"in {', '.join(paths)}"
        output.put(f"fanlint: no drafts found {where}. fanlint looks for .txt and .md files.\n", err=True)
    format = _format(project, drafts, options)
    results = list(_results(drafts, project, options, format, errors))
    if options.fix and not options.diff:
        results = [_saved(result, project, errors) for result in results]
    return _report(results, errors, format, options, project)


def _passed_on(project: Project, options: Options) -> bool:
    """Whether standard input is excluded. If so, with --fix, it is written to standard output unchanged."""
    name = options.stdin_filename
    if name is None or not options.force_exclude:
        return False
    if not is_matched(name, project.folder_settings(folder_of(name)).exclude):
        return False
    if options.piped:
        output.put_bytes(sys.stdin.buffer.read())
    return True


def _name(draft: Draft, options: Options) -> str:
    """The path that decides a draft's format and settings."""
    return draft.path if draft.path != STDIN else options.stdin_filename or STDIN


def _results(
    drafts: list[Draft], project: Project, options: Options, format: str, errors: list[FanlintError]
) -> Iterator[Result]:
    """Check all drafts, and fix them in memory if asked to. Nothing is saved until all are done, so that a rule that
    fails does not leave a folder half fixed."""
    with output.Progress(len(drafts), options.quiet) as progress:
        for draft in drafts:
            try:
                result = _checked(draft, project, options, errors)
                if format == "full":
                    result = result._replace(names=_names(result.now, project.settings(_name(draft, options))))
                result.before.document.forget()
                result.now.document.forget()
                yield result
            except UnreadableFile as error:
                errors.append(error)
            progress.step()


def _checked(draft: Draft, project: Project, options: Options, errors: list[FanlintError]) -> Result:
    name = _name(draft, options)
    source = _read_stdin(name, options) if draft.path == STDIN else formats.read(draft.path)
    session = project.session(name)
    try:
        if options.fix or options.diff:
            try:
                fixed = session.fix_source(source, safety=Safety.UNSAFE if options.unsafe_fixes else Safety.SAFE)
                return Result(draft, source, fixed.source, fixed.fixed, fixed.left)
            except FightingRules as error:
                errors.append(error)
        return Result(draft, source, None, (), tuple(session.check_source(source)))
    except BadRule:
        if draft.path == STDIN and options.piped:
            output.put_bytes(source.to_bytes())
        raise


def _read_stdin(name: str, options: Options) -> Source:
    data = sys.stdin.buffer.read()
    try:
        return formats.parse(name, data)
    except UnreadableFile:
        if options.piped:
            output.put_bytes(data)  # a filter passes on what it cannot read
        raise


def _saved(result: Result, project: Project, errors: list[FanlintError]) -> Result:
    """Save a fixed draft. If that fails, the result is that of the unchanged draft."""
    if result.draft.path == STDIN:
        output.put_bytes(result.now.to_bytes())
        return result
    if not result.changed:
        return result
    path = result.draft.path
    try:
        save(path, result.now.to_bytes(), result.before.to_bytes(), follow_links=result.draft.named)
    except NotSaved as error:
        errors.append(error)
        left = project.session(path).check_source(result.before)
        return result._replace(after=None, fixed=(), left=tuple(left))
    return result


def _report(results: list[Result], errors: list[FanlintError], format: str, options: Options, project: Project) -> int:
    """Show the outcome, and give the exit code."""
    if options.diff:
        changed = [result for result in results if result.changed]
        if changed:
            from fanlint.cli.diff import unified  # difflib: for this flag only

            output.put("".join(unified(_name(each.draft, options), each.before, each.now) for each in changed))
        return _complain(errors) or (1 if changed and not options.exit_zero else 0)
    outcome = Outcome(
        tuple(Checked(_name(result.draft, options), result.now, result.left) for result in results),
        sum(len(result.fixed) for result in results),
        tuple(str(error) for error in errors if isinstance(error, UnreadableFile)),
        _tip(results),
    )
    output.show(outcome, format, options, project.explanation)
    mistakes = any(finding.severity is not Severity.HINT for result in results for finding in result.left)
    failed = (mistakes and not options.exit_zero) or (options.exit_non_zero_on_fix and outcome.fixed > 0)
    return _complain(errors) or int(failed)


def _names(source: Source, settings: Settings) -> frozenset[str]:
    """The names in a draft without a canon: capitalised words that are not English in lower case."""
    if settings.canon:
        return frozenset()
    from fanlint.language.load import lexicon_of  # loaded already, by the rules

    accepts = lexicon_of(settings.language).accepts
    words = source.document.vocabulary.counts
    names = {without_possessive(word) for word in words if word[0].isupper() and not word.isupper()}
    return frozenset(name for name in names if not accepts(name.lower()))


def _tip(results: list[Result]) -> str:
    """Offers the canon that the names come from, if there is one that clearly fits."""
    names = frozenset().union(*(result.names for result in results))
    if len(names) < FEWEST_NAMES:
        return ""
    canon = canon_by_names(names)
    if not canon:
        return ""
    paths = [result.draft.path for result in results if result.names]
    named = paths[0] if len(paths) == 1 else "…"
    return f"Many of the names are in the canon “{canon}”. Try: fanlint --canon {canon} {named}"


def _complain(errors: list[FanlintError]) -> int:
    """Report files that could not be read or saved; gives 2 if there are any."""
    for error in errors:
        output.complain(error)
    return 2 if errors else 0


def _format(project: Project, drafts: list[Draft], options: Options) -> str:
    """The output format: as the flag says, or the config of the first draft."""
    settings = project.settings(_name(drafts[0], options) if drafts else STDIN)
    format = settings.output_format
    if format not in FORMATS:
        hint = nearest(format, FORMATS)
        advice = f"Did you mean “{hint}”?" if hint else f"Choose one of: {', '.join(FORMATS)}."
        raise ConfigError(settings.origin("output-format"), f"“output-format” cannot be “{format}”.", advice)
    return format
