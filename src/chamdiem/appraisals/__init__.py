"""What the authority finds (thẩm định): verdicts per criterion and round, justification, rulings."""
