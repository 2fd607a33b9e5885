"""Quotations of every style, what is none, and that any text gives orderly spans."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.spans import Span
from newsbrief.text.quotation_marks import CLOSING_MARKS
from newsbrief.text.quotations import is_speech, pairs, quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go,” he said. “Now.”", ["“We go,”", "“Now.”"], id="curly"),
        pytest.param('"We go," he said. "Now."', ['"We go,"', '"Now."'], id="straight"),
        pytest.param("‘We go,’ he said. ‘Now.’", ["‘We go,’", "‘Now.’"], id="single"),
        pytest.param("'We go,' he said. 'Now.'", ["'We go,'", "'Now.'"], id="straight-single"),
        pytest.param("«We go», he said. «Now.»", ["«We go»", "«Now.»"], id="guillemets"),
        pytest.param("« We go », he said.", ["« We go »"], id="spaced-guillemets"),
        pytest.param(
            "He said: 'We go. 'It is late. 'Now.' She left.",
            ["'We go.", "'It is late.", "'Now.'"],
            id="single-opens-again",
        ),
        pytest.param(
            "She left. ‘We go. ‘Now.’", ["‘We go.", "‘Now.’"], id="single-opens-again-alone"
        ),
        pytest.param(
            'He said: "I asked: \'Why?\' "We go."',
            ["\"I asked: 'Why?'", '"We go."'],
            id="opens-again-after-inner",
        ),
        pytest.param("She left. 'Tis late. 'Now,' he said.", ["'Now,'"], id="elision-before"),
        pytest.param("The Lees. 'old hands' at it. 'Go.'", ["'old hands'", "'Go.'"], id="closed"),
        pytest.param("»We go«, he said.", ["»We go«"], id="danish"),
        pytest.param("›We go‹, he said.", ["›We go‹"], id="danish-single"),
        pytest.param("‹We go›, he said.", ["‹We go›"], id="single-guillemets"),
        pytest.param("„We go“, he said. „Now.”", ["„We go“", "„Now.”"], id="german"),
        pytest.param("‚We go‘, he said.", ["‚We go‘"], id="german-single"),
        pytest.param("``We go,'' he said. ''Now.''", ["``We go,''", "''Now.''"], id="typewriter"),
        pytest.param('“We go," he said.', ['“We go,"'], id="mixed-up"),
        pytest.param("“We go,“ he said. “Now.“", ["“We go,“", "“Now.“"], id="never-turned"),
        pytest.param('"We go."Then "Now."', ['"We go."', '"Now."'], id="no-space-after"),
        pytest.param('He said:"We go."', ['"We go."'], id="no-space-before"),
        pytest.param('"We go""Now"', ['"We go"', '"Now"'], id="back-to-back"),
        pytest.param("“It is ‘over,’” he said.", ["“It is ‘over,’”"], id="single-in-double"),
        pytest.param("‘It is “over”,’ he said.", ["‘It is “over”,’"], id="double-in-single"),
        pytest.param('He is "very" late.', ['"very"'], id="scare-quote"),
        pytest.param("\"I say, 'Go.'\" 'No.'", ["\"I say, 'Go.'\"", "'No.'"], id="end-together"),
        pytest.param("[“We go”] —“Now”", ["“We go”", "“Now”"], id="after-brackets-and-dashes"),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It's the dogs' bowl and the cats' bed.", [], id="genitives"),
        pytest.param("It’s the dogs’ bowl and the cats’ bed.", [], id="curly-genitives"),
        pytest.param("Rock 'n' roll in the '90s and '80s.", [], id="elisions"),
        pytest.param("Get ’em in the ’90s, ’twas said.", [], id="curly-elisions"),
        pytest.param("‘the boys’ turn,’ she said", ["‘the boys’ turn,’"], id="genitive-inside"),
        pytest.param("'It's late,' she said", ["'It's late,'"], id="apostrophe-inside"),
        pytest.param("“the dogs' home,” he said", ["“the dogs' home,”"], id="genitive-in-double"),
        pytest.param("He is 6'2\" tall, 5'11\" wide.", [], id="feet-and-inches"),
        pytest.param("» Read more » Share", [], id="bullets"),
        pytest.param('A 5 " pipe and a 6 " pipe.', [], id="inches-after-a-space"),
        pytest.param('A " stands here alone.', [], id="loose-and-never-closed"),
        pytest.param('"We close, " she said.', ['"We close, "'], id="closed-after-a-space"),
        pytest.param(
            'He said " We close . " and " Go . "', ['" We close . "', '" Go . "'], id="tokenised"
        ),
        pytest.param("Home › News › Politics", [], id="breadcrumbs"),
        pytest.param('A 20" screen. Nothing else.', [], id="stray-at-the-end-of-a-word"),
        pytest.param('He called it a "mess and left.', [], id="never-closed-inside-a-sentence"),
        pytest.param("no marks at all", [], id="none"),
        pytest.param("", [], id="empty"),
    ],
)
def test_near_misses(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go on.  ", "“We go on.", id="whole-block"),
        pytest.param("He said: “We go. And on.", "“We go. And on.", id="after-a-colon"),
        pytest.param("He spoke. “We go on.", "“We go on.", id="after-a-sentence"),
        pytest.param("‘We go on.", "‘We go on.", id="single"),
        pytest.param('"We go on.', '"We go on.', id="straight"),
    ],
)
def test_unclosed_runs_to_the_end_of_its_block(text: str, expected: str) -> None:
    (span,) = quotations(text)
    assert text[span.start : span.end] == expected
    assert text[span.end - 1] not in CLOSING_MARKS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'He said: "I go. "I am 31. "So."', ['"I go.', '"I am 31.', '"So."'], id="three"
        ),
        pytest.param("She said: 'I go. 'We go.'", ["'I go.", "'We go.'"], id="single"),
        pytest.param("She said: ‘I go. ‘We go.’", ["‘I go.", "‘We go.’"], id="curly"),
        pytest.param(
            '"We go, he said. "Now."', ['"We go, he said.', '"Now."'], id="mark-forgotten"
        ),
        pytest.param('A 9" pipe. "Now."', ['"Now."'], id="inches"),
        pytest.param('The "so called expert "Now."', ['"Now."'], id="no-sentence-before"),
        pytest.param("In the '90s. 'Now.'", ["'Now.'"], id="decade"),
        pytest.param("In Leeds, 'Bama fans met. Nobody saw.", [], id="capital-after-a-comma"),
    ],
)
def test_unclosed_runs_to_the_next_opening_of_its_mark(text: str, expected: list[str]) -> None:
    """As in a speech whose paragraphs a page has run together."""
    assert [text[start:end] for start, end in quotations(text)] == expected


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        pytest.param("“We will not go there.”", True, id="sentence"),
        pytest.param("“Never!”", True, id="one-word-with-its-stop"),
        pytest.param("“soft”", False, id="scare-quote"),
        pytest.param("“The Old Man and the Sea”", False, id="title"),
        pytest.param("“so-called experts”", False, id="two-words"),
        pytest.param("“”", False, id="empty"),
    ],
)
def test_speech_is_told_from_titles_and_scare_quotes(quotation: str, *, expected: bool) -> None:
    assert is_speech(quotation, Span(0, len(quotation))) is expected


MESSY = st.text(alphabet="ab S.,:\n'\"“”‘’«»„‚‹›`0—", max_size=80)


@given(MESSY, st.integers(0, 10))
def test_any_text_gives_spans_apart_and_in_order(text: str, start: int) -> None:
    end = start
    for span in quotations(text, min(start, len(text))):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“‘Go,’ he said.” “Now.”", ["“‘Go,’ he said.”", "  ‘Go,’", "“Now.”"], id="single"
        ),
        pytest.param("“I ‘say “go”’.”", ["‘say “go”’", "  “go”"], id="the-same-again"),
        pytest.param("«A ‘b „c“’.»", ["«A ‘b „c“’.»", "  ‘b „c“’", "    „c“"], id="two-deep"),
        pytest.param("“A ‘b” c’.", ["“A ‘b”"], id="crossing"),
        pytest.param("“We ‘go’ on.  ", ["“We ‘go’ on.", "  ‘go’"], id="in-an-unclosed-one"),
        pytest.param("“It’s the dogs’ home.”", ["“It’s the dogs’ home.”"], id="apostrophes"),
    ],
)
def test_quotations_in_quotations(text: str, expected: list[str]) -> None:
    shown = [" " * 2 * p.depth + text[p.opening.start : p.closing.end] for p in pairs(text)]
    assert shown == expected


@given(MESSY)
def test_pairs_nest(text: str) -> None:
    around: list[int] = []  # the ends of the quotations that hold this one
    for opening, closing, depth in pairs(text):
        assert opening.start < opening.end <= closing.start <= closing.end
        del around[depth:]
        assert len(around) == depth
        assert all(closing.end <= end for end in around)
        around.append(closing.start)


@pytest.mark.parametrize(
    "marks",
    [
        "‘a s’ ",
        '"',
        "' a",
        "« “ „ ",
        '"‘a ',
        '‘as’ "',
        "“a‘s “‘",
        '"‘a "‘a ‘a',
        "“ ' ‘ " + " " * 99,
    ],
)
def test_long_runs_of_marks_take_linear_time(marks: str) -> None:
    start = process_time()
    quotations(marks * (120_000 // len(marks)))
    assert process_time() - start < 10, "half a second; quadratic, it would be minutes"
