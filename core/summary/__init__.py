"""The room of summaries: from an article to its own sentences that tell most.

In comes an ``Article`` and a length, a ranking method or a topic; out goes a ``Summary``, whose
sentences stand in the article word for word. ``summarize`` puts the steps together.
"""
