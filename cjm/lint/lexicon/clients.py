"""What the people who are served may be called."""

CLIENT_NOUNS = (
    "клиент", "гость", "посетитель", "покупатель", "заказчик", "потребитель",
    "customer", "client", "guest", "visitor", "patron", "shopper",
)  # fmt: skip
