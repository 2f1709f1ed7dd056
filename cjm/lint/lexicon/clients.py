"""What the people who are served may be called."""

CLIENTS = (
    "клиент", "гость", "посетитель", "покупатель", "заказчик", "потребитель",
    "customer", "client", "guest", "visitor", "patron", "shopper",
)  # fmt: skip
