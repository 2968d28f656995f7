//! Drafts of mails: one addressee, no copies to anybody, nothing of this machine in them.

use chrono::{DateTime, Utc};
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use mail_builder::MessageBuilder;
use sentei_core::{Error, Result};

/// A mail that is to be sent by hand.
#[derive(Debug, Clone, Default)]
pub struct Draft<'a> {
    /// Name and address it comes from; none where no address is known.
    pub from: Option<(&'a str, &'a str)>,
    /// Name and address it goes to.
    pub to: (&'a str, &'a str),
    /// Its subject.
    pub subject: &'a str,
    /// Its words.
    pub body: &'a str,
    /// Its attachments: name and content.
    pub attachments: Vec<(&'a str, &'a [u8])>,
    /// What tells it from every other: hexadecimal digits.
    pub ident: &'a str,
}

/// The draft as a file that a mail program opens for sending. The same draft and moment give the same bytes.
pub fn eml(draft: &Draft<'_>, at: DateTime<Utc>) -> Result<Vec<u8>> {
    let domain =
        draft.from.and_then(|(_, address)| address.rsplit_once('@')).map_or("sentei.invalid", |(_, domain)| domain);
    let text = MimePart::new(ContentType::new("text/plain").attribute("charset", "utf-8"), draft.body);
    let mut parts = vec![text];
    for (name, bytes) in &draft.attachments {
        parts.push(MimePart::new(ContentType::new(kind_of(name)), *bytes).attachment(*name));
    }
    // A boundary that no content can hold: the underscore-equals pair occurs in neither encoding.
    let boundary = format!("=_{}", draft.ident);
    let body = MimePart::new(ContentType::new("multipart/mixed").attribute("boundary", boundary), parts);
    let mut mail = MessageBuilder::new()
        .message_id(format!("{}@{domain}", draft.ident))
        .date(at.timestamp())
        .to(address(draft.to))
        .subject(draft.subject)
        .header("X-Unsent", Raw::new("1"))
        .body(body);
    if let Some(from) = draft.from {
        mail = mail.from(address(from));
    }
    mail.write_to_vec().map_err(|cause| Error::say("error-paper").arg("cause", cause))
}

fn address<'a>((name, mail): (&'a str, &'a str)) -> Address<'a> {
    Address::new_address((!name.is_empty()).then_some(name), mail)
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).as_deref() {
        Some("pdf") => "application/pdf",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}
