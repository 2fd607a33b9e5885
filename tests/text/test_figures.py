import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.text.figures import FigureKind, figures

MONEY, PERCENT, COUNT = FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT
DATE, TIME = FigureKind.DATE, FigureKind.TIME


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It cost $5.", [(MONEY, "$5", 5, "$")], id="dollars"),
        pytest.param("a £1.2m bill", [(MONEY, "£1.2m", 1.2e6, "£")], id="short-scale"),
        pytest.param("€1.87 billion", [(MONEY, "€1.87 billion", 1.87e9, "€")], id="scale"),
        pytest.param("a $9-million plan", [(MONEY, "$9-million", 9e6, "$")], id="hyphen"),
        pytest.param("$5-7 million", [(MONEY, "$5-7 million", 5e6, "$")], id="range"),
        pytest.param("60,000 crowns", [(MONEY, "60,000 crowns", 60000, "crowns")], id="currency"),
        pytest.param("two euros", [(MONEY, "two euros", 2, "€")], id="spelled-money"),
        pytest.param("a trillion-dollar cut", [(MONEY, "a trillion-dollar", 1e12, "$")], id="tn"),
        pytest.param("the 'two-step'", [(COUNT, "two-step", 2, "step")], id="closing-mark"),
        pytest.param("6.2%", [(PERCENT, "6.2%", 6.2, "%")], id="percent-sign"),
        pytest.param("61 per cent", [(PERCENT, "61 per cent", 61, "%")], id="per-cent"),
        pytest.param("two percent", [(PERCENT, "two percent", 2, "%")], id="spelled-percent"),
        pytest.param(
            "3 percentage points", [(PERCENT, "3 percentage points", 3, "%")], id="points"
        ),
        pytest.param("1,900 people", [(COUNT, "1,900 people", 1900, "people")], id="count"),
        pytest.param("Twelve dead", [(COUNT, "Twelve dead", 12, "dead")], id="spelled"),
        pytest.param("twenty-three dead", [(COUNT, "twenty-three dead", 23, "dead")], id="tens"),
        pytest.param("2.3 million jobs", [(COUNT, "2.3 million jobs", 2.3e6, "jobs")], id="mn"),
        pytest.param("a dozen eggs", [(COUNT, "a dozen eggs", 12, "eggs")], id="dozen"),
        pytest.param("two hundred men", [(COUNT, "two hundred men", 200, "men")], id="hundreds"),
        pytest.param(
            "two container ports", [(COUNT, "two container ports", 2, "ports")], id="adjective"
        ),
        pytest.param("64 people was", [(COUNT, "64 people", 64, "people")], id="people"),
        pytest.param("rose to 19 on foot", [(COUNT, "19", 19, "")], id="bare"),
        pytest.param("one house", [(COUNT, "one house", 1, "house")], id="one"),
        pytest.param("2,000 ships", [(COUNT, "2,000 ships", 2000, "ships")], id="not-a-year"),
        pytest.param("2000 ships", [(COUNT, "2000 ships", 2000, "ships")], id="plural-no-year"),
        pytest.param("on March 4, 2026,", [(DATE, "March 4, 2026", None, "")], id="us-date"),
        pytest.param("on 14 May 2026", [(DATE, "14 May 2026", None, "")], id="british-date"),
        pytest.param("by Sept. 30", [(DATE, "Sept. 30", None, "")], id="short-month"),
        pytest.param("in May 2028", [(DATE, "May 2028", None, "")], id="month-and-year"),
        pytest.param("on 2026-05-14", [(DATE, "2026-05-14", None, "")], id="iso"),
        pytest.param("on Tuesday", [(DATE, "Tuesday", None, "")], id="weekday"),
        pytest.param("in 1994 from", [(DATE, "1994", None, "")], id="year"),
        pytest.param("a 1987 accord", [(DATE, "1987", None, "")], id="year-before-a-noun"),
        pytest.param("at 2 a.m. on", [(TIME, "2 a.m.", None, "")], id="time"),
        pytest.param("at 12:30pm", [(TIME, "12:30pm", None, "")], id="minutes"),
        pytest.param("six o’clock", [(TIME, "six o’clock", None, "")], id="o-clock"),
        pytest.param("one of them", [], id="one-the-pronoun"),
        pytest.param("an F-16 and COVID-19", [], id="part-of-a-name"),
        pytest.param("No. 5 school", [], id="number-five"),
        pytest.param("a 12-year-old girl", [], id="age-in-a-compound"),
        pytest.param("won 3-1", [], id="score"),
        pytest.param("the third man, the 4th time", [], id="ordinals"),
        pytest.param("She may march on.", [], id="months-as-verbs"),
        pytest.param("tender words often weigh", [], id="numbers-inside-words"),
    ],
)
def test_figures(text: str, expected: list[tuple[FigureKind, str, float | None, str]]) -> None:
    found = list(figures(text))
    assert [(f.kind, f.text, f.value, f.unit) for f in found] == expected
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]


@given(st.text(st.sampled_from("0123456789,.$€%- ampMayone twohundrd"), max_size=200))
def test_figures_are_in_order_and_inside(text: str) -> None:
    last = 0
    for figure in figures(text):
        assert last <= figure.start < figure.end <= len(text)
        assert (figure.value is None) == (figure.kind in {DATE, TIME})
        last = figure.end


@pytest.mark.parametrize("piece", ["1", "1,", "twenty-", "$", "a hundred ", " hundred", "May 1"])
def test_long_runs_end(piece: str) -> None:
    assert sum(1 for _ in figures(piece * 50_000)) <= 50_000
