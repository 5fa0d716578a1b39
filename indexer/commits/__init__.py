"""What an index consists of, and how a commit changes it.

json_files      a JSON file with its own checksum, its content as dataclasses
generations     which commit answers, and what its files are called
faults          the errors of an index that cannot be used
manifest        what an index consists of and was made with
catalogues      what it was made from, document by document
segment_files   its segments, opened for reading
damage          errors of reading, traced to the damage that caused them
verifying       the deep check of all of its files
locking         one writer at a time
merge_policy    which segments a commit merges
strays          files that no generation needs
"""
