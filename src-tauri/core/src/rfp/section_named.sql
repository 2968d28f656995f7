-- From a chapter down to the section ?1: its place among its siblings, its procurement and its title.
WITH RECURSIVE up (id, procurement, parent, position, title, height) AS (
    SELECT id, procurement, parent, position, title, 0 FROM section WHERE id = ?1
    UNION ALL
    SELECT s.id, s.procurement, s.parent, s.position, s.title, up.height + 1
    FROM up JOIN section AS s ON s.id = up.parent
)
SELECT (SELECT count(*) FROM section AS s WHERE s.procurement = up.procurement AND s.parent IS up.parent
        AND (s.position, s.id) <= (up.position, up.id)), procurement, title
FROM up ORDER BY height DESC
