-- The questions of procurement ?1 with what they are filtered and sorted by.
SELECT id, number, state, share, section, due, late, merged_into FROM question WHERE procurement = ?1
