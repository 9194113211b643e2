"""Forms: the questions of an outline passed around as a spreadsheet or a text, and taken in again."""
