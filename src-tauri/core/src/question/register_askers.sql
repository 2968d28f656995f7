-- Who asked the questions of procurement ?1, by the question that tells them, in the order they asked.
SELECT coalesce(q.merged_into, q.id), q.id, a.bidder, a.received_at
FROM question_asker AS a JOIN question AS q ON q.id = a.question
WHERE q.procurement = ?1 ORDER BY a.received_at, a.id
