"""Training: each module makes one of the parameter files in ``core/data`` from a folder of data.

``make train DATA=...`` runs them all in order; README.md describes the steps.
"""
