"""Who is who in an article: its names, its entities, and who each source is.

``resolution`` puts the steps together. ``mentions`` finds where names stand, ``entities`` which of
them are of one person or body, ``candidates`` whom a source may be; learned models of
``data/names.txt`` (``log_linear``) choose at each step.
"""
