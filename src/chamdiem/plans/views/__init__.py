"""Pages of plans: call one use case or selectors, show."""
