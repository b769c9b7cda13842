"""Reading appraisals; every door checks who asks."""
