"""A sixth policy document and a new ledger need no Python: template, load and progress come out of YAML alone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]

SIXTH = """
id: yunyang-2023-9
title: 关于推进农村金融服务网点建设的通知
short_title: {zh: 网点建设, en: Outlets}
number: 试府办发〔2023〕9号
issuers: [试验区人民政府办公室]
issued_on: 2023-01-10
effective_from: 2023-01-10
region: "500156000000"
clauses:
  - {id: 一, title: 工作目标}
targets:
  - id: T-SIX-01
    title: {zh: 固定网点达到3个, en: Three fixed outlets}
    clause: 一
    quote: 固定网点达到3个
    indicator: outlets_branch_open
    kind: total
    unit: 个
    at_least: 3
    wording: stated
    strictness: 确保
    pace: linear
    from: 2023-01-01
    by: 2023-12-31
    units_lead: [试验区人民政府办公室]
"""

LEDGER = """
id: courier_points
title: {zh: 寄递物流点台账, en: Courier points}
purpose: {zh: 登记村级寄递物流点, en: Courier points in villages}
mode: register
key: [point_no]
columns:
  - {name: point_no, zh: 点位编号, en: Point number, type: code, required: true, example: D001}
  - {name: region_code, zh: 乡镇, en: Township, type: region, required: true, levels: [township], example: 仙女山街道}
  - {name: opened_on, zh: 开通日期, en: Opened on, type: date, required: true, example: "2023-03-01"}
  - {name: fee_fen, zh: 每月补助, en: Monthly subsidy, type: money, unit: 元, example: "300"}
"""


@pytest.fixture
def monitor(tmp_path):
    """The program over a copy of the data folder with two more YAML files."""
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("store", "texts.new", "*.duckdb"))
    (data / "policies" / "yunyang-2023-9.yaml").write_text(SIXTH, encoding="utf-8")
    (data / "ledgers" / "courier_points.yaml").write_text(LEDGER, encoding="utf-8")
    env = {**os.environ, "FINANCE_MONITOR_DATA": str(data)}

    def run(*arguments):
        command = [sys.executable, "-m", "finance_monitor", *arguments, "--store", str(tmp_path / "store")]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        return done

    return run


def test_policy_check_template_load_and_progress_come_from_yaml_alone(monitor, tmp_path):
    monitor("policy", "check")
    # The new ledger: a template that can be filled in and brought in.
    template = tmp_path / "courier.xlsx"
    monitor("template", "courier_points", "-o", str(template), "--region", "500156000000")
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    header = next(
        row for row in sheet.iter_rows(max_row=10) if any("点位编号" in str(cell.value or "") for cell in row)
    )
    places = {str(cell.value).strip("* ＊"): cell.column for cell in header}
    wanted = {"点位编号": "D001", "乡镇": "仙女山街道", "开通日期": "2023-03-01", "每月补助（元）": "300.50"}
    for name, value in wanted.items():
        sheet.cell(sheet.max_row + (name == "点位编号"), places[name]).value = value
    book.save(template)
    header_said = ["--period", "2023-11", "--region", "500156000000", "--by", "试验区"]
    loaded = json.loads(monitor("load", str(template), *header_said, "--format", "json").stdout)
    assert [(one["ledger"], one["rows_taken"], one["rows_quarantined"]) for one in loaded] == [("courier_points", 1, 0)]
    # The sixth document: evaluated from a ledger that was there before.
    outlets = tmp_path / "outlets.csv"
    outlets.write_text(
        "网点编号,银行,网点名称,网点类型,乡镇,开业日期\n"
        "A1,演示银行甲,甲支行,固定物理网点,仙女山街道,2020-01-01\n"
        "A2,演示银行甲,乙支行,固定物理网点,江口镇,2023-02-01\n",
        encoding="utf-8",
    )
    monitor("load", str(outlets), *header_said)
    progress = json.loads(
        monitor("progress", "--target", "T-SIX-01", "--as-of", "2023-06-30", "--format", "json").stdout
    )
    (line,) = progress
    assert (line["policy"], line["actual"], line["goal"], line["unit"]) == ("yunyang-2023-9", 2, 3, "个")
    # 2/3 done after 180 of 364 days: ahead of the pace.
    assert line["completion"] == 66.7
    assert line["status"] == "on_track"
    assert "固定网点达到3个" in line["quote"]
    assert "2个" in line["sentence_zh"]
