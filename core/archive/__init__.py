"""The room of archives: all that is said of an article, as one record with a fixed schema.

In goes one article, and out comes its record of plain values: what is known of it, its summary and
its facts. The schema of Arrow for many of them is the same for every batch, whatever stands in it.
"""
