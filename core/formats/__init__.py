"""From the bytes of a file of any kind to the plain text of its articles, and what it says of them.

Each kind has a module, imported only when a file of that kind is read; most rest on a library that
comes with an extra.
"""
