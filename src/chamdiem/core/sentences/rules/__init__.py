"""Rule → one sentence: one module for each family of rules, ``sentence`` puts it together."""
