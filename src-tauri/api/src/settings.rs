//! Commands about settings and the company's closed days.

use sentei_core::calendar;
use sentei_core::calendar::verbs as closed;
use sentei_core::journal::Op;
use sentei_core::procurement::{cannot_read, FactKey};
use sentei_core::{settings, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::Call;

/// The settings.
#[derive(Debug, Serialize, TS)]
pub struct Settings {
    lang: String,
    theme: String,
    scale: u32,
    actor: String,
    issuer: Issuer,
    contact: Contact,
    closed_days: Vec<ClosedDayRow>,
}

/// What new procurements take over about the issuer.
#[derive(Debug, Serialize, TS)]
pub struct Issuer {
    company: String,
    department: String,
    product: String,
    address: String,
}

/// What new procurements take over about the contact.
#[derive(Debug, Serialize, TS)]
pub struct Contact {
    role: String,
    person: String,
    mail: String,
    phone: String,
    hours: String,
}

/// A span of days the company is closed.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ClosedDay")]
pub struct ClosedDayRow {
    id: String,
    from: String,
    to: String,
    name: String,
}

/// A setting as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedSetting {
    key: String,
    value: String,
}

/// Days to close, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct NewClosedDay {
    from: String,
    to: String,
    name: String,
}

pub(crate) fn get(call: &Call<'_>, _: Nothing) -> Result<Settings> {
    call.read(|read| {
        let value = |key: &str| Ok::<_, sentei_core::Error>(settings::value(read, key)?.unwrap_or_default());
        let or = |key: &str, usual: &str| {
            Ok::<_, sentei_core::Error>(settings::value(read, key)?.unwrap_or_else(|| usual.into()))
        };
        Ok(Settings {
            lang: or("lang", "ja")?,
            theme: or("theme", "auto")?,
            scale: or("scale", "100")?.parse().unwrap_or(100),
            actor: or("actor", &call.stamp().actor)?,
            issuer: Issuer {
                company: value("issuer.company")?,
                department: value("issuer.department")?,
                product: value("issuer.product")?,
                address: value("issuer.address")?,
            },
            contact: Contact {
                role: value("contact.role")?,
                person: value("contact.person")?,
                mail: value("contact.mail")?,
                phone: value("contact.phone")?,
                hours: value("contact.hours")?,
            },
            closed_days: closed::closed_days(read)?
                .into_iter()
                .map(|span| ClosedDayRow {
                    id: span.id,
                    from: span.first_day.to_string(),
                    to: span.last_day.to_string(),
                    name: span.name,
                })
                .collect(),
        })
    })
}

pub(crate) fn set(call: &Call<'_>, args: TypedSetting) -> Result<Nothing> {
    let label = args.key.parse::<FactKey>().map_or_else(|_| Text::new(format!("setting-{}", args.key)), FactKey::label);
    let op = Op::new("settings-set").what(label.id).burst(format!("setting.{}", args.key));
    call.write(op, |tx| settings::set(tx, &args.key, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn close(call: &Call<'_>, args: NewClosedDay) -> Result<Id> {
    let day =
        |typed: &str| calendar::read_day(typed, call.today()).map_err(|unread| cannot_read(unread, typed, call.lang()));
    let from = day(&args.from)?;
    let to = if args.to.trim().is_empty() { from } else { day(&args.to)? };
    let id = call.write(Op::new("closed-day-add").what(&args.name), |tx| closed::close(tx, from, to, &args.name))?;
    Ok(Id { id })
}

pub(crate) fn reopen(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let name = call.read(|read| Ok(read.get::<calendar::ClosedDay>(&args.id)?.name))?;
    call.write(Op::new("closed-day-remove").what(name), |tx| closed::reopen(tx, &args.id))?;
    Ok(Nothing {})
}
