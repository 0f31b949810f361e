"""What the documents say of running it is so: variables, commands with their options, how processes are started."""

import ast
import re
from itertools import chain

import pytest
from django.conf import settings
from django.core.management import get_commands, load_command_class

READERS = {"flag", "words", "number", "choice", "get"}
"""What settings.py asks the environment by."""

DOCUMENTS = ("README.md", "docs/deploying.md", "docs/editing.md", "docs/importing.md", "docs/data-model.md")


def words_of_file(name):
    return (settings.BASE_DIR / name).read_text(encoding="utf-8")


def asked_of_the_environment():
    """Return the names of the variables that settings.py asks for."""
    calls = [node for node in ast.walk(ast.parse(words_of_file("timeline/settings.py"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if call.args and isinstance(call.args[0], ast.Constant)]
    return {call.args[0].value for call in named if getattr(call.func, "id", getattr(call.func, "attr", "")) in READERS}


def told_in_tables(document):
    """Return the variables that the first columns of a document's tables name."""
    rows = re.findall(r"^\| (`[A-Z_`, ]+`) \|", words_of_file(document), re.MULTILINE)
    return set(chain.from_iterable(re.findall(r"[A-Z_]+", row) for row in rows))


def test_the_table_has_every_variable_and_no_other():
    assert told_in_tables("docs/deploying.md") == asked_of_the_environment()
    assert told_in_tables("README.md") <= asked_of_the_environment()


def test_the_unit_starts_what_the_procfile_starts():
    starts = re.findall(r"^ExecStart=/srv/aide-memoire/(.+)$", words_of_file("docs/deploying.md"), re.MULTILINE)
    lines = [line.partition(": ")[2] for line in words_of_file("Procfile").splitlines()]
    assert starts and set(starts) <= set(lines)


def commands_told():
    """Return each `manage.py` line of the documents with its words, comments and brackets left out."""
    for document in DOCUMENTS:
        for line in re.findall(r"manage\.py ([a-z_]+[^`\n]*)", words_of_file(document)):
            name, *others = line.partition("  #")[0].translate(str.maketrans("[]|…", "    ")).split()
            yield document, name, tuple(word for word in others if word.startswith("--"))


@pytest.mark.parametrize(("document", "name", "options"), sorted(set(commands_told())))
def test_every_command_told_is_there_with_its_options(document, name, options):
    parser = load_command_class(get_commands()[name], name).create_parser("manage.py", name)
    known = set(chain.from_iterable(action.option_strings for action in parser._actions))
    assert {option.partition("=")[0].rstrip(".,;:)") for option in options} <= known
