"""The HTML shell: what is put into Streamlit's page, and words for everything that Streamlit says in English."""

import json
import re
from pathlib import Path

import pytest
from streamlit import file_util

from dashboard.routing import PAGES, existing_pages, landing, sections
from dashboard.shell import rewritten
from dashboard.shell_words import words_json

PAGE = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
ES5_BANS = re.compile(r"=>|\b(?:let|const|class)\s+[a-z]|`|\.\.\.(?!\?)", re.IGNORECASE)


def test_streamlits_page_is_still_the_one_we_know():
    for known in ('<html lang="en">', "<title>Streamlit</title>", "<noscript>", "<head>"):
        assert PAGE.count(known) == 1, known


def test_the_shell_says_our_language_title_and_what_is_missing():
    page = rewritten(PAGE)
    assert '<html lang="zh-CN">' in page
    assert "<title>普惠金融帮扶监测</title>" in page
    assert page.count("<noscript>") == 1
    assert "You need to enable JavaScript" not in page
    assert page.index("<meta charset='utf-8'>") < page.index("<script>") < page.index('<script type="module"')
    assert 'src="./static/js/index.' in page


def test_what_runs_first_is_understood_by_any_browser():
    script = (Path(__file__).parents[2] / "dashboard" / "shell.js").read_text(encoding="utf-8")
    # What is tried out on the browser stands in a string.
    assert not ES5_BANS.search(script.replace("class A{static{this.a=null??1}};a?.b", ""))


def test_every_english_word_has_one_in_each_language_and_none_closes_the_script():
    told = json.loads(words_json())
    assert set(told["said"]["zh"]) == set(told["said"]["en"])
    assert told["said"]["zh"]["Collapse sidebar"] == "收起侧栏"
    assert all(re.search(r"[\u4e00-\u9fff]", word) for word in told["said"]["zh"].values())
    assert "<" not in words_json()


def test_each_page_stands_in_one_section():
    pages = [page for pages in sections().values() for page in pages]
    assert sorted(pages) == sorted(set(pages))
    assert tuple(pages) == PAGES
    assert PAGES[0] == "overview"
    assert set(existing_pages()) <= set(PAGES)


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("leadership", "targets"),
        ("official", "map"),
        ("analyst", "analysis"),
        ("bank_clerk", "submit"),
        ("data_clerk", "submit"),
        ("system", "overview"),
        ("audit_admin", "overview"),
    ],
)
def test_a_role_lands_on_its_page_where_that_stands(tmp_path, role, page):
    assert landing(role, tmp_path) == "overview"
    (tmp_path / f"{page}.py").touch()
    assert landing(role, tmp_path) == page
