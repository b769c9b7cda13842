"""What an organisation can still win: the next step of every criterion, the cheapest steps to a goal."""
