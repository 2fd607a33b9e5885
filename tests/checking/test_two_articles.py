"""A draft whose words begin in one article and go on in the next is no fault of the program."""

from newsbrief import check, parse


def test_a_quotation_across_the_end_of_an_article_is_looked_for_in_each() -> None:
    first = parse("The quay was shut.\n\nThe mayor said the old harbour wall had broken at night.")
    second = parse("The wall at night had broken the old quay, the mayor of the harbour said.")
    words = "the old harbour wall had broken at night the wall at night had broken the old quay"
    draft = parse(f'The mayor of Ostrand said: "{words}, the mayor of the harbour said so."')
    assert check(draft, [first, second]).findings
