"""How a desk and the county come to agree: messages, the merge rule, one round, when to try again."""
