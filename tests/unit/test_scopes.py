"""Scope lists: the ones delivered, and what is refused."""

from pathlib import Path

import pytest

from finance_monitor.errors import UserError
from finance_monitor.regions import Scope, load_scopes, regions, scopes
from finance_monitor.texts import tell

LIST = """
name: {zh: 甲, en: A}
within: "500156000000"
{what}
expect: {expect}
confirmed: true
note: {zh: 注, en: Note}
source: 名录
"""


@pytest.mark.parametrize(
    ("scope", "count"),
    [
        ("heilongjiang-rural-counties", 67),
        ("heilongjiang-prefectures", 13),
        ("national-rural-counties", 1866),
        ("wulong-townships", 26),
        ("wulong-administrative-villages", 184),
        ("kaizhou-townships", 40),
        ("dengzhou-townships", 29),
    ],
)
def test_a_list_has_its_count_and_lies_in_its_region(scope: str, count: int) -> None:
    told = scopes()[scope]
    assert told.id == scope
    assert len(set(told.codes)) == len(told.codes) == count
    assert all(regions().covers(told.region_code, code) for code in told.codes)


def test_only_dengzhou_waits_for_the_user() -> None:
    waiting = [scope for scope in scopes().values() if not scope.confirmed]
    assert [scope.id for scope in waiting] == ["dengzhou-townships"]
    assert waiting[0].note.in_("zh") == "方案所称26个乡镇办待用户确认，名录现有29个代码"
    assert "26 townships" in waiting[0].note.in_("en")


def test_rural_counties_hold_no_district_and_nothing_outside_the_list() -> None:
    kinds = {regions().get(code).kind for code in scopes()["national-rural-counties"].codes}
    assert kinds == {"县", "县级市", "自治县", "旗", "自治旗", "林区", "特区"}


def load(folder: Path, what: str, expect: int = 1) -> dict[str, Scope]:
    text = LIST.replace("{what}", what).replace("{expect}", str(expect))
    (folder / "some-list.yaml").write_text(text, encoding="utf-8")
    return load_scopes(folder, regions())


def refused(folder: Path, what: str, expect: int = 1) -> UserError:
    with pytest.raises(UserError) as caught:
        load(folder, what, expect)
    assert tell(caught.value, "zh").startswith("some-list.yaml：")
    assert tell(caught.value, "en").startswith("some-list.yaml: ")
    return caught.value


def test_a_list_of_codes_is_taken(tmp_path: Path) -> None:
    found = load(tmp_path, 'codes: ["500156001000", "500156002000"]', expect=2)
    assert found["some-list"].codes == ("500156001000", "500156002000")


def test_another_count_than_expected_is_refused(tmp_path: Path) -> None:
    fault = refused(tmp_path, "select: {level: township}", expect=25)
    assert tell(fault, "zh") == (
        "some-list.yaml：统计范围“some-list”应有25个区划，实有26个。请核对范围文件和区划名录。"
    )


def test_a_code_outside_the_region_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, 'codes: ["500154000000"]').key == "scopes.outside"


@pytest.mark.parametrize(
    "what",
    ["", "select: {level: street}", 'select: {level: township}\ncodes: ["500156001000"]', "selected: 1", "within: ["],
)
def test_a_malformed_file_is_refused(tmp_path: Path, what: str) -> None:
    assert refused(tmp_path, what).key == "scopes.malformed"


def test_an_unknown_code_is_refused_with_the_file(tmp_path: Path) -> None:
    assert refused(tmp_path, 'codes: ["500156999000"]').key == "regions.unknown"


def test_an_unknown_region_is_refused_with_the_file(tmp_path: Path) -> None:
    (tmp_path / "some-list.yaml").write_text(
        LIST.replace("500156000000", "999999000000").replace("{what}", "codes: ['1']").replace("{expect}", "1"), "utf-8"
    )
    with pytest.raises(UserError) as caught:
        load_scopes(tmp_path, regions())
    assert tell(caught.value, "zh").startswith("some-list.yaml：区划代码“999999000000”")
