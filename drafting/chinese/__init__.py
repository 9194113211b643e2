"""What is true of the language: numerals, quantities, dates, lists, punctuation, enumerators, reading aloud. No I/O."""
