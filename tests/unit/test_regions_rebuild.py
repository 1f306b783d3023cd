"""The rebuild program on a list of a few rows, and the township seats it has made."""

import csv
from collections import Counter
from pathlib import Path

import pytest
import yaml

from finance_monitor.regions import regions
from finance_monitor.settings import DATA
from tools.rebuild_regions import kind_of, listed

FILES = {
    "provinces": "code,name\n42,湖北省\n44,广东省\n50,重庆市\n",
    "cities": "code,name,provinceCode\n4290,省直辖县级行政区划,42\n4419,东莞市,44\n5001,市辖区,50\n",
    "areas": "code,name,cityCode,provinceCode\n429021,神农架林区,4290,42\n441900,东莞市,4419,44\n"
    "500156,武隆区,5001,50\n500101,万州区,5001,50\n",
    "streets": "code,name,areaCode,provinceCode,cityCode\n441900003,东城街道,441900,44,4419\n"
    "500156003,仙女山街道,500156,50,5001\n",
    "villages": "code,name,streetCode,provinceCode,cityCode,areaCode\n"
    "500156003200,桃园村民委员会,500156003,50,5001,500156\n500101001001,甲居委会,500101001,50,5001,500101\n",
}


@pytest.fixture
def rules() -> dict[str, object]:
    told: dict[str, object] = yaml.safe_load((DATA / "reference" / "rebuild.yaml").read_text(encoding="utf-8"))
    return told


def test_the_list_becomes_a_tree_without_place_holders(tmp_path: Path, rules: dict[str, object]) -> None:
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    rows = {row["name"]: row for row in listed(rules, tmp_path)}
    assert {row["code"] for row in rows.values()} == {
        "000000000000",
        "420000000000",
        "440000000000",
        "500000000000",
        "441900000000",
        "429021000000",
        "500101000000",
        "500156000000",
        "441900003000",
        "500156003000",
        "500156003200",
    }
    assert rows["神农架林区"] | {"parent_code": "420000000000", "kind": "林区"} == rows["神农架林区"]
    assert rows["武隆区"] | {"parent_code": "500000000000", "kind": "市辖区"} == rows["武隆区"]
    assert rows["东莞市"]["kind"] == "地级市"
    assert rows["桃园村民委员会"] | {"parent_code": "", "kind": "行政村"} == rows["桃园村民委员会"]


@pytest.mark.parametrize(
    ("code", "name", "parent", "kind"),
    [
        ("232763", "新林区", "大兴安岭地区", "地区辖区"),
        ("230717", "伊美区", "伊春市", "市辖区"),
        ("230671", "大庆高新技术产业开发区", "大庆市", "开发区"),
        ("520203", "六枝特区", "六盘水市", "特区"),
        ("460321", "西沙群岛", "三沙市", "其他"),
    ],
)
def test_the_kind_of_a_county_code(rules: dict[str, object], code: str, name: str, parent: str, kind: str) -> None:
    assert kind_of(rules, "county", code, name, parent) == kind


def test_seats_lie_on_known_townships_and_say_their_basis() -> None:
    with (DATA / "reference" / "township_seats.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["code"] for row in rows}) == len(rows) == 13650
    assert {regions().get(row["code"]).level for row in rows} == {"township"}
    basis = {
        county: Counter(row["basis"] for row in rows if row["code"].startswith(county))
        for county in ("500156", "500154")
    }
    assert basis == {"500156": {"seat": 24, "approx": 2}, "500154": {"seat": 36, "approx": 3}}
    assert all(regions().get(row["code"]).kind == "街道" for row in rows if row["basis"] == "approx")
