"""One module, one rule. A new rule is a new file here; nothing else has to know of it."""
