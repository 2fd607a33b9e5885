"""Scorers: gold and predicted rows in, figures out.

A row is a JSON object, one for each article; `bench/README.md` gives the shape of each set's rows.
Every figure is a share from 0 to 1, and spans are ``[start, end]`` in code points of the text, from
0, end exclusive. Nothing here runs newsbrief or prints.
"""
