/** An id of a stored thing. */
export type Id = string;
/** A sentence by its Fluent id. */
export type Text = { id: string; args: Record<string, string> };
export type Failure = { code: string; message_id: string; args: Record<string, string> };
export type UndoState = { undo: Text | null; redo: Text | null };
export type Changed = { op: string; kinds: string[]; ids: string[]; procurement: Id | null; initiator: string | null; undo: UndoState };

export type AppState = { version: string; library: string; read_only: boolean; holder: string | null; lang: string; theme: string; scale: number; actor: string; today: string };
export type ClosedDay = { id: Id; from: string; to: string; name: string };
export type Settings = {
  lang: string; theme: string; scale: number; actor: string;
  issuer: { company: string; department: string; product: string; address: string };
  contact: { role: string; person: string; mail: string; phone: string; hours: string };
  closed_days: ClosedDay[];
};
export type HistoryChange = { label: Text; before: string | null; after: string | null };
export type HistoryEntry = { seq: number; at: string; actor: string; what: Text; barrier: boolean; undone: boolean; changes: HistoryChange[] };
export type History = { entries: HistoryEntry[]; more: boolean };
export type Backup = { name: string; at: string; bytes: number };

export type WayStep = { step: string; state: string; figure: Text | null };
export type Missing = { kind: string; text: Text; severe: boolean };
export type HomeRow = {
  id: Id; title: string; document_number: string; is_sample: boolean; archived: boolean; stage: Text; way: WayStep[];
  next: { label: Text; at_text: string; days: number | null } | null; missing: Missing[];
};
export type Due = { procurement: Id; title: string; label: Text; at: string; at_text: string; group: string; days: number; note: Text | null };
export type Home = { today: string; today_text: string; procurements: HomeRow[]; due: Due[]; weeks?: { svg: string; alt: string } | null };

export type Choice = { value: string; label: Text };
export type Moved = { was: string; release: string };
export type Fact = {
  key: string; group: string; label: Text; kind: string; value: string | null; text: string | null;
  choices?: Choice[] | null; notes: Text[]; moved: Moved | null;
};
export type Procurement = {
  id: Id; title: string; document_number: string; is_sample: boolean; archived: boolean; lang: string; way: WayStep[];
  facts: Fact[]; undo: UndoState; latest_release: string | null;
};
export type Milestone = Fact & { deadline: boolean; weekday: string | null; days_from_previous: number | null };
export type Place = { section?: Id | null; screen?: string | null; key?: string | null };
export type Finding = { kind: string; severity: string; text: Text; place: Place };
export type Schedule = { milestones: Milestone[]; findings: Finding[]; weeks: { svg: string; alt: string } | null };
export type SuggestedDate = { key: string; label: Text; value: string; text: string; reason: Text };
export type Evaluator = { id: Id; name: string; reading: string; role: string; department: string; duties: string; adviser: boolean };
export type Criterion = { id: Id; parent: Id | null; depth: number; number: string; title: string; asks: string; weight: string | null };
export type Criteria = { criteria: Criterion[]; total: string; note: Text | null };
export type RequiredItem = { id: Id; parent: Id | null; depth: number; title: string };
export type Bidder = {
  id: Id; vendor: Id; name: string; reading: string; department: string; person: string; person_reading: string;
  mail: string; phone: string; status: string; copy_number: number | null;
};
export type Bidders = { bidders: Bidder[]; note: Text | null };
export type OutlineRow = { id: Id; title: string; description: string; lang: string; own: boolean; sections: number };

/** Rich text as ProseMirror reads and writes it. */
export type Doc = { type: "doc"; content?: any[] };
export type SectionRow = {
  id: Id; parent: Id | null; depth: number; number: string; title: string; state: string; optional: boolean; changed: boolean; findings: number;
};
export type FileRow = { id: Id; name: string; bytes: number; sha256: string; addressee: string | null };
export type ReleaseRow = { id: Id; number: string; kind: string; issued_at: string; issued_text: string; reason: string; files: FileRow[]; incomplete: Text[] };
export type Rfp = {
  sections: SectionRow[]; findings: Finding[]; counts: { empty: number; optional: number; requirements: number; sections: number };
  releases: ReleaseRow[]; addendum_due: { text: Text; changes: number; next: string } | null;
};
export type Requirement = { id: Id; number: string; section: Id | null; section_number: string; section_title: string; level: string; text: string };
export type Section = {
  id: Id; procurement: Id; parent: Id | null; number: string; chapter: { number: string; title: string } | null; title: string; body: Doc; hint: string;
  optional: boolean; optional_allowed: boolean; optional_wording: string; done: boolean; requirements: Requirement[]; was: { number: string; body: Doc } | null;
};
export type FieldRow = { key: string; label: Text; text: string | null; missing: boolean; moved: Moved | null; screen: string; group: string };
export type BlockRow = { name: string; label: Text; caption: Text; screen: string; head: string[]; rows: string[][]; note: Text | null };
export type Fields = { fields: FieldRow[]; blocks: BlockRow[] };
export type Hit = { section: Id; number: string; title: string; place: string; index: number; before: string; match: string; after: string };
export type Run = { s: string; ins?: boolean; del?: boolean };
export type ChangeRow = { no: number; kind: string; number: string; title: string; old: Run[]; new: Run[]; section: Id | null };
export type ReleasePlan = {
  number: string; kind: string; findings: Finding[]; changes: ChangeRow[];
  addressees: { bidder: Id; name: string; person: string | null; copy: string }[];
  not_addressed: { name: string; why: Text }[]; files: { name: string; note: Text }[];
};
export type Preview = { token: string; pages: number; sections: Record<Id, number>; title: string };

type Command<A, R> = (args: A) => Promise<R>;
type Nothing = Record<string, never>;
type Done = unknown;
type In = { procurement: Id };

/** Every command of the core, by name. */
export interface Commands {
  app_state: Command<Nothing, AppState>;
  settings_get: Command<Nothing, Settings>;
  settings_set: Command<{ key: string; value: string }, Done>;
  closed_day_add: Command<{ from: string; to: string; name: string }, { id: Id }>;
  closed_day_remove: Command<{ id: Id }, Done>;
  undo_state: Command<{ procurement?: Id }, UndoState>;
  undo: Command<{ procurement?: Id }, UndoState & { done: Text }>;
  redo: Command<{ procurement?: Id }, UndoState & { done: Text }>;
  history_list: Command<{ procurement?: Id; before?: number; limit?: number }, History>;
  journal_verify: Command<Nothing, { operations: number; head: string; broken: Text | null }>;
  backup_now: Command<Nothing, { name: string }>;
  backup_list: Command<Nothing, { backups: Backup[] }>;
  backup_restore: Command<{ name: string }, Done>;

  home: Command<Nothing, Home>;
  procurement_create: Command<{ title: string; from: string; lang?: string }, { id: Id }>;
  procurement_get: Command<{ id: Id }, Procurement>;
  procurement_rename: Command<{ id: Id; title: string }, Done>;
  procurement_archive: Command<{ id: Id; archived: boolean }, Done>;
  procurement_remove: Command<{ id: Id }, Done>;
  fact_set: Command<In & { key: string; value: string | null }, Fact>;
  schedule_get: Command<In, Schedule>;
  schedule_suggest: Command<In & { from?: string }, { milestones: SuggestedDate[] }>;
  schedule_apply: Command<In & { from?: string; keep_existing: boolean }, Done>;
  evaluator_list: Command<In, Evaluator[]>;
  evaluator_add: Command<In & { name: string; after?: Id }, { id: Id }>;
  evaluator_set: Command<{ id: Id; field: string; value: string }, Done>;
  evaluator_remove: Command<{ id: Id }, Done>;
  evaluator_move: Command<{ id: Id; after: Id | null }, Done>;
  criterion_list: Command<In, Criteria>;
  criterion_add: Command<In & { parent?: Id; title: string; after?: Id }, { id: Id }>;
  criterion_set: Command<{ id: Id; field: string; value: string }, Done>;
  criterion_remove: Command<{ id: Id }, Done>;
  criterion_move: Command<{ id: Id; parent: Id | null; after: Id | null }, Done>;
  required_item_list: Command<In, RequiredItem[]>;
  required_item_add: Command<In & { parent?: Id; title: string; after?: Id }, { id: Id }>;
  required_item_set: Command<{ id: Id; title: string }, Done>;
  required_item_remove: Command<{ id: Id }, Done>;
  required_item_move: Command<{ id: Id; parent: Id | null; after: Id | null }, Done>;
  bidder_list: Command<In, Bidders>;
  bidder_add: Command<In & { name: string; reading?: string; person?: string; mail?: string }, { id: Id }>;
  bidder_set: Command<{ id: Id; field: string; value: string }, Done>;
  bidder_remove: Command<{ id: Id }, Done>;
  bidder_move: Command<{ id: Id; after: Id | null }, Done>;
  outline_list: Command<Nothing, { outlines: OutlineRow[] }>;
  outline_save: Command<In & { title: string }, { id: Id }>;
  outline_rename: Command<{ id: Id; title: string }, Done>;
  outline_remove: Command<{ id: Id }, Done>;

  rfp_get: Command<In, Rfp>;
  section_get: Command<{ id: Id }, Section>;
  section_add: Command<In & { parent: Id | null; after: Id | null; title: string }, { id: Id }>;
  section_set: Command<{ id: Id; title?: string; body?: Doc; optional?: boolean; optional_wording?: string; done?: boolean }, SectionRow>;
  section_move: Command<{ id: Id; parent: Id | null; after: Id | null }, Done>;
  section_shift: Command<{ id: Id; direction: string }, Done>;
  section_remove: Command<{ id: Id }, Done>;
  requirement_list: Command<In, Requirement[]>;
  requirement_add: Command<In & { section?: Id; level: string; text: string; after?: Id }, { id: Id; number: string }>;
  requirement_set: Command<{ id: Id; level?: string; text?: string; section?: Id | null }, Done>;
  requirement_remove: Command<{ id: Id }, Done>;
  requirement_move: Command<{ id: Id; after: Id | null }, Done>;
  rfp_fields: Command<In, Fields>;
  rfp_completeness: Command<In, Finding[]>;
  rfp_find: Command<In & { find: string; case?: boolean }, { hits: Hit[] }>;
  rfp_replace: Command<In & { find: string; replace: string; skip?: { section: Id; place: string; index: number }[] }, { replaced: number }>;
  rfp_import: Command<In & { file: string }, { sections: number; warnings: Text[] }>;
  rfp_preview: Command<In & { bidder?: Id; release?: Id; paper?: string }, Preview>;
  rfp_preview_page: Command<{ token: string; page: number }, { svg: string }>;
  rfp_changes: Command<In, ChangeRow[]>;
  rfp_release_plan: Command<In, ReleasePlan>;
  rfp_release: Command<In & { accept_incomplete?: boolean; reason?: string }, { release: Id; number: string }>;
  release_list: Command<In, ReleaseRow[]>;
  release_export: Command<{ release: Id; to: string; files?: Id[] }, { files: string[] }>;
}
