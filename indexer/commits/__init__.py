"""What an index consists of and how a commit changes it: manifest and generations, one writer at a
time, damage and its name, and the check of an index from end to end.
"""
