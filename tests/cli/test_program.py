"""The program itself: help, languages, exit codes, terminals; in a few cases as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import click
import pytest

from chamdiem.cli.application import COMMANDS, program
from chamdiem.cli.help_texts import EXAMPLES, HELP, help_text
from chamdiem.cli.session import LOCALES, session_of
from chamdiem.library import load_edition
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.samples.figures import example_participants
from tests.cli.calling import GOOD, TRACE, answers_file, call, set_file

BINARY = Path(sys.executable).parent / "chamdiem"
ANNEXES = Path(__file__).parent.parent / "annex" / "corpus" / "files"


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in (*LOCALES, "CHAMDIEM_LANG")}
    return subprocess.run(  # noqa: S603  our own command
        [str(BINARY), *arguments], capture_output=True, env={**kept, **environment}, check=False
    )


@cache
def _answers() -> bytes:
    """Figures of the set that the help speaks of."""
    indicator_set = load_edition("chuprong-2023")
    return write_answers_csv(example_participants(indicator_set, seed=1), indicator_set)


def _command(name: str) -> click.Command:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    return command


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself_in_both_languages(name: str, option: str) -> None:
    for place, language in enumerate(("vi", "en")):
        called = call(name, option, "--lang", language)
        assert called.code == 0
        text = " ".join(called.out.split())
        assert help_text(name)[place] in text
        assert all(example in called.out for example in EXAMPLES[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_has_its_words(name: str) -> None:
    for parameter in _command(name).params:
        vietnamese, english = help_text(name, str(parameter.name))
        assert vietnamese
        assert english


def test_no_word_of_the_help_is_left_over() -> None:
    used = {"usage", "usage_options", "usage_command", "usage_arguments"}
    used |= {
        "arguments",
        "options",
        "commands",
        "examples",
        "chamdiem",
        "chamdiem.after",
        "help",
        "version",
        "lang",
    }
    for name in COMMANDS:
        parameters = {str(parameter.name) for parameter in _command(name).params}
        used |= {name, f"{name}.after"} | parameters | {f"{name}.{parameter}" for parameter in parameters}
    assert not set(HELP) - used


@pytest.mark.parametrize("example", [example for examples in EXAMPLES.values() for example in examples])
def test_every_example_in_the_help_runs(
    example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answers_file(tmp_path, "code;name\nA;Xã A\n", "don-vi.csv")
    for name, file in (("phu-luc.docx", "so-nganh-2024.docx"), ("phu-luc.xlsx", "cap-xa-2025.xlsx")):
        (tmp_path / name).write_bytes((ANNEXES / file).read_bytes())
    for name in ("so-lieu.csv", "so-lieu.xlsx"):
        (tmp_path / name).write_bytes(_answers())
    program_name, *arguments = example.split()
    called = call(*arguments)
    assert program_name == "chamdiem"
    # Lint may well find something.
    assert called.code in ((0, 1) if arguments[0] == "lint" else (0,))
    # Some cells of the example are empty; the program says so beside the scores.
    assert called.err == "" or (arguments[0] in ("score", "rank") and "chưa có số liệu" in called.err)


def test_without_a_command_the_commands_are_listed() -> None:
    called = call()
    assert called.code == 0
    assert all(f"  {name} " in called.out for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["lnt"], "Không có lệnh “lnt”. Có phải ý là lint?"),
        (["lint"], "Thiếu SET."),
        (["lint", "so-2021", "--josn"], "Không có tuỳ chọn --josn. Có phải ý là --json?"),
        (["lint", "so-2021", "--severity", "bad"], "--severity phải là một trong: error, warning, info."),
        (["lint", "so-2021", "x", "y"], "Thừa tham số: x y."),
        (["template", "so-2021"], "Thiếu --output."),
        (
            ["template", "so-2021", "-o", "x.xlsx", "--count", "0"],
            "--count phải là số nguyên từ 1 đến 16.000.",
        ),
        (["explain", "so-2021", "1.1.1", "--input"], "Tuỳ chọn --input cần một giá trị."),
        (["show", "so-2021", "--lang", "fr"], "--lang phải là một trong: vi, en."),
    ],
)
def test_wrong_usage_is_told_in_words(arguments: list[str], text: str) -> None:
    called = call(*arguments)
    assert called.code == 2
    assert text in " ".join(called.err.split())
    assert called.out == ""


@pytest.mark.parametrize("arguments", [["lnt"], ["lint"], ["lint", "nope"], ["lint", "so-2021", "--x"]])
def test_wrong_usage_is_json_where_json_is_wanted(arguments: list[str]) -> None:
    called = call(*arguments, "--json")
    assert called.code == 2
    (problem,) = called.problems
    assert problem["message"]
    assert called.err == ""


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "C"}, "vi"),
        ([], {"LANG": "en", "LC_ALL": "vi"}, "vi"),
        ([], {"LANG": "en", "LC_MESSAGES": "vi", "LC_ALL": ""}, "vi"),
        ([], {"LANG": "vi", "LC_MESSAGES": "vi", "LC_ALL": "en_GB"}, "en"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8", "CHAMDIEM_LANG": "vi"}, "vi"),
        (["--lang", "en"], {"CHAMDIEM_LANG": "vi"}, "en"),
        (["--lang=vi"], {"LANG": "en"}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_language_is_asked_for_in_this_order(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert session_of(arguments, environment).language == language


def test_the_language_may_stand_before_the_command() -> None:
    assert "Indicator" not in call("--lang", "en", "library").err
    assert "Edition" in call("--lang", "en", "library").out
    assert "Edition" in call("library", LANG="en_GB.UTF-8").out
    assert "Năm" in call("library").out


def test_output_that_is_no_terminal_has_no_colour_and_no_blanks_at_line_ends(tmp_path: Path) -> None:
    for arguments in (["library"], ["show", "so-2021"], ["lint", str(set_file(tmp_path))]):
        shown = call(*arguments).out
        assert "\x1b" not in shown
        assert not [line for line in shown.splitlines() if line != line.rstrip()]


def test_the_process_gives_the_exit_code_of_the_command(tmp_path: Path) -> None:
    assert _run("library").returncode == 0
    assert _run("lint", str(set_file(tmp_path))).returncode == 1
    assert _run("lint", "nope").returncode == 2
    assert _run("--version").stdout.startswith(b"chamdiem ")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_another_encoding_still_gets_the_text(encoding: str) -> None:
    done = _run("library", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0
    assert "Bộ chỉ số" in done.stdout.decode()
    assert TRACE.encode() not in done.stderr


@pytest.mark.parametrize("arguments", [("show", "huyen-2021", "--json"), ("lint", "xa-hue-2023", "--all")])
def test_a_reader_who_leaves_early_causes_no_complaint(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(  # noqa: S603  our own command
        [str(BINARY), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        complaints = process.stderr.read()
    assert complaints == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("arguments", [("show", "so-2021"), ("library", "--json")])
def test_a_full_disk_is_said_in_words(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603  our own command
            [str(BINARY), *arguments], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert "Không ghi được hết kết quả" in done.stderr.decode()
    assert TRACE not in done.stderr.decode()


def _in_shell(redirections: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = f'"$@" {redirections}'
    return subprocess.run(  # noqa: S603  our own command
        ["/bin/sh", "-c", command, "sh", str(BINARY), *arguments], capture_output=True, check=False
    )


@pytest.mark.parametrize("arguments", [("library", "--json"), ("library",), ("lint", "nope"), ("lnt",)])
def test_a_closed_output_is_said_in_one_sentence(arguments: tuple[str, ...]) -> None:
    done = _in_shell(">&-", *arguments)
    said = done.stderr.decode()
    assert done.returncode == 2
    assert "đầu ra đã bị đóng" in " ".join(said.split())
    assert TRACE not in said


def test_nothing_is_written_where_nobody_can_be_told(tmp_path: Path) -> None:
    form = tmp_path / "mau.xlsx"
    assert _in_shell(">&-", "template", "so-2021", "-o", str(form)).returncode == 2
    assert not form.exists()


@pytest.mark.parametrize("redirections", ["2>&-", "2>/dev/full", ">&- 2>&-", ">&- 2>/dev/full"])
def test_without_a_way_to_say_what_is_wrong_the_exit_code_says_it(redirections: str) -> None:
    done = _in_shell(redirections, "lint", "nope")
    assert (done.returncode, done.stderr) == (2, b"")


def test_without_standard_error_the_result_is_still_given() -> None:
    done = _in_shell("2>&-", "library", "--json")
    assert (done.returncode, done.stdout[:1]) == (0, b"[")


def test_a_problem_that_cannot_be_written_keeps_its_exit_code(tmp_path: Path) -> None:
    answers = str(answers_file(tmp_path, "code;1.1.a\nA;?\n"))
    set_path = str(set_file(tmp_path))
    for redirections in (">/dev/full", "2>/dev/full", "2>&-"):
        assert _in_shell(redirections, "score", set_path, answers, "--json").returncode == 1
        assert _in_shell(redirections, "score", set_path, answers).returncode == 1


@pytest.mark.parametrize("command", ["score", "rank"])
def test_answers_may_come_through_a_pipe(command: str, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603  our own command
        [str(BINARY), command, str(set_file(tmp_path)), "/dev/stdin", "--json"],
        input=GOOD.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()


def test_a_module_run_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "chamdiem.cli", "--version"], capture_output=True, check=True, text=True
    )
    assert done.stdout.startswith("chamdiem ")


_SOME_SET = "so-2021"
# Every argument that names a file to be read, ``?`` in its place.
_READING = [
    ("show", "?"),
    ("lint", "?"),
    ("compare", "?", _SOME_SET),
    ("compare", _SOME_SET, "?"),
    ("explain", "?", "1.1"),
    ("trial", "?", "1.1"),
    ("template", "?", "-o", "mau.xlsx"),
    ("template", _SOME_SET, "--organisations", "?", "-o", "mau.xlsx"),
    ("score", "?", "so-lieu.xlsx"),
    ("score", _SOME_SET, "?"),
    ("rank", "?", "so-lieu.xlsx"),
    ("rank", _SOME_SET, "?"),
    ("import", "?"),
]


@pytest.mark.parametrize("words", _READING, ids=" ".join)
@pytest.mark.parametrize(
    ("name", "code", "said"),
    [("thu-muc.yaml", "file.unreadable", "đó là thư mục"), ("mat.yaml", "file.not_found", "Không có tệp “")],
)
def test_what_cannot_be_opened_is_wrong_usage_said_in_one_sentence(
    tmp_path: Path, words: tuple[str, ...], name: str, code: str, said: str
) -> None:
    (tmp_path / "thu-muc.yaml").mkdir()
    path = tmp_path / name
    arguments = [path if word == "?" else word for word in words]
    told = call(*arguments)
    sentence = " ".join(told.err.split())
    assert (told.code, told.out) == (2, "")
    assert said in sentence
    assert sentence.count(": ") == sentence.count(".") - str(path).count(".") == 1
    asked = call(*arguments, "--json")
    assert (asked.code, [each["code"] for each in asked.problems]) == (2, [code])


@pytest.mark.parametrize("words", [("template", _SOME_SET), ("demo",)], ids=" ".join)
def test_a_folder_cannot_be_written_to(tmp_path: Path, words: tuple[str, ...]) -> None:
    folder = tmp_path / "ket-qua.xlsx"
    folder.mkdir()
    told = call(*words, "-o", folder)
    assert told.code == 2
    assert "đó là thư mục" in " ".join(told.err.split())
