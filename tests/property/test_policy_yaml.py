"""However a policy file is damaged, the faults come back as a list with lines; nothing else is raised."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from finance_monitor.policy.loader import Known, check_policy
from finance_monitor.settings import DATA
from finance_monitor.texts import tell

TEXT = (DATA / "policies" / "heilongjiang-2023-5.yaml").read_text(encoding="utf-8")
KNOWN = Known((), (), ())
DAMAGE = st.sampled_from(
    ["", "\t", "[", "]", "{", "'", ": ", "- ", "\n", "&a ", "*a", "!!set ", "? ", "|", "2023-02-30", "9" * 5000]
) | st.text(max_size=4)


@settings(deadline=None)  # the first run reads the catalogue of sentences
@given(st.integers(0, len(TEXT)), st.integers(0, 30), DAMAGE)
def test_a_damaged_file_gives_faults_with_lines(at: int, length: int, damage: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "heilongjiang-2023-5.yaml"
        path.write_text(TEXT[:at] + damage + TEXT[at + length :], encoding="utf-8", errors="replace")
        policy, faults = check_policy(path, KNOWN)
    lines = len(TEXT.splitlines()) + 10
    assert faults  # at the least, KNOWN knows none of the names
    for fault in faults:
        assert fault.place.row is None or 1 <= fault.place.row <= lines
        assert all(tell(fault, lang).startswith("heilongjiang-2023-5.yaml") for lang in ("zh", "en"))
    assert policy is None or policy.id
