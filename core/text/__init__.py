"""The room of words: text and language, below the level of an article.

In come text and offsets; out go tokens, terms, quotations, figures, the language of a text, how
rare a term is, and the word lists that ship with the package. Nothing here knows of articles.
"""
