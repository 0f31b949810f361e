"""Text in, readings out: what an article on diplomacy says happened, when, between whom, and in which words.

Pure and deterministic; knows neither Django nor the database.
"""
