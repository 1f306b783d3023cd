"""What must never be in the repository: figures of policies in Python, real-looking ID numbers, untranslated texts."""

import ast
import re
import string
import subprocess
from pathlib import Path

import pytest

from finance_monitor.texts import LANGS, catalogue

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = [
    path for folder in ("finance_monitor", "dashboard", "pages") for path in sorted((ROOT / folder).rglob("*.py"))
]
HAN = re.compile(r"[\u4e00-\u9fff]")
# Units of money are the arithmetic of the core itself (money.py); everything else in Chinese is data or a text.
UNITS = {"分", "元", "万元", "亿元", "万", "亿", "百分点"}
# How a date is written in Chinese is a form of numbers, too; and one code is no region: that of invented people.
DATE_SIGNS = re.compile(r"[年月日号]")
INVENTED = "999999"
ID_NUMBER = re.compile(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def constants(path):
    """The string constants of a file that are not docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


@pytest.mark.parametrize("path", PRODUCT, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_chinese_header_and_no_region_code_in_python(path):
    for text in constants(path):
        assert text in UNITS or not HAN.search(DATE_SIGNS.sub("", text)), text
        assert text == INVENTED or not re.fullmatch(r"\d{6}(\d{3}(\d{3})?)?", text), text


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if (path := ROOT / name).is_file()]


def test_every_id_number_in_the_repository_is_invented():
    found = []
    for path in tracked():
        if path.suffix in (".png", ".gz"):
            continue
        for number in ID_NUMBER.findall(path.read_text(encoding="utf-8", errors="ignore")):
            total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
            if "10X98765432"[total % 11] == number[17].upper() and not number.startswith("999999"):
                found.append((path.name, number[:6]))
    assert not found


def test_no_address_of_a_registry_and_no_path_of_a_machine_is_written_down():
    banned = re.compile(r"(pypi\.org|pythonhosted|registry\.npmjs|deb\.debian|mirrors\.|/home/|/root/|/Users/)")
    for path in tracked():
        if path.suffix in (".md", ".txt", ".in", ".toml", ".yaml", ".sh", "") and path.name != Path(__file__).name:
            assert not banned.search(path.read_text(encoding="utf-8", errors="ignore")), path.name


def placeholders(text):
    return {name.split(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None}


# These hand on what a definition says in each language, or a parser only in English.
ONE_SIDED = {"error.intake.check", "error.intake.check.remedy", "error.yaml.broken", "error.yaml.wrong_value"}


def test_every_text_is_in_both_languages_with_the_same_places():
    for key, said in catalogue().items():
        assert set(said) == set(LANGS), key
        assert all(isinstance(text, str) for text in said.values()), key
        # A unit or a symbol may have no word; a sentence always has one.
        assert said["zh"] or key.startswith(("progress.unit.", "figure.symbol.")), key
        if key in ONE_SIDED:
            continue
        assert placeholders(said["zh"]) == placeholders(said["en"]), key


def test_every_error_has_a_remedy():
    errors = {key for key in catalogue() if key.startswith("error.") and key.count(".") >= 2}
    places = {"error.place"}
    for key in errors:
        if key.endswith(".remedy") or any(key.startswith(place) for place in places):
            continue
        assert f"{key}.remedy" in errors, key
