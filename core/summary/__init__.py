"""The room of summaries: from an article to the few of its sentences that together say most of it.

In go an ``Article`` and a length, a ranking method or a topic; out comes a ``Summary``, whose
sentences stand word for word in the article. ``summarize`` puts the steps together.
"""
