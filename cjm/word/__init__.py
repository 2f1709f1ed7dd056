"""The handbook as a Word file out; what people wrote into that file in again, by section and field."""
