"""Pages of people: one module for each activity."""
