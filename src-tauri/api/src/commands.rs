//! The list of commands. A command is a name, what it takes, what it gives, and a handler of a few lines in the module of
//! its noun.

use sentei_core::{Error, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::{to_raw_value, RawValue};
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::bindings::Types;
use crate::{
    app, approval, bidder, bidder_form, conflict, criterion, decision, delivery, distribution, estimate, evaluator,
    hearing, history, home, import, judging, knowledge, ledger, letter, notice, outline, preview, procurement,
    proposal, proposal_file, proposal_view, question, question_import, question_reply, question_sheet, question_view,
    release, report, required_item, requirement, result, rfp, schedule, section, settings, sheet, sheet_file, vendor,
    vendor_file, vendor_import, work, Call,
};

/// One command.
pub struct Command {
    /// Its name, `noun_verb`.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Shape of the arguments, as a TypeScript type.
    pub args: fn(&Config) -> String,
    /// Shape of the result.
    pub result: fn(&Config) -> String,
    /// The types both are made of.
    pub(crate) types: fn(&mut Types<'_>),
    pub(crate) run: fn(&Call<'_>, Value) -> Result<Box<RawValue>>,
}

/// No arguments, or nothing to tell.
#[derive(Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names a record.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Id {
    /// Key of the record.
    pub id: String,
}

/// Names a procurement.
#[derive(Debug, Deserialize, TS)]
pub struct InProcurement {
    /// Key of the procurement.
    pub procurement: String,
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($args:ty) -> $result:ty = $handler:path;)*) => {
        /// Every command there is.
        pub static COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            doc: concat!($($doc, "\n"),+),
            args: |config| <$args as TS>::inline(config),
            result: |config| <$result as TS>::name(config),
            types: |types| { types.add::<$args>(); types.add::<$result>(); },
            run: |call, args| out($handler(call, within(args)?)?),
        }),*];
    };
}

commands! {
    // ---- app: the program, its library, undo, history, backups
    /// What the window needs to begin.
    app_state(Nothing) -> app::AppState = app::state;
    /// What undo and redo would do next.
    undo_state(app::Scope) -> app::UndoState = app::undo_state;
    /// Takes the newest step back.
    undo(app::Scope) -> app::Undone = app::undo;
    /// Does the step again that was undone last.
    redo(app::Scope) -> app::Undone = app::redo;
    /// What was done, newest first.
    history_list(history::HistoryArgs) -> history::History = history::list;
    /// Checks the whole history against its seals.
    journal_verify(Nothing) -> app::Verified = app::verify;
    /// Copies the store into the backups.
    backup_now(Nothing) -> app::BackupMade = app::backup_now;
    /// The backups there are, newest first.
    backup_list(Nothing) -> app::Backups = app::backup_list;
    /// Puts a backup in place of the store, which is kept beside it.
    backup_restore(app::BackupMade) -> Nothing = app::backup_restore;

    /// The licences of the fonts that come with the program.
    licence_list(Nothing) -> app::Licences = app::licences;
    /// Stops the long work under way; what it had not finished leaves nothing behind.
    work_stop(Nothing) -> Nothing = work::stop;

    // ---- settings
    /// The settings of the library.
    settings_get(Nothing) -> settings::Settings = settings::get;
    /// Sets one setting; an empty value removes it.
    settings_set(settings::TypedSetting) -> Nothing = settings::set;
    /// Enters days on which the company is closed, as typed.
    closed_day_add(settings::NewClosedDay) -> Id = settings::close;
    /// Removes closed days.
    closed_day_remove(Id) -> Nothing = settings::reopen;

    // ---- procurements and their facts
    /// The first screen: procurements, what is missing, what is due.
    home(Nothing) -> sentei_core::overview::Home = home::home;
    /// Makes a procurement from an outline, the sample, nothing, or another procurement.
    procurement_create(procurement::NewProcurement) -> Id = procurement::create;
    /// A procurement with its facts.
    procurement_get(Id) -> procurement::ProcurementView = procurement::get;
    /// Gives a procurement another title.
    procurement_rename(procurement::NewTitle) -> Nothing = procurement::rename;
    /// Puts a procurement away, or brings it back.
    procurement_archive(procurement::Archived) -> Nothing = procurement::archive;
    /// Deletes a procurement with everything in it.
    procurement_remove(Id) -> Nothing = procurement::remove;
    /// Sets a fact to what was typed; nothing removes it.
    fact_set(procurement::TypedFact) -> procurement::Fact = procurement::set_fact;
    /// The schedule, what is odd about it, and its picture.
    schedule_get(InProcurement) -> schedule::Schedule = schedule::get;
    /// Dates counted from the day of release by business days.
    schedule_suggest(schedule::SuggestArgs) -> schedule::Suggested = schedule::suggest;
    /// Takes suggested dates over.
    schedule_apply(schedule::ApplyArgs) -> Nothing = schedule::apply;

    // ---- evaluators, criteria, required items
    /// Evaluators and advisers.
    evaluator_list(InProcurement) -> Vec<evaluator::EvaluatorRow> = evaluator::list;
    /// Adds an evaluator.
    evaluator_add(evaluator::NewEvaluator) -> Id = evaluator::add;
    /// Sets `name`, `reading`, `role`, `department`, `duties`, `adviser` or `judges`.
    evaluator_set(evaluator::TypedEvaluator) -> Nothing = evaluator::set;
    /// Removes an evaluator.
    evaluator_remove(Id) -> Nothing = evaluator::remove;
    /// Moves an evaluator behind another, or to the front.
    evaluator_move(evaluator::MoveItem) -> Nothing = evaluator::shift;
    /// Criteria with their weights.
    criterion_list(InProcurement) -> criterion::Criteria = criterion::list;
    /// Adds a criterion.
    criterion_add(criterion::NewBranch) -> Id = criterion::add;
    /// Sets `title`, `asks`, `weight`, `scheme`, `minimum` or `follows_price`.
    criterion_set(criterion::TypedCriterion) -> Nothing = criterion::set;
    /// Removes a criterion with its parts, and the marks on them.
    criterion_remove(criterion::RemoveCriterion) -> Nothing = criterion::remove;
    /// Moves a criterion.
    criterion_move(criterion::MoveBranch) -> Nothing = criterion::shift;
    /// What was changed in criteria, weights and rules after the first release, and why.
    criterion_change_list(InProcurement) -> Vec<criterion::CriterionChangeRow> = criterion::change_list;
    /// The sets of criteria that are kept.
    criterion_set_list(Nothing) -> Vec<criterion::CriterionSetRow> = criterion::set_list;
    /// Keeps the criteria of a procurement as a set.
    criterion_set_save(criterion::SaveSet) -> Id = criterion::set_save;
    /// Gives a set another name.
    criterion_set_rename(criterion::RenameSet) -> Nothing = criterion::set_rename;
    /// Removes a set.
    criterion_set_remove(Id) -> Nothing = criterion::set_remove;
    /// Puts a set in place of the criteria of a procurement.
    criterion_set_plant(criterion::PlantSet) -> Nothing = criterion::set_plant;
    /// The rules of judging, and what they say in plain sentences.
    judging_get(InProcurement) -> judging::JudgingView = judging::get;
    /// Sets one rule of judging.
    judging_set(judging::TypedRule) -> Nothing = judging::set;
    /// Opens prices that are kept closed, for a reason the report prints.
    prices_open(judging::OpenPrices) -> Nothing = judging::open_prices;
    /// Required items of a proposal.
    required_item_list(InProcurement) -> Vec<required_item::RequiredItemRow> = required_item::list;
    /// Adds a required item.
    required_item_add(criterion::NewBranch) -> Id = required_item::add;
    /// Gives a required item another title.
    required_item_set(required_item::TypedItem) -> Nothing = required_item::set;
    /// Removes a required item with what stands under it.
    required_item_remove(Id) -> Nothing = required_item::remove;
    /// Moves a required item.
    required_item_move(criterion::MoveBranch) -> Nothing = required_item::shift;

    // ---- bidders
    /// The bidders, and whether there are enough.
    bidder_list(InProcurement) -> bidder::Bidders = bidder::list;
    /// Adds a company as a bidder.
    bidder_add(bidder::NewBidder) -> Id = bidder::add;
    /// Sets `name`, `reading`, `department`, `person`, `person_reading`, `mail`, `phone` or `status`.
    bidder_set(criterion::TypedField) -> Nothing = bidder::set;
    /// Removes a bidder.
    bidder_remove(Id) -> Nothing = bidder::remove;
    /// Moves a bidder.
    bidder_move(evaluator::MoveItem) -> Nothing = bidder::shift;
    /// The dated statuses of a bidder, and what was with its vendor before.
    bidder_course(Id) -> bidder::Course = bidder::course;
    /// Takes a step: a new status with its day, and why.
    bidder_step_add(bidder::NewBidderStep) -> bidder::BidderStepDone = bidder::take_step;
    /// Corrects `status`, `at`, `note`, `reason` or `volume` of a step.
    bidder_step_set(criterion::TypedField) -> bidder::BidderStepDone = bidder::set_step;
    /// Takes a step out that was never taken.
    bidder_step_remove(Id) -> Nothing = bidder::remove_step;

    // ---- hearings
    /// The hearings of a procurement, oldest first.
    hearing_list(InProcurement) -> Vec<hearing::HearingRow> = hearing::list;
    /// Enters a hearing with a bidder.
    hearing_add(hearing::NewHearing) -> Id = hearing::add;
    /// Sets `bidder`, `at`, `minutes`, `place`, `ours`, `theirs` or `notes`.
    hearing_set(criterion::TypedField) -> Nothing = hearing::set;
    /// Removes a hearing; questions that came up in it stay.
    hearing_remove(Id) -> Nothing = hearing::remove;

    // ---- the directory of vendors
    /// The vendors by よみ.
    vendor_list(Nothing) -> vendor::Vendors = vendor::list;
    /// A vendor with its people, files and history.
    vendor_get(Id) -> vendor::VendorView = vendor::get;
    /// Enters a company into the directory.
    vendor_add(vendor::NewVendor) -> Id = vendor::add;
    /// Sets a field of a vendor.
    vendor_set(vendor::TypedVendor) -> Nothing = vendor::set;
    /// Removes a vendor that takes part nowhere.
    vendor_remove(Id) -> Nothing = vendor::remove;
    /// Merges a vendor into another.
    vendor_merge(vendor::MergeVendors) -> Nothing = vendor::merge;
    /// Pairs that may be one company.
    vendor_duplicates(Nothing) -> Vec<vendor::DuplicatePair> = vendor::doubles;
    /// What a table holds, and what each row would become in the directory.
    vendor_import_read(vendor_import::VendorTable) -> vendor_import::VendorsRead = vendor_import::read;
    /// Takes the rows of a table over.
    vendor_import(vendor_import::TakeVendors) -> sentei_core::vendor::import::Taken = vendor_import::take;
    /// Whom one may ask in a procurement, and what speaks for it.
    vendor_suggestions(InProcurement) -> Vec<vendor::SuggestionRow> = vendor::suggested;
    /// Adds a person of a vendor.
    vendor_contact_add(vendor::NewContact) -> Id = vendor::add_contact;
    /// Sets `name`, `reading`, `department`, `title`, `mail`, `phone` or `notes`.
    vendor_contact_set(criterion::TypedField) -> Nothing = vendor::set_contact;
    /// Removes a person.
    vendor_contact_remove(Id) -> Nothing = vendor::remove_contact;
    /// Moves a person.
    vendor_contact_move(evaluator::MoveItem) -> Nothing = vendor::shift_contact;
    /// Keeps a file about a vendor.
    vendor_file_add(vendor_file::NewVendorFile) -> Id = vendor_file::add;
    /// Removes a file.
    vendor_file_remove(Id) -> Nothing = vendor_file::remove;
    /// Lays a copy of a file where the system can show it.
    vendor_file_open(Id) -> vendor_file::OpenedFile = vendor_file::open;

    // ---- questions
    /// A part of the register of questions, filtered and sorted, with counts by state.
    question_list(question_view::QuestionsWanted) -> question_view::Questions = question_view::list;
    /// A question with its askers, what is telling in it and what holds it.
    question_get(Id) -> question_view::QuestionView = question_view::get;
    /// Notes a question under the next number.
    question_add(question::NewQuestion) -> question::NotedQuestion = question::add;
    /// Sets a field of questions, or of one who asked, as typed.
    question_set(question::EditQuestions) -> Nothing = question::set;
    /// Removes questions that were never shared; their numbers are not given again.
    question_remove(question::QuestionIds) -> Nothing = question::remove;
    /// Approves answers, and says which are not finished.
    question_approve(question::QuestionIds) -> question::Approved = question::approve;
    /// Takes an approval back.
    question_reopen(Id) -> Nothing = question::reopen;
    /// Lets one question tell the others, and names it.
    question_merge(question::MergeQuestions) -> Id = question::merge;
    /// Lets a merged question stand for itself again.
    question_split(Id) -> Nothing = question::split;
    /// Looks for words that show who asked.
    question_check(question_view::CheckWords) -> question_view::Checked = question_view::check;
    /// Knowingly leaves telling words, or takes that back.
    question_clear(question::ClearWords) -> Nothing = question::clear;
    /// Questions that are probably the same.
    question_similar(question_view::SimilarWanted) -> Vec<question_view::SimilarRow> = question_view::similar;
    /// Accepts or declines a question that came late.
    question_late(question::DecideLate) -> Nothing = question::late;
    /// The standard reply to each who asked a late question, as it was decided.
    question_reply_get(Id) -> question_reply::QuestionReplies = question_reply::get;
    /// Writes the draft of such a reply, in the words it was given, into a folder.
    question_reply_export(question_reply::ExportReply) -> question_reply::ReplyWritten = question_reply::export;
    /// Notes that a bidder asked a question as well.
    question_asker_add(question::NewAsker) -> Id = question::add_asker;
    /// Removes one who did not ask after all.
    question_asker_remove(Id) -> Nothing = question::remove_asker;
    /// Questions by section and bidder, and how long answers take.
    question_insight(InProcurement) -> sentei_core::question::insight::Insight = question_view::insight;
    /// The section an answer changes, and the reason for the addendum.
    question_to_rfp(Id) -> sentei_core::question::insight::ToRfp = question_view::to_rfp;
    /// What a sheet, a mail or pasted text holds, before anything is taken over.
    question_import_read(question_import::QuestionSource) -> question_import::QuestionsRead = question_import::read;
    /// Takes the chosen rows over, in one step that can be undone.
    question_import(question_import::TakeQuestions) -> sentei_core::question::incoming::Taken = question_import::import;
    /// Writes the question sheet of a bidder into a folder.
    question_sheet_export(question_sheet::ExportQuestionSheet) -> question_sheet::QuestionSheetMade = question_sheet::export;

    // ---- evaluation sheets as files
    /// Writes evaluation sheets as Excel files.
    sheet_export(sheet_file::ExportSheets) -> sheet_file::SheetsWritten = sheet_file::export;
    /// Writes evaluation sheets as PDF, blank or filled.
    sheet_print(sheet_file::PrintSheets) -> sheet_file::SheetsWritten = sheet_file::print;
    /// What an evaluation sheet that came back changes, before anything is kept.
    sheet_import_read(sheet_file::SheetFile) -> sheet_file::SheetRead = sheet_file::read;
    /// Takes an evaluation sheet over, in one step that can be undone.
    sheet_import(sheet_file::TakeSheet) -> sheet_file::SheetTaken = sheet_file::import;

    // ---- outlines
    /// The outlines one can start from.
    outline_list(Nothing) -> outline::Outlines = outline::list;
    /// Saves the RFP of a procurement as an outline.
    outline_save(outline::SaveOutline) -> Id = outline::save;
    /// Gives an own outline another name.
    outline_rename(outline::RenameOutline) -> Nothing = outline::rename;
    /// Removes an own outline.
    outline_remove(Id) -> Nothing = outline::remove;

    // ---- the RFP
    /// The tree of sections, what is missing, the releases.
    rfp_get(InProcurement) -> rfp::Rfp = rfp::get;
    /// Fields and drawn parts as they stand now.
    rfp_fields(InProcurement) -> rfp::RfpFields = rfp::fields;
    /// What is missing, the gravest first.
    rfp_completeness(InProcurement) -> Vec<sentei_core::Finding> = rfp::findings;
    /// What has changed since the latest release.
    rfp_changes(InProcurement) -> Vec<sentei_core::rfp::change::Change> = rfp::changes;
    /// Finds words in titles, texts and requirements.
    rfp_find(rfp::Sought) -> rfp::Hits = rfp::find;
    /// Replaces words everywhere but in the places skipped.
    rfp_replace(rfp::Replacement) -> rfp::Replaced = rfp::replace;
    /// A section with its text.
    section_get(Id) -> section::SectionView = section::get;
    /// Adds a section.
    section_add(section::NewSection) -> Id = section::add;
    /// Changes title, text, wording or state of a section.
    section_set(section::EditSection) -> Nothing = section::set;
    /// Puts a section elsewhere in the tree.
    section_move(section::MoveSection) -> Nothing = section::place;
    /// Moves a section by one: up, down, in or out.
    section_shift(section::ShiftSection) -> Nothing = section::shift;
    /// Removes a section with everything under it.
    section_remove(Id) -> Nothing = section::remove;
    /// Takes the sections of a Word or Markdown file over.
    rfp_import(import::ImportFile) -> import::Imported = import::file;
    /// All requirements.
    requirement_list(InProcurement) -> Vec<requirement::RequirementRow> = requirement::list;
    /// Adds a requirement with the next number.
    requirement_add(requirement::NewRequirement) -> requirement::Numbered = requirement::add;
    /// Changes level, words or section of a requirement.
    requirement_set(requirement::EditRequirement) -> Nothing = requirement::set;
    /// Removes a requirement; its number is not given again.
    requirement_remove(Id) -> Nothing = requirement::remove;
    /// Moves a requirement behind another, or to the front.
    requirement_move(requirement::MoveRequirement) -> Nothing = requirement::shift;

    // ---- papers and releases
    /// Sets a paper for looking at it.
    rfp_preview(preview::PreviewOf) -> preview::Preview = preview::make;
    /// A page of the paper set last.
    rfp_preview_page(preview::PreviewPage) -> preview::PagePicture = preview::page;
    /// What a release would do: papers, addressees, changes, what is missing.
    rfp_release_plan(InProcurement) -> release::ReleasePlan = release::plan;
    /// Releases the RFP: freezes it, makes its papers and keeps them.
    rfp_release(release::MakeRelease) -> release::Released = release::make;
    /// The releases, oldest first.
    release_list(InProcurement) -> Vec<release::ReleaseRow> = release::list;
    /// Writes the papers of a release into a folder, byte for byte as they were made.
    release_export(release::ExportRelease) -> release::Exported = release::export;

    // ---- the result
    /// Bidders against criteria and evaluators: points, totals, ranks, what is missing and what is odd.
    result_get(result::AskResult) -> result::ResultShown = result::get;
    /// Opens a number to those it came from.
    result_open(result::OpenNumber) -> sentei_core::marking::opened::Opened = result::open;
    /// What it takes to change the winner: other weights, other formulas for the price, nobody left out. Long work.
    firmness_get(InProcurement) -> result::FirmnessShown = result::firmness;
    /// Records the mark that was agreed on in place of the evaluators' own.
    consensus_set(result::AgreeMark) -> Nothing = result::agree;
    /// Goes back to the evaluators' own marks.
    consensus_remove(result::AgreedPlace) -> Nothing = result::disagree;
    /// What the selection report would hold.
    report_plan(InProcurement) -> report::ReportPlan = report::plan;
    /// Writes the selection report as PDF and its numbers as Excel into a folder.
    report_export(report::ExportReport) -> report::ReportWritten = report::export;
    /// Leaves a bidder out of the comparison, for a reason.
    exclusion_add(result::ExcludeBidder) -> Nothing = result::exclude;
    /// Takes a bidder back into the comparison, for a reason.
    exclusion_lift(result::ExcludeBidder) -> Nothing = result::lift;

    // ---- distribution
    /// Who knows what: items against bidders, and the gaps.
    knowledge_get(InProcurement) -> knowledge::KnowledgeView = knowledge::get;
    /// Makes approved answers something bidders are to know.
    question_share(distribution::ShareQuestions) -> distribution::Shared = distribution::share;
    /// Adds a file to what bidders are to know.
    shared_file_add(distribution::ShareFile) -> Id = distribution::add_file;
    /// Removes a file that has been made ready for nobody.
    shared_file_remove(Id) -> Nothing = distribution::remove_file;
    /// What each bidder would get: items, files, mail.
    distribution_plan(delivery::PlanDistribution) -> delivery::DistributionPlan = delivery::plan;
    /// Makes a folder for each bidder with its files and the draft of its mail.
    distribution_prepare(delivery::PrepareDistribution) -> delivery::Prepared = delivery::prepare;
    /// The distributions, newest first.
    distribution_list(InProcurement) -> Vec<distribution::DistributionRow> = distribution::list;
    /// One distribution.
    distribution_get(Id) -> distribution::DistributionRow = distribution::get;
    /// Records that distributions were sent: when, by what means.
    distribution_sent(distribution::SentDistributions) -> Nothing = distribution::sent;
    /// Records that a distribution was not sent after all.
    distribution_unsent(distribution::UnsentDistribution) -> Nothing = distribution::unsent;
    /// Notes that a bidder confirmed a distribution.
    distribution_receipt(distribution::ReceivedDistribution) -> Nothing = distribution::receipt;
    /// Discards what was made ready and not sent.
    distribution_discard(Id) -> Nothing = distribution::discard;
    /// Writes the files of a distribution into a folder again, byte for byte.
    distribution_export(distribution::ExportDistribution) -> distribution::DistributionWritten = distribution::export;
    /// Writes the ledger of distributions as PDF and Excel.
    ledger_export(ledger::ExportLedger) -> ledger::LedgerWritten = ledger::export;
    /// The templates of mails.
    letter_list(letter::LettersOf) -> Vec<letter::LetterRow> = letter::list;
    /// A template, and how it reads with its fields filled in.
    letter_get(letter::LetterOf) -> letter::LetterShown = letter::get;
    /// Puts a template into the company's own words.
    letter_set(letter::LetterWords) -> letter::LetterRow = letter::set;
    /// Goes back to the words that come with the program.
    letter_reset(letter::LetterKey) -> Nothing = letter::reset;

    // ---- proposals
    /// The bidders with their proposals, and who is waited for.
    proposal_list(InProcurement) -> proposal::Proposals = proposal::list;
    /// A proposal with its files, estimates, checks and answers.
    proposal_get(Id) -> proposal_view::ProposalView = proposal_view::get;
    /// Records that a proposal came, with the bidder's step.
    proposal_add(proposal::NewProposal) -> Id = proposal::add;
    /// Sets a field of a proposal to what was typed.
    proposal_set(criterion::TypedField) -> Nothing = proposal::set;
    /// Decides about a proposal that came after the deadline.
    proposal_rule(proposal::LateDecision) -> Nothing = proposal::rule;
    /// Takes a proposal out of the record.
    proposal_remove(Id) -> Nothing = proposal::remove;
    /// All proposals side by side.
    proposal_compare(InProcurement) -> proposal_view::Comparison = proposal_view::compare;
    /// Keeps files of a proposal.
    proposal_file_add(proposal_file::NewProposalFiles) -> proposal_file::KeptFiles = proposal_file::add;
    /// Sets `kind`, `name`, `note` or `received_at` of a file.
    proposal_file_set(criterion::TypedField) -> Nothing = proposal_file::set;
    /// Takes a file out of a proposal.
    proposal_file_remove(Id) -> Nothing = proposal_file::remove;
    /// Lays a copy of a file where the system can show it.
    proposal_file_open(Id) -> vendor_file::OpenedFile = proposal_file::open;
    /// Binds photos or scans into one PDF that is kept beside them.
    proposal_bind(proposal_file::BindFiles) -> proposal_file::BoundFiles = proposal_file::bind;
    /// Sets `state`, `page` or `note` of the check of a required item.
    item_check_set(proposal::TypedCheck) -> Nothing = proposal::set_check;
    /// Sets `answer` or `words` of the answer to a requirement.
    requirement_answer_set(proposal::TypedAnswer) -> Nothing = proposal::set_answer;
    /// Begins an estimate; a later one starts with the lines of the one before and says why.
    estimate_add(estimate::NewEstimate) -> Id = estimate::add;
    /// Sets `dated`, `received_at`, `reason` or `file` of an estimate.
    estimate_set(criterion::TypedField) -> Nothing = estimate::set;
    /// Takes the latest estimate out.
    estimate_remove(Id) -> Nothing = estimate::remove;
    /// Adds a line to the latest estimate.
    estimate_line_add(estimate::NewEstimateLine) -> Id = estimate::add_line;
    /// Sets a field of a line to what was typed.
    estimate_line_set(criterion::TypedField) -> Nothing = estimate::set_line;
    /// Removes a line.
    estimate_line_remove(Id) -> Nothing = estimate::remove_line;
    /// Moves a line.
    estimate_line_move(evaluator::MoveItem) -> Nothing = estimate::shift_line;
    /// Finds estimates of all procurements by date, amount and party.
    estimate_find(estimate::SoughtEstimates) -> estimate::FoundEstimates = estimate::seek;
    /// Writes the index of the estimates found as an Excel file.
    estimate_index_export(estimate::ExportEstimates) -> estimate::WrittenFile = estimate::export_index;
    /// Writes the estimate forms of bidders into a folder.
    estimate_form_export(bidder_form::ExportForms) -> bidder_form::WrittenForms = bidder_form::export_estimate;
    /// What an estimate that came as a sheet or pasted rows would change.
    estimate_import_read(bidder_form::FormSource) -> bidder_form::EstimateRead = bidder_form::read_estimate_form;
    /// Takes it over.
    estimate_import(bidder_form::TakeEstimate) -> Id = bidder_form::import_estimate;
    /// Writes the response sheets of bidders into a folder.
    response_sheet_export(bidder_form::ExportForms) -> bidder_form::WrittenForms = bidder_form::export_response;
    /// What a response sheet would change.
    response_import_read(bidder_form::FormSource) -> bidder_form::ResponseRead = bidder_form::read_response;
    /// Takes the chosen answers over.
    response_import(bidder_form::TakeAnswers) -> bidder_form::AnswersTaken = bidder_form::import_response;
    // ---- evaluation sheets
    /// The sheets of the evaluators: how far each is, never what is in it.
    sheet_list(InProcurement) -> sheet::SheetsView = sheet::list;
    /// The sheet of one evaluator with her marks.
    sheet_get(sheet::SheetOf) -> sheet::SheetView = sheet::get;
    /// Sets `mark`, `comment` or `may_tell` of a cell.
    mark_set(sheet::TypedMark) -> sheet::MarkSet = sheet::set;
    /// Hands a sheet in, or the part of it that is due; it never changes afterwards.
    sheet_hand_in(sheet::HandInSheet) -> sheet::SheetHandedIn = sheet::give;
    /// The conflict-of-interest statement of an evaluator.
    conflict_get(sheet::SheetOf) -> conflict::StatementOf = conflict::get;
    /// Signs a statement: none, or with which bidders.
    conflict_sign(conflict::SignConflict) -> Id = conflict::sign;
    /// Rules on a conflict: she steps aside, or judges for a reason.
    conflict_rule(conflict::RuleConflict) -> Nothing = conflict::rule;

    // ---- decision
    /// The discussion and what came of it.
    decision_get(InProcurement) -> decision::DecisionView = decision::get;
    /// Sets a field of the decision.
    decision_set(decision::FieldOf) -> Nothing = decision::set;
    /// Records that it is decided: who is awarded and who is not, in one step.
    decision_decide(InProcurement) -> Nothing = decision::decide;
    /// Takes the decision back while no notice was sent.
    decision_reopen(InProcurement) -> Nothing = decision::reopen;
    /// Adds a point to the discussion.
    discussion_add(decision::NewPoint) -> Id = decision::add;
    /// Sets a field of a point.
    discussion_set(criterion::TypedField) -> Nothing = decision::set_point;
    /// Moves a point behind another, or to the front.
    discussion_move(evaluator::MoveItem) -> Nothing = decision::move_point;
    /// Removes a point.
    discussion_remove(Id) -> Nothing = decision::remove_point;
    /// The approval request, as it is kept or as the record suggests it.
    approval_get(InProcurement) -> approval::ApprovalView = approval::get;
    /// Sets a field of the approval request.
    approval_set(decision::FieldOf) -> Nothing = approval::set;
    /// Puts what the record says now into the approval request again.
    approval_refill(InProcurement) -> Nothing = approval::refill;
    /// Records that the approval request was handed in.
    approval_submit(approval::SubmitApproval) -> Nothing = approval::submit;
    /// Takes back an approval request that was handed in.
    approval_withdraw(InProcurement) -> Nothing = approval::withdraw;
    /// Adds an approver.
    approval_step_add(approval::NewStep) -> Id = approval::add_step;
    /// Sets a field of an approver, her outcome among them.
    approval_step_set(criterion::TypedField) -> Nothing = approval::set_step;
    /// Moves an approver behind another, or to the front.
    approval_step_move(evaluator::MoveItem) -> Nothing = approval::move_step;
    /// Removes an approver.
    approval_step_remove(Id) -> Nothing = approval::remove_step;
    /// Adds a condition an approver set.
    approval_condition_add(approval::NewCondition) -> Id = approval::add_condition;
    /// Sets a field of a condition.
    approval_condition_set(criterion::TypedField) -> Nothing = approval::set_condition;
    /// Removes a condition.
    approval_condition_remove(Id) -> Nothing = approval::remove_condition;
    /// Writes the approval request as PDF and Word.
    approval_export(approval::ExportApproval) -> distribution::DistributionWritten = approval::export;
    /// The notices to bidders.
    notice_list(InProcurement) -> notice::Notices = notice::list;
    /// One notice.
    notice_get(Id) -> notice::NoticeView = notice::get;
    /// Drafts a notice for every bidder that has none yet.
    notice_draft(InProcurement) -> notice::NoticesDrafted = notice::draft;
    /// Sets a field of a notice.
    notice_set(criterion::TypedField) -> Nothing = notice::set;
    /// Tells a comment in a notice, or no longer.
    notice_tell(notice::TellComment) -> Nothing = notice::tell;
    /// Puts the words of the template with the chosen comments into a notice again.
    notice_rewrite(Id) -> Nothing = notice::rewrite;
    /// Looks for words that would tell of others.
    notice_check(notice::CheckNotice) -> notice::NoticeChecked = notice::check;
    /// Knowingly leaves a mark or a contrast in a notice, or takes that back.
    notice_clear(notice::ClearNotice) -> Nothing = notice::clear;
    /// Removes the draft of a notice.
    notice_remove(Id) -> Nothing = notice::remove;
    /// Makes the letter and the draft of the mail of notices.
    notice_make(notice::MakeNotices) -> distribution::DistributionWritten = notice::make;
    /// What is to be known before notices are recorded as sent.
    notice_sent_check(notice::SentNotices) -> notice::SendingChecked = notice::check_sending;
    /// Records that notices were sent: when, by what means.
    notice_sent(notice::SentNotices) -> Nothing = notice::sent;
    /// Writes the files of a notice into a folder again, byte for byte.
    notice_export(notice::ExportNotice) -> distribution::DistributionWritten = notice::export;
}

/// The command with this name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn within<T: DeserializeOwned>(args: Value) -> Result<T> {
    let args = if args.is_null() { Value::Object(serde_json::Map::default()) } else { args };
    serde_json::from_value(args).map_err(|cause| Error::say("error-arguments").code("arguments").arg("detail", cause))
}

fn out(value: impl Serialize) -> Result<Box<RawValue>> {
    Ok(to_raw_value(&value)?)
}
