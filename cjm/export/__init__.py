"""A handbook, or the program's own rules, in; documents for others out, and what others wrote into them back."""
