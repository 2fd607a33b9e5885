"""Whom a source is resolved to, and what type it has."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.names.own_names import is_a_name
from newsbrief.names.resolution import ResolvedSource, SourceWords, discourse_of, resolve
from newsbrief.names.source_network import VectorOf, source_network
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, Span, fold
from newsbrief.tagging.tagger import tag

PERSON, ORGANISATION = SourceType.PERSON, SourceType.ORGANISATION
DOCUMENT, UNNAMED = SourceType.DOCUMENT, SourceType.UNNAMED


SURE = {"p": (0.94, 0.02, 0.02, 0.02), "o": (0.02, 0.94, 0.02, 0.02), "d": (0.02, 0.02, 0.94, 0.02),
        "u": (0.02, 0.02, 0.02, 0.94), "": ()}  # fmt: skip


def marked(text: str) -> tuple[Article, list[SourceWords]]:
    """The article that ``text`` is without its [marks], and the sources that they mark.

    "[she|p]" is a source that the tagger takes for a person's; so o, d, u for the other types.
    """
    pieces = re.split(r"\[(.*?)\]", text)
    sources: list[SourceWords] = []
    plain = ""
    for i, piece in enumerate(pieces):
        words, _, letter = piece.partition("|") if i % 2 else (piece, "", "")
        if i % 2:
            span = Span(len(plain), len(plain) + len(words))
            sources.append(SourceWords((span,), (), (), SURE[letter]))
        plain += words
    return parse(plain), sources


def names(text: str) -> list[str | None]:
    return [who.name for who in whos(text)]


def whos(text: str) -> list[ResolvedSource]:
    article, sources = marked(text)
    return resolve(article, sources, article.quotations, vectors_of(article))


def vectors_of(article: Article) -> VectorOf:
    """The vectors that the tagger gives."""
    return tag(article, source_network().project).vectors.mean


def known(reason: str) -> pytest.MarkDecorator:
    """The mark of a failure that is known."""
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Marta Kovalenko ran the mill. [Kovalenko|p] said it will close.",
            ["Marta Kovalenko"],
            id="surname",
        ),
        pytest.param(
            "Linh Nguyen and her brother, David Nguyen, own the mill. [Ms. Nguyen|p] said it is "
            "old. [Mr. Nguyen|p] said it is not.",
            ["Linh Nguyen", "David Nguyen"],
            id="a-surname-of-two-of-whom-one-has-a-known-gender",
        ),
        pytest.param(
            "Senator Paul Reyes backed the dam; his wife, the novelist Anna Reyes, did not. “No,” "
            "[Mrs. Reyes|p] said. [Mr. Reyes|p] said the valley needed it.",
            ["Anna Reyes", "Paul Reyes"],
            id="a-surname-with-the-title-of-one-of-two",
        ),
        pytest.param(
            "Sir Hugh Reyes ran the mill. His son Paul said he loved it. [Sir Hugh|p] hated golf. "
            "[Lady Reyes|p] said her husband hated speeches. [Sir Hugh Reyes|p] was 88.",
            ["Hugh Reyes", "Reyes", "Hugh Reyes"],
            id="no-husband-for-his-wife-by-first-name-and-title",
        ),
        pytest.param(
            "Tunu Sandhu and his wife found the money. [Mr Sandhu|p] said he had hoped. "
            "[Mrs Sandhu|p] said she had not.",
            ["Tunu Sandhu", "Sandhu"],
            id="the-first-title-of-a-surname-tells-whose-full-name-it-is",
        ),
        pytest.param(
            "Tunu Sandhu found the money. [Mrs Sandhu|p] said she had not. [Ms Sandhu|p] left.",
            ["Tunu Sandhu", "Tunu Sandhu"],
            id="titles-of-one-gender",
        ),
        pytest.param(
            "Rovers striker out for the season\n\nDunmore Rovers will miss their best scorer.\n\n"
            "Ann Lee tore a ligament in training. “It is only football,” [the striker|p] said.",
            ["Ann Lee"],
            id="no-name-after-the-headline-that-describes-another",
        ),
        pytest.param(
            "[Kovalenko|p] said it will close. Marta Kovalenko has run the mill for years.",
            ["Marta Kovalenko"],
            id="full-name-further-on",
        ),
        pytest.param(
            "Marta “The Boss” Kovalenko ran the mill. [Kovalenko|p] said it will close.",
            ["Marta “The Boss” Kovalenko"],
            id="surname-of-a-name-with-a-nickname",
        ),
        pytest.param(
            "Marta Kovalenko ran the mill. [Kovalev|p] said it will close.",
            ["Kovalev"],
            id="another-surname",
        ),
        pytest.param(
            "Police found Marta Kovalenko on Friday. [Marta|p] told them she had walked home.",
            ["Marta Kovalenko"],
            id="first-name-alone",
        ),
        pytest.param(
            "Marta J. Kovalenko won. Marta Kovalenko lost in May. [Marta Kovalenko|p] said so.",
            ["Marta J. Kovalenko"],
            id="middle-initial",
        ),
        pytest.param(
            "The mill is old. [Mr. Ray|p] said so. Tom Ray was there.",
            ["Tom Ray"],
            id="title",
        ),
        pytest.param(
            "Tom Ray met Ann Ray on Monday. [Mr. Ray|p] was glad. [Ms. Ray|p] said she was tired.",
            ["Tom Ray", "Ann Ray"],
            id="namesakes-by-title",
        ),
        pytest.param(
            "Rep. Tom Carter met Sen. Ann Carter. [Sen. Carter|p] left. [Rep. Carter|p] said so.",
            ["Ann Carter", "Tom Carter"],
            id="namesakes-by-office",
        ),
        pytest.param(
            "Tom Ray met Ann Ray on Monday at the fair. [Ray|p] said the mill is old.",
            ["Ray"],
            id="namesakes-stay-short",
        ),
        pytest.param(
            "The sons of Tom Ray own it. " + "The mill is old. " * 5 + "Ann Ray is the head now. "
            "[Ray|p] said it must close.",
            ["Ann Ray"],
            id="namesake-just-named",
            marks=known("the namesake named more often is chosen"),
        ),
        pytest.param(
            "Samir al-Karo met her. [Karo|p] said no. [Mr al-Karo|p] left.",
            ["Samir al-Karo", "Samir al-Karo"],
            id="arabic-article",
        ),
        pytest.param(
            "Hugo Núñez-Pérez won. [Nunez-Perez|p] said no.",
            ["Hugo Núñez-Pérez"],
            id="accents-left-off",
        ),
        pytest.param(
            "Jürgen Müller met Jorg Muller. [Jörg Müller|p] said no.",
            ["Jorg Muller"],
            id="accents-added",
        ),
        pytest.param(
            "[Dr. Seán O'Neil|p] and others spoke. [O'Neil|p] said no.",
            ["Seán O'Neil", "Seán O'Neil"],
            id="apostrophe",
        ),
        pytest.param(
            "Ana de la Cruz, Jan van den Berg and Omar al-Said met. [de la Cruz|p] said yes. "
            "[Van den Berg|p] said no. [Al-Said|p] did not vote.",
            ["Ana de la Cruz", "Jan van den Berg", "Omar al-Said"],
            id="particles",
        ),
        pytest.param(
            "Jean-Luc Brâncuși paints. [Brâncuși|p] said it sold. Ri Chang-dae agreed, [Ri|p] "
            "said.",
            ["Jean-Luc Brâncuși", "Ri Chang-dae"],
            id="accents-and-hyphens",
        ),
        pytest.param(
            "Marine Le Blanc leads. [Le Blanc|p] said she would stay.",
            ["Marine Le Blanc"],
            id="surname-of-two-words",
        ),
        pytest.param(
            "Christian Poe acts. [Poe|p] said so.", ["Christian Poe"], id="name-and-faith"
        ),
        pytest.param(
            "[Rep.|p] Jo Ray spoke.",
            ["Jo Ray"],
            id="title-without-the-name",
            marks=known("a title that was cut from its name is left unnamed"),
        ),
        pytest.param(
            "Tom Ray Jr. runs the mill. [Ray|p] said so.",
            ["Tom Ray Jr."],
            id="junior-is-no-surname",
        ),
    ],
)
def test_name_in_full(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Jo Ray's", "Jo Ray", id="possessive"),
        pytest.param("Jo Ray, the spokesman for the Mill Board,", "Jo Ray", id="apposition"),
        pytest.param("Jo Ray, 34,", "Jo Ray", id="age"),
        pytest.param("spokesman Jo Ray", "Jo Ray", id="role-before"),
        pytest.param("Striker Jo Ray", "Jo Ray", id="role-with-a-capital"),
        pytest.param("Cllr Ray", "Jo Ray", id="councillor"),
        pytest.param(
            "Jo Ray KC",
            "Jo Ray",
            id="letters-after-the-name",
        ),
        pytest.param("a report, seen by the BBC", None, id="unnamed-seen"),
        pytest.param("Mill Board spokesman Jo Ray", "Jo Ray", id="body-and-role-before"),
        pytest.param("Sen. Jo Ray (D-Ohio)", "Jo Ray", id="party-in-brackets"),
        pytest.param("Ohio Governor Jo Ray", "Jo Ray", id="place-and-title-before"),
        pytest.param("former Iowa Gov. and Mill Board Chairman Jo Ray", "Jo Ray", id="two-titles"),
        pytest.param("Dane County (Ohio) Sheriff Jo Ray", "Jo Ray", id="county-in-brackets"),
        pytest.param("Christian Democrat Jo Ray", "Jo Ray", id="party-before"),
        pytest.param("the mill's chief engineer, Jo Ray,", "Jo Ray", id="name-in-apposition"),
        pytest.param("Jo Ray of Dayton", "Jo Ray", id="of-a-place"),
        pytest.param("Jo Ray, who ran for the Mill Board", "Jo Ray", id="relative-clause"),
        pytest.param("Secretary of State Jo Ray", "Jo Ray", id="title-with-of"),
        pytest.param("Dayton Liberal MP Jo Ray", "Jo Ray", id="place-party-and-title"),
        pytest.param("Mill and Farm manager Jo Ray", "Jo Ray", id="body-with-and"),
        pytest.param("an aide who asked not to be named", None, id="unnamed-who"),
        pytest.param("a woman, whose name is kept back,", None, id="unnamed-whose"),
        pytest.param("a study, the first of its kind,", None, id="unnamed-apposition"),
        pytest.param("a study, published in May,", None, id="unnamed-participle"),
        pytest.param("a spokesman for Jo Ray", None, id="for-somebody"),
        pytest.param("an aide to Mr. Ray", None, id="to-somebody"),
        pytest.param(
            "the Ray campaign",
            "Ray campaign",
            id="name-as-modifier",
        ),
        pytest.param(
            "Jo Ray and Al Poe",
            "Jo Ray and Al Poe",
            id="two-people",
        ),
        pytest.param("supporters of Jo Ray", None, id="of-somebody"),
        pytest.param(
            "the head of the export office at Ohio's trade ministry",
            None,
            id="office",
        ),
    ],
)
def test_head_of_a_source(source: str, expected: str | None) -> None:
    letter = "p" if expected else "u"
    assert names(
        f"The mill was sold by Jo Ray. It is old, [{source}|{letter}] said on Monday."
    ) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Northern Mill Agency (NMA) sold it. [NMA|o] said so.",
            ["Northern Mill Agency"],
            id="acronym-in-brackets",
        ),
        pytest.param(
            "The Northern Mill Agency sold it. [The NMA|o] said so.",
            ["Northern Mill Agency"],
            id="acronym-by-initials",
        ),
        pytest.param(
            "The Northern Mill Agency sold it. [The NMB|o] said so.", ["NMB"], id="another-acronym"
        ),
        pytest.param(
            "The Department of Mills sold it. [The DOM|o] said so.",
            ["Department of Mills"],
            id="acronym-with-a-small-word",
        ),
        pytest.param(
            "The Ministry of Roads and Bridges (MRB) closed it. [MRB|o] did not say why.",
            ["Ministry of Roads and Bridges"],
            id="body-with-of-and-and",
        ),
        pytest.param(
            "[The Dorvian Food and Drug Administration (DFDA)|o] met. [The DFDA|o] said no.",
            ["Dorvian Food and Drug Administration", "Dorvian Food and Drug Administration"],
            id="body-of-two-fields",
        ),
        pytest.param(
            "[Torpo and Yarrow Motor Company|o] said no.",
            ["Torpo and Yarrow Motor Company"],
            id="two-bodies",
        ),
        pytest.param(
            "Yarrow News Agency sent two reporters. [Yarrow|o] reported the sale.",
            ["Yarrow News Agency"],
            id="generic-words-left-off",
        ),
        pytest.param(
            "The Toronto Mill Tribune wrote first. [Toronto|o] said it would not pay.",
            ["Toronto"],
            id="a-place-is-no-short-form",
        ),
    ],
)
def test_bodies(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ann Poe met Tom Ray on Monday. [He|p] said the mill is old. [She|p] agreed.",
            ["Tom Ray", "Ann Poe"],
            id="gender",
        ),
        pytest.param("The mill is old. [He|p] said it must close.", [None], id="nobody-named"),
        pytest.param(
            "Ann Poe runs the mill. [He|p] said it must close.", [None], id="no-man-named"
        ),
        pytest.param(
            "[Tom Ray|p] said the mill is old. It stands in Dayton. [He|p] said it must close.",
            ["Tom Ray", "Tom Ray"],
            id="speaker-goes-on",
        ),
        pytest.param(
            "[Tom Ray|p] said the mill is old. But [Al Poe|p], the mayor, said it is safe. "
            "“It will stand for years,” [he|p] said.",
            ["Tom Ray", "Al Poe", "Al Poe"],
            id="new-speaker",
        ),
        pytest.param(
            "[Tom Ray|p] spoke first. “Al Poe knows that this is wrong, and Al Poe will pay "
            "for it,” "
            "[he|p] said.",
            ["Tom Ray", "Tom Ray"],
            id="names-in-quotations-count-little",
        ),
        pytest.param(
            "Oluwaseun Adeyemi, the mayor, spoke. [She|p] said yes. Ann Poe wept. [Adeyemi|p] "
            "left.",
            ["Oluwaseun Adeyemi", "Oluwaseun Adeyemi"],
            id="gender-not-known",
        ),
        pytest.param(
            "Ann Poe runs the mill. [She’s|p] said it is old.",
            ["Ann Poe"],
            id="contraction",
            marks=known("one mention before a pronoun is not sure enough"),
        ),
        pytest.param(
            "Tom Ray wrote to the mill. [His statement|d] said no. [His father|u] agreed.",
            [None, None],
            id="what-one-says-oneself",
        ),
        pytest.param(
            "[A spokesman|u] said no. “It is old,” [he|p] said. [He|p] laughed.",
            [None, None, None],
            id="somebody-unnamed",
        ),
        pytest.param(
            "[A spokesman|u] said no. [She|p] said yes.", [None, None], id="another-gender"
        ),
        pytest.param("[A businesswoman|u] said no. [He|p] said yes.", [None, None], id="compound"),
        pytest.param("[A chairman|u] said no. [She|p] agreed.", [None, None], id="any-gender"),
        pytest.param("[Some|u] said no. [She|p] said yes.", [None, None], id="several-unnamed"),
        pytest.param(
            "[A spokesman|u] said no. It rained. It snowed. [He|p] said yes.",
            [None, None],
            id="somebody-too-far-back",
        ),
        pytest.param(
            "Tom Ray left. It rained. [A spokesman|u] said no. [He|p] added that it was late.",
            [None, None],
            id="somebody-newer-than-a-name",
        ),
        pytest.param(
            "Tom Ray left. It rained. [The spokesman|u] said no. [He|p] added that it was late.",
            [None, None],
            id="not-newly-brought-in",
        ),
        pytest.param(
            "[A spokesman|u] said no to Tom Ray. [He|p] said yes.",
            [None, "Tom Ray"],
            id="a-name-comes-first",
        ),
        pytest.param(
            "Bill Ray left. [He|p] said it was late. [He|p] was tired.",
            ["Bill Ray", "Bill Ray"],
            id="a-name-like-a-thing",
        ),
        pytest.param(
            "Taylor Poe won. Her father, Vexo, saw it. “I could hear him,” [she|p] said.",
            ["Taylor Poe"],
            id="gender-told-before-a-name",
        ),
        pytest.param(
            "Ann Poe met Sam Ray, the club’s chairman. “I cried,” [she|p] said.",
            ["Ann Poe"],
            id="gender-told-after-a-name",
        ),
        pytest.param(
            "Vexo Ray, whose wife is ill, spoke. “I cried,” [he|p] said.",
            ["Vexo Ray"],
            id="gender-of-somebody-else",
        ),
    ],
)
def test_personal_pronouns(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ann Poe, [who|p] said the mill is old, left.", "Ann Poe", id="name-before-who"
        ),
        pytest.param(
            "Ann Poe, the mayor, [who|p] said the mill is old, left.",
            "Ann Poe",
            id="aside-before-who",
        ),
        pytest.param(
            "Ann Poe, the mayor of Torvia, [who|p] said the mill is old, left.",
            "Ann Poe",
            id="aside-with-a-name-before-who",
        ),
        pytest.param(
            "Ann Poe, Tom Ray, [who|p] said the mill is old, and Al Roe met.",
            "Tom Ray",
            id="list-before-who",
        ),
        pytest.param("He ran to his uncle, [who|u] said no.", None, id="noun-and-comma"),
        pytest.param("They met the women [who|u] say the mill is old.", None, id="noun-before-who"),
        pytest.param(
            "There is a report [that|d] shows the mill is old.", None, id="noun-before-that"
        ),
        pytest.param("The question is in [which|p] it says so.", None, id="nothing-before-which"),
        pytest.param("Ann Poe slept. [The two|u] said no.", None, id="the-two-of-nobody"),
    ],
)
def test_other_pronouns(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[Officials] met. [They] said no.", None, id="they-last-source"),
        pytest.param(
            "[Ann Jacobs] met him. [They] said no.",
            None,
            id="they-one-person",
            marks=known('"they" may be one person'),
        ),
        pytest.param(
            "The Democrats met. [They] said no.",
            "Democrats",
            id="they-opening-name",
            marks=known("too little is known of parties"),
        ),
        pytest.param("Congress met on Monday. [They] said no.", None, id="they-one-body"),
        pytest.param("He met the Democrats. [They] said no.", None, id="they-no-opening-name"),
        pytest.param("[The memo] is long. [It] says no.", None, id="it-last-source"),
        pytest.param(
            "Poe Corp. fell on Monday. [It|o] said no.",
            "Poe Corp.",
            id="it-opening-name",
        ),
        pytest.param("Ann Poe fell. [It] said no.", None, id="it-a-person"),
        pytest.param(
            "The Democrats met. [It] said no.",
            None,
            id="it-several",
        ),
    ],
)
def test_it_and_they(text: str, expected: str | None) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mayor Ann Poe met Tom Ray, the owner. [The mayor|p] said no. [The owner|p] said yes.",
            ["Ann Poe", "Tom Ray"],
            id="roles",
        ),
        pytest.param(
            "Tom Ray, the owner, met Ann Poe. [The minister|u] said no.",
            [None],
            id="nobody-has-the-role",
        ),
        pytest.param(
            "Ohio governor Ann Poe met Iowa governor Tom Ray. [The Ohio governor|p] said no.",
            ["Ann Poe"],
            id="role-with-a-name",
        ),
        pytest.param(
            "Officer Ann Poe, an official, slept. [The officials|u] said no. [The official|u] hid.",
            [None, None],
            id="too-common-or-several",
        ),
        pytest.param(
            "Ann Poe, 34, fell. Tom Ray, 43, saw it. [The 34-year-old|p] said it hurt.",
            ["Ann Poe"],
            id="age",
        ),
        pytest.param(
            "Ann Poe fell. [The 34-year-old, who rides,|p] said it hurt.",
            ["Ann Poe"],
            id="age-told-once",
        ),
        pytest.param(
            "A 34-year-old man in Dorvia fell. [The 34-year-old|u] said it hurt.",
            [None],
            id="age-of-nobody-before-a-place",
        ),
        pytest.param(
            "A 34-year-old mill worker Ann Poe fell. Tom Ray ran. [The 34-year-old|p] said it "
            "hurt.",
            ["Ann Poe"],
            id="age-before-the-name",
        ),
        pytest.param(
            "A 34-year-old former nurse Ann Poe fell. [The 34-year-old|p] said it hurt.",
            ["Ann Poe"],
            id="age-and-former-role",
        ),
        pytest.param(
            "Ann Poe, 34, fell. [The 3-year-old|u] said it hurt.",
            [None],
            id="age-that-begins-so",
        ),
        pytest.param(
            "Tom Ray (38) ran. Ann Poe, aged 29, came. [The 38-year-old|p] said it hurt. "
            "[The 29-year-old|p] left.",
            ["Tom Ray", "Ann Poe"],
            id="age-in-brackets",
        ),
        pytest.param(
            "It was near Torvia, the officer informed. [The officer|u] said no.",
            [None],
            id="clause-after-a-place",
        ),
        pytest.param(
            "Ann Poe met a 34-year-old man. [The 34-year-old|u] said it hurt.",
            [None],
            id="age-of-nobody-named",
        ),
        pytest.param(
            "Council drops plan for Harbour Road flats. [The council|o] said it had listened.",
            ["council"],
            id="a-road-says-nothing",
            marks=known("a noun that no longer name has is left unnamed"),
        ),
        pytest.param(
            "On Vexo, once Torpo, [the ministry|o] wrote: “No.” Torpo, the agency, hid. [The "
            "agency|o] "
            "came.",
            [None, "Torpo"],
            id="no-apposition",
        ),
        pytest.param(
            "Council drops plan for Torpo. [The council|o] said it had listened.",
            ["council"],
            id="noun-some-way-before",
            marks=known("a noun that no longer name has is left unnamed"),
        ),
        pytest.param(
            "The Northern Mill Agency met Poe Corp. on Monday. [The agency|o] said no. "
            "[The company|o] said yes.",
            ["Northern Mill Agency", "Poe Corp."],
            id="bodies",
        ),
        pytest.param(
            "The news agency Torpo spoke to Torvia. [The agency|o] said no. [The mill "
            "agency|o] hid.",
            ["Torpo", None],
            id="noun-beside-the-name",
            marks=known("a body named nearby is taken"),
        ),
        pytest.param(
            "Dunmore Rovers play on without their best scorer. Ann Lee tore a ligament in a match, "
            "[the club|o] said on Thursday. “It is only football,” [the striker|p] said.",
            ["Dunmore Rovers", "Ann Lee"],
            id="no-club-for-a-person",
        ),
        pytest.param(
            "The river is rising, according to the [Financial Times|o]. [The paper|o] said so.",
            ["Financial Times", "Financial Times"],
            id="the-paper",
        ),
        pytest.param(
            "The Department for Mills met. [The watchdog|o] said no.",
            [None],
            id="no-agency",
            marks=known("a body named in the sentence before is taken"),
        ),
        pytest.param(
            "Dayton University opened. [The company|o] said no.",
            [None],
            id="no-company",
            marks=known("a body named in the sentence before is taken"),
        ),
        pytest.param(
            "The trainer, Ann Poe, sued the owner. [The owner|p] said the horse was lame.",
            [None],
            id="brought-in-beside-the-name",
        ),
        pytest.param(
            "The pilot, Captain Ann Poe, was questioned by the agent, Tom Ray. [The pilot|p] left.",
            ["Ann Poe"],
            id="a-title-before-the-name",
        ),
        pytest.param(
            "Presidential spokesman Al Poe spoke. It rained. [A Dorvian presidential spokesman|p] "
            "said no.",
            ["Al Poe"],
            id="half-of-what-it-says",
            marks=known('"a spokesman" is taken for another one'),
        ),
        pytest.param(
            "Presidential spokesman Al Poe spoke. It rained. [A police spokesman|u] said no.",
            [None],
            id="nothing-of-what-it-says",
        ),
        pytest.param(
            "Ann Poe was questioned by the investigator, Tom Ray. [The investigator|p] left.",
            ["Tom Ray"],
            id="after-a-preposition",
        ),
        pytest.param(
            "According to the pilot, Ann Poe left. It rained. [The pilot|p] said it was late.",
            [None],
            id="no-apposition-after-a-preposition",
        ),
        pytest.param(
            "Their drummer, Jo Ray, left with Tom Poe, a singer. [The drummer|p] said it was late.",
            ["Jo Ray"],
            id="apposition-to-theirs",
        ),
        pytest.param(
            "Her manager, Tom Ray, accused the driver. [The driver|p] said he was asleep.",
            [None],
            id="brought-in-by-what-the-name-did",
        ),
        pytest.param(
            "The tenant, Ann Poe, took the landlord to court. [The tenant|p] said it was damp.",
            ["Ann Poe"],
            id="the-one-with-the-name",
        ),
        pytest.param(
            "Tom Ray lost the case. Ray had sued the mill. [The solicitor|p] said the wheel must "
            "stop.",
            [None],
            id="a-role-that-is-told-of-nobody",
        ),
        pytest.param(
            "Tom Ray, a solicitor, lost. Ray had sued the mill. [The solicitor|p] said the wheel "
            "must stop.",
            ["Tom Ray"],
            id="a-role-that-is-told-of-him",
        ),
        pytest.param(
            "Ann Poe, an owner, slept. [The mill’s owners|p] said no. [The owner|p] said yes.",
            [None, "Ann Poe"],
            id="several-are-not-one",
        ),
    ],
)
def test_descriptions(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Deputy mayor Ann Poe sang. [The mayor|p] said so.", None, id="deputy"),
        pytest.param(
            "Deputy mayor Ann Poe sang. [The deputy mayor|p] said so.", "Ann Poe", id="the-deputy"
        ),
        pytest.param("Mayor Ann Poe sang. [The mayor|p] said so.", "Ann Poe", id="the-mayor"),
        pytest.param(
            "Ann Poe, the former mayor, sang. [The mayor|p] said so.", None, id="after-the-name"
        ),
        pytest.param(
            "Deputy mayor Ann Poe sang. Later Mayor Ann Poe danced. [The mayor|p] said so.",
            "Ann Poe",
            id="both-offices",
        ),
        pytest.param(
            "Vice President Ann Poe flew to Ely. [The president|p] said so.", None, id="vice"
        ),
        pytest.param(
            "Vice President Ann Poe flew to Ely. [The vice president|p] said so.",
            "Ann Poe",
            id="the-vice-president",
        ),
        pytest.param(
            "Home Secretary Ann Poe flew to Ely. [The shadow home secretary|p] said so.",
            None,
            id="the-shadow",
        ),
        pytest.param(
            "The mayor of Ayton, Ann Poe, flew to Ely. [The mayor of Benford|p] said so.",
            None,
            id="of-another-place",
        ),
        pytest.param(
            "The mayor of Ayton, Ann Poe, flew to Ely. [Ayton's mayor|p] said so.",
            "Ann Poe",
            id="of-the-same-place",
        ),
        pytest.param(
            "Ann Poe, head of the Ayton Rowing Club, flew to Ely. [The head of the ARC|p] said so.",
            "Ann Poe",
            id="of-a-body-called-by-its-initials",
        ),
    ],
)
def test_another_office(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The Russian side lost. [The Russian|p] said so.", None, id="nobody-named"),
        pytest.param(
            "Luis Vera signed for Ely Town. [The South African|p] said so.", "Luis Vera", id="north"
        ),
        pytest.param("Luis Vera signed. [The Uruguayan|p] said so.", "Luis Vera", id="one-word"),
        pytest.param("Dawn French sang. [French|p] said so.", "Dawn French", id="a-surname"),
        pytest.param("[The US|o] said so.", "US", id="a-state"),
        pytest.param("[Labour|o] said so.", "Labour", id="a-party"),
    ],
)
def test_what_a_people_is_called_by_is_nobodys_name(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Ann Poe", PERSON, id="person"),
        pytest.param("she", PERSON, id="pronoun"),
        pytest.param("Ann Poe and Tom Ray", PERSON, id="people"),
        pytest.param("Noor, 9,", PERSON, id="age"),
        pytest.param("Mary", PERSON, id="first-name"),
        pytest.param(
            "Torvia, 9 May,",
            ORGANISATION,
            id="date",
            marks=known("a name with a number after it is taken for a person"),
        ),
        pytest.param(
            "Torvia, 2,000,",
            ORGANISATION,
            id="number",
            marks=known("a name with a number after it is taken for a person"),
        ),
        pytest.param("the Northern Mill Agency", ORGANISATION, id="body"),
        pytest.param("North Korea", ORGANISATION, id="country"),
        pytest.param("the ministry", ORGANISATION, id="ministry"),
        pytest.param("the Poe campaign", ORGANISATION, id="campaign"),
        pytest.param("the Dayton Post", ORGANISATION, id="newspaper-named-post"),
        pytest.param("the post", DOCUMENT, id="post"),
        pytest.param(
            "a 2014 University of Dayton at Ohio paper",
            DOCUMENT,
            id="paper",
            marks=known("a paper named after a body is taken for the body"),
        ),
        pytest.param("a series of letters", DOCUMENT, id="series"),
        pytest.param("a person familiar with the matter", UNNAMED, id="person-unnamed"),
        pytest.param("officials", UNNAMED, id="officials"),
        pytest.param("Students at Dayton University", UNNAMED, id="students-at-a-body"),
        pytest.param("experts at the ministry", UNNAMED, id="experts"),
        pytest.param("the director of the Northern Mill Agency", UNNAMED, id="role-unnamed"),
    ],
)
def test_type(source: str, expected: SourceType) -> None:
    assert whos(f"The mill is old, [{source}] said.")[0].type is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[The report|d] says so. [It] adds that it rained.", DOCUMENT, id="document"),
        pytest.param("[The council|o] says so. [It] adds that it rained.", ORGANISATION, id="body"),
    ],
)
def test_a_pronoun_has_the_type_of_what_it_takes_up(text: str, expected: SourceType) -> None:
    assert [who.type for who in whos(text)] == [expected, expected]


def test_one_entity_has_one_type() -> None:
    text = "[Ravensgate|p] said so. [The retailer|o] blamed the storm. [Ravensgate|o] said more."
    assert {who.type for who in whos(text)} == {ORGANISATION}


def test_no_source() -> None:
    article = parse("The mill is thought to be old.")
    (who,) = resolve(
        article, [SourceWords((), (), (Span(0, 8),))], SortedSpans(), vectors_of(article)
    )
    assert (who.name, who.mention) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("tom ray owns the mill. [ray] said it is old.", None, id="lower-case"),
        pytest.param(
            "RAY SELLS OLD MILL\n\nTom Ray owns the mill. [Ray] said it is old.",
            "Tom Ray",
            id="headline-in-capitals",
        ),
        pytest.param(
            "Angry Ray Sells Beloved Mill\n\nTom Ray owns the mill. [Ray] said it is old.",
            "Tom Ray",
            id="headline-in-title-case",
        ),
        pytest.param("TOM RAY OWNS THE MILL. [RAY] SAID IT IS OLD.", "RAY", id="all-in-capitals"),
        pytest.param(
            "An old mill was sold on Monday to a miller by the name of Tom\nRay, who lives in Ayr "
            "and mills the flour of all the farms\nthere. [Ray] said it was not for sale.",
            "Tom Ray",
            id="hard-wrapped",
        ),
    ],
)
def test_messy_text(text: str, expected: str | None) -> None:
    assert names(text) == [expected]


WORDS = st.sampled_from(
    [
        *("Ann", "Poe", "Tom", "Ray", "Mill", "Agency", "NMA", "Ohio", "O’Neil", "al-", "de"),
        *("Mr.", "Dr.", "mayor", "the", "The", "two", "34-year-old", "said", "of", "for", "and"),
        *("he", "she", "who", "they", "it", "I", "“", "”", "'", "’s", ",", ".", "(", ")"),
        *("IN", "CAPS", "\n", "\n\n"),
    ]
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=60), st.data())
def test_every_name_stands_in_the_article(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    article = parse(text)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = sorted(sorted(pair) for pair in data.draw(st.lists(ends, max_size=5)))
    sources = [SourceWords((Span(start, end),), (), ()) for start, end in spans]
    found = resolve(article, sources, article.quotations, vectors_of(article))
    assert len(found) == len(sources)
    assert all(who.name == fold(text[slice(*who.mention)]) for who in found if who.mention)
    assert all((who.name is None) == (who.mention is None) for who in found)
    assert all(0 <= who.probability <= 1 for who in found)
    assert found == resolve(article, sources, article.quotations, vectors_of(article))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[WHO|o] said it was late.", ["WHO"], id="like-a-pronoun"),
        pytest.param("Nobody knew [who|u] said it was late.", [None], id="a-pronoun"),
        pytest.param(
            "The World Health Organization (WHO) met. [The WHO|o] said no.",
            ["World Health Organization"],
            id="like-a-pronoun-in-brackets",
        ),
        pytest.param("[The Sunday Herald|o] said no.", ["Sunday Herald"], id="day-first"),
        pytest.param("[The Mail on Sunday|o] said no.", ["Mail on Sunday"], id="day-last"),
        pytest.param("[Ann Poe|p] on Sunday said no.", ["Ann Poe"], id="day-after-the-source"),
        pytest.param("[7News|o] said no.", ["7News"], id="figure-first"),
        pytest.param(
            "[Iran's state-run Torpo news agency|o] said no.",
            ["Torpo news agency"],
            id="after-the-country",
            marks=known("the common noun is left off"),
        ),
        pytest.param("[A new Torpo poll|d] shows it.", ["Torpo poll"], id="after-an-adjective"),
        pytest.param("[A new poll|d] shows it.", [None], id="no-name-in-it"),
        pytest.param("It rained, according to [nw.com|o].", [None], id="site-in-small-letters"),
        pytest.param("It rained, according to [NW.com|o].", ["NW.com"], id="site-at-the-end"),
    ],
)
def test_own_names(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Mr Neman", True, id="alone"),
        pytest.param("Mr Neman, a former minister", True, id="before-an-apposition"),
        pytest.param("Neman (41)", True, id="before-a-bracket"),
        pytest.param("The University of Ely", True, id="a-body-with-an-article"),
        pytest.param("Mr Neman’s aide", False, id="in-the-genitive"),
        pytest.param("a friend of Mr Neman", False, id="not-first"),
        pytest.param("the Prime Minister", False, id="an-office"),
        pytest.param("the Spaniard", False, id="a-description"),
        pytest.param("the university", False, id="without-a-capital"),
    ],
)
def test_a_source_that_is_a_name_is_nobody_else(source: str, *, expected: bool) -> None:
    article, sources = marked(f"Boris Neman is dead. Ann Poe wept. [{source}|p] said so.")
    discourse = discourse_of(article, sources, SortedSpans([]), vectors_of(article))
    (utterance,) = discourse.utterances
    assert is_a_name(discourse, utterance) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Baltic Shippers’ Council met. [The council] expects a fall.",
            [("Baltic Shippers’ Council", ORGANISATION)],
            id="plural-genitive-in-a-name",
        ),
        pytest.param(
            "The sailors’ Council of Elders met. [The council] expects a fall.",
            [("Council of Elders", ORGANISATION)],
            id="plural-genitive-before-a-name",
        ),
        pytest.param(
            "Chief Executive Ingrid Solheim spoke. [Solheim] expects a fall.",
            [("Ingrid Solheim", PERSON)],
            id="title-of-two-words",
        ),
        pytest.param(
            "Veldt Harbour fell in March. Sales rose, [the company|o] said. [Veldt Harbour|o] "
            "is old.",
            [
                ("Veldt Harbour", ORGANISATION),
                ("Veldt Harbour", ORGANISATION),
            ],
            id="the-company-is-no-month-and-tells-a-body",
        ),
        pytest.param(
            "Fredric March spoke. [March] expects a fall.",
            [("Fredric March", PERSON)],
            id="a-surname-that-is-a-month",
        ),
        pytest.param(
            "Downing Street spoke. [Downing Street] expects a fall.",
            [("Downing Street", ORGANISATION)],
            id="a-name-like-a-participle",
        ),
        pytest.param(
            "The National Weather Service warned. [The company] will pay.",
            [(None, ORGANISATION)],
            id="a-public-body-is-no-company",
        ),
    ],
)
def test_bodies_and_months(text: str, expected: list[tuple[str | None, SourceType]]) -> None:
    assert [(who.name, who.type) for who in whos(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The keeper, Ann Moss, sued the owner in May. [The owner|u] said he had paid her.",
            None,
            id="a-role-of-somebody-else-in-the-clause",
        ),
        pytest.param(
            "The health minister, Tom Lund, opened a ward on Monday. [The health minister|p] "
            "said it "
            "had cost nine million.",
            "Tom Lund",
            id="a-role-told-before-the-name",
        ),
        pytest.param(
            "Tom Lund, the mayor, met Ann Poe on Monday. [The mayor|p] said the pier was unsafe.",
            "Tom Lund",
            id="a-role-told-after-the-name",
        ),
        pytest.param(
            "Owen Ray said the pay was fair. Chloe Ray said it was not. [Ray|p] said it was over.",
            "Ray",
            id="two-of-one-surname",
        ),
        pytest.param(
            "Alex Roe met Martha Poe. [She|p] said she liked him.",
            "Martha Poe",
            id="she-of-two",
        ),
        pytest.param(
            "Tom Roe met Mary Poe on Monday. [She|p] said the pier was unsafe.",
            "Mary Poe",
            id="she-after-a-man-and-a-woman",
        ),
        pytest.param(
            "A resident of Milwaukee saw smoke. [He|p] said it was black.", None, id="a-place"
        ),
        pytest.param("Hurricane Ada came ashore. [She|p] said it was loud.", None, id="a-storm"),
        pytest.param(
            "Goldman Sachs cut a hundred jobs. [The bank|o] said it was sorry.",
            "Goldman Sachs",
            id="the-bank",
        ),
        pytest.param("[Okafor|p] said it had never been alive.", "Okafor", id="opening-surname"),
    ],
)
def test_who_is_meant(text: str, expected: str | None) -> None:
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    ("above", "label", "expected"),
    [
        pytest.param("Ann Hale has run the mill for ten years.", "A", "Ann Hale", id="guest"),
        pytest.param(
            "Ann Hale runs the mill.\n\nHale was born here.", "Answer", "Ann Hale", id="twice"
        ),
        pytest.param("Ann Hale runs the mill with Tom Poe.", "A", None, id="two-people"),
        pytest.param("The mill is ten years old.", "A", None, id="nobody"),
        pytest.param("Ann Hale has run the mill for ten years.", "HOST", None, id="not-the-answer"),
    ],
)
def test_answers_are_the_guests(above: str, label: str, expected: str | None) -> None:
    text = f"{above}\n\nQ: Has Jo Ray closed it?\n\n[{label}|u]: Nobody has.\n\nIt rained."
    assert names(text) == [expected]


def test_first_person_is_the_speaker_of_the_quotation() -> None:
    text = "Ann Poe runs the mill. “I think that it is old,” Tom Ray said."
    article = parse(text)
    outer = SourceWords((Span(49, 56),), (Span(57, 61),), (Span(23, 48),))
    inner = SourceWords((Span(24, 25),), (Span(26, 31),), (Span(37, 46),))
    found = resolve(article, [outer, inner], article.quotations, vectors_of(article))
    assert [who.name for who in found] == ["Tom Ray"] * 2


def test_sources_with_the_same_words_are_the_same() -> None:
    article, (source,) = marked("[Tom Ray] said the mill is old and added that it is safe.")
    claims = [source._replace(claim=(Span(*claim),)) for claim in ((13, 28), (43, 56))]
    first, second = resolve(article, claims, SortedSpans(), vectors_of(article))
    assert first == second
