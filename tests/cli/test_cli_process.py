"""What only a real process shows: interruption, closed pipes, terminals, plugins that are installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.shell_completion import _available_shells

from fanlint.cli import COMMANDS

PROJECT = Path(__file__).parent.parent.parent
FANLINT = [sys.executable, "-m", "fanlint"]

TEH = """\
[teh]
kind = "swap"
message = "“teh” is “the”."
explain = "The hand was faster than the head."
safety = "safe"
swap = ["{teh -> the}"]
examples = ["In {teh -> the} house.", "Up {teh -> the} hill.", "In the house.", "Up the hill."]
"""
SLOW = '''\
"""A rule that takes its time over the second draft."""

import time

from fanlint import Rule


class Slow(Rule):
    """Slow."""

    message = "Never said."
    examples = ()

    def check(self, item, story):
        if "second" in item.text:
            open("begun", "w").close()
            time.sleep(60)
        yield from ()
'''


def environment(**more: str) -> dict[str, str]:
    env = {**os.environ, "PYTHONPATH": str(PROJECT), **more}
    return {name: value for name, value in env.items() if value}


def fanlint(*args: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FANLINT, *args],
        cwd=cwd,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "args",
    [(name,) for name in COMMANDS] + [("words", "add"), ("words", "list"), ("canon", "show"), ("new", "rule")],
    ids=" ".join,
)
def test_every_command_has_help(args: tuple[str, ...], tmp_path: Path) -> None:
    done = fanlint(*args, "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"Usage: fanlint {' '.join(args)}")


def test_check_imports_no_other_command(tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", "In the house.\n")
    code = (
        "import sys; from fanlint.cli import run; run(['draft.txt']);"
        "print(*sorted(name for name in sys.modules if name.startswith('fanlint.cli.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert (
        done.stdout.splitlines()[-1] == "fanlint.cli.checking fanlint.cli.options fanlint.cli.output fanlint.cli.plain"
    )


def test_an_interruption_is_quiet_and_tears_nothing(tmp_path: Path) -> None:
    write(tmp_path / "ours/checks/slow/slow.py", SLOW)
    write(tmp_path / "ours/rules/house.toml", TEH)
    write(tmp_path / "fanlint.toml", 'plugins = ["ours"]\nselect = ["slow", "house"]\n')
    write(tmp_path / "a.txt", "In teh house.\n")
    write(tmp_path / "b.txt", "In teh second house.\n")
    running = subprocess.Popen(
        [*FANLINT, "--fix", "."], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 30
    while not (tmp_path / "begun").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert (tmp_path / "a.txt").read_text() == "In teh house.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "begun", "fanlint.toml", "ours"]


@pytest.mark.parametrize("format", ["full", "json"])
def test_a_reader_who_leaves_is_no_error(format: str, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", "I could of gone.\n\n" * 3000)
    running = subprocess.Popen(
        [*FANLINT, "--select", "eggcorns/could-of", "--output-format", format, "draft.txt"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(timeout=30) == 1


def test_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", "I could of gone.\n")
    done = fanlint("--select", "eggcorns/could-of", "draft.txt", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "I could of gone." in done.stdout


@pytest.mark.parametrize("shell", sorted({"bash", "zsh", "fish", "powershell"} & set(_available_shells)))
def test_completion(shell: str, tmp_path: Path) -> None:
    done = fanlint("completion", shell, cwd=tmp_path)
    assert "_FANLINT_COMPLETE" in done.stdout


def completions(words: str, at: int, cwd: Path) -> list[str]:
    done = fanlint(cwd=cwd, _FANLINT_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_completing_commands_drafts_and_flags(tmp_path: Path) -> None:
    assert "explain" in completions("fanlint ex", 1, tmp_path)
    assert "--force-exclude" in completions("fanlint check --for", 2, tmp_path)
    assert "--force-exclude" in completions("fanlint draft.txt --for", 2, tmp_path)
    assert "beta-read" in completions("fanlint check --profile be", 3, tmp_path)


def test_an_installed_plugin(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site / "lamplight/__init__.py", '"""Rules for lamplighters."""\n')
    write(site / "lamplight/rules/lamp.toml", TEH.replace("[teh]", "[tha]").replace("teh", "tha"))
    info = site / "lamplight-1.0.dist-info"
    write(info / "METADATA", "Metadata-Version: 2.1\nName: lamplight\nVersion: 1.0\n")
    write(info / "entry_points.txt", "[fanlint.rules]\nlamplight = lamplight\n")
    path = os.pathsep.join((str(site), str(PROJECT)))
    cache = str(tmp_path / "cache")
    seen = fanlint("rules", "lamp", cwd=tmp_path, PYTHONPATH=path, FANLINT_CACHE=cache, FANLINT_PLUGINS="")
    assert seen.stdout.startswith("lamp/tha  on "), seen.stderr
    hidden = fanlint("rules", "lamp", cwd=tmp_path, PYTHONPATH=path, FANLINT_CACHE=cache, FANLINT_PLUGINS="none")
    assert hidden.returncode == 2
    shutil.rmtree(info)  # as pip does when it takes a package away
    gone = fanlint("rules", "lamp", cwd=tmp_path, PYTHONPATH=path, FANLINT_CACHE=cache, FANLINT_PLUGINS="")
    assert gone.returncode == 2


def test_an_installed_plugin_that_cannot_be_imported(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site / "lamplight/__init__.py", "import a_module_that_nobody_has\n")
    info = site / "lamplight-1.0.dist-info"
    write(info / "METADATA", "Metadata-Version: 2.1\nName: lamplight\nVersion: 1.0\n")
    write(info / "entry_points.txt", "[fanlint.rules]\nlamplight = lamplight\n")
    path = os.pathsep.join((str(site), str(PROJECT)))
    done = fanlint("rules", cwd=tmp_path, PYTHONPATH=path, FANLINT_CACHE=str(tmp_path / "c"), FANLINT_PLUGINS="")
    assert done.returncode == 2
    assert done.stderr.startswith("fanlint: ")
    assert "lamplight" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no pty")
class TestOnATerminal:
    def run(self, *args: str, cwd: Path, seconds: float = 30) -> tuple[int, str]:
        """Exit code and all that a terminal shows."""
        import pty

        ours, theirs = pty.openpty()
        running = subprocess.Popen(
            [*FANLINT, *args], cwd=cwd, env=environment(TERM="xterm"), stdin=theirs, stdout=theirs, stderr=theirs
        )
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        return running.wait(timeout=seconds), shown.decode()

    def test_alone_it_checks_the_folder(self, tmp_path: Path) -> None:
        write(tmp_path / "draft.txt", "At home.\n")
        for args in ((), ("check",)):
            code, shown = self.run(*args, cwd=tmp_path)
            assert code == 0
            assert "No mistakes found in draft.txt." in shown

    def test_colour(self, tmp_path: Path) -> None:
        write(tmp_path / "draft.txt", "I could of gone.\n")
        code, shown = self.run("--select", "eggcorns/could-of", "draft.txt", cwd=tmp_path)
        assert code == 1
        assert "\x1b[" in shown

    def test_progress_comes_after_a_second_and_goes(self, tmp_path: Path) -> None:
        slow = SLOW.replace('if "second" in item.text:', "if True:").replace("time.sleep(60)", "time.sleep(0.6)")
        write(tmp_path / "ours/checks/slow/slow.py", slow)
        write(tmp_path / "fanlint.toml", 'plugins = ["ours"]\nselect = ["slow"]\n')
        for name in "abcd":
            write(tmp_path / f"{name}.txt", "Nothing.\n")
        code, shown = self.run(".", cwd=tmp_path)
        assert code == 0
        assert "2 of 4" in shown
        assert "1 of 4" not in shown
        assert shown.index("\r\x1b[K") < shown.index("No mistakes")
        quiet = self.run("--quiet", ".", cwd=tmp_path)[1]
        assert " of 4" not in quiet
