"""The room of checking: a draft beside the articles that it rests on.

In go a draft, or what newsbrief itself has printed, and the articles; out comes for each quotation
and each attributed claim whether the articles have it, word for word or changed, and from whom.
"""
