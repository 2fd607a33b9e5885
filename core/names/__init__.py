"""Who is who in an article: named entities, coreference and resolved sources.

In come an ``Article``, its quotations and the spans of its sources; out comes for each source the
fullest name in the article and a type: person, organisation, document or unnamed. ``resolution``
puts the steps together: mentions, entities, heads of sources, coreference.
"""
