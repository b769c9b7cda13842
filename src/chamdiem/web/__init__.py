"""Base page, components, formatting and refusals in words."""
