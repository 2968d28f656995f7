//! Every screen there is, for the tests that look at all of them and for `make screens`.

use serde_json::json;

use crate::window::Window;

/// One screen: a name for its picture and its route, in which `ID` stands for the procurement.
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    /// Name of the picture.
    pub name: &'static str,
    /// Route, without `#`.
    pub route: &'static str,
}

/// The screens in the order of the rail.
pub const SCREENS: &[Screen] = &[
    Screen { name: "home", route: "/" },
    Screen { name: "new", route: "/new" },
    Screen { name: "directory", route: "/directory" },
    Screen { name: "directory-import", route: "/vendors-import" },
    Screen { name: "outlines", route: "/outlines" },
    Screen { name: "facts-basics", route: "/p/ID/facts/basics" },
    Screen { name: "facts-schedule", route: "/p/ID/facts/schedule" },
    Screen { name: "facts-review", route: "/p/ID/facts/review" },
    Screen { name: "facts-items", route: "/p/ID/facts/items" },
    Screen { name: "vendors", route: "/p/ID/vendors" },
    Screen { name: "board", route: "/p/ID/vendors/board" },
    Screen { name: "hearings", route: "/p/ID/hearings" },
    Screen { name: "question-import", route: "/p/ID/question-import" },
    Screen { name: "rfp", route: "/p/ID/rfp" },
    Screen { name: "requirements", route: "/p/ID/requirements" },
    Screen { name: "releases", route: "/p/ID/releases" },
    Screen { name: "questions", route: "/p/ID/questions" },
    Screen { name: "distribution", route: "/p/ID/distribution" },
    Screen { name: "proposals", route: "/p/ID/proposals" },
    Screen { name: "comparison", route: "/p/ID/comparison" },
    Screen { name: "estimates", route: "/estimates" },
    Screen { name: "criteria", route: "/p/ID/criteria" },
    Screen { name: "sheets", route: "/p/ID/sheets" },
    Screen { name: "result", route: "/p/ID/result" },
    Screen { name: "discussion", route: "/p/ID/discussion" },
    Screen { name: "approval", route: "/p/ID/approval" },
    Screen { name: "notices", route: "/p/ID/notices" },
    Screen { name: "letters", route: "/letters" },
    Screen { name: "history", route: "/history" },
    Screen { name: "settings", route: "/settings" },
];

/// Languages of the interface.
pub const LANGUAGES: [&str; 2] = ["ja", "en"];

/// Themes.
pub const THEMES: [&str; 2] = ["light", "dark"];

impl Screen {
    /// Shows this screen and waits until it stands.
    pub fn show(self, window: &Window, procurement: &str) {
        window.go(&self.route.replace("ID", procurement));
        window.wait_for("main h1, main h2");
        window.settle();
    }
}

/// Chooses language and theme as the settings screen does, and starts the page anew so that nothing of the old ones is
/// left.
pub fn dress(window: &Window, language: &str, theme: &str) {
    window.call("settings_set", &json!({ "key": "lang", "value": language }));
    window.call("settings_set", &json!({ "key": "theme", "value": theme }));
    window.reload();
    window.wait_for(&format!("html[lang={language}][data-theme={theme}]"));
}
