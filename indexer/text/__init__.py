"""What is known of the characters of Chinese text.

span           a place in a text
marks          the named sets of punctuation marks, digits and blanks
controls       characters that steer a terminal, or that nobody sees
simplified     traditional characters and the simplified ones they fold to
folding        the form in which two texts are compared
numerals       numbers in either system
dates          dates as spans of days, and days as numbers
date_forms     dates as queries and documents write them
written_dates  dates in the further forms that only documents use
timestamps     points in time as the day on which they fell
note_marks     marks of notes inside a sentence
typography     which blanks are the typesetter's, where a sentence ends
zones          time zones by name or offset
"""
