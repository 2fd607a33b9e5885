"""The room of names: who is who in an article.

In come an ``Article`` and the spans of its sources; out goes the fullest name of each source in the
article, and whether it is a person, an organisation, a document or has no name. ``resolution`` puts
the steps together.
"""
