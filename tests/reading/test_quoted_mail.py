"""Quoted mail, and lines that only look like it."""

import pytest

from newsbrief import BlockKind, facts, parse
from newsbrief.reading.quoted_mail import quoted_mail


@pytest.mark.parametrize(
    ("lines", "quoted"),
    [
        pytest.param(
            ["On 3 May 2025 at 10:12, Jo Roe <jo@coast.example> wrote:", "> It is safe.", "> Jo"],
            [0, 1, 2],
            id="date and address",
        ),
        pytest.param(["On Mon, Jo Roe wrote:", "> It is safe."], [0, 1], id="no address"),
        pytest.param([">> It is safe.", "> It is not.", "Good."], [0], id="quoted twice"),
        pytest.param(["On 3 May at 9:10, Jo wrote:", "> A", "Yes.", "> B"], [0, 1], id="reply"),
        pytest.param(["-----Original Message-----"], [0], id="forwarded"),
        pytest.param(["On Monday, she wrote:", "“It is safe.”"], [], id="a quotation follows"),
        pytest.param(["> It is safe.", "The mayor said so."], [], id="Markdown"),
        pytest.param(["On the wall somebody wrote:", "no quay"], [], id="a wall"),
        pytest.param(
            ["El lun, 3 mar 2025 a las 9:00, Jo (<jo@coast.example>) escribió:", "> ¿Sí?"],
            [0, 1],
            id="Spanish",
        ),
        pytest.param(
            ["Jo Roe <jo@coast.example> 于2025年3月3日周一 09:00写道：", "> 好吗？"],
            [0, 1],
            id="Chinese",
        ),
        pytest.param(["Jo skrev den 2025-03-03 09:00:", "> Ja?"], [0, 1], id="no address, Swedish"),
        pytest.param(["In a letter of 3 March 2025 she says:", "> It is safe."], [], id="no time"),
        pytest.param(["Write to <jo@coast.example>.", "> It is safe."], [], id="no colon"),
        pytest.param(["Jo (<jo@coast.example>) escribió:", "¿Sí?"], [], id="no mark"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_quoted_mail(lines: list[str], quoted: list[int]) -> None:
    assert quoted_mail(lines) == quoted


def test_a_quoted_mail_claims_nothing() -> None:
    reply = "The quay is open again, the mayor, Ann Roe, said on Monday in a letter to the port."
    mail = "On Mon, Bo Dunn wrote:\n> The harbour master said the quay was sinking.\n"
    text = f"{reply}\n\n{mail}\n{reply}"
    kinds = [block.kind for block in parse(text).blocks]
    assert kinds == [BlockKind.PARAGRAPH, *[BlockKind.BOILERPLATE] * 2, BlockKind.PARAGRAPH]
    assert "sinking" not in " ".join(fact.claim.text for fact in facts(text))
