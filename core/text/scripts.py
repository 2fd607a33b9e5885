"""Characters of the world's scripts by what they do in a text, from the Unicode Character Database.

``re`` knows no Unicode properties but letters, digits and white space. The strings here may stand
between the square brackets of a pattern; they cover the Basic Multilingual Plane, in which all
scripts of today's newspapers are, and the ideographs beyond it.
"""

import re

TERMINALS = (
    "\u0589\u061d-\u061f\u06d4\u0700-\u0702\u07f9\u0837\u0839\u083d\u083e\u0964\u0965"
    "\u104a\u104b\u1362\u1367\u1368\u166e\u1735\u1736\u17d4\u17d5\u1803\u1809\u1944\u1945"
    "\u1aa8-\u1aab\u1b4e\u1b4f\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d-\u1b7f\u1c3b\u1c3c\u1c7e\u1c7f"
    "\u203c\u203d\u2047-\u2049\u2cf9-\u2cfb\u2e2e\u2e3c\u2e53\u2e54\u2e60\u2e61\u3002\ua4ff"
    "\ua60e\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9\uaa5d-\uaa5f"
    "\uaaf0\uaaf1\uabeb\ufe12\ufe15\ufe16\ufe52\ufe56\ufe57\uff01\uff0e\uff1f\uff61"
)
"""Marks that end a sentence (Sentence_Terminal of Unicode), beside those of ASCII: 。！？ । ۔ ؟."""

GREEK = "\u0370-\u037d\u037f-\u03ff\u1f00-\u1fff"
"""Letters of Greek, in which ";" asks."""

RAISED = "\xb9\xb2\xb3\u2070\u2074-\u2079"
"""Figures that are raised, as the marks of notes are."""

NO_WIDTH = "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters that show nothing: soft hyphens, joiners, marks of direction and of byte order."""

OPENING_BRACKETS = "「『【〔《〈〖〘〚〝（［｛｟｢﹁﹃"
"""East Asian brackets and quotation marks that open."""

CLOSING_BRACKETS = "」』】〕》〉〗〙〛〞〟）］｝｠｣﹂﹄"
"""East Asian brackets and quotation marks that close."""

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7-\u05c9"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd"
    "\u0816-\u082d\u0859-\u085b\u0897-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75"
    "\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d"
    "\u0d57-\u0d63\u0d81-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u0f18\u0f19\u0f35\u0f37"
    "\u0f39\u0f3e-\u0f84\u0f86-\u0fbc\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734"
    "\u1752-\u17d3\u17dd\u180b-\u180d\u180f-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b44"
    "\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1dff\u200c\u200d\u20d0-\u20f0"
    "\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua672\ua674-\ua67d\ua69e-\ua6f1"
    "\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0"
    "\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5\uaaf6\uabe3-\uabea\uabec\uabed\ufb1e"
    "\ufe20-\ufe2f"
)
"""Combining marks (General_Category M), which ``\\w`` lacks, and joiners: they belong to words.

A range may hold letters between its marks, never punctuation.
"""

IDEOGRAPHS = (
    "々〇〡-〩ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaffｦ-ﾝ"
    "\U00020000-\U000323af"
)
"""Letters of Chinese and Japanese (scripts Han, Hiragana, Katakana)."""

SYLLABARIES = "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u17dc-\u17f9"
"""Letters, marks and digits of Thai, Lao, Burmese and Khmer, written without spaces too."""

UNSPACED = re.compile(f"[{IDEOGRAPHS}{SYLLABARIES}]")
"""A character of a script that sets no spaces between words."""

WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60"
    "\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
"""A character that takes two columns (East_Asian_Width W and F of Unicode)."""
