"""Pages of the directory: one module for each activity."""
