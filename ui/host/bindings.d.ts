// Written from the list of commands by `make bindings`; a test fails when it is stale.

/**
 * Something released has changed.
 */
export type AddendumDue = { text: Text, changes: number, 
/**
 * Number of the release that is due.
 */
next: string, };

/**
 * A mark that was agreed on.
 */
export type AgreeMark = { criterion: string, bidder: string, mark: string, reason: string, 
/**
 * Names of who agreed.
 */
agreed_by: Array<string>, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, };

/**
 * The place of an agreed mark.
 */
export type AgreedPlace = { criterion: string, bidder: string, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, };

/**
 * A requirement in one proposal.
 */
export type AnswerCell = { answer: RequirementFit, words: string, };

/**
 * How many requirements are answered how.
 */
export type AnswerCounts = { 
/**
 * Met.
 */
full: number, 
/**
 * In part or on conditions.
 */
partly: number, 
/**
 * In another way.
 */
alternative: number, 
/**
 * Not met.
 */
none: number, 
/**
 * Not answered.
 */
unsaid: number, 
/**
 * Numbers of the musts that are not met.
 */
unmet: Array<string>, 
/**
 * Numbers of the musts that are met in part or in another way.
 */
half_met: Array<string>, };

/**
 * A requirement and how it is answered.
 */
export type AnswerRow = { id: string, number: string, level: Level, text: string, answer: RequirementFit, words: string, };

/**
 * How many answers were taken over.
 */
export type AnswersTaken = { taken: number, };

/**
 * What the window needs to begin.
 */
export type AppState = { version: string, library: string, read_only: boolean, holder: string | null, lang: string, theme: string, scale: number, actor: string, today: string, 
/**
 * Why the library could not be opened; then only the backups can be used.
 */
closed: Text | null, };

/**
 * What to count dates from, and whether dates that are set stand.
 */
export type ApplyArgs = { procurement: string, from?: string, keep_existing: boolean, };

/**
 * The approval request, as it is kept or as the record suggests it.
 */
export type Approval = { 
/**
 * It is kept; words that nobody has written come from the record.
 */
kept: boolean, state: ApprovalState, 
/**
 * A bidder was chosen on it: what the approvers recorded and the conditions stand.
 */
decided: boolean, number: string, drafted_on: string, 
/**
 * In words.
 */
drafted_text: string, drafted_by: string, subject: string, reason: string, merits: string, demerits: string, effect: string, timing: string, 
/**
 * A name a line.
 */
attachments: string, 
/**
 * When it was handed in, in words.
 */
submitted: string, steps: Array<ApprovalStep>, 
/**
 * The earlier rounds that ended without approval, the earliest first.
 */
earlier: Array<ApprovalEarlierRound>, 
/**
 * Conditions nobody has noted as met.
 */
open_conditions: number, };

/**
 * A condition an approver set.
 */
export type ApprovalCondition = { id: string, text: string, met_at: string, met_text: string, how: string, };

/**
 * That an earlier round of the request ended without approval.
 */
export type ApprovalEarlierRound = { ended: ApprovalEnded, name: string, role: string, at_text: string, comment: string, };

/**
 * How an earlier round of a request ended without approval.
 */
export type ApprovalEnded = "sent-back" | "rejected" | "withdrawn";

/**
 * What an approver decided.
 */
export type ApprovalOutcome = "" | "approved" | "conditions" | "held" | "rejected" | "sent-back";

/**
 * Where an approval request stands.
 */
export type ApprovalState = "draft" | "under-way" | "approved" | "conditions" | "sent-back" | "rejected";

/**
 * An approver.
 */
export type ApprovalStep = { id: string, name: string, role: string, outcome: ApprovalOutcome, 
/**
 * The approver stands in the route as she does.
 */
fixed: boolean, at: string, at_text: string, comment: string, conditions: Array<ApprovalCondition>, };

/**
 * What was approved.
 */
export type Approved = { 
/**
 * Those that are not finished, and what they lack.
 */
left: Array<Unapproved>, };

/**
 * Away, or back.
 */
export type Archived = { id: string, archived: boolean, };

/**
 * Which result is asked for.
 */
export type AskResult = { procurement: string, 
/**
 * Criteria whose parts are told: all where it is left out, none where the list is empty.
 */
open?: Array<string>, 
/**
 * How much of what is odd is told; all of it where nothing is said.
 */
oddities?: number, };

/**
 * A question that came up in a hearing.
 */
export type AskedThere = { id: string, 
/**
 * `Q-001`.
 */
number: string, 
/**
 * The words as received.
 */
words: string, };

/**
 * Who asked.
 */
export type AskerView = { id: string, 
/**
 * The question it was noted as.
 */
question: string, number: string, bidder: string, name: string, received_at: string, received_text: string, channel: QuestionChannel, person: string, words: string, late: boolean, hearing: string | null, };

/**
 * What there is to look up in a proposal.
 */
export type AtHand = { 
/**
 * The proposal in a sentence or two.
 */
summary: string, team: string, files: Array<FileAtHand>, 
/**
 * Required items with the page they stand on.
 */
pages: Array<PageAtHand>, 
/**
 * Lines of the estimate that holds; none while prices are closed.
 */
lines: Array<LineAtHand>, 
/**
 * What it adds up to; none while a line is open, or prices are closed.
 */
total: number | null, 
/**
 * Whether with or without tax, in words.
 */
basis: string, 
/**
 * Months it is added up over.
 */
months: number, };

/**
 * One backup.
 */
export type Backup = { name: string, bytes: number, 
/**
 * When it was made: UTC, RFC 3339.
 */
at: string, };

/**
 * Names a backup.
 */
export type BackupMade = { 
/**
 * File name in the folder of backups.
 */
name: string, };

/**
 * The backups there are.
 */
export type Backups = { backups: Array<Backup>, };

/**
 * Another procurement of the same vendor.
 */
export type Before = { title: string, told: Text, };

/**
 * A vendor taking part, with the person to write to.
 */
export type Bidder = { id: string, vendor: string, name: string, reading: string, department: string, person: string, person_reading: string, mail: string, phone: string, status: BidderStatus, 
/**
 * Since when it stands there, and why, in words.
 */
since: Since | null, 
/**
 * What usually comes next.
 */
next: Array<BidderStatus>, copy_number: number | null, is_sample: boolean, };

/**
 * Questions of one bidder.
 */
export type BidderCount = { 
/**
 * Key of the bidder.
 */
bidder: string, 
/**
 * Its name.
 */
name: string, 
/**
 * How many questions it asked.
 */
count: number, 
/**
 * How many of them came after the deadline.
 */
late: number, };

/**
 * Where a bidder stands.
 */
export type BidderStatus = "candidate" | "invited" | "hearing" | "declined" | "received" | "shortlisted" | "awarded" | "not-awarded" | "withdrawn" | "disqualified";

/**
 * One step of a bidder.
 */
export type BidderStep = { id: string, status: BidderStatus, at: string, 
/**
 * The moment in words.
 */
at_text: string, note: string, reason: DeclineReason, volume: string, 
/**
 * It did not usually follow what was before.
 */
unusual: Text | null, 
/**
 * The recorded decision took it, and alone takes it back.
 */
decided: boolean, };

/**
 * A step taken or corrected.
 */
export type BidderStepDone = { id: string, 
/**
 * What the directory has learned by it.
 */
learned: Text | null, };

/**
 * The bidders, and whether there are enough.
 */
export type Bidders = { bidders: Array<Bidder>, note: Text | null, };

/**
 * Photos or scans to bind into one PDF.
 */
export type BindFiles = { proposal: string, 
/**
 * Keys of files of this proposal, in the order of the pages.
 */
files: Array<string>, 
/**
 * Name of the PDF, without its ending.
 */
name: string, 
/**
 * What it is.
 */
kind: ProposalFileKind, };

/**
 * A drawn part as the editor shows it.
 */
export type BlockRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its label.
 */
label: Text, 
/**
 * What stands above it, in the language of the papers.
 */
caption: string, 
/**
 * Where it is changed.
 */
screen: Screen, 
/**
 * Head of the table; may be empty.
 */
head: Array<string>, 
/**
 * Sentences below the table.
 */
below: Array<string>, 
/**
 * Rows of the table.
 */
rows: Array<Array<string>>, 
/**
 * What cells said in the latest release, by row and column; empty where no cell reads otherwise.
 */
was: Array<Array<string | null>>, 
/**
 * The latest release.
 */
release: string | null, 
/**
 * What is missing in it.
 */
note: Text | null, };

/**
 * The PDF that was made.
 */
export type BoundFiles = { id: string, 
/**
 * Its name, numbered where the proposal has a file of that name already.
 */
name: string, 
/**
 * How many pages it has.
 */
pages: number, };

/**
 * What a change is about.
 */
export type ChangeKind = "section" | "requirement" | "fact" | "criterion" | "item" | "evaluator";

/**
 * One change.
 */
export type ChangeRow = { 
/**
 * Its number in the list, from 1.
 */
no: number, 
/**
 * What it is about.
 */
kind: ChangeKind, 
/**
 * What happened.
 */
how: How, 
/**
 * `2.3`, `R-001`; empty where there is none.
 */
number: string, 
/**
 * The title of the section, the name of the fact.
 */
title: string, 
/**
 * What was, with what is gone marked. Empty where it is new.
 */
old: Array<Run>, 
/**
 * What is, with what is new marked. Empty where it is gone.
 */
new: Array<Run>, 
/**
 * The sections it shows in.
 */
sections: Array<string>, };

/**
 * What reaches the window after a commit.
 */
export type Changed = { 
/**
 * Name of the operation.
 */
op: string, 
/**
 * Kinds of records touched.
 */
kinds: Array<string>, 
/**
 * Ids of records touched.
 */
ids: Array<string>, 
/**
 * Procurement it belongs to.
 */
procurement: string | null, 
/**
 * What undo and redo would do now, in that procurement or on the library's own things.
 */
undo: UndoState, };

/**
 * The chapter a section belongs to.
 */
export type Chapter = { number: string, title: string, };

/**
 * Words of a notice that are being written.
 */
export type CheckNotice = { id: string, subject?: string, body?: string, };

/**
 * A required item and whether it is there.
 */
export type CheckRow = { id: string, number: string, group: string, title: string, state: ItemPresence, page: string, note: string, };

/**
 * Words to be looked at before they are stored; the stored ones where left out.
 */
export type CheckWords = { id: string, wording?: string, answer?: string, };

/**
 * What is telling in them.
 */
export type Checked = { tellings: Array<Telling>, held: Text | null, };

/**
 * One value of a choice.
 */
export type Choice = { value: string, label: Text, };

/**
 * A bidder that can be chosen or spoken of.
 */
export type Choosable = { id: string, name: string, status: BidderStatus, 
/**
 * It has handed in a proposal.
 */
proposed: boolean, 
/**
 * It is left out, failed or stays under a minimum.
 */
out: boolean, 
/**
 * The status by which it is gone; none while it is not.
 */
left: BidderStatus | null, };

/**
 * Words that are knowingly left.
 */
export type ClearNotice = { id: string, words: Array<string>, 
/**
 * Takes it back.
 */
undo?: boolean, };

/**
 * Words knowingly left in a question.
 */
export type ClearWords = { id: string, words: Array<string>, 
/**
 * Lets them hold the answer back again.
 */
undo?: boolean, };

/**
 * A span of days the company is closed.
 */
export type ClosedDay = { id: string, from: string, to: string, name: string, };

/**
 * What a column may be.
 */
export type ColumnChoice = { column: VendorColumn, label: Text, };

/**
 * A bidder in the comparison.
 */
export type ComparedRow = { bidder: string, name: string, proposal: string | null, received: string, punctuality: Punctuality | null, ruling: LateRuling, admitted: boolean, 
/**
 * The status by which it is gone; none while it is not.
 */
left: BidderStatus | null, without_tax: string, with_tax: string, 
/**
 * For finding the lowest.
 */
amount: number | null, complete: boolean, revision: number | null, change: Text | null, 
/**
 * Why the estimate takes the place of the one before; empty for the first.
 */
reason: string, parts: Array<PricePart>, staff: string, leads: string, busy_extra: string, team: string, valid_until: string, summary: string, items: ItemCounts, answers: AnswerCounts, };

/**
 * All bidders side by side.
 */
export type Comparison = { basis: PriceBasis, bidders: Array<ComparedRow>, 
/**
 * Prices are kept closed as yet: no row tells one.
 */
prices_closed: boolean, items: Array<ItemAcross>, requirements: Array<RequirementAcross>, };

/**
 * What follows from a conflict of interest.
 */
export type ConflictRuling = "" | "aside" | "allowed";

/**
 * A statement that was signed.
 */
export type ConflictStatement = { 
/**
 * When, in words.
 */
at: string, conflict: boolean, note: string, named: Array<NamedConflict>, };

/**
 * A bidder she is tied to, and by what.
 */
export type ConflictWith = { bidder: string, what: string, };

/**
 * What new procurements take over about the contact.
 */
export type Contact = { role: string, person: string, mail: string, phone: string, hours: string, };

/**
 * The course of a bidder.
 */
export type Course = { 
/**
 * Oldest first.
 */
steps: Array<BidderStep>, 
/**
 * What usually comes next.
 */
next: Array<BidderStatus>, 
/**
 * What was with this vendor in other procurements, the newest first.
 */
before: Array<Before>, questions: number, };

/**
 * The criteria with the sum of their weights.
 */
export type Criteria = { criteria: Array<Criterion>, total: string, 
/**
 * What is odd about the weights.
 */
note: Text | null, 
/**
 * They have left the house, or a sheet has been handed in: a change needs a reason.
 */
frozen: boolean, 
/**
 * A sheet has been handed in: criteria no longer come, go or change how they are marked.
 */
judged: boolean, 
/**
 * The procurement is decided: criteria and rules stand.
 */
decided: boolean, 
/**
 * A notice was sent: the decision can no longer be taken back.
 */
told: boolean, };

/**
 * One criterion.
 */
export type Criterion = { id: string, parent: string | null, depth: number, number: string, title: string, asks: string, weight: string | null, 
/**
 * It has no parts, and is judged itself.
 */
leaf: boolean, scheme: SchemeView, 
/**
 * Smallest share of the weight in percent; empty for none.
 */
minimum: string, follows_price: boolean, };

/**
 * A change of what is frozen.
 */
export type CriterionChangeRow = { id: string, 
/**
 * When, in words.
 */
at: string, by: string, reason: string, lines: Array<Text>, };

/**
 * A set of criteria that is kept.
 */
export type CriterionSetRow = { 
/**
 * It came with the program.
 */
supplied: boolean, id: string, name: string, 
/**
 * When it was saved, in words.
 */
saved: string, 
/**
 * Names of its criteria of the first level.
 */
titles: Array<string>, 
/**
 * All its criteria.
 */
count: number, };

/**
 * What is decided about a late question.
 */
export type DecideLate = { id: string, decision: LateDecision, reason?: string, };

/**
 * The decision and the discussion that led to it.
 */
export type Decision = { outcome: DecisionOutcome, bidder: string, reserve: string, reason: string, 
/**
 * As it is typed.
 */
meeting_at: string, 
/**
 * In words.
 */
meeting_text: string, attendees: string, 
/**
 * When it was decided, in words; empty while it is not.
 */
decided: string, approval: ApprovalState, 
/**
 * A notice was sent: it cannot be taken back.
 */
told: boolean, 
/**
 * Notices drafted, which go where it is taken back.
 */
drafts: number, 
/**
 * Who can be chosen.
 */
choices: Array<Choosable>, points: Array<DiscussionPoint>, };

/**
 * How a procurement ends.
 */
export type DecisionOutcome = "" | "award" | "none";

/**
 * Why a bidder declined.
 */
export type DeclineReason = "" | "busy" | "too-small" | "other";

/**
 * A way to move by one.
 */
export type Direction = "up" | "down" | "in" | "out";

/**
 * A point of the discussion.
 */
export type DiscussionPoint = { id: string, side: DiscussionSide, bidder: string, text: string, request: string, requested_at: string, requested_text: string, reply: string, replied_at: string, replied_text: string, state: DiscussionState, outcome: string, };

/**
 * On which side a point stands.
 */
export type DiscussionSide = "as-expected" | "off-expectation";

/**
 * Where a point stands.
 */
export type DiscussionState = "open" | "settled" | "not-settled";

/**
 * A distribution as it is listed.
 */
export type Distribution = { id: string, bidder: string, 
/**
 * With 御中.
 */
name: string, state: DistributionState, 
/**
 * What it holds, in words.
 */
what: string, 
/**
 * Keys of what it holds.
 */
items: Array<string>, mail: string, subject: string, body: string, prepared: string, sent: string, sent_by: string, means: DistributionMeans, note: string, unsent: string, unsent_reason: string, received: string, receipt: string, files: Array<HandedRow>, };

/**
 * What a file of a distribution is.
 */
export type DistributionFileKind = "rfp" | "addendum" | "answers" | "answers-sheet" | "question-sheet" | "file" | "mail";

/**
 * By what means it was sent.
 */
export type DistributionMeans = "" | "mail" | "meeting" | "folder" | "post" | "other";

/**
 * What a distribution would hold.
 */
export type DistributionPlan = { packs: Array<PlannedPack>, };

/**
 * Where a distribution stands. Nothing counts as given before it is sent.
 */
export type DistributionState = "prepared" | "sent" | "unsent";

/**
 * Files that were written.
 */
export type DistributionWritten = { files: Array<string>, };

/**
 * A document: blocks one below the other. Never empty: where nothing is written there is one empty paragraph.
 */
export type Doc = { type: "doc", content?: Array<Record<string, unknown>> };

/**
 * Something that is due.
 */
export type Due = { 
/**
 * Key of the procurement.
 */
procurement: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The step it belongs to.
 */
step: Step, 
/**
 * What is due.
 */
label: Text, 
/**
 * When: `2027-03-12T17:00` or `2027-03-12`.
 */
at: string, 
/**
 * When, in words.
 */
at_text: string, 
/**
 * Late, today, this week, later.
 */
group: DueGroup, 
/**
 * Business days until then; negative where it is late.
 */
days: number, 
/**
 * How late it is, or that the day is a closed day.
 */
note: Text | null, };

/**
 * When something is due.
 */
export type DueGroup = "late" | "today" | "week" | "later";

/**
 * A pair of companies that may be one.
 */
export type DuplicatePair = { first: DuplicateRow, second: DuplicateRow, };

/**
 * A company that may be the same.
 */
export type DuplicateRow = { id: string, name: string, why: Text, };

/**
 * One field of one or several questions, as typed.
 */
export type EditQuestions = { questions: Array<string>, 
/**
 * `wording`, `answer`, `section`, `requirement`, `owner`, `due`, `share`, `share_reason` or `changes_rfp`; of an
 * asker `words`, `person`, `received_at` or `channel`.
 */
field: string, value: string, 
/**
 * Key of the asker whose field it is.
 */
asker?: string, };

/**
 * What of a requirement is to be changed.
 */
export type EditRequirement = { id: string, level?: Level, text?: string, 
/**
 * `null` takes it out of its section; left out, it stays.
 */
section?: string | null, };

/**
 * What of a section is to be changed.
 */
export type EditSection = { id: string, title?: string, body?: Doc, optional?: boolean, optional_wording?: string, done?: boolean, };

/**
 * An estimate.
 */
export type Estimate = { id: string, revision: number, dated: string, 
/**
 * The day in words; empty where none is said.
 */
dated_text: string, received_at: string, 
/**
 * The moment in words.
 */
received_text: string, reason: string, file: string, lines: Array<EstimateLine>, without_tax: string, with_tax: string, 
/**
 * Every price is known.
 */
complete: boolean, 
/**
 * How the totals came about.
 */
steps: Array<Text>, 
/**
 * How the price changed from the estimate before, without tax.
 */
change: Text | null, 
/**
 * Prices are kept closed as yet: it is typed in and corrected, but tells no amount.
 */
closed: boolean, 
/**
 * It stands since bidders were marked or the procurement was decided: another price is a later estimate.
 */
fixed: boolean, };

/**
 * What a column of an estimate holds.
 */
export type EstimateColumn = "" | "kind" | "title" | "unit-price" | "quantity" | "unit" | "amount" | "from-month" | "to-month" | "months" | "tax";

/**
 * A line of an estimate.
 */
export type EstimateLine = { id: string, kind: EstimateLineKind, title: string, unit_price: string, 
/**
 * A price has been entered.
 */
priced: boolean, quantity: string, 
/**
 * How many of what, in words.
 */
counted: string, unit: string, from_month: string, to_month: string, tax: EstimateTax, 
/**
 * What it adds up to over the term.
 */
amount: string, 
/**
 * How that came about.
 */
how: Text | null, 
/**
 * It names months after the term, which are not counted.
 */
beyond: boolean, };

/**
 * How often a line of an estimate is paid.
 */
export type EstimateLineKind = "one-off" | "monthly" | "unit";

/**
 * An estimate as it was read, before anything is taken over.
 */
export type EstimateRead = { 
/**
 * It is a form made here.
 */
own: boolean, 
/**
 * Name of the file; empty for pasted rows.
 */
name: string, sheets: Array<PlacedName>, sheet: number, rows: Array<EstimateReadRow>, 
/**
 * Titles of lines that are held and are not in it.
 */
gone: Array<string>, 
/**
 * How the total would change, without tax.
 */
change: Text | null, 
/**
 * The total it would have; empty while a price is not known.
 */
without_tax: string, with_tax: string, 
/**
 * There are lines already, or the estimate stands, so that it needs a reason.
 */
replaces: boolean, notes: Array<Text>, 
/**
 * What its columns hold; none for a form made here.
 */
columns: Array<ReadEstimateColumn>, seal: string, };

/**
 * A row of it.
 */
export type EstimateReadRow = { at: number, kind: EstimateLineKind, title: string, unit_price: string, 
/**
 * Its quantity with its unit.
 */
counted: string, from_month: number | null, to_month: number | null, tax: EstimateTax, state: ProposalRowState, message: Text | null, };

/**
 * Whether an amount holds the consumption tax.
 */
export type EstimateTax = "excluded" | "included" | "exempt";

/**
 * One evaluator, or an adviser who gives no marks.
 */
export type Evaluator = { id: string, name: string, reading: string, role: string, department: string, duties: string, adviser: boolean, 
/**
 * Keys of the criteria she judges; empty for all.
 */
judges: Array<string>, 
/**
 * She has handed in her sheet or a part of it: what she judges stands.
 */
handed_in: boolean, };

/**
 * A bidder left out, or taken back.
 */
export type ExcludeBidder = { bidder: string, reason: string, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, };

/**
 * Where the papers go.
 */
export type ExportApproval = { procurement: string, to: string, };

/**
 * Where the files of a distribution are to be written again.
 */
export type ExportDistribution = { id: string, to: string, };

/**
 * The estimates to list in a file.
 */
export type ExportEstimates = { sought: SoughtEstimates, 
/**
 * The folder it is written into.
 */
to: string, };

/**
 * Forms to make.
 */
export type ExportForms = { procurement: string, 
/**
 * For whom; for all who take part where left out.
 */
bidders?: Array<string>, 
/**
 * The folder they are written into.
 */
to: string, };

/**
 * Where the ledger is to be written.
 */
export type ExportLedger = { procurement: string, 
/**
 * The folder.
 */
to: string, };

/**
 * Where the files of a notice are to be written again.
 */
export type ExportNotice = { id: string, to: string, };

/**
 * A question sheet to make.
 */
export type ExportQuestionSheet = { procurement: string, bidder: string, 
/**
 * The folder it is written into.
 */
to: string, };

/**
 * Papers to be written into a folder.
 */
export type ExportRelease = { release: string, 
/**
 * The folder.
 */
to: string, 
/**
 * Only these; all where none are named.
 */
files?: Array<string>, };

/**
 * A reply as it is to be sent.
 */
export type ExportReply = { 
/**
 * Key of the question.
 */
id: string, bidder: string, subject: string, body: string, 
/**
 * The folder for the draft.
 */
to: string, };

/**
 * Where the report is to be written.
 */
export type ExportReport = { procurement: string, 
/**
 * The folder.
 */
to: string, };

/**
 * Evaluation sheets to write.
 */
export type ExportSheets = { procurement: string, 
/**
 * Whose; everybody's who gives marks where left out.
 */
evaluators?: Array<string>, 
/**
 * The folder they are written into.
 */
to: string, };

/**
 * Where the papers are now.
 */
export type Exported = { files: Array<string>, };

/**
 * A fact as it is shown.
 */
export type Fact = { key: string, group: FactGroup, label: Text, kind: FactKind, 
/**
 * As stored: ISO dates, plain numbers.
 */
value: string | null, 
/**
 * In words.
 */
text: string | null, 
/**
 * The unit of a number, to stand beside the field while nothing is in it.
 */
unit: string | null, choices?: Array<Choice>, notes: Array<Text>, moved: Moved | null, };

/**
 * Where a fact is entered.
 */
export type FactGroup = "document" | "issuer" | "contact" | "submission" | "contract" | "schedule";

/**
 * What kind of value a fact has.
 */
export type FactKind = "text" | "long" | "date" | "moment" | "int" | "choice" | "mail";

/**
 * A failure as the window and scripts get it.
 */
export type Failure = { 
/**
 * Set only where the interface branches on it.
 */
code: string, 
/**
 * Fluent id of the sentence.
 */
message_id: string, 
/**
 * The sentence's arguments.
 */
args: { [key in string]: string }, 
/**
 * The sentence in the language of the library, for scripts.
 */
message: string, };

/**
 * What a field said in the latest release.
 */
export type FieldMoved = { 
/**
 * What it said.
 */
was: string, 
/**
 * The same in few signs, to stand beside the new value: `12/9`.
 */
brief: string, 
/**
 * The release.
 */
release: string, };

/**
 * A field of something a procurement has one of.
 */
export type FieldOf = { procurement: string, field: string, value: string, };

/**
 * A field as the editor offers and shows it.
 */
export type FieldRow = { 
/**
 * Its key.
 */
key: string, 
/**
 * Its name.
 */
label: Text, 
/**
 * What it says, in the language of the papers.
 */
text: string | null, 
/**
 * The fact is not there yet.
 */
missing: boolean, 
/**
 * It said something else in the latest release.
 */
moved: FieldMoved | null, 
/**
 * Where it is changed.
 */
screen: Screen, 
/**
 * The group it is offered under: `document`, `issuer`, `contact`, `submission`, `contract`, `schedule`,
 * `bidder`, `count`.
 */
group: string, };

/**
 * A file of the proposal.
 */
export type FileAtHand = { id: string, name: string, kind: ProposalFileKind, };

/**
 * One finding.
 */
export type Finding = { 
/**
 * What it is about, as a word the interface may group by: `date`, `section`, `weights`, `contact`, `bidders` …
 */
kind: string, 
/**
 * Its weight.
 */
severity: Severity, 
/**
 * The sentence.
 */
text: Text, 
/**
 * Where it is put right.
 */
place: Place, };

/**
 * A way the ballot could be otherwise, and how the bidders stand then.
 */
export type FirmnessCase = { 
/**
 * What is otherwise: an evaluator or a bidder left out, or a rule for the price.
 */
what: Text, 
/**
 * The bidders then, rank by rank, without their legal form; or why that cannot be told.
 */
ranking: Array<Text>, 
/**
 * The first of now is not first alone any more, though it is not left out.
 */
changes: boolean, 
/**
 * How far the winner of now is ahead, with its sign; none where it is left out.
 */
lead: string | null, };

/**
 * How firm a result is.
 */
export type FirmnessShown = { 
/**
 * The weights at which another bidder is first.
 */
flips: Picture, 
/**
 * How often each is first over all weightings.
 */
uniform: Picture, 
/**
 * The same near the given weights.
 */
near: Picture, 
/**
 * How far the winner is ahead when somebody is left out; none where nobody is ahead of anybody.
 */
leads: Picture | null, 
/**
 * What changes of weights do, in a sentence; none where nobody is first alone, which the paragraph says.
 */
flip: Text | null, 
/**
 * The weights of all criteria, parts behind their whole.
 */
weights: Array<FirmnessWeight>, 
/**
 * What leaving out does, the first cases by name; empty where nobody is first alone, now or then.
 */
without: Array<Text>, 
/**
 * How the bidders stand without each evaluator, then without each bidder.
 */
cases: Array<FirmnessCase>, 
/**
 * How they stand under each rule for the price.
 */
rules: Array<FirmnessCase>, 
/**
 * The paragraph that goes into the report.
 */
paragraph: Array<Text>, };

/**
 * A criterion's weight, and the one at which another bidder is first.
 */
export type FirmnessWeight = { 
/**
 * Key of the criterion.
 */
id: string, 
/**
 * The whole it is a part of.
 */
parent: string | null, 
/**
 * `1.2`.
 */
number: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Its weight.
 */
weight: string, 
/**
 * The first weight at which the winner is not first alone; none where no change of this weight alone does it.
 */
at: string | null, 
/**
 * The place itself where it turns: no weight up to it changes who is first.
 */
place: string | null, 
/**
 * Who is first or level then, without the legal form; none where nobody has a place.
 */
other: string | null, };

/**
 * What to take over: a file, or rows that were pasted.
 */
export type FormSource = { proposal: string, 
/**
 * Path of an Excel, CSV or TSV file.
 */
file?: string, 
/**
 * Pasted rows.
 */
text?: string, 
/**
 * Which sheet of a workbook, from 0; the first one that holds something where left out.
 */
sheet?: number, 
/**
 * What the columns of an estimate hold, as they were said by hand.
 */
columns?: Array<EstimateColumn>, };

/**
 * An estimate that was found, or a file of one nobody has typed in yet.
 */
export type FoundEstimate = { procurement: string, title: string, is_sample: boolean, bidder: string, party: string, 
/**
 * `2027-04-01`
 */
date: string, date_text: string, revision: number | null, without_tax: string, with_tax: string, amount: number | null, 
/**
 * Prices of the procurement are kept closed as yet.
 */
closed: boolean, file: string | null, file_name: string, sha256: string, };

/**
 * Estimates that were found.
 */
export type FoundEstimates = { rows: Array<FoundEstimate>, };

/**
 * Where in a section something was found.
 */
export type FoundIn = "title" | "body" | "requirement";

/**
 * What a bidder lacks, or lacked until the decision for another, in words.
 */
export type GapLine = { bidder: string, name: string, list: string, text: Text, };

/**
 * A grade with what a proposal is like that earns it.
 */
export type GradeView = { mark: string, share: string, anchor: string, };

/**
 * A sheet to hand in.
 */
export type HandInSheet = { evaluator: string, 
/**
 * What of it is meant; refused where that is not the part that is due.
 */
part?: SheetPart, means: SheetBy, };

/**
 * What was handed in.
 */
export type HandedIn = { part: SheetPart, 
/**
 * When, in words.
 */
at: string, means: SheetBy, };

/**
 * A file of a distribution.
 */
export type HandedRow = { id: string, kind: DistributionFileKind, name: string, bytes: number, sha256: string, };

/**
 * One hearing.
 */
export type Hearing = { id: string, bidder: string, 
/**
 * The company.
 */
name: string, at: string, 
/**
 * The moment in words.
 */
at_text: string, 
/**
 * The day in words, short.
 */
day: string, minutes: number | null, place: string, ours: string, theirs: string, notes: string, 
/**
 * The questions that came up, in the order they were noted.
 */
questions: Array<AskedThere>, };

/**
 * A stretch of the history.
 */
export type History = { entries: Array<HistoryEntry>, more: boolean, };

/**
 * Which part of the history.
 */
export type HistoryArgs = { procurement?: string, 
/**
 * Only operations before this number.
 */
before?: number, limit?: number, };

/**
 * One value that changed.
 */
export type HistoryChange = { label: Text, before: string | null, after: string | null, 
/**
 * The company it is about, where the operation's own words do not say so.
 */
whose: string | null, };

/**
 * One operation.
 */
export type HistoryEntry = { seq: number, at: string, actor: string, 
/**
 * What was done; of an undo or a redo, what was undone or done again.
 */
what: Text, 
/**
 * `do`, `undo` or `redo`.
 */
mode: string, barrier: boolean, undone: boolean, changes: Array<HistoryChange>, };

/**
 * One place where it was found.
 */
export type Hit = { 
/**
 * The section; empty for a requirement without one.
 */
section: string, 
/**
 * `2.3`, or `R-001`.
 */
number: string, 
/**
 * Title of the section.
 */
title: string, 
/**
 * Title, text or requirement.
 */
place: FoundIn, 
/**
 * Which one there, from 0.
 */
index: number, 
/**
 * Words before.
 */
before: string, 
/**
 * The words found.
 */
match: string, 
/**
 * Words behind.
 */
after: string, };

/**
 * Where it was found.
 */
export type Hits = { hits: Array<Hit>, };

/**
 * The first screen.
 */
export type Home = { 
/**
 * Today.
 */
today: string, 
/**
 * Today in words.
 */
today_text: string, 
/**
 * The procurements, the newest first; put away ones last.
 */
procurements: Array<HomeRow>, 
/**
 * What is due in all of them.
 */
due: Array<Due>, 
/**
 * The weeks to come, where a date lies in them.
 */
weeks: WeeksAhead | null, };

/**
 * A procurement on the first screen.
 */
export type HomeRow = { 
/**
 * Key.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Document number.
 */
document_number: string, 
/**
 * Came with the program.
 */
is_sample: boolean, 
/**
 * Put away.
 */
archived: boolean, 
/**
 * What is being done now.
 */
stage: Text, 
/**
 * The steps.
 */
way: Array<WayStep>, 
/**
 * The next date.
 */
next: NextDate | null, 
/**
 * What is missing.
 */
missing: Array<Missing>, };

/**
 * What happened to it.
 */
export type How = "added" | "removed" | "changed" | "moved";

/**
 * Names a record.
 */
export type Id = { 
/**
 * Key of the record.
 */
id: string, };

/**
 * A file to take over.
 */
export type ImportFile = { procurement: string, 
/**
 * Path of a `.docx` or `.md` file.
 */
file: string, };

/**
 * What was taken over.
 */
export type Imported = { sections: number, 
/**
 * What was left out or changed.
 */
warnings: Array<Text>, };

/**
 * Names a procurement.
 */
export type InProcurement = { 
/**
 * Key of the procurement.
 */
procurement: string, };

/**
 * A row of a response sheet as it came.
 */
export type IncomingAnswer = { 
/**
 * Its row in the sheet, from 1.
 */
at: number, 
/**
 * `R-001`.
 */
number: string, 
/**
 * Key of the requirement; empty where there is none of this number.
 */
requirement: string, 
/**
 * What is required.
 */
text: string, 
/**
 * It is a must.
 */
must: boolean, 
/**
 * How it is answered.
 */
answer: RequirementFit, 
/**
 * The bidder's words.
 */
words: string, 
/**
 * How it was answered before.
 */
answer_before: RequirementFit, 
/**
 * The words before.
 */
words_before: string, 
/**
 * What it would do.
 */
state: ProposalRowState, 
/**
 * What is to be known about it.
 */
message: Text | null, };

/**
 * A row as it would be taken over.
 */
export type IncomingRow = { 
/**
 * Its row in the sheet, or its place in the mail, from 1.
 */
at: number, 
/**
 * The bidder's own number.
 */
number: string, 
/**
 * The question, with the place it names where that is none of the RFP.
 */
words: string, 
/**
 * Who asks.
 */
person: string, 
/**
 * Number and title of its section.
 */
section: string, 
/**
 * Number of its requirement.
 */
requirement: string, 
/**
 * What is to be done with it.
 */
state: IncomingState, 
/**
 * Whether it is taken over unless somebody says otherwise.
 */
likely: boolean, 
/**
 * What is to be known about it.
 */
message: Text | null, 
/**
 * The words it had, where they changed.
 */
before: string, };

/**
 * What is to be done with a row.
 */
export type IncomingState = "new" | "same" | "changed" | "wrong";

/**
 * What new procurements take over about the issuer.
 */
export type Issuer = { company: string, department: string, product: string, address: string, };

/**
 * A required item in all proposals.
 */
export type ItemAcross = { id: string, number: string, group: string, title: string, cells: Array<ItemCell>, };

/**
 * A required item in one proposal.
 */
export type ItemCell = { state: ItemPresence, page: string, note: string, };

/**
 * How many required items stand how.
 */
export type ItemCounts = { 
/**
 * There.
 */
present: number, 
/**
 * In part.
 */
partly: number, 
/**
 * Not there.
 */
missing: number, 
/**
 * Not looked at yet.
 */
unchecked: number, 
/**
 * Titles of those that are missing.
 */
lacking: Array<string>, };

/**
 * Whether a required item is in a proposal.
 */
export type ItemPresence = "" | "present" | "partly" | "missing";

/**
 * The rules of judging.
 */
export type JudgingView = { good: string, fair: string, poor: string, pooling: Pooling, 
/**
 * Points are divided by the price in units of this; empty where points are added.
 */
division: string, places: string, rounding: RoundingMode, 
/**
 * In percent; empty for none.
 */
minimum: string, 
/**
 * What settles a tie, in its order.
 */
ties: Array<TieView>, 
/**
 * What could settle one besides.
 */
more_ties: Array<TieView>, tax: TaxBasis, tax_rate: string, 
/**
 * Empty for the months of the contract.
 */
term_months: string, 
/**
 * Months that hold.
 */
months: number, 
/**
 * Months between the dates of the contract; none while one is missing.
 */
contract_months: number | null, 
/**
 * Months that hold where neither the rules nor the contract say any.
 */
usual_months: number, price_closed: boolean, due: string, 
/**
 * The day sheets are due, in words.
 */
due_text: string, 
/**
 * The rules in plain sentences.
 */
sentences: Array<string>, frozen: boolean, judged: boolean, };

/**
 * Files that were kept.
 */
export type KeptFiles = { ids: Array<string>, };

/**
 * A bidder as a column.
 */
export type KnowingBidder = { id: string, name: string, status: BidderStatus, takes_part: boolean, 
/**
 * Since when it takes part, or what has become of it.
 */
standing: string, 
/**
 * How much it was not given, what it missed until the decision with it.
 */
gaps: number, };

/**
 * Items against bidders.
 */
export type Knowledge = { bidders: Array<KnowingBidder>, rows: Array<KnownRow>, gaps: Array<GapLine>, 
/**
 * How many gaps there are in all that can still be closed.
 */
open: number, 
/**
 * Who is taken to send; empty where nobody is known.
 */
sender: string, };

/**
 * What a bidder knows of an item.
 */
export type KnownCell = { state: KnownState, 
/**
 * When it was given, in few signs.
 */
at: string, means: DistributionMeans, 
/**
 * The distribution it was given with.
 */
distribution: string | null, };

/**
 * One item within a line.
 */
export type KnownItem = { id: string, number: string, title: string, cells: Array<KnownCell>, };

/**
 * What kind of thing bidders are to know.
 */
export type KnownKind = "release" | "addendum" | "answer" | "file";

/**
 * A line of the matrix: a release, a file, or the answers of one round.
 */
export type KnownRow = { id: string, kind: KnownKind, name: string, detail: string, 
/**
 * Meant for some bidders only.
 */
only: boolean, 
/**
 * Cells in the order of the bidders.
 */
cells: Array<KnownCell>, 
/**
 * The answers of a round; empty for everything else.
 */
items: Array<KnownItem>, };

/**
 * How an item stands with a bidder.
 */
export type KnownState = "given" | "gap" | "missed" | "not-meant" | "replaced" | "after";

/**
 * A language of the interface and of papers.
 */
export type Lang = "ja" | "en";

/**
 * The latest procurement of a vendor.
 */
export type LastTime = { title: string, told: Text, 
/**
 * When it began there, for sorting.
 */
at: string, };

/**
 * What was decided about a question that came after the deadline.
 */
export type LateDecision = "" | "accepted" | "declined";

/**
 * A bidder that is in no sheet until it is decided what becomes of its late proposal.
 */
export type LateProposal = { bidder: string, 
/**
 * Without 株式会社.
 */
short: string, };

/**
 * What was decided about a proposal that came after the deadline.
 */
export type LateRuling = "" | "accepted" | "refused";

/**
 * Files that were written.
 */
export type LedgerWritten = { files: Array<string>, };

/**
 * A template as it is listed and edited.
 */
export type Letter = { key: string, lang: Lang, title: string, 
/**
 * When it is used.
 */
used: string, subject: string, body: string, 
/**
 * In the company's own words.
 */
own: boolean, 
/**
 * What it can show.
 */
fields: Array<LetterField>, 
/**
 * What is wrong with its words.
 */
findings: Array<Text>, };

/**
 * Something a template can show.
 */
export type LetterField = { key: string, label: Text, };

/**
 * Names a template.
 */
export type LetterKey = { key: string, lang: Lang, };

/**
 * A template with the facts of a procurement, or one that is being written.
 */
export type LetterOf = { key: string, lang: Lang, 
/**
 * Where its facts come from; without one the fields show their names.
 */
procurement?: string, };

/**
 * How a template reads with its fields filled in.
 */
export type LetterShown = { letter: Letter, 
/**
 * The subject, filled in.
 */
subject: string, 
/**
 * The text, filled in.
 */
body: string, 
/**
 * Fields without a value.
 */
missing: Array<string>, };

/**
 * New words for a template.
 */
export type LetterWords = { key: string, lang: Lang, subject: string, body: string, };

/**
 * Which templates.
 */
export type LettersOf = { 
/**
 * Language of the letters.
 */
lang: Lang, };

/**
 * Whether a bidder has to meet a requirement.
 */
export type Level = "must" | "want";

/**
 * The licence of one font.
 */
export type Licence = { 
/**
 * The font.
 */
name: string, 
/**
 * The licence as its makers wrote it.
 */
text: string, };

/**
 * The licences of what comes with the program.
 */
export type Licences = { licences: Array<Licence>, };

/**
 * A line of the estimate over the contract term.
 */
export type LineAtHand = { title: string, amount: number | null, 
/**
 * Whether its amount is with tax.
 */
tax: EstimateTax, };

/**
 * Which papers are made, and where.
 */
export type MakeNotices = { ids: Array<string>, to: string, };

/**
 * The order to release.
 */
export type MakeRelease = { procurement: string, 
/**
 * Release although something is still missing.
 */
accept_incomplete?: boolean, 
/**
 * Why, as the addendum says it; where nothing is given, the reason its plan names.
 */
reason?: string, };

/**
 * A mark that can be chosen.
 */
export type MarkChoice = { mark: string, 
/**
 * What it says of a proposal.
 */
name: Text, 
/**
 * The share of the weight; empty where it carries no points.
 */
share: string, };

/**
 * The cell as it stands now, and what is unfinished in the part that is to be handed in next.
 */
export type MarkSet = { mark: string, comment: string, may_tell: boolean, blank: number, bare: number, };

/**
 * Questions to be told by one.
 */
export type MergeQuestions = { questions: Array<string>, 
/**
 * The one that tells them; the one that has come furthest where left out.
 */
into?: string, };

/**
 * Two entries of the directory.
 */
export type MergeVendors = { keep: string, other: string, };

/**
 * A date of the schedule.
 */
export type Milestone = { 
/**
 * Must have arrived by then.
 */
deadline: boolean, weekday: string | null, 
/**
 * Business days since the date before it.
 */
days_from_previous: number | null, key: string, group: FactGroup, label: Text, kind: FactKind, 
/**
 * As stored: ISO dates, plain numbers.
 */
value: string | null, 
/**
 * In words.
 */
text: string | null, 
/**
 * The unit of a number, to stand beside the field while nothing is in it.
 */
unit: string | null, choices?: Array<Choice>, notes: Array<Text>, moved: Moved | null, };

/**
 * Something missing, in words.
 */
export type Missing = { 
/**
 * What it is about: `addendum`, `section`, `date`, `contact`, `bidders`, `weights` …
 */
kind: string, 
/**
 * The sentence.
 */
text: Text, 
/**
 * Whether nothing should leave the house like this.
 */
severe: boolean, };

/**
 * A new place in a list two levels deep.
 */
export type MoveBranch = { id: string, parent: string | null, after: string | null, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, };

/**
 * A new place in a plain list.
 */
export type MoveItem = { id: string, after: string | null, };

/**
 * A new place in the list.
 */
export type MoveRequirement = { id: string, after: string | null, };

/**
 * A new place in the tree.
 */
export type MoveSection = { id: string, parent: string | null, after: string | null, };

/**
 * What a fact was in the last release.
 */
export type Moved = { was: string, release: string, };

/**
 * A bidder it names, and what was ruled.
 */
export type NamedConflict = { id: string, bidder: string, name: string, what: string, ruling: ConflictRuling, reason: string, };

/**
 * Another one who asked a question.
 */
export type NewAsker = { question: string, bidder: string, };

/**
 * A new bidder.
 */
export type NewBidder = { procurement: string, 
/**
 * The company's name, or nothing where `vendor` names it.
 */
name: string, 
/**
 * A vendor of the directory.
 */
vendor?: string, reading?: string, person?: string, mail?: string, };

/**
 * A step to take.
 */
export type NewBidderStep = { bidder: string, status: BidderStatus, 
/**
 * When, as typed; now where nothing is said.
 */
at?: string, note?: string, 
/**
 * Why it declined.
 */
reason?: DeclineReason, 
/**
 * From how many person-months it would come, as typed.
 */
volume?: string, };

/**
 * A new item of a list two levels deep.
 */
export type NewBranch = { procurement: string, parent?: string, title: string, after?: string, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, };

/**
 * Days to close, as typed.
 */
export type NewClosedDay = { from: string, to: string, name: string, };

/**
 * A new condition.
 */
export type NewCondition = { step: string, text: string, };

/**
 * A new person of a vendor.
 */
export type NewContact = { vendor: string, name: string, mail?: string, after?: string, };

/**
 * A new estimate.
 */
export type NewEstimate = { proposal: string, 
/**
 * Why it takes the place of the one before; nothing for the first.
 */
reason?: string, 
/**
 * When it came, as typed; now where nothing is said.
 */
received_at?: string, };

/**
 * A new line, as typed or pasted; what is left out is open.
 */
export type NewEstimateLine = { estimate: string, after?: string, kind?: string, title?: string, unit_price?: string, quantity?: string, unit?: string, from_month?: string, to_month?: string, tax?: string, };

/**
 * A new evaluator.
 */
export type NewEvaluator = { procurement: string, name: string, after?: string, };

/**
 * A new hearing.
 */
export type NewHearing = { bidder: string, 
/**
 * When, as typed.
 */
at: string, };

/**
 * A new point.
 */
export type NewPoint = { procurement: string, side: DiscussionSide, text: string, after?: string, };

/**
 * A new procurement: its title, and what it begins from.
 */
export type NewProcurement = { title: string, 
/**
 * `outline:<id>`, `sample`, `sample-decided`, `empty` or `procurement:<id>`.
 */
from: string, 
/**
 * Language of its papers; the interface's where none is named.
 */
lang?: Lang, };

/**
 * A proposal that came.
 */
export type NewProposal = { bidder: string, 
/**
 * When, as typed; now where nothing is said.
 */
received_at?: string, means?: DistributionMeans, };

/**
 * Files to keep.
 */
export type NewProposalFiles = { proposal: string, 
/**
 * Paths of the files.
 */
files: Array<string>, 
/**
 * What they are; as their names say where left out.
 */
kind?: ProposalFileKind, };

/**
 * A question that was asked.
 */
export type NewQuestion = { procurement: string, 
/**
 * Who asked.
 */
bidders: Array<string>, 
/**
 * The words as received.
 */
words: string, 
/**
 * When it came, as typed; now where left out.
 */
received_at?: string, channel?: QuestionChannel, hearing?: string, person?: string, 
/**
 * The wording for sharing; the words as received where left out.
 */
wording?: string, section?: string, requirement?: string, };

/**
 * A new requirement.
 */
export type NewRequirement = { procurement: string, section?: string, level: Level, text: string, after?: string, };

/**
 * A new section.
 */
export type NewSection = { procurement: string, parent: string | null, 
/**
 * The section it stands behind; first where there is none.
 */
after: string | null, title: string, };

/**
 * A new approver.
 */
export type NewStep = { procurement: string, name: string, role?: string, };

/**
 * Another title.
 */
export type NewTitle = { id: string, title: string, };

/**
 * A new vendor.
 */
export type NewVendor = { name: string, };

/**
 * A file to keep.
 */
export type NewVendorFile = { vendor: string, 
/**
 * Path of the file.
 */
file: string, };

/**
 * The next date of a procurement.
 */
export type NextDate = { 
/**
 * Which date.
 */
label: Text, 
/**
 * The day in words.
 */
at_text: string, 
/**
 * Business days until then.
 */
days: number | null, };

/**
 * Who gets none.
 */
export type NotAddressed = { name: string, why: Text, };

/**
 * A question that was noted.
 */
export type NotedQuestion = { id: string, 
/**
 * `Q-001`.
 */
number: string, };

/**
 * No arguments, or nothing to tell.
 */
export type Nothing = Record<symbol, never>;

/**
 * A notice to one bidder.
 */
export type Notice = { id: string, bidder: string, name: string, 
/**
 * The status by which the bidder is gone; none while it is not.
 */
left: BidderStatus | null, 
/**
 * Department and person.
 */
person: string, mail: string, kind: NoticeKind, number: string, dated: string, dated_text: string, subject: string, body: string, 
/**
 * Nobody has changed its words by hand: they follow the record.
 */
untouched: boolean, 
/**
 * Its words were changed by hand, and what the template gives has changed since.
 */
moved: boolean, 
/**
 * Its papers were made before its words changed.
 */
outdated: boolean, 
/**
 * What would tell of others, with its place.
 */
tellings: Array<NoticeTelling>, 
/**
 * Fields that are still open.
 */
missing: Array<string>, comments: Array<TellableComment>, 
/**
 * As what it tells comments, in the order of the letter.
 */
offers: Array<NoticeOffer>, made: string, sent: string, means: DistributionMeans, sent_by: string, files: Array<NoticeFile>, };

/**
 * What was found in them.
 */
export type NoticeChecked = { tellings: Array<NoticeTelling>, };

/**
 * A file of a notice.
 */
export type NoticeFile = { kind: NoticeFileKind, name: string, bytes: number, sha256: string, };

/**
 * What a file of a notice is.
 */
export type NoticeFileKind = "letter" | "mail";

/**
 * What a notice tells.
 */
export type NoticeKind = "award" | "regret" | "none";

/**
 * The comments that may be told as this.
 */
export type NoticeOffer = { told_as: ToldAs, 
/**
 * Keys of their marks, the most fitting first.
 */
marks: Array<string>, 
/**
 * Those that may not be.
 */
unfit: Array<UnfitComment>, };

/**
 * Words that would tell of others.
 */
export type NoticeTelling = { 
/**
 * It may knowingly be left.
 */
may_stay: boolean, 
/**
 * In the wording or in the answer.
 */
part: QuestionPart, 
/**
 * First character, counted in Unicode characters.
 */
start: number, 
/**
 * Behind the last one.
 */
end: number, 
/**
 * The words as they stand there.
 */
words: string, 
/**
 * What they tell.
 */
tells: Tells, 
/**
 * The company they tell of; empty for its own words.
 */
name: string, 
/**
 * The sentence: what this is, and of whom.
 */
text: Text, 
/**
 * Knowingly left there.
 */
cleared: boolean, };

/**
 * Why a notice may not tell a comment as something.
 */
export type NoticeUnfit = "praise" | "blame" | "rival";

/**
 * The notices of a procurement.
 */
export type Notices = { 
/**
 * What was decided.
 */
outcome: DecisionOutcome, 
/**
 * Decided, so that notices can be drafted.
 */
decided: boolean, 
/**
 * Bidders the decision concerns that have no notice yet.
 */
undrafted: number, notices: Array<Notice>, };

/**
 * How many were drafted.
 */
export type NoticesDrafted = { count: number, };

/**
 * A requirement that was added.
 */
export type Numbered = { id: string, number: string, };

/**
 * Which number is opened.
 */
export type OpenNumber = { procurement: string, bidder: string, 
/**
 * The criterion; none for the total.
 */
criterion?: string, };

/**
 * Prices that are opened before every sheet is handed in.
 */
export type OpenPrices = { procurement: string, reason: string, };

/**
 * A copy to look at.
 */
export type OpenedFile = { 
/**
 * What the system is to show: the copy, or the folder it lies in.
 */
path: string, };

/**
 * A number with the steps it came by.
 */
export type OpenedNumber = { 
/**
 * What the number is.
 */
title: Text, 
/**
 * The steps.
 */
steps: Array<OpenedStep>, };

/**
 * A step on the way to a number.
 */
export type OpenedStep = { 
/**
 * The step in words.
 */
text: Text, 
/**
 * What was said there: a comment, a reason.
 */
note: string, 
/**
 * The criterion whose number can be opened in turn.
 */
criterion: string | null, 
/**
 * The bidder whose estimate adds up to the price in it.
 */
estimate_of: string | null, };

/**
 * An outline as it is offered.
 */
export type OutlineRow = { id: string, title: string, description: string, lang: Lang, 
/**
 * Saved here, not come with the program.
 */
own: boolean, sections: number, };

/**
 * The outlines one can start from.
 */
export type Outlines = { outlines: Array<OutlineRow>, };

/**
 * Where a required item stands.
 */
export type PageAtHand = { title: string, page: string, };

/**
 * A page.
 */
export type PagePicture = { 
/**
 * A PNG, in base64.
 */
png: string, };

/**
 * Which paper to look at.
 */
export type PaperKind = "rfp" | "addendum";

/**
 * A procurement a vendor took part in.
 */
export type PastRow = { procurement: string, bidder: string, title: string, is_sample: boolean, 
/**
 * When it was asked, in words.
 */
invited_on: string | null, status: BidderStatus, told: Text, 
/**
 * What it was told, and what the discussion of it came to.
 */
learned: Array<Text>, questions: number, };

/**
 * A picture with the words that say the same.
 */
export type Picture = { svg: string, alt: string, };

/**
 * Where a finding is put right: a section of the RFP, or a screen and perhaps a fact on it.
 */
export type Place = { 
/**
 * Section of the RFP.
 */
section?: string, 
/**
 * Screen.
 */
screen?: Screen, 
/**
 * Key of the fact, or id of the item on that screen.
 */
key?: string, };

/**
 * Something to choose by its place.
 */
export type PlacedName = { at: number, name: string, };

/**
 * For whom, and how much.
 */
export type PlanDistribution = { procurement: string, 
/**
 * Only these bidders; all that take part where none are named.
 */
bidders?: Array<string>, 
/**
 * Everything there is, not only what is lacking.
 */
everything?: boolean, };

/**
 * Who gets a copy.
 */
export type PlannedAddressee = { bidder: string, 
/**
 * With 御中.
 */
name: string, person: string | null, copy: string, };

/**
 * A paper that would be made.
 */
export type PlannedFile = { name: string, note: Text, };

/**
 * A file that would be made.
 */
export type PlannedHandout = { kind: DistributionFileKind, name: string, };

/**
 * What one bidder would get.
 */
export type PlannedPack = { bidder: string, 
/**
 * With 御中.
 */
name: string, 
/**
 * The person it goes to.
 */
person: string, mail: string, 
/**
 * What it gets, in lines.
 */
items: Array<string>, 
/**
 * How many items it gets.
 */
count: number, files: Array<PlannedHandout>, subject: string, body: string, 
/**
 * What should be looked at before.
 */
notes: Array<Text>, };

/**
 * A set to put in place of the criteria of a procurement.
 */
export type PlantSet = { procurement: string, set: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, };

/**
 * How the marks of several evaluators become one number.
 */
export type Pooling = "mean" | "sum";

/**
 * The order to make it.
 */
export type PrepareDistribution = { procurement: string, bidders: Array<string>, everything?: boolean, 
/**
 * The folder in which each bidder gets its own.
 */
to: string, };

/**
 * What was made.
 */
export type Prepared = { packs: Array<PreparedPack>, };

/**
 * What was made for one bidder.
 */
export type PreparedPack = { 
/**
 * Key of the distribution.
 */
id: string, bidder: string, name: string, folder: string, files: Array<string>, };

/**
 * The paper, set.
 */
export type Preview = { 
/**
 * Names these pages when asking for one.
 */
token: string, pages: number, 
/**
 * A print of what stands on each page: a page whose print stayed need not be asked for again.
 */
prints: Array<string>, 
/**
 * The page, from 1, each section begins on.
 */
sections: { [key in string]: number }, title: string, };

/**
 * What to look at.
 */
export type PreviewOf = { procurement: string, 
/**
 * The copy of this bidder.
 */
bidder?: string, 
/**
 * A release; the draft where none is named.
 */
release?: string, paper?: PaperKind, };

/**
 * Which page.
 */
export type PreviewPage = { token: string, 
/**
 * From 1.
 */
page: number, 
/**
 * Width of the picture, in pixels of the screen.
 */
width: number, };

/**
 * Over how many months totals run, and on which basis they are compared.
 */
export type PriceBasis = { months: number, tax_rate: string, tax: TaxBasis, };

/**
 * What the lines of one kind add up to.
 */
export type PricePart = { kind: EstimateLineKind, 
/**
 * Empty where there are none, or no price of them is known.
 */
without_tax: string, with_tax: string, };

/**
 * Evaluation sheets to print.
 */
export type PrintSheets = { procurement: string, 
/**
 * Whose; everybody's who gives marks where left out, of filled ones those that are handed in.
 */
evaluators?: Array<string>, 
/**
 * To be filled in by hand: without marks and comments.
 */
blank: boolean, 
/**
 * The folder they are written into.
 */
to: string, };

/**
 * A procurement with its facts.
 */
export type Procurement = { id: string, title: string, document_number: string, is_sample: boolean, archived: boolean, lang: Lang, way: Array<WayStep>, facts: Array<Fact>, undo: UndoState, latest_release: string | null, };

/**
 * A proposal with everything in it.
 */
export type Proposal = { id: string, procurement: string, bidder: string, name: string, received_at: string, 
/**
 * The moment in words.
 */
received_text: string, 
/**
 * The procurement is decided: when it came can no longer be changed.
 */
received_fixed: boolean, means: DistributionMeans, punctuality: Punctuality, 
/**
 * How it stands to the deadline, in words.
 */
punctuality_text: Text, can_be_ruled: boolean, 
/**
 * What was decided, where it came late.
 */
late_ruling: LateRuling, late_reason: string, admitted: boolean, receipt_at: string, 
/**
 * When the receipt was sent, in words; empty where it was not.
 */
receipt_text: string, valid_until: string, 
/**
 * The day in words; empty where none is said.
 */
valid_until_text: string, staff: string, leads: string, busy_extra: string, team: string, summary: string, basis: PriceBasis, files: Array<ProposalFile>, 
/**
 * The latest first.
 */
estimates: Array<Estimate>, items: Array<CheckRow>, requirements: Array<AnswerRow>, };

/**
 * A file of a proposal.
 */
export type ProposalFile = { id: string, kind: ProposalFileKind, name: string, bytes: number, sha256: string, received: string, note: string, bound: boolean, 
/**
 * It can be bound with others into one PDF.
 */
image: boolean, };

/**
 * What a file of a proposal is.
 */
export type ProposalFileKind = "proposal" | "estimate" | "response" | "scan" | "other";

/**
 * A bidder with its proposal, or waited for.
 */
export type ProposalRow = { bidder: string, name: string, 
/**
 * Key of the proposal; none while it has not come.
 */
proposal: string | null, received: string, punctuality: Punctuality | null, ruling: LateRuling, admitted: boolean, 
/**
 * The status by which it is gone; none while it is not.
 */
left: BidderStatus | null, 
/**
 * The total that is compared, with its thousands parted; none while it is not known.
 */
total: string | null, 
/**
 * The same for sorting.
 */
amount: number | null, files: number, unchecked: number, unsaid: number, };

/**
 * What a row would do.
 */
export type ProposalRowState = "new" | "same" | "changed" | "wrong";

/**
 * The proposals of a procurement.
 */
export type Proposals = { 
/**
 * Until when they are taken, in words; empty where no deadline is set.
 */
deadline: string, 
/**
 * How much grace there is, in words; empty where there is none.
 */
grace: string, 
/**
 * How totals are reckoned.
 */
basis: PriceBasis, rows: Array<ProposalRow>, 
/**
 * Prices are kept closed as yet: no row tells one.
 */
prices_closed: boolean, 
/**
 * Too few of them, once the deadline is over.
 */
note: Text | null, };

/**
 * When a proposal came, seen from the deadline.
 */
export type Punctuality = "no-deadline" | "on-time" | "unclear" | "in-grace" | "late";

/**
 * A question with everything about it.
 */
export type Question = { id: string, number: string, state: QuestionState, askers: Array<AskerView>, wording: string, answer: string, share: QuestionShare, share_reason: string, owner: string, due: string, late: boolean, decided: LateDecision, late_reason: string, about: QuestionSection | null, 
/**
 * How many questions there are about its section.
 */
same_section: number, requirement: string | null, 
/**
 * `R-001`.
 */
requirement_number: string, requirement_text: string, tellings: Array<Telling>, 
/**
 * What stands against approving it.
 */
unfinished: Text | null, 
/**
 * What stands against sharing it.
 */
held: Text | null, changes_rfp: boolean, approved_text: string | null, approved_by: string, shared_text: string | null, revision: number, merged_into: QuestionName | null, 
/**
 * The questions it tells.
 */
merged: Array<QuestionName>, };

/**
 * Through what a question came.
 */
export type QuestionChannel = "meeting" | "mail" | "phone" | "sheet" | "other";

/**
 * What a column holds.
 */
export type QuestionColumn = "" | "number" | "words" | "section" | "requirement" | "person";

/**
 * How many questions of each state the rest of a filter leaves.
 */
export type QuestionCounts = { 
/**
 * All but the merged ones.
 */
all: number, 
/**
 * Asked, and to be answered.
 */
open: number, 
/**
 * With an answer.
 */
drafted: number, 
/**
 * Approved.
 */
approved: number, 
/**
 * Shared.
 */
shared: number, 
/**
 * Told by another.
 */
merged: number, };

/**
 * Which questions. What is left out does not narrow.
 */
export type QuestionFilter = { 
/**
 * Of this state.
 */
state?: QuestionState, 
/**
 * Asked by this bidder.
 */
bidder?: string, 
/**
 * About this section.
 */
section?: string, 
/**
 * Came after the deadline.
 */
late?: boolean, 
/**
 * Shared with all, or with the asker alone.
 */
share?: QuestionShare, 
/**
 * Should have been answered by now.
 */
overdue?: boolean, 
/**
 * All these words, in wording, answer or the words of who asked.
 */
text?: string, };

/**
 * Names questions of one procurement.
 */
export type QuestionIds = { questions: Array<string>, };

/**
 * What the questions say.
 */
export type QuestionInsight = { 
/**
 * By section, the most asked first.
 */
sections: Array<SectionCount>, 
/**
 * By bidder, in their order.
 */
bidders: Array<BidderCount>, 
/**
 * From how many questions on a section is called unclear.
 */
unclear_from: number, 
/**
 * The median time from asking to the approved answer, in hours; none without an answer.
 */
median_hours: number | null, 
/**
 * It in words.
 */
median: Text | null, };

/**
 * A question by its number.
 */
export type QuestionName = { id: string, number: string, };

/**
 * By what the register is sorted.
 */
export type QuestionOrder = "number" | "state" | "section" | "asker" | "received" | "due";

/**
 * In which words something telling stands.
 */
export type QuestionPart = "wording" | "answer" | "subject" | "body";

/**
 * The replies to those who asked.
 */
export type QuestionReplies = { replies: Array<QuestionReply>, };

/**
 * The reply to one who asked.
 */
export type QuestionReply = { bidder: string, 
/**
 * With 御中.
 */
name: string, mail: string, subject: string, body: string, 
/**
 * What should be looked at before.
 */
notes: Array<Text>, };

/**
 * A question in the register.
 */
export type QuestionRow = { id: string, 
/**
 * `Q-001`.
 */
number: string, state: QuestionState, wording: string, section: string | null, 
/**
 * Its number now, or in the release where it is gone.
 */
section_number: string, 
/**
 * Short names of who asked.
 */
askers: Array<string>, 
/**
 * In few signs: `11/24`.
 */
received: string, due: string, overdue: boolean, late: boolean, decided: LateDecision, 
/**
 * Words in it show who asked.
 */
telling: boolean, share: QuestionShare, owner: string, 
/**
 * How often it has been shared.
 */
revision: number, 
/**
 * `Q-001` of the question that tells it.
 */
merged_into: string | null, };

/**
 * The section a question was asked about.
 */
export type QuestionSection = { 
/**
 * Its key.
 */
id: string, 
/**
 * Its number in the release: `2.3`.
 */
number: string, 
/**
 * Its title there.
 */
title: string, 
/**
 * Number of the release; none where it was asked about the draft.
 */
release: string | null, 
/**
 * What has become of it.
 */
since: SectionSince, 
/**
 * Its number now; empty where it was removed.
 */
number_now: string, 
/**
 * Its title now.
 */
title_now: string, };

/**
 * Who gets the answer.
 */
export type QuestionShare = "all" | "asker";

/**
 * Where it was written.
 */
export type QuestionSheetMade = { file: string, };

/**
 * What to take questions from: a file, or text that was pasted.
 */
export type QuestionSource = { procurement: string, 
/**
 * Who asks, where it is known.
 */
bidder?: string, 
/**
 * Path of an Excel, CSV or TSV file, or of a mail (`.eml`).
 */
file?: string, 
/**
 * Pasted rows, or the pasted text of a mail.
 */
text?: string, 
/**
 * Which sheet that came with a mail, from 0, instead of its words.
 */
attachment?: number, 
/**
 * Which sheet of a workbook, from 0; the first one that holds something where left out.
 */
sheet?: number, 
/**
 * What each column holds; as its heading says where left out.
 */
columns?: Array<QuestionColumn>, };

/**
 * What a file turned out to be.
 */
export type QuestionSourceKind = "own" | "table" | "mail";

/**
 * How far a question has come.
 */
export type QuestionState = "open" | "drafted" | "approved" | "shared" | "merged";

/**
 * A part of the register.
 */
export type Questions = { rows: Array<QuestionRow>, from: number, 
/**
 * How many the filter leaves.
 */
total: number, counts: QuestionCounts, 
/**
 * All keys in their order, where they are wanted: for choosing several.
 */
ids: Array<string>, 
/**
 * Until when questions are taken, in words.
 */
deadline: string | null, };

/**
 * What was found, before anything is taken over.
 */
export type QuestionsRead = { kind: QuestionSourceKind, 
/**
 * Name of the file; empty for pasted text.
 */
name: string, 
/**
 * Who asks, as far as that is known.
 */
bidder: string | null, 
/**
 * How that is known.
 */
bidder_by: Text | null, 
/**
 * Subject and sender of a mail.
 */
mail: Text | null, 
/**
 * When it came, where the mail says so: `2027-03-02T10:30`.
 */
received_at: string | null, 
/**
 * Names of the sheets that are shown, with their places.
 */
sheets: Array<PlacedName>, sheet: number, 
/**
 * Sheets that came with a mail.
 */
attachments: Array<PlacedName>, columns: Array<ReadQuestionColumn>, rows: Array<IncomingRow>, notes: Array<Text>, seal: string, };

/**
 * What was done.
 */
export type QuestionsTaken = { 
/**
 * Questions added.
 */
added: number, 
/**
 * Questions whose words were renewed.
 */
changed: number, 
/**
 * Rows left out.
 */
skipped: number, };

/**
 * Which part of the register.
 */
export type QuestionsWanted = { procurement: string, filter?: QuestionFilter, order?: QuestionOrder, 
/**
 * The other way round.
 */
falling?: boolean, 
/**
 * First row, from 0.
 */
from?: number, 
/**
 * How many rows.
 */
count?: number, 
/**
 * Whether the keys of all are wanted; where it is left out, as long as rows are asked from the start.
 */
keys?: boolean, };

/**
 * A column as it was understood.
 */
export type ReadColumn = { heading: string, 
/**
 * The first filled cell below.
 */
example: string, column: VendorColumn | null, };

/**
 * A column of it.
 */
export type ReadEstimateColumn = { 
/**
 * Its heading.
 */
heading: string, 
/**
 * What stands below it first.
 */
example: string, field: EstimateColumn, };

/**
 * A column as it was understood.
 */
export type ReadQuestionColumn = { heading: string, 
/**
 * The first filled cell below the heading.
 */
example: string, field: QuestionColumn, };

/**
 * A row as it was understood.
 */
export type ReadVendor = { row: number, name: string, person: string, mail: string, smallest: string, problems: Array<Text>, 
/**
 * The vendor of the directory it means.
 */
meant: string | null, why: Text | null, take: VendorTake, 
/**
 * What one may choose.
 */
may: Array<VendorTake>, };

/**
 * A receipt.
 */
export type ReceivedDistribution = { id: string, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, receipt: string, };

/**
 * A paper of a release.
 */
export type ReleaseFileRow = { id: string, name: string, bytes: number, sha256: string, addressee: string | null, };

/**
 * The first release, or one after it.
 */
export type ReleaseKind = "release" | "addendum";

/**
 * What a release would do.
 */
export type ReleasePlan = { number: string, kind: ReleaseKind, findings: Array<Finding>, changes: Array<ChangeRow>, addressees: Array<PlannedAddressee>, not_addressed: Array<NotAddressed>, files: Array<PlannedFile>, 
/**
 * The reason as answers to questions suggest it, or else what changes; none for the first release.
 */
reason: string | null, };

/**
 * A release as it is listed.
 */
export type ReleaseRow = { id: string, number: string, kind: ReleaseKind, issued_at: string, issued_text: string, reason: string, files: Array<ReleaseFileRow>, 
/**
 * What was open when it left.
 */
incomplete: Array<Text>, };

/**
 * A release that was made.
 */
export type Released = { release: string, number: string, };

/**
 * A criterion to remove.
 */
export type RemoveCriterion = { id: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, };

/**
 * Another name for an outline.
 */
export type RenameOutline = { id: string, title: string, };

/**
 * Another name for a set.
 */
export type RenameSet = { id: string, name: string, };

/**
 * How many places were replaced.
 */
export type Replaced = { replaced: number, };

/**
 * What to put in place of what.
 */
export type Replacement = { procurement: string, find: string, replace: string, case?: boolean, 
/**
 * Places that stay.
 */
skip?: Array<Skipped>, };

/**
 * The draft that was written.
 */
export type ReplyWritten = { file: string, };

/**
 * What the report would hold.
 */
export type ReportPlan = { 
/**
 * The chapters in order.
 */
chapters: Array<string>, 
/**
 * Names of the files.
 */
files: Array<string>, 
/**
 * What is still missing, as the report will say.
 */
missing: Array<Text>, 
/**
 * Nothing can be reported yet.
 */
empty: boolean, };

/**
 * Files that were written.
 */
export type ReportWritten = { files: Array<string>, };

/**
 * One required item.
 */
export type RequiredItem = { id: string, parent: string | null, depth: number, title: string, };

/**
 * A requirement as it is listed.
 */
export type Requirement = { id: string, 
/**
 * `R-001`.
 */
number: string, section: string | null, section_number: string, section_title: string, level: Level, text: string, };

/**
 * A requirement in all proposals.
 */
export type RequirementAcross = { id: string, number: string, level: Level, text: string, cells: Array<AnswerCell>, };

/**
 * How a bidder answers a requirement.
 */
export type RequirementFit = "" | "full" | "partly" | "alternative" | "none";

/**
 * A response sheet as it was read, before anything is taken over.
 */
export type ResponseRead = { own: boolean, name: string, sheets: Array<PlacedName>, sheet: number, rows: Array<IncomingAnswer>, notes: Array<Text>, seal: string, };

/**
 * What an evaluator gave; none where she was not asked or has not handed in.
 */
export type ResultAgreed = { 
/**
 * The mark.
 */
mark: string, 
/**
 * Why.
 */
reason: string, 
/**
 * Who agreed.
 */
by: Array<string>, 
/**
 * Points the evaluators' own marks would give.
 */
own: string | null, 
/**
 * What it changed, with its sign.
 */
difference: string | null, };

/**
 * A bidder in the result, the first in front, those who are out behind.
 */
export type ResultBidder = { 
/**
 * Key.
 */
id: string, 
/**
 * The company, bare.
 */
name: string, 
/**
 * Its name without the legal form.
 */
short: string, 
/**
 * Its rank; none where it is out, or has no number where another one has.
 */
rank: number | null, 
/**
 * Its total as it decides.
 */
total: string, 
/**
 * Its price over the term; none while prices are closed or it is not known.
 */
price: number | null, 
/**
 * Its total may still change.
 */
provisional: boolean, 
/**
 * Why it is out; nothing where it is in.
 */
out: Array<Text>, 
/**
 * Left out by a decision, which can be taken back.
 */
excluded: boolean, 
/**
 * What settled a tie it was in.
 */
settled_by: Text | null, 
/**
 * Decisions to leave it out, those taken back among them, the earliest first.
 */
decisions: Array<Text>, };

/**
 * A criterion and a bidder.
 */
export type ResultCell = { 
/**
 * Points; none where there is no number.
 */
points: string | null, 
/**
 * What stands in place of points where the criterion is passed or failed: the mark that decides, none while there is none.
 */
passed: string | null, 
/**
 * Their share of the whole, in thousandths, for the bar.
 */
share: number, 
/**
 * The mark of each evaluator in their order: empty for a blank, none where she was not asked or has not handed in.
 * Where many judge by few marks, these are counted instead.
 */
marks: Array<string | null>, 
/**
 * How often each mark of the criterion was given, in their order, and behind them the blanks.
 */
counts: Array<number>, 
/**
 * What was agreed on.
 */
agreed: ResultAgreed | null, 
/**
 * Evaluators are at both ends of the scale.
 */
opposed: boolean, 
/**
 * Marks that are missing.
 */
blanks: number, };

/**
 * A criterion in the result, wholes before their parts.
 */
export type ResultCriterion = { 
/**
 * Key.
 */
id: string, 
/**
 * The whole it is a part of.
 */
parent: string | null, 
/**
 * `1.2`.
 */
number: string, 
/**
 * Its name.
 */
title: string, 
/**
 * Its weight; empty while none is set.
 */
weight: string, 
/**
 * Its own marks count, because it has no parts.
 */
leaf: boolean, 
/**
 * It is marked, not computed.
 */
marked: boolean, 
/**
 * It is passed or failed, as are all parts of a whole: it has no weight, and its cells no points.
 */
pass_fail: boolean, 
/**
 * It is the price that totals are divided by: it has no weight, and its cells no points.
 */
divisor: boolean, 
/**
 * The marks there are; empty for points that are typed.
 */
marks: Array<string>, 
/**
 * A cell for each bidder, in their order.
 */
cells: Array<ResultCell>, };

/**
 * An evaluator in the result.
 */
export type ResultEvaluator = { 
/**
 * Key.
 */
id: string, 
/**
 * Name, bare.
 */
name: string, 
/**
 * Position in the company.
 */
role: string, 
/**
 * She has handed something in.
 */
handed_in: boolean, };

/**
 * Something odd, in words.
 */
export type ResultOddity = { 
/**
 * `opposed`, `all-alike`, `price-order`, `blank`, `no-comment`, `aside`, `idle`, `turns`, `changed`,
 * `assigned`, `opened`.
 */
kind: string, 
/**
 * The name in front of the sentence.
 */
head: string, 
/**
 * The sentence.
 */
text: Text, 
/**
 * The criterion it is about.
 */
criterion: string | null, 
/**
 * The bidder it is about.
 */
bidder: string | null, 
/**
 * The evaluator it is about.
 */
evaluator: string | null, 
/**
 * A mark has been agreed on there.
 */
settled: boolean, };

/**
 * The result with the picture of where its lead comes from.
 */
export type ResultShown = { 
/**
 * Where the lead of the first over the second comes from; none where there is no second.
 */
lead: Picture | null, 
/**
 * The procurement is decided: agreed marks stand, and who is left out.
 */
decided: boolean, 
/**
 * A notice was sent: the decision can no longer be taken back.
 */
told: boolean, 
/**
 * How far it is.
 */
state: ResultState, 
/**
 * Who is first, in a sentence.
 */
verdict: Text, 
/**
 * What is still missing, in sentences.
 */
missing: Array<Text>, 
/**
 * How it is counted, in sentences.
 */
method: Array<Text>, 
/**
 * The bidders.
 */
bidders: Array<ResultBidder>, 
/**
 * The criteria.
 */
criteria: Array<ResultCriterion>, 
/**
 * The evaluators, in the order of the marks in a cell.
 */
evaluators: Array<ResultEvaluator>, 
/**
 * What is odd, as many of it as were asked for.
 */
oddities: Array<ResultOddity>, 
/**
 * How much is odd altogether.
 */
odd: number, 
/**
 * What all weights add up to.
 */
weight: string, 
/**
 * Marks that were agreed on.
 */
agreed: number, };

/**
 * How far a result is.
 */
export type ResultState = "empty" | "provisional" | "nobody" | "level" | "whole";

/**
 * The RFP: its tree, what is missing, its releases.
 */
export type Rfp = { sections: Array<SectionRow>, findings: Array<Finding>, counts: RfpCounts, 
/**
 * Oldest first.
 */
releases: Array<ReleaseRow>, addendum_due: AddendumDue | null, };

/**
 * Figures about the RFP.
 */
export type RfpCounts = { optional: number, requirements: number, sections: number, };

/**
 * Fields and drawn parts for the editor.
 */
export type RfpFields = { fields: Array<FieldRow>, blocks: Array<BlockRow>, };

/**
 * How a number is shortened.
 */
export type RoundingMode = "half-up" | "cut";

/**
 * What follows from a conflict, and why.
 */
export type RuleConflict = { id: string, ruling: ConflictRuling, reason?: string, };

/**
 * A piece of text, marked where it is new or gone.
 */
export type Run = { 
/**
 * The words.
 */
s: string, 
/**
 * New.
 */
ins?: boolean, 
/**
 * Gone.
 */
del?: boolean, };

/**
 * An outline to be saved from a procurement.
 */
export type SaveOutline = { procurement: string, title: string, };

/**
 * Criteria to keep as a set.
 */
export type SaveSet = { procurement: string, name: string, };

/**
 * The schedule with what is odd about it.
 */
export type Schedule = { milestones: Array<Milestone>, findings: Array<Finding>, weeks: WeeksPicture | null, };

/**
 * How a criterion is judged.
 */
export type SchemeView = { 
/**
 * `relative`, `grades`, `points`, `pass-fail` or `price`.
 */
kind: string, 
/**
 * In one line.
 */
text: string, 
/**
 * It is the price that totals are divided by, and has no points.
 */
divides: boolean, grades: Array<GradeView>, 
/**
 * The greatest number of points.
 */
greatest: string, 
/**
 * `lowest-over-bid`, `under-ceiling`, `linear` or `steps`; empty where it is not about the price.
 */
rule: string, 
/**
 * With its thousands parted; empty where there is none.
 */
ceiling: string, steps: Array<StepView>, 
/**
 * Decimals of the points.
 */
places: number, rounding: RoundingMode, };

/**
 * Where to look for the next step: a procurement, the library's own things where it is empty, or everywhere.
 */
export type Scope = { procurement?: string, };

/**
 * The screen a finding is put right on.
 */
export type Screen = "facts" | "schedule" | "review" | "items" | "bidders" | "requirements";

/**
 * A section with its text.
 */
export type Section = { id: string, procurement: string, parent: string | null, number: string, chapter: Chapter | null, title: string, body: Doc, hint: string, optional: boolean, optional_allowed: boolean, optional_wording: string, done: boolean, requirements: Array<Requirement>, 
/**
 * The text as it was released, where it has changed since.
 */
was: Was | null, };

/**
 * Questions about one section.
 */
export type SectionCount = { 
/**
 * Key of the section; none for questions about the whole.
 */
section: string | null, 
/**
 * Its number now.
 */
number: string, 
/**
 * Its title now; empty where it was removed.
 */
title: string, 
/**
 * How many questions, merged ones among them: each was asked.
 */
count: number, 
/**
 * How many of them wait for an answer.
 */
open: number, 
/**
 * So many that the section itself is probably unclear.
 */
unclear: boolean, };

/**
 * A section as the outline tree shows it.
 */
export type SectionRow = { id: string, parent: string | null, depth: number, number: string, title: string, state: SectionState, optional: boolean, 
/**
 * It reads otherwise than in the latest release.
 */
changed: boolean, findings: number, };

/**
 * What has become of a section since a question was asked about it.
 */
export type SectionSince = "same" | "renamed" | "removed";

/**
 * How far a section is written.
 */
export type SectionState = "empty" | "draft" | "done";

/**
 * What is to be known before notices are recorded as sent.
 */
export type SendingChecked = { 
/**
 * That letters bear another day than the one to be recorded; none where all bear it.
 */
dated: Text | null, };

/**
 * Distributions that were sent.
 */
export type SentDistributions = { ids: Array<string>, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, means: DistributionMeans, 
/**
 * By whom; who works with the program, or else the contact person, where nobody is named.
 */
by?: string, note?: string, };

/**
 * Notices that were sent.
 */
export type SentNotices = { ids: Array<string>, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, means: DistributionMeans, };

/**
 * The settings.
 */
export type Settings = { lang: string, theme: string, scale: number, actor: string, issuer: Issuer, contact: Contact, closed_days: Array<ClosedDay>, };

/**
 * How much a finding weighs.
 */
export type Severity = "stop" | "warn" | "note";

/**
 * A file to be shared.
 */
export type ShareFile = { procurement: string, path: string, 
/**
 * Its name in lists; the file's where none is given.
 */
title?: string, 
/**
 * Only these bidders; all where none are named.
 */
only_for?: Array<string>, 
/**
 * The file it takes the place of.
 */
replaces?: string, };

/**
 * Questions whose answers are shared.
 */
export type ShareQuestions = { procurement: string, questions: Array<string>, };

/**
 * What was shared.
 */
export type Shared = { 
/**
 * Which act of sharing it was.
 */
round: number, count: number, };

/**
 * A bidder in the head of the sheet.
 */
export type SheetBidder = { id: string, name: string, 
/**
 * Without 株式会社.
 */
short: string, 
/**
 * She does not judge it.
 */
aside: boolean, 
/**
 * What her conflict of interest with it means is still to be ruled.
 */
unruled: boolean, at_hand: AtHand, };

/**
 * How a sheet came.
 */
export type SheetBy = "app" | "excel" | "paper";

/**
 * What a sheet that came back changes in one cell.
 */
export type SheetChange = { 
/**
 * The criterion.
 */
criterion: string, 
/**
 * Its number.
 */
number: string, 
/**
 * Its name.
 */
title: string, 
/**
 * The bidder.
 */
bidder: string, 
/**
 * The company.
 */
company: string, 
/**
 * `mark`, `comment` or `may_tell`.
 */
field: string, 
/**
 * As it is kept now.
 */
before: string, 
/**
 * As it will be kept; for what cannot be taken over, as it was written.
 */
after: string, 
/**
 * What there is to say about it.
 */
message: Text | null, 
/**
 * It cannot be taken over.
 */
wrong: boolean, };

/**
 * One line of the sheet.
 */
export type SheetCriterion = { id: string, number: string, title: string, asks: string, weight: string, 
/**
 * `relative`, `grades`, `points`, `pass-fail` or `price`.
 */
kind: string, choices: Array<MarkChoice>, 
/**
 * The greatest number of points, where points are given.
 */
greatest: string, part: SheetPart, 
/**
 * About the price.
 */
price: boolean, 
/**
 * Marks of hers are wanted here.
 */
hers: boolean, 
/**
 * Handed in, or still closed: nothing can be changed here.
 */
shut: boolean, 
/**
 * Prices are kept closed as yet.
 */
closed: boolean, };

/**
 * A sheet that came back.
 */
export type SheetFile = { procurement: string, 
/**
 * Whose it is to be; as the sheet says where left out.
 */
evaluator?: string, 
/**
 * Path of the Excel file.
 */
file: string, };

/**
 * A criterion of the first level with what is judged under it: its parts, or itself.
 */
export type SheetGroup = { id: string, title: string, weight: string, criteria: Array<SheetCriterion>, };

/**
 * The part that was handed in.
 */
export type SheetHandedIn = { part: SheetPart, };

/**
 * A cell with something in it.
 */
export type SheetMark = { criterion: string, bidder: string, mark: string, comment: string, may_tell: boolean, };

/**
 * Names the sheet of an evaluator.
 */
export type SheetOf = { evaluator: string, };

/**
 * What of a sheet is handed in.
 */
export type SheetPart = "all" | "main" | "price";

/**
 * What a sheet that came back changes, before anything is kept.
 */
export type SheetRead = { 
/**
 * Name of the file.
 */
file: string, evaluator: string, name: string, changes: Array<SheetChange>, 
/**
 * Cells of hers that will hold no mark, all parts together.
 */
blank: number, notes: Array<Text>, 
/**
 * Says what was shown.
 */
seal: string, };

/**
 * The sheet of one evaluator, from outside.
 */
export type SheetRow = { evaluator: string, name: string, role: string, department: string, state: SheetState, 
/**
 * She judges only some of the criteria.
 */
limited: boolean, 
/**
 * Cells that are asked of her in what is to be handed in next; in all where everything is in.
 */
asked: number, blank: number, 
/**
 * Marks without a comment.
 */
bare: number, handed_in: Array<HandedIn>, };

/**
 * How far a sheet is.
 */
export type SheetState = "nothing" | "unsigned" | "unruled" | "open" | "ready" | "waiting" | "in";

/**
 * What was taken over.
 */
export type SheetTaken = { evaluator: string, 
/**
 * Marks, comments and «may be told» that changed.
 */
changed: number, 
/**
 * What could not be taken over.
 */
skipped: number, };

/**
 * The sheet of one evaluator with her marks.
 */
export type SheetView = { evaluator: string, name: string, role: string, state: SheetState, statement: ConflictStatement | null, groups: Array<SheetGroup>, bidders: Array<SheetBidder>, marks: Array<SheetMark>, handed_in: Array<HandedIn>, 
/**
 * What is to be handed in next.
 */
part: SheetPart | null, 
/**
 * How that came, as far as it is known.
 */
came: SheetBy, asked: number, blank: number, bare: number, due: string, late: boolean, price_open: boolean, 
/**
 * Names of the other evaluators who have not handed in everything that is asked of them.
 */
missing: Array<string>, late_proposals: Array<LateProposal>, 
/**
 * The procurement is decided: the sheet stands.
 */
decided: boolean, 
/**
 * A notice was sent: the decision can no longer be taken back.
 */
told: boolean, };

/**
 * The sheets of a procurement. Of the marks in them it tells counts, and nothing else.
 */
export type SheetsView = { sheets: Array<SheetRow>, handed_in: number, wanted: number, 
/**
 * Until when, in words; empty where no day is set.
 */
due: string, late: boolean, price_closed: boolean, price_open: boolean, 
/**
 * When they were opened before everybody had handed in the rest, in words; empty where they were not.
 */
price_opened: string, 
/**
 * Criteria that are judged.
 */
criteria: number, 
/**
 * Bidders that are compared.
 */
bidders: number, 
/**
 * Bidders of whom sheets that are in hold no mark, in words.
 */
unmarked: Array<Text>, late_proposals: Array<LateProposal>, 
/**
 * The procurement is decided: every sheet stands.
 */
decided: boolean, 
/**
 * A notice was sent: the decision can no longer be taken back.
 */
told: boolean, };

/**
 * The files that were written.
 */
export type SheetsWritten = { 
/**
 * Their paths.
 */
files: Array<string>, 
/**
 * Names of those whose sheet was not written, because it is not handed in.
 */
left_out: Array<string>, };

/**
 * A move by one.
 */
export type ShiftSection = { id: string, direction: Direction, };

/**
 * What an evaluator states.
 */
export type SignConflict = { evaluator: string, conflict: boolean, note?: string, bidders?: Array<ConflictWith>, 
/**
 * Why it takes the place of an earlier statement.
 */
reason?: string, };

/**
 * Two questions that are probably the same.
 */
export type SimilarRow = { one: SimilarSide, other: SimilarSide, 
/**
 * How alike they are, in per cent.
 */
percent: number, 
/**
 * Words both have.
 */
shared: Array<string>, };

/**
 * One of two like questions.
 */
export type SimilarSide = { id: string, number: string, wording: string, state: QuestionState, };

/**
 * Like questions wanted: of one, or all pairs.
 */
export type SimilarWanted = { procurement: string, question?: string, };

/**
 * The latest step of a bidder.
 */
export type Since = { 
/**
 * When it took it, for sorting.
 */
at: string, 
/**
 * The day, short.
 */
on: string, why: Text, };

/**
 * A place that is not to be replaced.
 */
export type Skipped = { 
/**
 * The section.
 */
section: string, 
/**
 * Title, text or requirement.
 */
place: FoundIn, 
/**
 * Which one there.
 */
index: number, };

/**
 * What to look for.
 */
export type Sought = { procurement: string, find: string, 
/**
 * To the letter; otherwise case and width do not matter.
 */
case?: boolean, };

/**
 * Which estimates are sought, as typed; nothing is any.
 */
export type SoughtEstimates = { from?: string, to?: string, least?: string, most?: string, party?: string, };

/**
 * The statement of an evaluator, where there is one.
 */
export type StatementOf = { statement: ConflictStatement | null, };

/**
 * A step on a procurement's way.
 */
export type Step = "facts" | "vendors" | "rfp" | "questions" | "distribution" | "proposals" | "evaluation" | "decision";

/**
 * How a step stands.
 */
export type StepState = "none" | "working" | "attention" | "done";

/**
 * Up to a price, a share of the weight.
 */
export type StepView = { 
/**
 * With its thousands parted.
 */
upto: string, 
/**
 * In percent.
 */
share: string, };

/**
 * The order to hand it in.
 */
export type SubmitApproval = { procurement: string, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, };

/**
 * What to count suggested dates from.
 */
export type SuggestArgs = { procurement: string, 
/**
 * Day of release, as typed.
 */
from?: string, };

/**
 * A suggested schedule.
 */
export type Suggested = { milestones: Array<SuggestedDate>, };

/**
 * A suggested date.
 */
export type SuggestedDate = { key: string, label: Text, value: string, text: string, reason: Text, };

/**
 * A vendor that may be asked.
 */
export type SuggestionRow = { id: string, name: string, reading: string, words: Array<string>, smallest: string, 
/**
 * What is known from earlier procurements.
 */
why: Text | null, is_sample: boolean, };

/**
 * Answers to take over.
 */
export type TakeAnswers = { source: FormSource, 
/**
 * Rows of the sheet, as they were shown.
 */
chosen: Array<number>, 
/**
 * The seal of what was shown.
 */
seal: string, };

/**
 * An estimate to take over.
 */
export type TakeEstimate = { source: FormSource, 
/**
 * Why it takes the place of the one before.
 */
reason?: string, 
/**
 * The seal of what was shown.
 */
seal: string, };

/**
 * The rows to take over.
 */
export type TakeQuestions = { source: QuestionSource, 
/**
 * Their places, as they were shown.
 */
chosen: Array<number>, 
/**
 * The seal of what was shown.
 */
seal: string, 
/**
 * When they came, as typed; when the mail was sent, or now, where left out.
 */
received_at?: string, };

/**
 * A sheet to take over as it was shown.
 */
export type TakeSheet = { source: SheetFile, 
/**
 * The seal of what was shown.
 */
seal: string, };

/**
 * A table with what each row is to become.
 */
export type TakeVendors = { table: VendorTable, 
/**
 * By the number of the row, where it differs from what was suggested.
 */
takes: { [key in number]: VendorTake }, };

/**
 * Whether prices are compared with or without the consumption tax.
 */
export type TaxBasis = "excluded" | "included";

/**
 * A comment to be told, or no longer.
 */
export type TellComment = { id: string, mark: string, 
/**
 * As what; nothing takes it out.
 */
told_as?: ToldAs, };

/**
 * A comment the bidder may be told.
 */
export type TellableComment = { mark: string, criterion: string, evaluator: string, words: string, told_as: ToldAs | null, };

/**
 * Words that show who asked, with their place.
 */
export type Telling = { 
/**
 * In the wording or in the answer.
 */
part: QuestionPart, 
/**
 * First character, counted in Unicode characters.
 */
start: number, 
/**
 * Behind the last one.
 */
end: number, 
/**
 * The words as they stand there.
 */
words: string, 
/**
 * What they tell.
 */
tells: Tells, 
/**
 * The company they tell of; empty for its own words.
 */
name: string, 
/**
 * The sentence: what this is, and of whom.
 */
text: Text, 
/**
 * Knowingly left there.
 */
cleared: boolean, };

/**
 * What telling words tell.
 */
export type Tells = "company" | "person" | "mail" | "phone" | "price" | "mark" | "contrast" | "own" | "voice";

/**
 * The id of a Fluent message with its arguments, all of them already worded (dates, counts, names).
 */
export type Text = { 
/**
 * Id of the message in `l10n/{ja,en}/*.ftl`.
 */
id: string, 
/**
 * Values for the placeholders of the message, by placeholder name.
 */
args: { [key in string]: string }, };

/**
 * What settles a tie.
 */
export type TieView = { 
/**
 * Its JSON, as `judging_set` takes it.
 */
value: string, text: string, };

/**
 * Where an answer changes the RFP: the section to change, and the reason as the addendum may say it.
 */
export type ToRfp = { 
/**
 * Key of the section; none where it is nowhere or no longer there.
 */
section: string | null, 
/**
 * The reason, in the language of the papers.
 */
reason: string, };

/**
 * As what a comment is told.
 */
export type ToldAs = "strength" | "reason";

/**
 * The answer to a requirement.
 */
export type TypedAnswer = { proposal: string, requirement: string, 
/**
 * `answer` or `words`.
 */
field: string, value: string, };

/**
 * The check of a required item.
 */
export type TypedCheck = { proposal: string, item: string, 
/**
 * `state`, `page` or `note`.
 */
field: string, value: string, };

/**
 * A field of a criterion, as typed; a scheme as its JSON.
 */
export type TypedCriterion = { id: string, field: string, value: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, };

/**
 * A field of an evaluator, as typed; the criteria she judges as the JSON list of their keys.
 */
export type TypedEvaluator = { id: string, field: string, value: string, 
/**
 * Why, where criteria are frozen and she is to judge others.
 */
reason?: string, };

/**
 * A fact as typed.
 */
export type TypedFact = { procurement: string, key: string, value: string | null, 
/**
 * Why, where it is frozen with the rules.
 */
reason?: string, };

/**
 * A field of an item, as typed.
 */
export type TypedField = { id: string, field: string, value: string, };

/**
 * An item's title as typed.
 */
export type TypedItem = { id: string, title: string, };

/**
 * A field of a cell, as typed: `mark`, `comment` or `may_tell`.
 */
export type TypedMark = { evaluator: string, criterion: string, bidder: string, field: string, value: string, };

/**
 * A rule, as typed.
 */
export type TypedRule = { procurement: string, field: string, value: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, };

/**
 * A setting as typed.
 */
export type TypedSetting = { key: string, value: string, };

/**
 * A new value of a vendor's field, as typed.
 */
export type TypedVendor = { id: string, field: VendorField, value: string, };

/**
 * A question that could not be approved.
 */
export type Unapproved = { number: string, why: Text, };

/**
 * What undo and redo would do next.
 */
export type UndoState = { undo: Text | null, redo: Text | null, };

/**
 * A step taken back or done again, and what comes next.
 */
export type Undone = { done: Text, undo: Text | null, redo: Text | null, };

/**
 * A comment that may not be told as something.
 */
export type UnfitComment = { 
/**
 * Key of its mark.
 */
mark: string, why: NoticeUnfit, };

/**
 * A distribution that was not sent after all.
 */
export type UnsentDistribution = { id: string, reason: string, };

/**
 * A vendor with everything that is kept about it.
 */
export type Vendor = { id: string, name: string, reading: string, aliases: Array<string>, domains: Array<string>, web: string, found: VendorFound, found_detail: string, does: string, smallest: string, nda: VendorNda, nda_signed_on: string, nda_until: string, nda_over: boolean, notes: string, is_sample: boolean, contacts: Array<VendorContact>, files: Array<VendorFile>, history: Array<PastRow>, duplicates: Array<DuplicateRow>, };

/**
 * What a column of the table holds.
 */
export type VendorColumn = "name" | "reading" | "aliases" | "domains" | "web" | "found" | "found_detail" | "does" | "smallest" | "nda" | "nda_signed_on" | "nda_until" | "notes" | "contact_name" | "contact_reading" | "contact_department" | "contact_title" | "contact_mail" | "contact_phone";

/**
 * A person of a vendor.
 */
export type VendorContact = { id: string, name: string, reading: string, department: string, title: string, mail: string, phone: string, notes: string, };

/**
 * A field of a vendor.
 */
export type VendorField = "name" | "reading" | "aliases" | "domains" | "web" | "found" | "found_detail" | "does" | "smallest" | "nda" | "nda_signed_on" | "nda_until" | "notes";

/**
 * A file kept about a vendor.
 */
export type VendorFile = { id: string, name: string, bytes: number, 
/**
 * The day it was added, in words.
 */
added_on: string, };

/**
 * How a vendor was found.
 */
export type VendorFound = "" | "search" | "community" | "adviser" | "peer" | "own";

/**
 * The head of the directory a vendor stands under.
 */
export type VendorInitial = "a" | "ka" | "sa" | "ta" | "na" | "ha" | "ma" | "ya" | "ra" | "wa" | "latin" | "other";

/**
 * Where the non-disclosure agreement stands.
 */
export type VendorNda = "none" | "sent" | "signed";

/**
 * A vendor in the list.
 */
export type VendorRow = { id: string, name: string, reading: string, initial: VendorInitial, 
/**
 * What it is sorted by.
 */
sort: string, 
/**
 * What a search looks through besides the name: short names, people, addresses, domains, what it does.
 */
words: Array<string>, does: string, smallest: string, nda: VendorNda, 
/**
 * Where the agreement stands, in words.
 */
nda_text: Text, 
/**
 * The agreement has come to its end.
 */
nda_over: boolean, 
/**
 * In how many procurements it took part.
 */
procurements: number, 
/**
 * The last of them, and how it ended.
 */
last: LastTime | null, is_sample: boolean, };

/**
 * A table to take vendors from: a file, or rows that were pasted.
 */
export type VendorTable = { 
/**
 * Path of an Excel, CSV or TSV file.
 */
file?: string, 
/**
 * Pasted rows.
 */
text?: string, 
/**
 * Which sheet, counted from 0; the first one that holds something where nothing is said.
 */
sheet?: number, 
/**
 * What each column holds; as its heading says where nothing is said.
 */
columns?: Array<VendorColumn | null>, };

/**
 * What becomes of a row.
 */
export type VendorTake = "add" | "fill" | "leave";

/**
 * The directory.
 */
export type Vendors = { vendors: Array<VendorRow>, 
/**
 * Pairs that may be one company.
 */
duplicates: number, };

/**
 * What a table holds, before anything is taken over.
 */
export type VendorsRead = { name: string, sheets: Array<string>, sheet: number, columns: Array<ReadColumn>, 
/**
 * What a column may be.
 */
choices: Array<ColumnChoice>, rows: Array<ReadVendor>, 
/**
 * What was not looked at.
 */
notes: Array<Text>, };

/**
 * How many rows went which way.
 */
export type VendorsTaken = { 
/**
 * New vendors.
 */
added: number, 
/**
 * Rows that filled what was empty at a vendor.
 */
filled: number, 
/**
 * Rows left out.
 */
left: number, };

/**
 * What the check of the history found.
 */
export type Verified = { operations: number, head: string, broken: Text | null, };

/**
 * A text as it was released.
 */
export type Was = { 
/**
 * Number of the release.
 */
number: string, body: Doc, };

/**
 * A step with its state and the one number that matters.
 */
export type WayStep = { 
/**
 * Which step.
 */
step: Step, 
/**
 * How it stands.
 */
state: StepState, 
/**
 * The number that matters.
 */
figure: Text | null, };

/**
 * A picture with the words that say the same.
 */
export type WeeksAhead = { 
/**
 * The picture.
 */
svg: string, 
/**
 * What it shows, in words.
 */
alt: string, };

/**
 * The schedule as a picture, and in words.
 */
export type WeeksPicture = { svg: string, alt: string, };

/**
 * How far long work is.
 */
export type WorkProgress = { 
/**
 * What is being done.
 */
what: Text, 
/**
 * Parts that are done.
 */
done: number, 
/**
 * Parts there are.
 */
total: number, };

/**
 * A file that was written.
 */
export type WrittenFile = { file: string, };

/**
 * Files that were written.
 */
export type WrittenForms = { files: Array<string>, };

export interface Commands {
  /** What the window needs to begin. */
  app_state(args?: Record<symbol, never>): Promise<AppState>;
  /** What undo and redo would do next. */
  undo_state(args: { procurement?: string, }): Promise<UndoState>;
  /** Takes the newest step back. */
  undo(args: { procurement?: string, }): Promise<Undone>;
  /** Does the step again that was undone last. */
  redo(args: { procurement?: string, }): Promise<Undone>;
  /** What was done, newest first. */
  history_list(args: { procurement?: string, 
/**
 * Only operations before this number.
 */
before?: number, limit?: number, }): Promise<History>;
  /** Checks the whole history against its seals. */
  journal_verify(args?: Record<symbol, never>): Promise<Verified>;
  /** Copies the store into the backups. */
  backup_now(args?: Record<symbol, never>): Promise<BackupMade>;
  /** The backups there are, newest first. */
  backup_list(args?: Record<symbol, never>): Promise<Backups>;
  /** Puts a backup in place of the store, which is kept beside it. */
  backup_restore(args: { 
/**
 * File name in the folder of backups.
 */
name: string, }): Promise<Nothing>;
  /** The licences of the fonts that come with the program. */
  licence_list(args?: Record<symbol, never>): Promise<Licences>;
  /** Stops the long work under way; what it had not finished leaves nothing behind. */
  work_stop(args?: Record<symbol, never>): Promise<Nothing>;
  /** The settings of the library. */
  settings_get(args?: Record<symbol, never>): Promise<Settings>;
  /** Sets one setting; an empty value removes it. */
  settings_set(args: { key: string, value: string, }): Promise<Nothing>;
  /** Enters days on which the company is closed, as typed. */
  closed_day_add(args: { from: string, to: string, name: string, }): Promise<Id>;
  /** Removes closed days. */
  closed_day_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** The first screen: procurements, what is missing, what is due. */
  home(args?: Record<symbol, never>): Promise<Home>;
  /** Makes a procurement from an outline, the sample, nothing, or another procurement. */
  procurement_create(args: { title: string, 
/**
 * `outline:<id>`, `sample`, `sample-decided`, `empty` or `procurement:<id>`.
 */
from: string, 
/**
 * Language of its papers; the interface's where none is named.
 */
lang?: Lang, }): Promise<Id>;
  /** A procurement with its facts. */
  procurement_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Procurement>;
  /** Gives a procurement another title. */
  procurement_rename(args: { id: string, title: string, }): Promise<Nothing>;
  /** Puts a procurement away, or brings it back. */
  procurement_archive(args: { id: string, archived: boolean, }): Promise<Nothing>;
  /** Deletes a procurement with everything in it. */
  procurement_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Sets a fact to what was typed; nothing removes it. */
  fact_set(args: { procurement: string, key: string, value: string | null, 
/**
 * Why, where it is frozen with the rules.
 */
reason?: string, }): Promise<Fact>;
  /** The schedule, what is odd about it, and its picture. */
  schedule_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Schedule>;
  /** Dates counted from the day of release by business days. */
  schedule_suggest(args: { procurement: string, 
/**
 * Day of release, as typed.
 */
from?: string, }): Promise<Suggested>;
  /** Takes suggested dates over. */
  schedule_apply(args: { procurement: string, from?: string, keep_existing: boolean, }): Promise<Nothing>;
  /** Evaluators and advisers. */
  evaluator_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<Evaluator>>;
  /** Adds an evaluator. */
  evaluator_add(args: { procurement: string, name: string, after?: string, }): Promise<Id>;
  /** Sets `name`, `reading`, `role`, `department`, `duties`, `adviser` or `judges`. */
  evaluator_set(args: { id: string, field: string, value: string, 
/**
 * Why, where criteria are frozen and she is to judge others.
 */
reason?: string, }): Promise<Nothing>;
  /** Removes an evaluator. */
  evaluator_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves an evaluator behind another, or to the front. */
  evaluator_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Criteria with their weights. */
  criterion_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Criteria>;
  /** Adds a criterion. */
  criterion_add(args: { procurement: string, parent?: string, title: string, after?: string, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, }): Promise<Id>;
  /** Sets `title`, `asks`, `weight`, `scheme`, `minimum` or `follows_price`. */
  criterion_set(args: { id: string, field: string, value: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** Removes a criterion with its parts, and the marks on them. */
  criterion_remove(args: { id: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** Moves a criterion. */
  criterion_move(args: { id: string, parent: string | null, after: string | null, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** What was changed in criteria, weights and rules after the first release, and why. */
  criterion_change_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<CriterionChangeRow>>;
  /** The sets of criteria that are kept. */
  criterion_set_list(args?: Record<symbol, never>): Promise<Array<CriterionSetRow>>;
  /** Keeps the criteria of a procurement as a set. */
  criterion_set_save(args: { procurement: string, name: string, }): Promise<Id>;
  /** Gives a set another name. */
  criterion_set_rename(args: { id: string, name: string, }): Promise<Nothing>;
  /** Removes a set. */
  criterion_set_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Puts a set in place of the criteria of a procurement. */
  criterion_set_plant(args: { procurement: string, set: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** The rules of judging, and what they say in plain sentences. */
  judging_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<JudgingView>;
  /** Sets one rule of judging. */
  judging_set(args: { procurement: string, field: string, value: string, 
/**
 * Why, where they are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** Opens prices that are kept closed, for a reason the report prints. */
  prices_open(args: { procurement: string, reason: string, }): Promise<Nothing>;
  /** Required items of a proposal. */
  required_item_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<RequiredItem>>;
  /** Adds a required item. */
  required_item_add(args: { procurement: string, parent?: string, title: string, after?: string, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, }): Promise<Id>;
  /** Gives a required item another title. */
  required_item_set(args: { id: string, title: string, }): Promise<Nothing>;
  /** Removes a required item with what stands under it. */
  required_item_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves a required item. */
  required_item_move(args: { id: string, parent: string | null, after: string | null, 
/**
 * Why, where criteria are frozen.
 */
reason?: string, }): Promise<Nothing>;
  /** The bidders, and whether there are enough. */
  bidder_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Bidders>;
  /** Adds a company as a bidder. */
  bidder_add(args: { procurement: string, 
/**
 * The company's name, or nothing where `vendor` names it.
 */
name: string, 
/**
 * A vendor of the directory.
 */
vendor?: string, reading?: string, person?: string, mail?: string, }): Promise<Id>;
  /** Sets `name`, `reading`, `department`, `person`, `person_reading`, `mail`, `phone` or `status`. */
  bidder_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Removes a bidder. */
  bidder_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves a bidder. */
  bidder_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** The dated statuses of a bidder, and what was with its vendor before. */
  bidder_course(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Course>;
  /** Takes a step: a new status with its day, and why. */
  bidder_step_add(args: { bidder: string, status: BidderStatus, 
/**
 * When, as typed; now where nothing is said.
 */
at?: string, note?: string, 
/**
 * Why it declined.
 */
reason?: DeclineReason, 
/**
 * From how many person-months it would come, as typed.
 */
volume?: string, }): Promise<BidderStepDone>;
  /** Corrects `status`, `at`, `note`, `reason` or `volume` of a step. */
  bidder_step_set(args: { id: string, field: string, value: string, }): Promise<BidderStepDone>;
  /** Takes a step out that was never taken. */
  bidder_step_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** The hearings of a procurement, oldest first. */
  hearing_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<Hearing>>;
  /** Enters a hearing with a bidder. */
  hearing_add(args: { bidder: string, 
/**
 * When, as typed.
 */
at: string, }): Promise<Id>;
  /** Sets `bidder`, `at`, `minutes`, `place`, `ours`, `theirs` or `notes`. */
  hearing_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Removes a hearing; questions that came up in it stay. */
  hearing_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** The vendors by よみ. */
  vendor_list(args?: Record<symbol, never>): Promise<Vendors>;
  /** A vendor with its people, files and history. */
  vendor_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Vendor>;
  /** Enters a company into the directory. */
  vendor_add(args: { name: string, }): Promise<Id>;
  /** Sets a field of a vendor. */
  vendor_set(args: { id: string, field: VendorField, value: string, }): Promise<Nothing>;
  /** Removes a vendor that takes part nowhere. */
  vendor_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Merges a vendor into another. */
  vendor_merge(args: { keep: string, other: string, }): Promise<Nothing>;
  /** Pairs that may be one company. */
  vendor_duplicates(args?: Record<symbol, never>): Promise<Array<DuplicatePair>>;
  /** What a table holds, and what each row would become in the directory. */
  vendor_import_read(args: { 
/**
 * Path of an Excel, CSV or TSV file.
 */
file?: string, 
/**
 * Pasted rows.
 */
text?: string, 
/**
 * Which sheet, counted from 0; the first one that holds something where nothing is said.
 */
sheet?: number, 
/**
 * What each column holds; as its heading says where nothing is said.
 */
columns?: Array<VendorColumn | null>, }): Promise<VendorsRead>;
  /** Takes the rows of a table over. */
  vendor_import(args: { table: VendorTable, 
/**
 * By the number of the row, where it differs from what was suggested.
 */
takes: { [key in number]: VendorTake }, }): Promise<VendorsTaken>;
  /** Whom one may ask in a procurement, and what speaks for it. */
  vendor_suggestions(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<SuggestionRow>>;
  /** Adds a person of a vendor. */
  vendor_contact_add(args: { vendor: string, name: string, mail?: string, after?: string, }): Promise<Id>;
  /** Sets `name`, `reading`, `department`, `title`, `mail`, `phone` or `notes`. */
  vendor_contact_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Removes a person. */
  vendor_contact_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves a person. */
  vendor_contact_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Keeps a file about a vendor. */
  vendor_file_add(args: { vendor: string, 
/**
 * Path of the file.
 */
file: string, }): Promise<Id>;
  /** Removes a file. */
  vendor_file_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Lays a copy of a file where the system can show it. */
  vendor_file_open(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<OpenedFile>;
  /** A part of the register of questions, filtered and sorted, with counts by state. */
  question_list(args: { procurement: string, filter?: QuestionFilter, order?: QuestionOrder, 
/**
 * The other way round.
 */
falling?: boolean, 
/**
 * First row, from 0.
 */
from?: number, 
/**
 * How many rows.
 */
count?: number, 
/**
 * Whether the keys of all are wanted; where it is left out, as long as rows are asked from the start.
 */
keys?: boolean, }): Promise<Questions>;
  /** A question with its askers, what is telling in it and what holds it. */
  question_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Question>;
  /** Notes a question under the next number. */
  question_add(args: { procurement: string, 
/**
 * Who asked.
 */
bidders: Array<string>, 
/**
 * The words as received.
 */
words: string, 
/**
 * When it came, as typed; now where left out.
 */
received_at?: string, channel?: QuestionChannel, hearing?: string, person?: string, 
/**
 * The wording for sharing; the words as received where left out.
 */
wording?: string, section?: string, requirement?: string, }): Promise<NotedQuestion>;
  /** Sets a field of questions, or of one who asked, as typed. */
  question_set(args: { questions: Array<string>, 
/**
 * `wording`, `answer`, `section`, `requirement`, `owner`, `due`, `share`, `share_reason` or `changes_rfp`; of an
 * asker `words`, `person`, `received_at` or `channel`.
 */
field: string, value: string, 
/**
 * Key of the asker whose field it is.
 */
asker?: string, }): Promise<Nothing>;
  /** Removes questions that were never shared; their numbers are not given again. */
  question_remove(args: { questions: Array<string>, }): Promise<Nothing>;
  /** Approves answers, and says which are not finished. */
  question_approve(args: { questions: Array<string>, }): Promise<Approved>;
  /** Takes an approval back. */
  question_reopen(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Lets one question tell the others, and names it. */
  question_merge(args: { questions: Array<string>, 
/**
 * The one that tells them; the one that has come furthest where left out.
 */
into?: string, }): Promise<Id>;
  /** Lets a merged question stand for itself again. */
  question_split(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Looks for words that show who asked. */
  question_check(args: { id: string, wording?: string, answer?: string, }): Promise<Checked>;
  /** Knowingly leaves telling words, or takes that back. */
  question_clear(args: { id: string, words: Array<string>, 
/**
 * Lets them hold the answer back again.
 */
undo?: boolean, }): Promise<Nothing>;
  /** Questions that are probably the same. */
  question_similar(args: { procurement: string, question?: string, }): Promise<Array<SimilarRow>>;
  /** Accepts or declines a question that came late. */
  question_late(args: { id: string, decision: LateDecision, reason?: string, }): Promise<Nothing>;
  /** The standard reply to each who asked a late question, as it was decided. */
  question_reply_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<QuestionReplies>;
  /** Writes the draft of such a reply, in the words it was given, into a folder. */
  question_reply_export(args: { 
/**
 * Key of the question.
 */
id: string, bidder: string, subject: string, body: string, 
/**
 * The folder for the draft.
 */
to: string, }): Promise<ReplyWritten>;
  /** Notes that a bidder asked a question as well. */
  question_asker_add(args: { question: string, bidder: string, }): Promise<Id>;
  /** Removes one who did not ask after all. */
  question_asker_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Questions by section and bidder, and how long answers take. */
  question_insight(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<QuestionInsight>;
  /** The section an answer changes, and the reason for the addendum. */
  question_to_rfp(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<ToRfp>;
  /** What a sheet, a mail or pasted text holds, before anything is taken over. */
  question_import_read(args: { procurement: string, 
/**
 * Who asks, where it is known.
 */
bidder?: string, 
/**
 * Path of an Excel, CSV or TSV file, or of a mail (`.eml`).
 */
file?: string, 
/**
 * Pasted rows, or the pasted text of a mail.
 */
text?: string, 
/**
 * Which sheet that came with a mail, from 0, instead of its words.
 */
attachment?: number, 
/**
 * Which sheet of a workbook, from 0; the first one that holds something where left out.
 */
sheet?: number, 
/**
 * What each column holds; as its heading says where left out.
 */
columns?: Array<QuestionColumn>, }): Promise<QuestionsRead>;
  /** Takes the chosen rows over, in one step that can be undone. */
  question_import(args: { source: QuestionSource, 
/**
 * Their places, as they were shown.
 */
chosen: Array<number>, 
/**
 * The seal of what was shown.
 */
seal: string, 
/**
 * When they came, as typed; when the mail was sent, or now, where left out.
 */
received_at?: string, }): Promise<QuestionsTaken>;
  /** Writes the question sheet of a bidder into a folder. */
  question_sheet_export(args: { procurement: string, bidder: string, 
/**
 * The folder it is written into.
 */
to: string, }): Promise<QuestionSheetMade>;
  /** Writes evaluation sheets as Excel files. */
  sheet_export(args: { procurement: string, 
/**
 * Whose; everybody's who gives marks where left out.
 */
evaluators?: Array<string>, 
/**
 * The folder they are written into.
 */
to: string, }): Promise<SheetsWritten>;
  /** Writes evaluation sheets as PDF, blank or filled. */
  sheet_print(args: { procurement: string, 
/**
 * Whose; everybody's who gives marks where left out, of filled ones those that are handed in.
 */
evaluators?: Array<string>, 
/**
 * To be filled in by hand: without marks and comments.
 */
blank: boolean, 
/**
 * The folder they are written into.
 */
to: string, }): Promise<SheetsWritten>;
  /** What an evaluation sheet that came back changes, before anything is kept. */
  sheet_import_read(args: { procurement: string, 
/**
 * Whose it is to be; as the sheet says where left out.
 */
evaluator?: string, 
/**
 * Path of the Excel file.
 */
file: string, }): Promise<SheetRead>;
  /** Takes an evaluation sheet over, in one step that can be undone. */
  sheet_import(args: { source: SheetFile, 
/**
 * The seal of what was shown.
 */
seal: string, }): Promise<SheetTaken>;
  /** The outlines one can start from. */
  outline_list(args?: Record<symbol, never>): Promise<Outlines>;
  /** Saves the RFP of a procurement as an outline. */
  outline_save(args: { procurement: string, title: string, }): Promise<Id>;
  /** Gives an own outline another name. */
  outline_rename(args: { id: string, title: string, }): Promise<Nothing>;
  /** Removes an own outline. */
  outline_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** The tree of sections, what is missing, the releases. */
  rfp_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Rfp>;
  /** Fields and drawn parts as they stand now. */
  rfp_fields(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<RfpFields>;
  /** What is missing, the gravest first. */
  rfp_completeness(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<Finding>>;
  /** What has changed since the latest release. */
  rfp_changes(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<ChangeRow>>;
  /** Finds words in titles, texts and requirements. */
  rfp_find(args: { procurement: string, find: string, 
/**
 * To the letter; otherwise case and width do not matter.
 */
case?: boolean, }): Promise<Hits>;
  /** Replaces words everywhere but in the places skipped. */
  rfp_replace(args: { procurement: string, find: string, replace: string, case?: boolean, 
/**
 * Places that stay.
 */
skip?: Array<Skipped>, }): Promise<Replaced>;
  /** A section with its text. */
  section_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Section>;
  /** Adds a section. */
  section_add(args: { procurement: string, parent: string | null, 
/**
 * The section it stands behind; first where there is none.
 */
after: string | null, title: string, }): Promise<Id>;
  /** Changes title, text, wording or state of a section. */
  section_set(args: { id: string, title?: string, body?: Doc, optional?: boolean, optional_wording?: string, done?: boolean, }): Promise<Nothing>;
  /** Puts a section elsewhere in the tree. */
  section_move(args: { id: string, parent: string | null, after: string | null, }): Promise<Nothing>;
  /** Moves a section by one: up, down, in or out. */
  section_shift(args: { id: string, direction: Direction, }): Promise<Nothing>;
  /** Removes a section with everything under it. */
  section_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Takes the sections of a Word or Markdown file over. */
  rfp_import(args: { procurement: string, 
/**
 * Path of a `.docx` or `.md` file.
 */
file: string, }): Promise<Imported>;
  /** All requirements. */
  requirement_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<Requirement>>;
  /** Adds a requirement with the next number. */
  requirement_add(args: { procurement: string, section?: string, level: Level, text: string, after?: string, }): Promise<Numbered>;
  /** Changes level, words or section of a requirement. */
  requirement_set(args: { id: string, level?: Level, text?: string, 
/**
 * `null` takes it out of its section; left out, it stays.
 */
section?: string | null, }): Promise<Nothing>;
  /** Removes a requirement; its number is not given again. */
  requirement_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves a requirement behind another, or to the front. */
  requirement_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Sets a paper for looking at it. */
  rfp_preview(args: { procurement: string, 
/**
 * The copy of this bidder.
 */
bidder?: string, 
/**
 * A release; the draft where none is named.
 */
release?: string, paper?: PaperKind, }): Promise<Preview>;
  /** A page of the paper set last. */
  rfp_preview_page(args: { token: string, 
/**
 * From 1.
 */
page: number, 
/**
 * Width of the picture, in pixels of the screen.
 */
width: number, }): Promise<PagePicture>;
  /** What a release would do: papers, addressees, changes, what is missing. */
  rfp_release_plan(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<ReleasePlan>;
  /** Releases the RFP: freezes it, makes its papers and keeps them. */
  rfp_release(args: { procurement: string, 
/**
 * Release although something is still missing.
 */
accept_incomplete?: boolean, 
/**
 * Why, as the addendum says it; where nothing is given, the reason its plan names.
 */
reason?: string, }): Promise<Released>;
  /** The releases, oldest first. */
  release_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<ReleaseRow>>;
  /** Writes the papers of a release into a folder, byte for byte as they were made. */
  release_export(args: { release: string, 
/**
 * The folder.
 */
to: string, 
/**
 * Only these; all where none are named.
 */
files?: Array<string>, }): Promise<Exported>;
  /** Bidders against criteria and evaluators: points, totals, ranks, what is missing and what is odd. */
  result_get(args: { procurement: string, 
/**
 * Criteria whose parts are told: all where it is left out, none where the list is empty.
 */
open?: Array<string>, 
/**
 * How much of what is odd is told; all of it where nothing is said.
 */
oddities?: number, }): Promise<ResultShown>;
  /** Opens a number to those it came from. */
  result_open(args: { procurement: string, bidder: string, 
/**
 * The criterion; none for the total.
 */
criterion?: string, }): Promise<OpenedNumber>;
  /** What it takes to change the winner: other weights, other formulas for the price, nobody left out. Long work. */
  firmness_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<FirmnessShown>;
  /** Records the mark that was agreed on in place of the evaluators' own. */
  consensus_set(args: { criterion: string, bidder: string, mark: string, reason: string, 
/**
 * Names of who agreed.
 */
agreed_by: Array<string>, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, }): Promise<Nothing>;
  /** Goes back to the evaluators' own marks. */
  consensus_remove(args: { criterion: string, bidder: string, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, }): Promise<Nothing>;
  /** What the selection report would hold. */
  report_plan(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<ReportPlan>;
  /** Writes the selection report as PDF and its numbers as Excel into a folder. */
  report_export(args: { procurement: string, 
/**
 * The folder.
 */
to: string, }): Promise<ReportWritten>;
  /** Leaves a bidder out of the comparison, for a reason. */
  exclusion_add(args: { bidder: string, reason: string, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, }): Promise<Nothing>;
  /** Takes a bidder back into the comparison, for a reason. */
  exclusion_lift(args: { bidder: string, reason: string, 
/**
 * The procurement it has to belong to.
 */
procurement?: string, }): Promise<Nothing>;
  /** Who knows what: items against bidders, and the gaps. */
  knowledge_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Knowledge>;
  /** Makes approved answers something bidders are to know. */
  question_share(args: { procurement: string, questions: Array<string>, }): Promise<Shared>;
  /** Adds a file to what bidders are to know. */
  shared_file_add(args: { procurement: string, path: string, 
/**
 * Its name in lists; the file's where none is given.
 */
title?: string, 
/**
 * Only these bidders; all where none are named.
 */
only_for?: Array<string>, 
/**
 * The file it takes the place of.
 */
replaces?: string, }): Promise<Id>;
  /** Removes a file that has been made ready for nobody. */
  shared_file_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** What each bidder would get: items, files, mail. */
  distribution_plan(args: { procurement: string, 
/**
 * Only these bidders; all that take part where none are named.
 */
bidders?: Array<string>, 
/**
 * Everything there is, not only what is lacking.
 */
everything?: boolean, }): Promise<DistributionPlan>;
  /** Makes a folder for each bidder with its files and the draft of its mail. */
  distribution_prepare(args: { procurement: string, bidders: Array<string>, everything?: boolean, 
/**
 * The folder in which each bidder gets its own.
 */
to: string, }): Promise<Prepared>;
  /** The distributions, newest first. */
  distribution_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Array<Distribution>>;
  /** One distribution. */
  distribution_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Distribution>;
  /** Records that distributions were sent: when, by what means. */
  distribution_sent(args: { ids: Array<string>, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, means: DistributionMeans, 
/**
 * By whom; who works with the program, or else the contact person, where nobody is named.
 */
by?: string, note?: string, }): Promise<Nothing>;
  /** Records that a distribution was not sent after all. */
  distribution_unsent(args: { id: string, reason: string, }): Promise<Nothing>;
  /** Notes that a bidder confirmed a distribution. */
  distribution_receipt(args: { id: string, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, receipt: string, }): Promise<Nothing>;
  /** Discards what was made ready and not sent. */
  distribution_discard(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Writes the files of a distribution into a folder again, byte for byte. */
  distribution_export(args: { id: string, to: string, }): Promise<DistributionWritten>;
  /** Writes the ledger of distributions as PDF and Excel. */
  ledger_export(args: { procurement: string, 
/**
 * The folder.
 */
to: string, }): Promise<LedgerWritten>;
  /** The templates of mails. */
  letter_list(args: { 
/**
 * Language of the letters.
 */
lang: Lang, }): Promise<Array<Letter>>;
  /** A template, and how it reads with its fields filled in. */
  letter_get(args: { key: string, lang: Lang, 
/**
 * Where its facts come from; without one the fields show their names.
 */
procurement?: string, }): Promise<LetterShown>;
  /** Puts a template into the company's own words. */
  letter_set(args: { key: string, lang: Lang, subject: string, body: string, }): Promise<Letter>;
  /** Goes back to the words that come with the program. */
  letter_reset(args: { key: string, lang: Lang, }): Promise<Nothing>;
  /** The bidders with their proposals, and who is waited for. */
  proposal_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Proposals>;
  /** A proposal with its files, estimates, checks and answers. */
  proposal_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Proposal>;
  /** Records that a proposal came, with the bidder's step. */
  proposal_add(args: { bidder: string, 
/**
 * When, as typed; now where nothing is said.
 */
received_at?: string, means?: DistributionMeans, }): Promise<Id>;
  /** Sets a field of a proposal to what was typed. */
  proposal_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Decides about a proposal that came after the deadline. */
  proposal_rule(args: { id: string, ruling: LateRuling, reason: string, }): Promise<Nothing>;
  /** Takes a proposal out of the record. */
  proposal_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** All proposals side by side. */
  proposal_compare(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Comparison>;
  /** Keeps files of a proposal. */
  proposal_file_add(args: { proposal: string, 
/**
 * Paths of the files.
 */
files: Array<string>, 
/**
 * What they are; as their names say where left out.
 */
kind?: ProposalFileKind, }): Promise<KeptFiles>;
  /** Sets `kind`, `name`, `note` or `received_at` of a file. */
  proposal_file_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Takes a file out of a proposal. */
  proposal_file_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Lays a copy of a file where the system can show it. */
  proposal_file_open(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<OpenedFile>;
  /** Binds photos or scans into one PDF that is kept beside them. */
  proposal_bind(args: { proposal: string, 
/**
 * Keys of files of this proposal, in the order of the pages.
 */
files: Array<string>, 
/**
 * Name of the PDF, without its ending.
 */
name: string, 
/**
 * What it is.
 */
kind: ProposalFileKind, }): Promise<BoundFiles>;
  /** Sets `state`, `page` or `note` of the check of a required item. */
  item_check_set(args: { proposal: string, item: string, 
/**
 * `state`, `page` or `note`.
 */
field: string, value: string, }): Promise<Nothing>;
  /** Sets `answer` or `words` of the answer to a requirement. */
  requirement_answer_set(args: { proposal: string, requirement: string, 
/**
 * `answer` or `words`.
 */
field: string, value: string, }): Promise<Nothing>;
  /** Begins an estimate; a later one starts with the lines of the one before and says why. */
  estimate_add(args: { proposal: string, 
/**
 * Why it takes the place of the one before; nothing for the first.
 */
reason?: string, 
/**
 * When it came, as typed; now where nothing is said.
 */
received_at?: string, }): Promise<Id>;
  /** Sets `dated`, `received_at`, `reason` or `file` of an estimate. */
  estimate_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Takes the latest estimate out. */
  estimate_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Adds a line to the latest estimate. */
  estimate_line_add(args: { estimate: string, after?: string, kind?: string, title?: string, unit_price?: string, quantity?: string, unit?: string, from_month?: string, to_month?: string, tax?: string, }): Promise<Id>;
  /** Sets a field of a line to what was typed. */
  estimate_line_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Removes a line. */
  estimate_line_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Moves a line. */
  estimate_line_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Finds estimates of all procurements by date, amount and party. */
  estimate_find(args: { from?: string, to?: string, least?: string, most?: string, party?: string, }): Promise<FoundEstimates>;
  /** Writes the index of the estimates found as an Excel file. */
  estimate_index_export(args: { sought: SoughtEstimates, 
/**
 * The folder it is written into.
 */
to: string, }): Promise<WrittenFile>;
  /** Writes the estimate forms of bidders into a folder. */
  estimate_form_export(args: { procurement: string, 
/**
 * For whom; for all who take part where left out.
 */
bidders?: Array<string>, 
/**
 * The folder they are written into.
 */
to: string, }): Promise<WrittenForms>;
  /** What an estimate that came as a sheet or pasted rows would change. */
  estimate_import_read(args: { proposal: string, 
/**
 * Path of an Excel, CSV or TSV file.
 */
file?: string, 
/**
 * Pasted rows.
 */
text?: string, 
/**
 * Which sheet of a workbook, from 0; the first one that holds something where left out.
 */
sheet?: number, 
/**
 * What the columns of an estimate hold, as they were said by hand.
 */
columns?: Array<EstimateColumn>, }): Promise<EstimateRead>;
  /** Takes it over. */
  estimate_import(args: { source: FormSource, 
/**
 * Why it takes the place of the one before.
 */
reason?: string, 
/**
 * The seal of what was shown.
 */
seal: string, }): Promise<Id>;
  /** Writes the response sheets of bidders into a folder. */
  response_sheet_export(args: { procurement: string, 
/**
 * For whom; for all who take part where left out.
 */
bidders?: Array<string>, 
/**
 * The folder they are written into.
 */
to: string, }): Promise<WrittenForms>;
  /** What a response sheet would change. */
  response_import_read(args: { proposal: string, 
/**
 * Path of an Excel, CSV or TSV file.
 */
file?: string, 
/**
 * Pasted rows.
 */
text?: string, 
/**
 * Which sheet of a workbook, from 0; the first one that holds something where left out.
 */
sheet?: number, 
/**
 * What the columns of an estimate hold, as they were said by hand.
 */
columns?: Array<EstimateColumn>, }): Promise<ResponseRead>;
  /** Takes the chosen answers over. */
  response_import(args: { source: FormSource, 
/**
 * Rows of the sheet, as they were shown.
 */
chosen: Array<number>, 
/**
 * The seal of what was shown.
 */
seal: string, }): Promise<AnswersTaken>;
  /** The sheets of the evaluators: how far each is, never what is in it. */
  sheet_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<SheetsView>;
  /** The sheet of one evaluator with her marks. */
  sheet_get(args: { evaluator: string, }): Promise<SheetView>;
  /** Sets `mark`, `comment` or `may_tell` of a cell. */
  mark_set(args: { evaluator: string, criterion: string, bidder: string, field: string, value: string, }): Promise<MarkSet>;
  /** Hands a sheet in, or the part of it that is due; it never changes afterwards. */
  sheet_hand_in(args: { evaluator: string, 
/**
 * What of it is meant; refused where that is not the part that is due.
 */
part?: SheetPart, means: SheetBy, }): Promise<SheetHandedIn>;
  /** The conflict-of-interest statement of an evaluator. */
  conflict_get(args: { evaluator: string, }): Promise<StatementOf>;
  /** Signs a statement: none, or with which bidders. */
  conflict_sign(args: { evaluator: string, conflict: boolean, note?: string, bidders?: Array<ConflictWith>, 
/**
 * Why it takes the place of an earlier statement.
 */
reason?: string, }): Promise<Id>;
  /** Rules on a conflict: she steps aside, or judges for a reason. */
  conflict_rule(args: { id: string, ruling: ConflictRuling, reason?: string, }): Promise<Nothing>;
  /** The discussion and what came of it. */
  decision_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Decision>;
  /** Sets a field of the decision. */
  decision_set(args: { procurement: string, field: string, value: string, }): Promise<Nothing>;
  /** Records that it is decided: who is awarded and who is not, in one step. */
  decision_decide(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Nothing>;
  /** Takes the decision back while no notice was sent. */
  decision_reopen(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Nothing>;
  /** Adds a point to the discussion. */
  discussion_add(args: { procurement: string, side: DiscussionSide, text: string, after?: string, }): Promise<Id>;
  /** Sets a field of a point. */
  discussion_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Moves a point behind another, or to the front. */
  discussion_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Removes a point. */
  discussion_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** The approval request, as it is kept or as the record suggests it. */
  approval_get(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Approval>;
  /** Sets a field of the approval request. */
  approval_set(args: { procurement: string, field: string, value: string, }): Promise<Nothing>;
  /** Puts what the record says now into the approval request again. */
  approval_refill(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Nothing>;
  /** Records that the approval request was handed in. */
  approval_submit(args: { procurement: string, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, }): Promise<Nothing>;
  /** Takes back an approval request that was handed in. */
  approval_withdraw(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Nothing>;
  /** Adds an approver. */
  approval_step_add(args: { procurement: string, name: string, role?: string, }): Promise<Id>;
  /** Sets a field of an approver, her outcome among them. */
  approval_step_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Moves an approver behind another, or to the front. */
  approval_step_move(args: { id: string, after: string | null, }): Promise<Nothing>;
  /** Removes an approver. */
  approval_step_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Adds a condition an approver set. */
  approval_condition_add(args: { step: string, text: string, }): Promise<Id>;
  /** Sets a field of a condition. */
  approval_condition_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Removes a condition. */
  approval_condition_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Writes the approval request as PDF and Word. */
  approval_export(args: { procurement: string, to: string, }): Promise<DistributionWritten>;
  /** The notices to bidders. */
  notice_list(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<Notices>;
  /** One notice. */
  notice_get(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Notice>;
  /** Drafts a notice for every bidder that has none yet. */
  notice_draft(args: { 
/**
 * Key of the procurement.
 */
procurement: string, }): Promise<NoticesDrafted>;
  /** Sets a field of a notice. */
  notice_set(args: { id: string, field: string, value: string, }): Promise<Nothing>;
  /** Tells a comment in a notice, or no longer. */
  notice_tell(args: { id: string, mark: string, 
/**
 * As what; nothing takes it out.
 */
told_as?: ToldAs, }): Promise<Nothing>;
  /** Puts the words of the template with the chosen comments into a notice again. */
  notice_rewrite(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Looks for words that would tell of others. */
  notice_check(args: { id: string, subject?: string, body?: string, }): Promise<NoticeChecked>;
  /** Knowingly leaves a mark or a contrast in a notice, or takes that back. */
  notice_clear(args: { id: string, words: Array<string>, 
/**
 * Takes it back.
 */
undo?: boolean, }): Promise<Nothing>;
  /** Removes the draft of a notice. */
  notice_remove(args: { 
/**
 * Key of the record.
 */
id: string, }): Promise<Nothing>;
  /** Makes the letter and the draft of the mail of notices. */
  notice_make(args: { ids: Array<string>, to: string, }): Promise<DistributionWritten>;
  /** What is to be known before notices are recorded as sent. */
  notice_sent_check(args: { ids: Array<string>, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, means: DistributionMeans, }): Promise<SendingChecked>;
  /** Records that notices were sent: when, by what means. */
  notice_sent(args: { ids: Array<string>, 
/**
 * When, as typed; now where nothing was.
 */
at?: string, means: DistributionMeans, }): Promise<Nothing>;
  /** Writes the files of a notice into a folder again, byte for byte. */
  notice_export(args: { id: string, to: string, }): Promise<DistributionWritten>;
}
