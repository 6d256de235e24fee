# Shells of different versions word the frame of an error differently and number lines that move with every edit: only what is said stays.
s/^(Runtime |Parse )?[Ee]rror( near line [0-9N]+( of [^:]*)?| in [^:]* argument)?: (stepping, )?/Error: /
/^Error: /s/ \([0-9]+\)$//
