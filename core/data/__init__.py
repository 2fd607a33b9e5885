"""Parameters and word lists; README.md says how each was made."""


def read(name: str) -> bytes:
    """The bytes of the data file ``name``.

    The package's own loader reads it, from a folder or a zip; ``importlib.resources`` would do the
    same, but takes 10 ms to import, a tenth of a cold start.
    """
    assert __spec__ is not None
    return __spec__.loader.get_data(f"{__path__[0]}/{name}")
