"""What depends on the reader's language: sentences, numerals, durations, letters. Knows nothing of handbooks."""
