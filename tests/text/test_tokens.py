"""Words: every mark apart, what belongs to a word inside it."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.text.tokens import tokens, uncontracted, word_at, word_count, word_parts, words

WORDLIKE = re.compile(r"[\w\u0300-\u036f]")


def texts_of_tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left.", ["He", "left", "."], id="full stop apart"),
        pytest.param("didn't O’Hara’s", ["didn't", "O’Hara’s"], id="apostrophes inside"),
        pytest.param("'yes' ‘no’", ["'", "yes", "'", "‘", "no", "’"], id="quotes around"),
        pytest.param("workers' pay", ["workers", "'", "pay"], id="apostrophe after"),
        pytest.param("a well-off man", ["a", "well-off", "man"], id="hyphen inside"),
        pytest.param("yes - no -- maybe", ["yes", "-", "no", "--", "maybe"], id="dashes"),
        pytest.param("now—or never", ["now", "—", "or", "never"], id="em dash"),
        pytest.param("Mr. Li and Dr. Oz", ["Mr.", "Li", "and", "Dr.", "Oz"], id="titles"),
        pytest.param("the Mr.", ["the", "Mr", "."], id="title at the end"),
        pytest.param("the U.S. at 5 p.m.", ["the", "U.S.", "at", "5", "p.m."], id="abbreviations"),
        pytest.param("He said so.", ["He", "said", "so", "."], id="no abbreviation"),
        pytest.param(
            "$1,200.50, 5:30", ["$", "1,200.50", ",", "5:30"], id="points and commas in numbers"
        ),
        pytest.param("in 2016, 12.", ["in", "2016", ",", "12", "."], id="marks after numbers"),
        pytest.param("wait... what?!", ["wait", "...", "what", "?", "!"], id="ellipsis"),
        pytest.param("``so''", ["``", "so", "''"], id="typewriter quotes"),
        pytest.param("AT&T R&D & co", ["AT&T", "R&D", "&", "co"], id="ampersands"),
        pytest.param("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"], id="combining accent"),
        pytest.param("Zürich Łódź 東京", ["Zürich", "Łódź", "東京"], id="other letters"),
        pytest.param(" \t\u00a0\n", [], id="white space"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert texts_of_tokens(text) == expected


def test_part_of_a_text() -> None:
    text = "One two. Three four."
    assert [text[s:e] for s, e in tokens(text, 4, 14)] == ["two", ".", "Three"]


@given(st.text(max_size=80))
def test_all_but_white_space_is_in_a_token(text: str) -> None:
    spans = tokens(text)
    assert all(start < end for start, end in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join(texts_of_tokens(text)) == "".join(text.split())


# On one line: a word that a line end parts is one token, and two words.
@given(st.text(alphabet="aMr.US5,:'’-&_\u0301 (é"))
def test_words_are_the_tokens_with_letters_or_digits_without_their_final_full_stop(
    text: str,
) -> None:
    spelled = [token for token in texts_of_tokens(text) if WORDLIKE.search(token)]
    assert words(text) == [token.removesuffix(".") for token in spelled]
    starts = [start for start, end in tokens(text) if WORDLIKE.search(text[start:end])]
    assert words(text) == [word_at(text, start) for start in starts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("a well-off man", ["a", "well", "off", "man"], id="hyphen"),
        pytest.param("Li’s U.S. aides", ["Li", "s", "U", "S", "aides"], id="apostrophe and points"),
        pytest.param("5.2% of F-16s", ["5", "2", "of", "F", "16s"], id="digits"),
        pytest.param("... -- “", [], id="marks"),
        pytest.param("cafe\u0301 noir", ["cafe\u0301", "noir"], id="combining accent"),
        pytest.param("हिन्दी की किताबें।", ["हिन्दी", "की", "किताबें"], id="vowel signs of Hindi"),
        pytest.param("مُحَمَّد قال، نعم", ["مُحَمَّد", "قال", "نعم"], id="vowel signs of Arabic"),
        pytest.param("می\u200cگوید", ["می\u200cگوید"], id="joiner of Persian"),
        pytest.param("йод и ёж", ["йод", "и", "ёж"], id="cyrillic"),
        pytest.param("北京市长，好。", ["北京", "京市", "市长", "好"], id="pairs in Chinese"),
        pytest.param("東京タワー24年", ["東京", "京タ", "タワ", "ワー", "24", "年"], id="figures"),
        pytest.param("สะพาน", ["สะ", "ะพ", "พา", "าน"], id="pairs in Thai"),
        pytest.param("ที่นี่", ["ที่นี่"], id="marks of Thai stay with their letters"),
        pytest.param("서울 시장", ["서울", "시장"], id="Korean has spaces"),
    ],
)
def test_parts_of_words(text: str, parts: list[str]) -> None:
    assert word_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("The well-known mayor – ok", 5, id="by white space"),
        pytest.param("Le café", 2, id="accents"),
        pytest.param("हिन्दी की किताबें।", 3, id="Hindi"),
        pytest.param("서울 시장이 말했다.", 3, id="Korean"),
        pytest.param("北京市长来了。", 6, id="Chinese by characters, not its marks"),
        pytest.param("他说：“好。”", 3, id="quotation"),
        pytest.param("東京タワーは高い。", 8, id="Japanese"),
        pytest.param("iPhone 15于3.5天后发布", 8, id="Latin words and figures among them"),
        pytest.param("Xi Jinping (习近平) spoke", 6, id="a name in English"),
        pytest.param("สะพานปิด", 3, id="Thai by three letters"),
        pytest.param("。 。", 2, id="marks alone, as elsewhere"),
    ],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


@given(st.text(alphabet="ab é中あสि。 1"))
def test_no_letter_is_lost_in_parts(text: str) -> None:
    assert set("".join(word_parts(text))) >= {c for c in text if c.isalnum()}
    assert word_count(" ".join(text.split()) or "a") >= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They can’t", ["they", "ca", "n't"], id="can't, as in the Penn Treebank"),
        pytest.param("she'll", ["she", "'ll"], id="will"),
        pytest.param("'s thought to", ["'s", "thought", "to"], id="a contraction alone"),
        pytest.param("O'Neill", ["o", "neill"], id="no contraction"),
        pytest.param("want", ["want"], id="no apostrophe"),
        pytest.param("double-checked 5.2", ["double-checked", "5.2"], id="hyphen and number"),
    ],
)
def test_contractions_are_apart(text: str, expected: list[str]) -> None:
    assert uncontracted(text) == expected
