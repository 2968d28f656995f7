-- The questions of procurement ?1 with what they are filtered and sorted by. ?2 is a JSON list of folded words: `hit`
-- says whether every one of them stands in the question or in the words of somebody who asked it.
SELECT q.id, q.number, q.state, q.share, q.section, q.due, q.late,
       NOT EXISTS (
           SELECT 1 FROM json_each(?2) AS word
           WHERE instr(q.folded, word.value) = 0
             AND NOT EXISTS (SELECT 1 FROM question_asker AS a WHERE a.question = q.id AND instr(a.folded, word.value) > 0)
       ) AS hit
FROM question AS q WHERE q.procurement = ?1
