"""What a news article says, and who says so."""
