"""What happened to clients in, a register of cases out: private, without names, each with the day on which it is looked at again."""
