# Screens of discussion, approval and notices

view-discussion = Discussion
view-approval = Approval
view-notices = Notices
missing-conditions = Conditions of the approval not confirmed: { $count }
figure-decision-notices = { $count } unsent
figure-decision-conditions = { $count } open
figure-decision-approval = { $state }
due-conditions = { $count ->
    [one] Confirm 1 condition of the approval
   *[other] Confirm { $count } conditions of the approval
}

# discussion
discussion-lead = What is as expected, and what is off; for the latter, the request to the vendor and its reply.
discussion-count = { $count ->
    [one] 1 point
   *[other] { $count } points
}
discussion-open = { $count } open
discussion-none-as-expected = What is as expected and agreed on goes here.
discussion-none-off-expectation = What is off expectation goes here, with request and reply.
discussion-add-as-expected = Add a point as expected
discussion-add-off-expectation = Add a point off expectation
discussion-follow = Request and reply
discussion-way-back = { $told ->
    [yes] Notices have been sent, so the decision can no longer be taken back.
   *[no] As long as no notice has been sent, changes are possible after “{ decision-reopen }” here.
  }
discussion-decided = The decision is recorded, so the meeting, who attended and the points stand. Requests, replies, states and outcomes can still be noted. { discussion-way-back }
discussion-bidder = Company
discussion-bidder-none = All
decision-h = Conclusion
decision-chosen = Chosen company
decision-chosen-none-yet = Not decided yet
decision-asked-note = The submitted request asks for this outcome, reserve and reason. To change them, note on the approval screen that it was sent back, or take the request back.
decision-reserve-none = No reserve
decision-left-since = This company has left since the decision, which stands. { discussion-way-back }
decision-left-open = This company has left and cannot be chosen any more. Name another one, or none.
decision-undecided = Not recorded as decided
decision-decided = Decided { $at }
decision-decide = Record the decision
decision-decide-note = Adds “{ bidder-awarded }” or “{ bidder-not-awarded }” to every bidder with a proposal. Nothing leaves the house.
decision-decide-note-none = Adds “{ bidder-not-awarded }” to every bidder with a proposal. Nothing leaves the house.
decision-wait = Can be recorded once company and reason are there and the request is approved.
decision-wait-none = Can be recorded once the reason is there.
decision-decided-toast = Decision recorded
decision-reopen = Take the decision back
decision-reopen-lead = { $count ->
    [one] 1 draft of a notice goes with it.
   *[other] { $count } drafts of notices go with it.
} Afterwards, Undo brings the decision and the drafts back.
decision-reopened-toast = Decision taken back
decision-to-notices = To the notices

# approval
approval-suggested = What you have not written follows the record until submission. A field you empty follows it again
approval-submitted = Submitted { $at }
approval-refill = Refill from the record
approval-export = Export PDF and Word
approval-attachments-note = One a line.
approval-route-empty = Add the approvers in their order.
approval-open-conditions = { $count ->
    [one] 1 condition not confirmed
   *[other] { $count } conditions not confirmed
}
approval-earlier = Rounds without approval
approval-earlier-sent-back = Sent back { $at }
approval-earlier-rejected = Rejected { $at }
approval-earlier-withdrawn = Taken back { $at }
approval-step-name = Name of the approver
approval-step-add = Add
approval-submit = Record the submission
approval-submit-note = Once submitted it cannot be changed unless it is sent back or taken back. Outcomes are noted here.
approval-submit-title = Record the submission for approval
approval-submit-lead = It is recorded as handed to these approvers. What is submitted cannot be changed unless it is sent back or taken back.
approval-submit-again-lead = { approval-submit-lead } If the request or what it asks for has changed since it was sent back, all approvers decide anew. If nothing has changed, only who sent it back does, and the other approvals stand.
approval-submit-seen = I know that it was handed in within the company. It can be taken back, but the record of it stays in the history
approval-submit-seal = Record as submitted
approval-withdraw = Take the request back
approval-withdraw-note = It is a draft again. Outcomes and conditions are emptied, and it is submitted anew.
approval-withdrawn-toast = Approval request taken back
condition-met = Confirmed { $at }
condition-remove = Remove this condition
condition-needed = The condition is not written yet.
condition-add-label = Add a condition
condition-add = Add

# notices
notices-empty = One letter to each bidder tells it the decision.
notices-undecided = Notices can be made once the decision is recorded.
notices-empty-note = A regret uses only comments on that company that may be told, and touches no other company.
notices-draft = { $count ->
    [one] Draft 1 notice
   *[other] Draft { $count } notices
}
notices-count = { $count ->
    [one] 1 notice, { $sent } sent
   *[other] { $count } notices, { $sent } sent
}
notices-foot = Letters (PDF) and mail drafts are written into a folder for each company. You send them from your own mail.
notices-make = { $count ->
    [one] Make the papers of 1 notice
   *[other] Make the papers of { $count } notices
}
notices-make-none = Make the papers
notices-none-ready = No notice is ready: fill in what is open, and settle the words that are marked.
notices-sent = { $count ->
    [one] Record 1 notice as sent
   *[other] Record { $count } notices as sent
}
notices-made-toast = { $count ->
    [one] Papers of 1 notice made
   *[other] Papers of { $count } notices made
}
notices-sent-title = { $count ->
    [one] Record 1 notice as sent
   *[other] Record { $count } notices as sent
}
notices-sent-lead = It is recorded that these companies were told the result. This cannot be taken back.
notice-left = This company has left since the decision. Its notice is not made or sent with the others, but can be on its own.
notices-dated-otherwise = { $count ->
    [one] 1 letter is dated { $dated } and will be recorded as sent on { $sent }. To date it otherwise, close this, change the date on it and make its papers again.
   *[other] { $count } letters are dated { $dated } and will be recorded as sent on { $sent }. To date them otherwise, close this, change the date on them and make their papers again.
}
notice-state-sent = Sent
notice-state-made = Papers made
notice-state-outdated = Papers older than the words
notice-state-held = Touches other companies
notice-state-doubt = Words to check
notice-state-open = Not filled in
notice-state-ready = Ready to make
notice-no-mail = No mail address: only the letter is made
notice-sent = Sent { $at } ({ $means }, { $by })
notice-made = Made { $at }
notice-made-before = Made { $at }, before the letter changed. Make the papers again before you send them.
notice-comments = Comments to tell
notice-comments-note = Only those that evaluators marked as “may be told”
notice-no-comments = No comment may be told to this company. You can write into the letter.
notice-tell-strength = What was good
notice-tell-reason = Why not this time
notice-tell-valued = What we valued
notice-unfit-praise = Comments beside the best mark are no reason why not this time.
notice-unfit-blame = Comments beside the worst mark are nothing to tell as good.
notice-unfit-rival = Comments that point to another bidder go into no letter.
notice-touched = The wording differs from its template. Facts and chosen comments do not come in by themselves
notice-moved = Changed by hand, and facts or chosen comments have changed since. These words stayed as they were
notice-rewrite = Write anew from the template
notice-missing = Not filled in: { $list }
notice-files = Papers made
notice-make-one = Make the papers of this company
notice-remove = Remove the draft
notice-telling-keep = Leave it knowingly
past-told-reason = Reason told on { $on }: { $words }
past-told-valued = What we valued, told on { $on }: { $words }
past-told-joint = {"; "}
past-discussed = Discussion: { $point } ({ $outcome })
notice-want-strength = [{ letter-field-notice-strengths }] is not written yet. Take one of the comments an evaluator marked as “may be told”, or write it into the letter yourself.
notice-want-reason = [{ letter-field-notice-reasons }] is not written yet. Take one of the comments an evaluator marked as “may be told”, or write it into the letter yourself.
notice-want-valued = [{ letter-field-notice-reasons-award }] is not written yet. Take one of the comments an evaluator marked as “may be told”, or write it into the letter yourself.
notice-take = Take this one
notice-want-none = There is no comment yet that this company may be told. The decision is recorded and sheets stand as they are, so write in the place in brackets of the letter yourself.
notice-write = Go to the place in the letter
notice-take-touched = The wording differs from its template, so a chosen comment does not go in by itself. “{ notice-rewrite }” puts it in.
