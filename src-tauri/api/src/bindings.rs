//! The front end's types and functions, written from the list of commands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TypeVisitor, TS};

use crate::commands::COMMANDS;

/// Gathers the declarations of named types.
pub(crate) struct Types<'c> {
    config: &'c Config,
    declared: BTreeMap<String, String>,
}

impl Types<'_> {
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) {
        T::visit_dependencies(self);
        T::visit_generics(self);
        self.visit::<T>();
    }
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() || self.declared.contains_key(&T::ident(self.config)) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.declared.insert(T::ident(self.config), format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn config() -> Config {
    // Counts and sizes fit a JavaScript number.
    Config::new().with_large_int("number")
}

/// `ui/host/bindings.d.ts`: every type that crosses, and the shape of every command.
pub fn types() -> String {
    let config = config();
    let mut types = Types { config: &config, declared: BTreeMap::new() };
    types.add::<crate::Failure>();
    types.add::<crate::Event>();
    types.add::<crate::Progress>();
    for command in COMMANDS {
        (command.types)(&mut types);
    }
    let mut text =
        String::from("// Written from the list of commands by `make bindings`; a test fails when it is stale.\n\n");
    for declaration in types.declared.values() {
        let _ = writeln!(text, "{}\n", declaration.trim_end());
    }
    text.push_str("export interface Commands {\n");
    for command in COMMANDS {
        let _ = writeln!(text, "  /** {} */", command.doc.trim().replace("\n ", " "));
        let _ = writeln!(
            text,
            "  {}(args{}: {}): Promise<{}>;",
            command.name,
            optional(&(command.args)(&config)),
            (command.args)(&config),
            (command.result)(&config)
        );
    }
    text.push_str("}\n");
    text
}

fn optional(args: &str) -> &'static str {
    if args.contains(':') {
        ""
    } else {
        "?"
    }
}

/// `ui/host/commands.js`: one function a command.
pub fn functions() -> String {
    let mut text = String::from(
        "// Written from the list of commands by `make bindings`; a test fails when it is stale.\n\nimport { call } from './transport.js';\n\n/** @type {import('./bindings').Commands} */\nexport const commands = {\n",
    );
    for command in COMMANDS {
        let _ = writeln!(text, "  {0}: (args) => call('{0}', args ?? {{}}),", command.name);
    }
    text.push_str("};\n");
    text
}

/// A shape as people read it: on one line, without the remarks on its parts.
fn in_a_line(shape: &str) -> String {
    let mut rest = shape;
    let mut bare = String::new();
    while let Some((before, remark)) = rest.split_once("/**") {
        bare.push_str(before);
        rest = remark.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let line = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace("Record<symbol, never>", "{}").replace(", }", " }")
}

/// The list as people read it: name, arguments, result, what it does.
pub fn listing() -> String {
    let config = config();
    COMMANDS.iter().fold(String::new(), |mut text, command| {
        let _ = writeln!(
            text,
            "{} {} -> {}\n   {}",
            command.name,
            in_a_line(&(command.args)(&config)),
            in_a_line(&(command.result)(&config)),
            command.doc.trim()
        );
        text
    })
}
