"""Made-up places and figures for any indicator set: for demonstrations, trials and loads."""
