"""Time stamps: lines of nothing but dates, clock times and words such as "updated".

What day a stamp names, ``dates`` says; a time that opens a paragraph, ``datelines`` finds.
"""

import re

from newsbrief.text.packaged import word_set

_MAX_STAMPED_CHARS = 120  # of a line that a stamp ends; a longer one is the article's text

_BETWEEN = re.compile(r"[^\w.]+|\.(?!\w)|(?<=\d)(?=[^\W\d])|(?<=\dh)(?=\d)|(?<=\w)\.(?=\d)")
_BEFORE_STAMP = r" ?[|·•,] ?| [-–—] "
_STAMPED = re.compile(
    r"(?:(?:first|last|originally) )?(?:published|updated|posted|modified)\b[:.]?\s*", re.IGNORECASE
)
_CLOCK = re.compile(r"\d[:.h]\d\d|\d ?[ap]m\b")
_PLACE_BEHIND = re.compile(r" [-–—] [A-Z][A-Z ,.'’-]{2,40}$")  # "... 12:14 am IST - OSTRAND"
_NAME_BEFORE = re.compile(  # "TNN / Updated: ...", "Ostrand - 04 MAR 2025 - 18:12 CET"; no byline
    r"(?!(?i:by|von|par|por|di|door) )[A-Z][\w.'’-]*(?: [\w.'’-]+){0,3}(?: ?[/|·•] ?| [-–—] )"
)
_FIELDS_BEHIND = re.compile(  # "10:15:00 来源：海岸新闻 作者：林玛": where it is from, who wrote it
    r"(?:[\s|]+[^\W\d_a-zA-Z]{2,4}：\s?[^\s：。！？]{1,16}){1,4}$"
)
_WHOLE_STAMP = (  # in Chinese and Japanese, and for machines (ISO 8601); seldom compiled
    r"\d{4}年\d{1,2}月\d{1,2}日(?:\s*[(（][日月火水木金土一二三四五六][)）])?"
    r"(?:\s*\d{1,2}(?:[時时点:：]\d{2}分?))?|"
    r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:z|[+-]\d\d:?\d\d)?"
)


def is_time_stamp(line: str) -> bool:
    """Whether ``line`` is nothing but dates, clock times and words such as "updated".

    >>> is_time_stamp("Updated 3 May 2024, 17h42"), is_time_stamp("It was shut on 3 May 2024")
    (True, False)
    """
    lower = line.lower()
    if any(map(str.isdigit, lower)):
        if _CLOCK.search(lower) and (bare := _without_names(line)) != line:
            return is_time_stamp(bare)
        if "：" in lower and (bare := _FIELDS_BEHIND.sub("", line)) != line:
            return is_time_stamp(bare)
        if lower[:4].isdecimal() and re.fullmatch(_WHOLE_STAMP, lower):
            return True
        if all(map(_is_of_time, words_and_numbers(lower))):
            return True
    stamp = _STAMPED.match(lower)
    if not stamp or lower.endswith("."):
        return False
    after = _BETWEEN.split(lower[stamp.end() :], maxsplit=1)[0]
    return not after or _is_of_time(after)


def _without_names(line: str) -> str:
    """A stamp without the place behind it, or the place or the outlet before it."""
    before = _NAME_BEFORE.match(line)
    if before and not _is_of_time(before[0].split()[0].lower().rstrip(":")):
        line = line[before.end() :]
    return _PLACE_BEHIND.sub("", line)


def words_and_numbers(lower: str) -> list[str]:
    """The words and numbers of a line in lower case, a number apart from its unit.

    >>> words_and_numbers("10m ago, à 17h42")
    ['10', 'm', 'ago', 'à', '17', 'h', '42']
    """
    return list(filter(None, _BETWEEN.split(lower)))


def _is_of_time(word: str) -> bool:
    return word.isdigit() or word in word_set("furniture.txt", "time")


def without_stamp(line: str) -> str:
    """``line`` without the time stamp that ends it behind a bar, a dot or a comma.

    >>> without_stamp("By Jane Roe | 3 May 2024"), without_stamp("By Jane Roe and Ole Winther")
    ('By Jane Roe', 'By Jane Roe and Ole Winther')
    """
    if len(line) > _MAX_STAMPED_CHARS or not any(map(str.isdigit, line)):
        return line
    if not line.rstrip(".")[-1:].isalnum():  # of "6:14 a.m." the period is no end
        return line
    for bar in re.finditer(_BEFORE_STAMP, line):
        if is_time_stamp(line[bar.end() :]):
            return line[: bar.start()]
    return line
