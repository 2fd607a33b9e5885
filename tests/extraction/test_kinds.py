"""What a cue makes of a claim: its kind, how it is quoted, whether it is negated or hedged."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.attribution import Kind, QuoteType
from newsbrief.extraction.kinds import Manner, classify
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.text.packaged import sections
from newsbrief.text.quotations import quotations_of

PARTS = {"S": "source", "Q": "cue", "C": "claim"}


def manner(text: str) -> Manner:
    """The manner of the attribution that ``text`` marks: [S source] [Q cue] [C claim]."""
    spans: dict[str, list[Span]] = {"S": [], "Q": [], "C": []}
    plain = ""
    for piece in re.split(r"(\[[SQC] .*?\])", text):
        if piece.startswith("["):
            spans[piece[1]].append(Span(len(plain), len(plain) + len(piece) - len("[S ]")))
            plain += piece[3:-1]
        else:
            plain += piece
    article = parse(plain)
    quotations = quotations_of(plain, ((block.start, block.end) for block in article.blocks))
    source, cue, claim = (tuple(spans[part]) for part in PARTS)
    return classify(article, source, cue, claim, quotations)


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        pytest.param("said", "statement", id="say"),
        pytest.param("has repeatedly been telling friends", "statement", id="auxiliaries-adverbs"),
        pytest.param("made it very clear", "statement", id="several-words"),
        pytest.param("made it", "other", id="not-all-of-several-words"),
        pytest.param("replied", "statement", id="y-to-i"),
        pytest.param("admitted", "statement", id="doubled-consonant"),
        pytest.param("'s claim", "statement", id="noun"),
        pytest.param("said in a statement praising", "statement", id="first-entry-decides"),
        pytest.param("thought", "belief", id="think"),
        pytest.param("is of the opinion", "belief", id="opinion"),
        pytest.param("is seen", "belief", id="be-seen-is-a-view"),
        pytest.param("saw", "perception", id="see"),
        pytest.param("wants to say", "intention", id="want-to-say"),
        pytest.param("called on", "intention", id="call-on"),
        pytest.param("called", "statement", id="call"),
        pytest.param("expressed the hope", "feeling", id="light-verb-with-noun"),
        pytest.param("voiced her opposition to", "accusation", id="opposition"),
        pytest.param("voiced", "statement", id="voice-alone"),
        pytest.param("lashed out at", "accusation", id="lash-out"),
        pytest.param("took issue with", "accusation", id="take-issue"),
        pytest.param("paid tribute to", "praise", id="pay-tribute"),
        pytest.param("ruled out", "denial", id="rule-out"),
        pytest.param("ruled", "statement", id="rule"),
        pytest.param("denied", "denial", id="deny"),
        pytest.param("declined to say", "intention", id="declining-to-say"),
        pytest.param("declined", "intention", id="declining"),
        pytest.param("painted red", "statement", id="painting-a-picture"),
        pytest.param("sat beside", "other", id="unknown"),
    ],
)
def test_kind_of_a_cue(cue: str, kind: str) -> None:
    assert manner(f"[S Ann Poe] [Q {cue}] [C the mill is old].").kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("[S The poll] [Q suggests] [C he won].", "report", id="document-suggests"),
        pytest.param("[S Ann Poe] [Q suggests] [C he won].", "statement", id="person-suggests"),
        pytest.param("[S The poll] [Q says] [C he won].", "statement", id="document-says"),
        pytest.param("[S The law] [Q requires] [C a vote].", "report", id="document-requires"),
        pytest.param("[S The board] [Q requires] [C a vote].", "intention", id="board-requires"),
        pytest.param(
            "[S A study for Ohio's mills board] [Q found] [C dust].", "report", id="head-noun"
        ),
        pytest.param("[C “It will fall down soon,”] [S he] [Q hoped].", "statement", id="quoted"),
        pytest.param("[S He] [Q hoped] [C it would fall].", "feeling", id="not-quoted"),
        pytest.param("[S He] [Q blasted] [C “the fools”].", "accusation", id="too-short-a-quote"),
        pytest.param("[S He] [Q sat down]: [C “It is old.”]", "statement", id="unknown-cue-quoted"),
        pytest.param("[C “It is old,”] [S he].", "statement", id="no-cue"),
        pytest.param("[S He] [Q did not say] [C it is old].", "other", id="not-said"),
        pytest.param("[S He] [Q cited] [C old mills].", "other", id="only-named"),
        pytest.param("[S He] [Q said] [C no].", "statement", id="said-no"),
        pytest.param("[S He] [Q said] [C mills are old].", "statement", id="short-clause"),
        pytest.param("[S He] [Q warned about] [C the mill].", "other", id="spoken-of"),
        pytest.param("[S He] [Q pointed] [C to the mill].", "other", id="spoken-of-in-the-claim"),
        pytest.param("[C They] [Q are said] [C to have met].", "statement", id="two-pieces"),
        pytest.param("They [Q are said] [C to have met].", "statement", id="infinitive"),
        pytest.param(
            "[S He] [Q spoke of] [C “the oldest mill of all”].", "statement", id="quoted-of"
        ),
        pytest.param("[Q According to] [S him], [C it is old].", "statement", id="according-to"),
        pytest.param("[S He] [Q did not think] [C it is old].", "belief", id="not-thought"),
        pytest.param("[S He] [Q called] [C for a vote].", "intention", id="particle-in-the-claim"),
        pytest.param("[S He] [Q called] [C him a liar].", "statement", id="no-particle"),
        pytest.param(
            "[S He] rejected the report and [Q accused] [C her of lying].",
            "accusation",
            id="after-another-verb",
        ),
    ],
)
def test_kind_in_context(text: str, kind: str) -> None:
    assert manner(text).kind == kind


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        pytest.param("[C “It is an old mill.”]", QuoteType.DIRECT, id="curly"),
        pytest.param('[C "It is an old mill."]', QuoteType.DIRECT, id="straight"),
        pytest.param("[C ‘It is an old mill.’]", QuoteType.DIRECT, id="single"),
        pytest.param("[C «It is an old mill.»]", QuoteType.DIRECT, id="guillemets"),
        pytest.param("“[C It is an old mill.]”", QuoteType.DIRECT, id="marks-outside"),
        pytest.param("[C “It is an old mill,] [C and it will fall.”]", QuoteType.DIRECT, id="two"),
        pytest.param("[C it is an “old mill”.]", QuoteType.MIXED, id="part"),
        pytest.param("[C “But it is old,”] [C and will fall]", QuoteType.MIXED, id="one-of-two"),
        pytest.param("[C it is an old mill.]", QuoteType.INDIRECT, id="none"),
        pytest.param("[C it is the miller's mill.]", QuoteType.INDIRECT, id="apostrophe"),
        pytest.param("[C it is old]. “Yes,” Tom said.", QuoteType.INDIRECT, id="another's"),
    ],
)
def test_quote_type(claim: str, quote: QuoteType) -> None:
    assert manner(f"[S Ann Poe] [Q said] {claim}").quote is quote


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("[S She] [Q did not say] [C it is old].", True, id="did-not"),
        pytest.param("[S She] [Q didn’t say] [C it is old].", True, id="contraction"),
        pytest.param("[S She] [Q has never claimed] [C it is old].", True, id="never"),
        pytest.param("[S No one] [Q said] [C it is old].", True, id="no-one"),
        pytest.param("[S Neither sister] [Q said] [C it is old].", True, id="neither"),
        pytest.param("[S She] [Q declined to say] [C it is old].", True, id="declined"),
        pytest.param("[S He] [Q refused] [C to go].", True, id="refused"),
        pytest.param("[S He] [Q has decided not to] [C go].", True, id="decided-not-to"),
        pytest.param("[S He] [Q would not rule out] [C a sale].", True, id="denial-negated"),
        pytest.param("[S She] left [Q without saying] [C it is old].", True, id="without"),
        pytest.param("[S She] [Q said] [C it is not old].", False, id="in-the-claim"),
        pytest.param("[S She] [Q denied] [C it is old].", False, id="a-denial-is-none"),
        pytest.param("[S She] [Q not only said] [C it is old].", False, id="not-only"),
        pytest.param("[S She] [Q did not hesitate to say] [C it].", False, id="not-hesitate"),
        pytest.param("[S She] [Q said, not without pride,] [C it is old].", False, id="after-it"),
        pytest.param(
            "She was not there. [S He] [Q said] [C it is old].", False, id="sentence-before"
        ),
        pytest.param("[C It is not old,] [S she] [Q said].", False, id="claim-before"),
        pytest.param("[S Nora] [Q noted] [C it is old].", False, id="no-in-a-name"),
    ],
)
def test_negated(text: str, negated: bool) -> None:  # noqa: FBT001 - a column of the table
    assert manner(text).negated is negated


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        pytest.param("[C The mill] [Q is thought to] [C be old].", True, id="is-thought"),
        pytest.param(
            "[S Poe and Ray] [Q are said] [C to have met].", True, id="subject-for-source"
        ),
        pytest.param("It [Q 's believed] [C the mill is old].", True, id="it-is-believed"),
        pytest.param("[C The mill] [Q reportedly] [C is old].", True, id="reportedly"),
        pytest.param("[S He] [Q allegedly told] her [C it is old].", True, id="allegedly"),
        pytest.param("[S He] [Q may have said] [C it is old].", True, id="may-have-said"),
        pytest.param("[C The mill] [Q seems] [C to be old].", True, id="seems"),
        pytest.param(
            "[C The mill is old], [Q it is said by] [S farmers].", False, id="by-somebody"
        ),
        pytest.param("[C The mill] [Q is known to] [C be old].", False, id="is-known"),
        pytest.param("[S He] [Q could have said] [C it is old].", False, id="could-have-said"),
        pytest.param("[S He] [Q thought] [C it is old].", False, id="thought"),
        pytest.param("[S He] [Q said] [C it is reportedly old].", False, id="in-the-claim"),
        pytest.param("[S He] [Q said] [C it may have burnt].", False, id="may-have-in-the-claim"),
    ],
)
def test_hedged(text: str, hedged: bool) -> None:  # noqa: FBT001 - a column of the table
    assert manner(text).hedged is hedged


def test_every_section_of_the_lexicon_is_a_kind_and_no_entry_stands_twice() -> None:
    listed = sections("cue_kinds.txt")
    kinds = {kind for heading in listed for kind in heading.split(" | ")}
    assert kinds == {kind.value for kind in Kind}
    entries = [line.split(" = ")[0] for lines in listed.values() for line in lines]
    assert sorted(entries) == sorted(set(entries))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.data())
def test_any_spans_of_any_text_have_a_manner(text: str, data: st.DataObject) -> None:
    article = parse(text)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    span = ends.map(lambda pair: Span(*sorted(pair)))
    source, cue, claim = (tuple(data.draw(st.lists(span, max_size=2))) for _ in PARTS)
    quotations = quotations_of(text, ((block.start, block.end) for block in article.blocks))
    assert isinstance(classify(article, source, cue, claim, quotations), Manner)
