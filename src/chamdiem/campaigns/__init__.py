"""Who is assessed by what and when (kỳ đánh giá): tracks, participants, calendar, offices, assignments."""
