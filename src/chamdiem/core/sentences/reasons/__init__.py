"""Reason → words: one module for each family of rules, ``telling`` picks the right one."""
