# Names of operations, for undo, redo and the history. $what is what it was done to

op-procurement-create = making the procurement “{ $what }”
op-procurement-rename = changing the title ({ $what })
op-procurement-archive = putting away “{ $what }”
op-procurement-restore = bringing back “{ $what }”
op-procurement-remove = deleting the procurement “{ $what }”
op-fact-set = changing { $what }
op-schedule-apply = taking over the suggested dates
op-evaluator-add = adding evaluator “{ $what }”
op-evaluator-edit = editing evaluator “{ $what }”
op-evaluator-remove = deleting evaluator “{ $what }”
op-evaluator-move = moving evaluator “{ $what }”
op-criterion-add = adding criterion “{ $what }”
op-criterion-edit = editing criterion “{ $what }”
op-criterion-remove = deleting criterion “{ $what }”
op-criterion-move = moving criterion “{ $what }”
op-criterion-set-save = saving the criteria set “{ $what }”
op-criterion-set-rename = renaming the criteria set “{ $what }”
op-criterion-set-remove = removing the criteria set “{ $what }”
op-criterion-set-plant = putting the criteria set “{ $what }” in place
op-judging-edit = changing the rules of judging
op-prices-open = opening the prices
op-required-item-add = adding required item “{ $what }”
op-required-item-edit = editing required item “{ $what }”
op-required-item-remove = deleting required item “{ $what }”
op-required-item-move = moving required item “{ $what }”
op-bidder-add = adding bidder “{ $what }”
op-bidder-edit = editing bidder “{ $what }”
op-bidder-remove = deleting bidder “{ $what }”
op-bidder-move = moving bidder “{ $what }”
op-question-add = noting question { $what }
op-question-edit = editing question { $what }
op-question-remove = deleting question { $what }
op-question-approve = approving { $what }
op-question-reopen = reopening { $what }
op-question-merge = merging { $what }
op-question-split = splitting off { $what }
op-question-clear = clearing words of { $what }
op-question-late = deciding on late question { $what }
op-question-asker-add = adding who asked question { $what }
op-question-asker-remove = removing who asked question { $what }
op-sheet-import = import of the evaluation sheet of { $what }
op-bidder-step-add = recording the status of “{ $what }”
op-bidder-step-edit = correcting the status of “{ $what }”
op-bidder-step-remove = deleting a status of “{ $what }”
op-hearing-add = adding a hearing with “{ $what }”
op-hearing-edit = editing a hearing with “{ $what }”
op-hearing-remove = deleting a hearing with “{ $what }”
op-vendor-add = entering vendor “{ $what }”
op-vendor-edit = editing vendor “{ $what }”
op-vendor-remove = deleting vendor “{ $what }”
op-vendor-merge = merging into “{ $what }”
op-vendor-import = importing vendors from “{ $what }”
op-vendor-contact-add = adding a person at “{ $what }”
op-vendor-contact-edit = editing a person at “{ $what }”
op-vendor-contact-remove = deleting a person at “{ $what }”
op-vendor-contact-move = moving a person at “{ $what }”
op-vendor-file-add = adding a file on “{ $what }”
op-vendor-file-remove = deleting a file on “{ $what }”
op-settings-set = changing a setting ({ $what })
op-closed-day-add = adding closed days “{ $what }”
op-closed-day-remove = deleting closed days “{ $what }”
op-section-add = adding section “{ $what }”
op-section-edit = editing “{ $what }”
op-section-move = moving “{ $what }”
op-section-remove = deleting “{ $what }”
op-requirement-add = adding requirement { $what }
op-requirement-edit = editing requirement { $what }
op-requirement-move = moving requirement { $what }
op-requirement-remove = deleting requirement { $what }
op-rfp-replace = replacing “{ $what }”
op-rfp-import = importing “{ $what }”
op-rfp-release = releasing { $what }
op-outline-save = saving outline “{ $what }”
op-outline-rename = renaming outline “{ $what }”
op-outline-remove = deleting outline “{ $what }”
op-shared-file-add = adding the file “{ $what }”
op-shared-file-remove = withdrawing the file “{ $what }”
op-distribution-prepare = { $what ->
    [one] preparing the distribution to one company
   *[other] preparing distributions to { $what } companies
}
op-distribution-send = { $what ->
    [one] recording one distribution as sent
   *[other] recording { $what } distributions as sent
}
op-distribution-unsend = recording the distribution to { $what } as not sent after all
op-distribution-receipt = noting the receipt by { $what }
op-distribution-discard = discarding the distribution prepared for { $what }
op-letter-edit = editing the template “{ $what }”
op-letter-reset = resetting the template “{ $what }”
op-question-share = { $what ->
    [one] sharing one answer
   *[other] sharing { $what } answers
}
op-proposal-add = recording the proposal of “{ $what }”
op-proposal-edit = editing the proposal of “{ $what }”
op-proposal-rule = ruling on the late proposal of “{ $what }”
op-proposal-remove = removing the proposal of “{ $what }”
op-proposal-file-add = adding files to the proposal of “{ $what }”
op-proposal-file-edit = editing a file of the proposal of “{ $what }”
op-proposal-file-remove = removing a file of the proposal of “{ $what }”
op-proposal-bind = binding photos of “{ $what }” into a PDF
op-estimate-add = adding an estimate of “{ $what }”
op-estimate-edit = editing the estimate of “{ $what }”
op-estimate-remove = removing the estimate of “{ $what }”
op-estimate-line-add = adding a line to the estimate of “{ $what }”
op-estimate-line-edit = editing a line of the estimate of “{ $what }”
op-estimate-line-remove = removing a line of the estimate of “{ $what }”
op-estimate-line-move = moving a line of the estimate of “{ $what }”
op-estimate-import = importing the estimate of “{ $what }”
op-response-import = importing the response sheet of “{ $what }”
op-item-check-edit = checking required items of “{ $what }”
op-requirement-answer-edit = editing the answers of “{ $what }” to requirements
op-mark-edit = mark and comment on “{ $what }”
op-sheet-hand-in = handing in of the sheet of { $what }
op-conflict-sign = statement of { $what }
op-conflict-rule = ruling on the statement of { $what }
op-consensus-set = agreeing on a mark for “{ $what }”
op-consensus-remove = taking back the agreed mark for “{ $what }”
op-exclusion-add = leaving out { $what }
op-exclusion-lift = taking { $what } back into the comparison
op-discussion-add = adding the point “{ $what }”
op-discussion-edit = editing the point “{ $what }”
op-discussion-move = moving the point “{ $what }”
op-discussion-remove = removing the point “{ $what }”
op-decision-edit = editing the decision
op-decision-decide = recording the decision
op-decision-reopen = taking the decision back
op-report-make = making the selection report ({ $what })
op-approval-edit = editing the approval request
op-approval-refill = refilling the approval request
op-approval-submit = recording the submission for approval
op-approval-withdraw = taking the approval request back
op-approval-step-add = adding the approver “{ $what }”
op-approval-step-edit = editing the approver “{ $what }”
op-approval-step-move = moving the approver “{ $what }”
op-approval-step-remove = removing the approver “{ $what }”
op-approval-condition-add = adding the condition “{ $what }”
op-approval-condition-edit = editing the condition “{ $what }”
op-approval-condition-remove = removing the condition “{ $what }”
op-notice-draft = { $what ->
    [one] drafting the notice to one company
   *[other] drafting notices to { $what } companies
}
op-notice-edit = editing the notice to “{ $what }”
op-notice-clear = looking at words in the notice to “{ $what }”
op-notice-make = { $what ->
    [one] making the papers of one notice
   *[other] making the papers of { $what } notices
}
op-notice-send = { $what ->
    [one] recording that one notice was sent
   *[other] recording that { $what } notices were sent
}
op-notice-remove = removing the draft notice to “{ $what }”
