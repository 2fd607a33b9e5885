"""The article in the tree of a web page, as trafilatura finds it (Barbaresi 2021).

Of a text of less than 250 characters trafilatura thinks that it has missed the article, and takes
all that stands in the page, or in its ``article``, for one paragraph: headline, byline, captions
and buttons run into the first sentence. A short article is an article, so that is asked for only
where nothing else is found.
"""

from copy import deepcopy
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from configparser import ConfigParser

    from lxml.html import HtmlElement

_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")
_DATES = {  # of htmldate: only dates that the page states, whatever the day it is read
    "original_date": True,
    "extensive_search": False,
    "max_date": "2100-01-01",
}
_AROUND = ["//footer", "//nav"]  # which it leaves out in the end, and may take for the longer text
_MIN_CHARS = 20  # of an article: fewer are a button's or a notice's


def article_in(tree: "HtmlElement", trafilatura: ModuleType) -> Any:  # noqa: ANN401
    """The ``Document`` that trafilatura makes of the article in ``tree``, or None."""
    _silence()
    wanted = {
        "include_comments": False,
        "with_metadata": True,
        "date_extraction_params": _DATES,
        "prune_xpath": _AROUND,
    }
    found = trafilatura.bare_extraction(tree, config=_of_short_articles(trafilatura), **wanted)
    return found if found and found.text else trafilatura.bare_extraction(tree, **wanted)


@cache
def _of_short_articles(trafilatura: ModuleType) -> "ConfigParser":
    """The settings of trafilatura by which a text of few characters is an article too."""
    settings: ConfigParser = deepcopy(trafilatura.settings.DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(_MIN_CHARS)
    return settings


def _silence() -> None:
    """Keep what the libraries log off stderr."""
    import logging

    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
