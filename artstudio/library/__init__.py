"""Everything that was ever made here: found again by words, looks and how it was made."""
