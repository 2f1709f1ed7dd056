"""Customer journeys in YAML in, a checked and published service guideline out."""

__version__ = "0.1.0"
