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
        pytest.param("lent R4bn to", [(MONEY, "R4bn", 4e9, "r")], id="rand"),
        pytest.param("RM6.162 million", [(MONEY, "RM6.162 million", 6.162e6, "rm")], id="ringgit"),
        pytest.param("Rs 3.2 crore", [(MONEY, "Rs 3.2 crore", 3.2e7, "₹")], id="crore"),
        pytest.param("₹40 lakh", [(MONEY, "₹40 lakh", 4e6, "₹")], id="lakh"),
        pytest.param("£1.2bn-£1.5bn", [(MONEY, "£1.2bn-£1.5bn", 1.2e9, "£")], id="money-range"),
        pytest.param("from $5 to $7", [(MONEY, "$5", 5, "$"), (MONEY, "$7", 7, "$")], id="change"),
        pytest.param("1.7bn euros", [(MONEY, "1.7bn euros", 1.7e9, "€")], id="bn-euros"),
        pytest.param(
            "half a trillion dollars",
            [(MONEY, "half a trillion dollars", 5e11, "$")],
            id="half-a-sum",
        ),
        pytest.param(
            "9 Canadian dollars", [(MONEY, "9 Canadian dollars", 9, "$")], id="whose-dollars"
        ),
        pytest.param("since 1497", [(DATE, "1497", None, "")], id="old-year"),
        pytest.param("drawn two-all after a one-two", [], id="spelled-score"),
        pytest.param("costs 95p", [(MONEY, "95p", 95, "pence")], id="pence"),
        pytest.param("rose by 3.5pc", [(PERCENT, "3.5pc", 3.5, "%")], id="pc"),
        pytest.param("15-20%", [(PERCENT, "15-20%", 15, "%")], id="percent-range"),
        pytest.param("One third", [(PERCENT, "One third", 33.3333333333, "%")], id="third"),
        pytest.param("two-thirds", [(PERCENT, "two-thirds", 66.6666666667, "%")], id="thirds"),
        pytest.param("a quarter of it", [(PERCENT, "a quarter", 25, "%")], id="quarter"),
        pytest.param("fell by half", [(PERCENT, "half", 50, "%")], id="half"),
        pytest.param("one in five goes", [(PERCENT, "one in five", 20, "%")], id="one-in-five"),
        pytest.param("half a million people", [(COUNT, "half a million people", 5e5, "people")],
            id="half-a-million"),
        pytest.param("some 1.2m people", [(COUNT, "1.2m people", 1.2e6, "people")], id="m-people"),
        pytest.param("90m high", [(COUNT, "90m", 90, "m")], id="metres"),
        pytest.param("five to seven people", [(COUNT, "five to seven people", 5, "people")],
            id="count-range"),
        pytest.param("12 to 9 votes", [(COUNT, "12", 12, ""), (COUNT, "9 votes", 9, "votes")],
            id="no-range"),
        pytest.param("at -4C", [(COUNT, "-4C", -4, "degrees")], id="below-zero"),
        pytest.param("10 000 people", [(COUNT, "10 000 people", 10000, "people")], id="space"),
        pytest.param("one died", [(COUNT, "one died", 1, "died")], id="one-died"),
        pytest.param("the 1990s", [(DATE, "1990s", None, "")], id="decade"),
        pytest.param("in 2024-25", [(DATE, "2024-25", None, "")], id="season"),
        pytest.param("at 17:46.", [(TIME, "17:46", None, "")], id="colon"),
        pytest.param("by 0930 GMT", [(TIME, "0930 GMT", None, "")], id="zone"),
        pytest.param("In Paris 40 people", [(COUNT, "40 people", 40, "people")], id="after-a-name"),
        pytest.param("Monday 12 died", [(DATE, "Monday", None, ""), (COUNT, "12 died", 12, "died")],
            id="after-a-day"),
        pytest.param("ten Russian sailors", [(COUNT, "ten", 10, "")], id="ten"),
        pytest.param("About 40 fled", [(COUNT, "40 fled", 40, "fled")], id="after-an-adverb"),
        pytest.param("Erik ten Hag left", [], id="ten-hag"),
        pytest.param("Ten Hag left", [], id="ten-hag-first"),
        pytest.param("no one knows", [], id="no-one"),
        pytest.param("this one works", [], id="this-one"),
        pytest.param("at one point", [], id="one-point"),
        pytest.param("then one day it fell", [], id="one-day-of-a-story"),
        pytest.param("for just one day", [(COUNT, "one day", 1, "day")], id="one-day-counted"),
        pytest.param("it lost in one", [], id="in-one"),
        pytest.param("version 3.2.1 and iOS 17", [], id="versions"),
        pytest.param("at 12 Harbour Road", [], id="address"),
        pytest.param("on Channel 4 and Radio 4", [], id="channel"),
        pytest.param("the Group of Seven", [], id="group-of-seven"),
        pytest.param("under Article 5", [], id="article"),
        pytest.param("a Boeing 737 landed", [], id="boeing"),
        pytest.param("the Apollo 11 crew", [], id="apollo"),
        pytest.param("Call 0800 0560154 or dial 999", [], id="telephone"),
        pytest.param("1. Wash the rice", [], id="list-number"),
        pytest.param("Ann Lee, 34, and Bo (41)", [], id="ages"),
        pytest.param("a girl aged nine is 34 years old", [], id="aged"),
        pytest.param("lost 24–17 and 6-4", [], id="scores"),
        pytest.param("in Genesis 1:27", [], id="verse"),
        pytest.param("the second half of it", [], id="second-half"),
        pytest.param("a third party", [], id="third-party"),
        pytest.param("its twenty-first year", [], id="spelled-ordinal"),
        pytest.param("on BBC One last May", [], id="channel-one"),
        pytest.param("the 3G network", [], id="generation"),
        pytest.param(
            "fell $2.86 to $41.32",
            [(MONEY, "$2.86", 2.86, "$"), (MONEY, "$41.32", 41.32, "$")],
            id="change-without-from",
        ),
        pytest.param("the 200m events", [(COUNT, "200m", 200, "m")], id="track"),
        pytest.param("one of them", [], id="one-the-pronoun"),
        pytest.param("an F-16 and COVID-19", [], id="part-of-a-name"),
        pytest.param("No. 5 school", [], id="number-five"),
        pytest.param("a 12-year-old girl", [], id="age-in-a-compound"),
        pytest.param("won 3-1", [], id="score"),
        pytest.param("the third man, the 4th time", [], id="ordinals"),
        pytest.param("She may march on.", [], id="months-as-verbs"),
        pytest.param("tender words often weigh", [], id="numbers-inside-words"),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[tuple[FigureKind, str, float | None, str]]) -> None:
    found = list(figures(text))
    assert [(f.kind, f.text, f.value, f.unit) for f in found] == expected
    assert [text[f.start : f.end] for f in found] == [f.text for f in found]


@given(st.text(st.sampled_from("0123456789,.:$€%-– ampMayone twohundrdthirCRs"), max_size=200))
def test_figures_are_in_order_and_inside(text: str) -> None:
    last = 0
    for figure in figures(text):
        assert last <= figure.start < figure.end <= len(text)
        assert (figure.value is None) == (figure.kind in {DATE, TIME})
        last = figure.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "twenty-",
        "$",
        "a hundred ",
        " hundred",
        "May 1",
        "1 000",
        "1-",
        "Ann 1 ",
        "one in ",
    ],
)
def test_long_runs_end(piece: str) -> None:
    assert sum(1 for _ in figures(piece * 50_000)) <= 50_000
