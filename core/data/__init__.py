"""Parameters and word lists; README.md says how each was made."""
