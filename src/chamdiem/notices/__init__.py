"""Notices: what a person is told in the product and by e-mail, each once, as she chose."""
