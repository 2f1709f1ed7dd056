"""Training with proof: papers of an exam out of a handbook, results marked again, and who knows today's version of what."""
