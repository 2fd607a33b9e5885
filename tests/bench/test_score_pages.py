from typing import Any

import pytest

from scoring.pages import PageFigures, score

GOLD = {
    "id": "1",
    "title": "Harbour plan splits the council",
    "authors": ["Ada Brandt", "News Staff"],
    "date": "2024-05-01",
    "paragraphs": ["The mayor said no.", "Nobody else spoke."],
}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            {
                "text": "The mayor said no. Nobody else spoke.",
                "title": "Harbour plan splits the council | Ostrand Post",
                "byline": "By A. Brandt",
                "date": "2024-05-01T06:00",
            },
            (1.0, 1.0, 1.0, 1.0),
            id="all",
        ),
        pytest.param(
            {"text": "The mayor said no.", "byline": ["News Staff"]},
            (0.4, 0.0, 0.0, 0.0),
            id="1 of 4 runs",
        ),
        pytest.param(
            {"title": "The harbour plan splits", "date": "2024-05-02"},
            (0.0, 0.0, 0.0, 0.0),
            id="others",
        ),
        pytest.param({}, (0.0, 0.0, 0.0, 0.0), id="read empty"),
    ],
)
def test_score(page: dict[str, Any], expected: tuple[float, ...]) -> None:
    assert score([(GOLD, page)]) == pytest.approx(PageFigures(*expected))


def test_a_page_without_persons_is_not_asked_for_its_byline() -> None:
    pages = [(GOLD, {"byline": "Brandt"}), (GOLD | {"authors": ["Reuters Staff", "Wire"]}, {})]
    assert score(pages).byline == 1
