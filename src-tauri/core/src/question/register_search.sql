-- The questions of procurement ?1 in which the folded word ?2 stands, or in the words of somebody who asked them.
SELECT id FROM question WHERE procurement = ?1 AND instr(folded, ?2) > 0
UNION ALL
SELECT question FROM question_asker
WHERE bidder IN (SELECT id FROM bidder WHERE procurement = ?1) AND instr(folded, ?2) > 0
