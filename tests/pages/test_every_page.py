"""Every page in every state it can be met in, in both languages: its heading, a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.routing import existing_pages
from finance_monitor.settings import settings
from finance_monitor.store.store import create_store
from finance_monitor.texts import say
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, HEILONGJIANG, SUNWU

LANGS = ("zh", "en")
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# A county of which the store holds nothing.
SILENT = "110101000000"
SENTENCE = {"zh": re.compile(r"[\u4e00-\u9fff].*。"), "en": re.compile(r"[a-z] .*[a-z]\.")}


def heading(seen: Seen, page: str, lang: str) -> None:
    assert f"<h1>{say(f'page.{page}', lang)}</h1>" in seen.head()  # type: ignore[arg-type]


def is_sentence(text: str, lang: str) -> bool:
    return SENTENCE[lang].search(text) is not None


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", existing_pages())
def test_in_its_normal_state(open_page: Open, page: str, lang: str) -> None:
    seen = open_page(page, region=HEILONGJIANG, lang=lang)
    heading(seen, page, lang)
    assert seen.errors() == seen.warnings() == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", existing_pages())
def test_without_a_release(open_page: Open, tmp_path: Path, page: str, lang: str) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    seen = open_page(page, store=tmp_path / "empty", lang=lang)
    heading(seen, page, lang)
    (told,) = seen.errors()
    assert is_sentence(told, lang), told


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", existing_pages())
def test_of_a_region_nobody_has_reported_of(open_page: Open, page: str, lang: str) -> None:
    seen = open_page(page, region=SILENT, lang=lang)
    heading(seen, page, lang)
    assert seen.errors() == seen.warnings() == []
    assert world().regions.get(SILENT).name in seen.head()
    tables = "".join(str(one.proto.json) for one in seen.test.get("bidi_component"))
    assert is_sentence(seen.texts().replace(seen.head(), ""), lang) or tables, page


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", existing_pages())
def test_of_an_address_that_says_what_there_is_not(open_page: Open, page: str, lang: str) -> None:
    seen = open_page(page, region="999999999999", release="99", lang=lang)
    heading(seen, page, lang)
    assert seen.errors() == []
    told = seen.warnings()
    assert all(is_sentence(one, lang) for one in told), told
    assert any("99999" in one for one in told) and any("99" in one and "99999" not in one for one in told), told
    assert seen.address["release"] == "1"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", existing_pages())
def test_of_a_foreign_region(open_page: Open, page: str, lang: str) -> None:
    seen = open_page(page, viewer=f"official@{SUNWU}", region=DENGZHOU, lang=lang)
    heading(seen, page, lang)
    (told,) = seen.warnings()
    assert is_sentence(told, lang) and "邓州市" in told
    assert seen.address["region"] == SUNWU


def names() -> set[str]:
    """Return what stays Chinese in English: names of regions, offices and documents, quotes, values of records."""
    known = world()
    told = {region.name for region in known.regions.path(HEILONGJIANG)}
    told |= {region.name for region in known.regions.descendants(HEILONGJIANG, "prefecture")}
    told |= {region.name for region in known.regions.descendants(HEILONGJIANG, "county")}
    for policy in known.policies.values():
        told |= {policy.title, policy.number or "", *(target.quote for target in policy.targets)}
        told |= {target.clause for target in policy.targets} | {policy.short_title.zh}
        told |= {office for target in policy.targets for office in target.units_lead}
    # Values of records and the office's own words in its settings are told as they are written.
    told |= {kind for indicator in known.indicators.values() for kind in indicator.kinds}
    told.add(settings().disclosure.source)
    return {one for one in told if one}


# Beside names: the other language's own name, words quoted of a document, offices of the seed.
KINDS = ("中文", "演示单位", "演示驿站")


@pytest.mark.parametrize("page", existing_pages())
def test_english_has_no_chinese_words_of_its_own(open_page: Open, page: str) -> None:
    seen = open_page(page, region=HEILONGJIANG, lang="en")
    widgets = [one.label for kind in ("selectbox", "button", "toggle", "text_input") for one in seen.test.get(kind)]
    said = "\n".join([seen.texts(), *widgets, *(one.label for one in seen.test.metric)])
    said = said.replace("\\", "")
    for name in sorted((*names(), *KINDS), key=len, reverse=True):
        said = said.replace(name, "")
    said = re.sub(r"“[^”]*”|《[^》]*》|〔[^〕]*〕|\([^()]*\)", "", said)
    assert [line for line in said.splitlines() if CHINESE.search(line)] == []
