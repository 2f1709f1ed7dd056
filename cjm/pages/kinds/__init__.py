"""The kinds of pages of the site. A kind is a module here with a function `pages`, and a template that it names."""
