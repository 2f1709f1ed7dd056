"""Records about people in and out, in a room outside the checkout: no rule, page, book or site may import it."""
