"""Histories: a speech is drafted, edited by hand, its facts change, it is drafted again; nothing may be lost."""
