"""Pages of campaigns: preparing, running, the board, offices, assignments, duties."""
