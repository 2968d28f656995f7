//! The journal's promises, on random runs of commands.

use std::path::Path;

use chrono::{TimeDelta, TimeZone as _, Utc};
use proptest::prelude::*;

use super::{became, entries, verify, Broken, Op, Stamp, Written, OWN};
use crate::library::{Library, Setting};
use crate::Error;

#[derive(Debug, Clone)]
enum Act {
    Put { key: u8, value: String, scope: u8, burst: bool },
    Remove { key: u8, scope: u8 },
    Wait { seconds: u16 },
    Undo { scope: Option<u8> },
    Redo { scope: Option<u8> },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let scope = prop::option::of(0u8..3);
    let act = prop_oneof![
        6 => (0u8..5, "[a-z選定髙𠮷]{0,4}", 0u8..3, any::<bool>())
            .prop_map(|(key, value, scope, burst)| Act::Put { key, value, scope, burst }),
        2 => (0u8..5, 0u8..3).prop_map(|(key, scope)| Act::Remove { key, scope }),
        1 => (0u16..200).prop_map(|seconds| Act::Wait { seconds }),
        2 => scope.clone().prop_map(|scope| Act::Undo { scope }),
        1 => scope.prop_map(|scope| Act::Redo { scope }),
    ];
    prop::collection::vec(act, 1..40)
}

fn stamp(seconds: i64) -> Stamp {
    Stamp {
        actor: "試験".into(),
        at: Utc.with_ymd_and_hms(2026, 11, 22, 0, 0, 0).unwrap() + TimeDelta::seconds(seconds),
    }
}

fn library(folder: &Path) -> Library {
    Library::open(folder, [7; 16], &stamp(0)).unwrap()
}

/// Two procurements, and the library's own things.
fn name(scope: u8) -> String {
    if scope == 2 {
        OWN.into()
    } else {
        format!("scope {scope}")
    }
}

fn op(op: &'static str, scope: u8) -> Op {
    if scope == 2 {
        Op::new(op)
    } else {
        Op::new(op).scope(name(scope))
    }
}

/// Runs the acts; what the journal refuses leaves everything as it was.
fn run(library: &mut Library, acts: &[Act]) {
    let mut clock = 1;
    for act in acts {
        clock += 1;
        let before = library.state().unwrap();
        let refused = match act {
            Act::Put { key, value, scope, burst } => {
                let mut op = op("setting-set", *scope).what(value.clone());
                if *burst {
                    op = op.burst(format!("setting.{key}"));
                }
                let record = Setting { id: key.to_string(), value: value.clone() };
                library
                    .transact(op, &stamp(clock), |tx| {
                        if tx.find::<Setting>(&record.id)?.is_some() {
                            tx.update(&record)
                        } else {
                            tx.insert(&record)
                        }
                    })
                    .is_err()
            }
            Act::Remove { key, scope } => {
                let op = op("setting-remove", *scope);
                library.transact(op, &stamp(clock), |tx| tx.remove::<Setting>(&key.to_string())).is_err()
            }
            Act::Wait { seconds } => {
                clock += i64::from(*seconds);
                false
            }
            Act::Undo { scope } => library.undo(scope.map(name).as_deref(), &stamp(clock)).is_err(),
            Act::Redo { scope } => library.redo(scope.map(name).as_deref(), &stamp(clock)).is_err(),
        };
        if refused {
            assert_eq!(library.state().unwrap(), before);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn undoing_all_gives_the_first_state_and_redoing_all_the_last(acts in acts()) {
        let folder = tempfile::tempdir().unwrap();
        let mut library = library(folder.path());
        let first = library.state().unwrap();
        let done: Vec<Act> = acts.into_iter().filter(|act| !matches!(act, Act::Undo { .. } | Act::Redo { .. })).collect();
        run(&mut library, &done);
        let last = library.state().unwrap();
        let mut steps = 0;
        while library.undo_names(None).unwrap().undo.is_some() {
            library.undo(None, &stamp(100_000)).unwrap();
            steps += 1;
        }
        prop_assert_eq!(library.state().unwrap(), first);
        for _ in 0..steps {
            library.redo(None, &stamp(100_001)).unwrap();
        }
        prop_assert_eq!(library.state().unwrap(), last);
        prop_assert_eq!(library.undo_names(None).unwrap().redo, None);
    }

    #[test]
    fn the_journal_replays_to_the_same_state_and_verifies(acts in acts()) {
        let folder = tempfile::tempdir().unwrap();
        let mut library = library(folder.path());
        run(&mut library, &acts);
        prop_assert_eq!(library.replayed().unwrap(), library.state().unwrap());
        prop_assert_eq!(verify(&library.read()).unwrap().broken, None);
    }

    #[test]
    fn steps_and_names_outlast_a_restart(acts in acts()) {
        let folder = tempfile::tempdir().unwrap();
        let mut open = library(folder.path());
        run(&mut open, &acts);
        let (state, names) = (open.state().unwrap(), open.undo_names(None).unwrap());
        drop(open);
        let again = library(folder.path());
        prop_assert_eq!(again.state().unwrap(), state);
        prop_assert_eq!(again.undo_names(None).unwrap(), names);
    }

    #[test]
    fn a_changed_removed_inserted_or_swapped_row_is_found_and_named(
        acts in acts(), place in any::<prop::sample::Index>(), other in any::<prop::sample::Index>(), how in 0..6,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut open = library(folder.path());
        run(&mut open, &acts);
        let count = verify(&open.read()).unwrap().operations;
        drop(open);
        prop_assume!(count > 0);
        let seq = i64::try_from(place.index(usize::try_from(count).unwrap())).unwrap() + 1;
        let twin = i64::try_from(other.index(usize::try_from(count).unwrap())).unwrap() + 1;
        let conn = rusqlite::Connection::open(folder.path().join("library.db")).unwrap();
        conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
        let touched = match how {
            0 => conn.execute("UPDATE operation SET actor = actor || '?' WHERE seq = ?1", [seq]),
            1 => conn.execute("UPDATE change SET after = '{\"value\":\"forged\"}' WHERE operation = ?1 AND n = 0 AND after IS NOT '{\"value\":\"forged\"}'", [seq]),
            2 => conn.execute("DELETE FROM operation WHERE seq = ?1", [seq]),
            3 => conn.execute("DELETE FROM change WHERE operation = ?1", [seq]),
            4 => conn.execute("INSERT INTO operation SELECT ?1 + 1, 'forged', name, what, scope, actor, at, last_at, burst, mode, target, barrier, schema, hash, undone FROM operation WHERE seq = ?1", [count]),
            _ => {
                if seq == twin { Ok(0) } else {
                    conn.execute_batch(&format!(
                        "UPDATE operation SET seq = -1 WHERE seq = {seq}; UPDATE operation SET seq = {seq} WHERE seq = {twin}; UPDATE operation SET seq = {twin} WHERE seq = -1;"
                    )).map(|()| 1)
                }
            }
        }.unwrap();
        drop(conn);
        prop_assume!(touched > 0);
        let broken = verify(&library(folder.path()).read()).unwrap().broken;
        let named = match how {
            0 | 1 | 3 => broken == Some(Broken::Altered(seq)),
            2 => broken == Some(Broken::Missing(seq)),
            4 => broken == Some(Broken::Inserted(count + 1)),
            _ => broken == Some(Broken::Altered(seq.min(twin))),
        };
        prop_assert!(named, "{how} at {seq}: {broken:?}");
    }
}

#[test]
fn edits_of_one_field_within_a_minute_are_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, value: &str, at| {
        let record = Setting { id: "k".into(), value: value.into() };
        library
            .transact(Op::new("setting-set").burst("k"), &stamp(at), |tx| match tx.find::<Setting>("k")? {
                Some(_) => tx.update(&record),
                None => tx.insert(&record),
            })
            .unwrap();
    };
    put(&mut library, "い", 1);
    put(&mut library, "いろ", 2);
    put(&mut library, "いろは", 50);
    put(&mut library, "いろはに", 111);
    let value = |library: &Library| library.read().get::<Setting>("k").unwrap().value;
    library.undo(None, &stamp(112)).unwrap();
    assert_eq!(value(&library), "いろは", "61 seconds later a new step began");
    library.undo(None, &stamp(113)).unwrap();
    assert_eq!(value(&library), "い", "two quick edits are one step; adding the row was another");
}

#[test]
fn what_is_picked_is_a_step_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, key: &str, value: &str, at| {
        let record = Setting { id: key.into(), value: value.into() };
        let op = Op::new("setting-set").field("setting", key, key, &["outcome"]);
        library
            .transact(op, &stamp(at), |tx| match tx.find::<Setting>(key)? {
                Some(_) => tx.update(&record),
                None => tx.insert(&record),
            })
            .unwrap();
    };
    for (key, left, first) in [("outcome", "保留", 1), ("comment", "承認", 20)] {
        for (value, later) in [("承認", 0), ("保留", 3), ("否認", 6)] {
            put(&mut library, key, value, first + later);
        }
        library.undo(None, &stamp(first + 7)).unwrap();
        assert_eq!(library.read().get::<Setting>(key).unwrap().value, left, "{key}");
    }
}

#[test]
fn nothing_is_undone_past_what_left_the_house() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, key: &str, op: Op| {
        let record = Setting { id: key.into(), value: String::new() };
        library.transact(op, &stamp(1), |tx| tx.insert(&record)).unwrap();
    };
    put(&mut library, "a", Op::new("setting-set").scope("p"));
    put(&mut library, "b", Op::new("setting-set").scope("q"));
    put(&mut library, "c", Op::new("release").scope("p").barrier());
    put(&mut library, "d", Op::new("setting-set").scope("p"));
    library.undo(Some("p"), &stamp(2)).unwrap();
    assert!(matches!(library.undo(Some("p"), &stamp(3)), Err(Error::Say { id: "error-nothing-to-undo", .. })));
    library.undo(Some("q"), &stamp(4)).unwrap();
}

/// The library's own steps are taken back and done again whatever was done and left the house in a procurement, and none of
/// a procurement's with them. What made a procurement waits for the steps in it.
#[test]
fn the_librarys_own_steps_are_undone_apart_from_those_of_procurements() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, key: &str, op: Op| {
        let record = Setting { id: key.into(), value: String::new() };
        library.transact(op, &stamp(1), |tx| tx.insert(&record)).unwrap();
    };
    let keys = |library: &Library| -> Vec<String> {
        let all = library.read().all::<Setting>("ORDER BY id", &[]).unwrap();
        all.into_iter().map(|setting| setting.id).collect()
    };
    put(&mut library, "own", Op::new("vendor-add"));
    put(&mut library, "p", Op::new("procurement-create"));
    put(&mut library, "in p", Op::new("setting-set").scope("p"));
    library.undo(Some(OWN), &stamp(2)).unwrap();
    assert_eq!(keys(&library), ["in p", "p"]);
    library.redo(Some(OWN), &stamp(3)).unwrap();
    assert_eq!(keys(&library), ["in p", "own", "p"]);
    library.undo(Some("p"), &stamp(4)).unwrap();
    assert_eq!(library.undo_names(Some(OWN)).unwrap().undo.unwrap().0, "procurement-create");
    let told = entries(&library.read(), Some("p"), None, 9).unwrap();
    let told: Vec<&str> = told.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(told, ["setting-set", "setting-set", "procurement-create"], "its history begins with its making");
    library.redo(Some("p"), &stamp(5)).unwrap();

    put(&mut library, "gone", Op::new("release").scope("p").barrier());
    assert_eq!(library.undo_names(None).unwrap().undo, None, "everywhere it stops there");
    library.undo(Some(OWN), &stamp(6)).unwrap();
    assert_eq!(keys(&library), ["gone", "in p", "p"]);
    assert!(matches!(library.undo(Some(OWN), &stamp(7)), Err(Error::Say { id: "error-nothing-to-undo", .. })));
    library.redo(Some(OWN), &stamp(8)).unwrap();
    assert_eq!(keys(&library), ["gone", "in p", "own", "p"]);
    assert_eq!(library.replayed().unwrap(), library.state().unwrap());
    assert_eq!(verify(&library.read()).unwrap().broken, None);
}

#[test]
fn where_values_were_first_written_is_found_for_several_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, key: &str, value: &str| {
        let record = Setting { id: key.into(), value: value.into() };
        library
            .transact(Op::new("setting-set"), &stamp(1), |tx| match tx.find::<Setting>(key)? {
                Some(_) => tx.update(&record),
                None => tx.insert(&record),
            })
            .unwrap();
    };
    for (key, value) in [("j", "い"), ("k", "い"), ("k", "ろ"), ("k", "い"), ("j", "ろ")] {
        put(&mut library, key, value);
    }
    let written = |id, value| Written { kind: "setting", id, column: "value", value };
    let wanted = [written("k", "い"), written("j", "ろ"), written("k", "は"), written("k", "ろ"), written("x", "い")];
    let places = became(&library.read(), &wanted).unwrap();
    assert_eq!(places, [Some(2), Some(5), None, Some(3), None]);
    let other = Written { kind: "fact", ..wanted[0] };
    assert_eq!(became(&library.read(), &[other]).unwrap(), [None]);
}

#[test]
fn what_moved_on_is_not_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, scope: &str, value: &str| {
        let record = Setting { id: "k".into(), value: value.into() };
        library
            .transact(Op::new("setting-set").scope(scope), &stamp(1), |tx| match tx.find::<Setting>("k")? {
                Some(_) => tx.update(&record),
                None => tx.insert(&record),
            })
            .unwrap();
    };
    put(&mut library, "p", "1");
    put(&mut library, "q", "2");
    let before = library.state().unwrap();
    assert!(matches!(library.undo(Some("p"), &stamp(2)), Err(Error::Say { id: "error-undo-moved", .. })));
    assert_eq!(library.state().unwrap(), before);
}

/// What was undone in one procurement is no longer the next step of the whole once something was done elsewhere; in its
/// own procurement it still is.
#[test]
fn redo_everywhere_does_not_reach_behind_what_was_done_since() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let put = |library: &mut Library, key: &str, scope: Option<&str>, clock: i64| {
        let op = Op::new("setting-set");
        let op = match scope {
            Some(scope) => op.scope(scope),
            None => op,
        };
        let record = Setting { id: key.into(), value: "値".into() };
        library.transact(op, &stamp(clock), |tx| tx.insert(&record)).unwrap();
    };
    put(&mut library, "a", Some("scope 0"), 1);
    library.undo(Some("scope 0"), &stamp(2)).unwrap();
    assert!(library.undo_names(None).unwrap().redo.is_some());
    put(&mut library, "b", None, 3);
    assert_eq!(library.undo_names(None).unwrap().redo, None);
    assert!(library.undo_names(Some("scope 0")).unwrap().redo.is_some());
    library.redo(Some("scope 0"), &stamp(4)).unwrap();
}
