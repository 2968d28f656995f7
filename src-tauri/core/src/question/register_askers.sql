-- Who asked the questions of procurement ?1. By its bidders, of whom there are few: ten thousand questions are not looked
-- up one by one.
SELECT question, bidder, received_at, id FROM question_asker
WHERE bidder IN (SELECT id FROM bidder WHERE procurement = ?1)
