"""What one can do with a handbook, a module each: values in, events and results out; nothing here prints or exits."""
