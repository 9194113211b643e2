"""The questionnaire: the questions of an outline, asked on a terminal or in forms that are passed around."""
