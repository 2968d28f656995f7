//! How what is shown is laid out, measured in the real window.

use std::thread::sleep;
use std::time::Duration;

use sentei_core::l10n::Lang;
use sentei_tests::desk::Desk;
use sentei_tests::evaluated::{large, sample, Until};
use sentei_tests::program::Shelf;
use sentei_tests::screens::{dress, Screen, LANGUAGES, SCREENS};
use sentei_tests::window::{key, until, Opening, Window};
use serde_json::{json, Value};

/// Words that go on in another line, in whatever a selector finds.
const BROKEN: &str = r"
    const broken = [];
    for (const place of document.querySelectorAll(arguments[0])) {
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        for (const word of walk.currentNode.data.matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(walk.currentNode, word.index);
          range.setEnd(walk.currentNode, word.index + word[0].length);
          const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
          if (lines.size > 1) broken.push(word[0]);
        }
      }
    }
    return broken";

/// Lines that begin with a sign that may not stand there, in whatever a selector finds, however narrow it is made.
const BEGUN_WRONG: &str = r"
    const wrong = [];
    for (const place of document.querySelectorAll(arguments[0])) {
      for (let width = 40; width < 120; width += 4) {
        place.style.width = `${width}px`;
        const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
        let line = Infinity;
        while (walk.nextNode()) {
          const { data } = walk.currentNode;
          for (let at = 0; at < data.length; at += 1) {
            const range = document.createRange();
            range.setStart(walk.currentNode, at);
            range.setEnd(walk.currentNode, at + 1);
            const { top } = range.getBoundingClientRect();
            if (top > line + 4 && 'ーァィゥェォッャュョ'.includes(data[at])) wrong.push(`${place.textContent} ${width}`);
            line = top;
          }
        }
      }
    }
    return wrong";

/// Where what a selector finds begins, from the left, each place once.
const BEGINS: &str = "
    const places = [...document.querySelectorAll(arguments[0])].map((one) => Math.round(one.getBoundingClientRect().left));
    return [...new Set(places)].sort((a, b) => a - b)";

fn whole(window: &Window, css: &str) {
    window.wait_for(css);
    assert_eq!(window.execute(BROKEN, &[json!(css)]), json!([]), "{css}");
}

fn begins(window: &Window, css: &str) -> Vec<i64> {
    let places = window.execute(BEGINS, &[json!(css)]);
    places.as_array().expect("places").iter().filter_map(Value::as_i64).collect()
}

#[test]
fn screens_are_laid_out_to_be_read() {
    let shelf = Shelf::new();
    let many = large(&shelf.library(), 12, 6, 2).procurement;
    let desk = Desk::open(&shelf.library());
    let ids = LANGUAGES.map(|language| {
        let args = json!({ "title": "見本", "from": "sample", "lang": language });
        desk.call("procurement_create", &args)["id"].as_str().expect("an id").to_owned()
    });
    desk.procurement("足りないものがある案件", "empty");
    let carried = json!({ "title": "", "from": "sample-decided", "lang": "en" });
    let carried = desk.call("procurement_create", &carried)["id"].as_str().expect("an id").to_owned();
    drop(desk);
    let window = Opening::new("looks", &shelf.library()).open();
    // The Japanese words come last and stay for what follows.
    for (language, id) in LANGUAGES.into_iter().zip(&ids).rev() {
        dress(&window, language, "light");
        words_stay_whole_and_columns_straight(&window, id);
        if language == "en" {
            window.go(&format!("/p/{carried}/distribution"));
            whole(&window, ".mx thead b");
        }
        nothing_entered_is_cut(&window, id);
    }
    figures_stand_under_their_heads(&window, &carried);
    a_field_says_its_unit_and_a_button_what_it_does(&window, &ids[0]);
    a_table_of_many_bidders_shows_that_it_goes_on(&window, &many);
}

fn words_stay_whole_and_columns_straight(window: &Window, procurement: &str) {
    window.go("/");
    whole(window, ".cases .way2 span");
    assert_eq!(begins(window, ".cases .c li > span").len(), 1, "one column of what is missing");
    window.go(&format!("/p/{procurement}/rfp"));
    whole(window, ".way a > span");
    let levels = until("three levels in the outline", || {
        let levels: Vec<i64> = (1..=3).flat_map(|level| begins(window, &format!(".tree .d{level} .no"))).collect();
        (levels.len() == 3).then_some(levels)
    });
    let steps: Vec<i64> = levels.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(steps.iter().all(|step| *step > 8 && step.abs_diff(steps[0]) < 2), "{levels:?}");
}

fn nothing_entered_is_cut(window: &Window, procurement: &str) {
    let bidders = window.call("bidder_list", &json!({ "procurement": procurement }));
    window.go(&format!("/p/{procurement}/vendors/{}", bidders["bidders"][0]["id"].as_str().expect("an id")));
    window.wait_for(".course .when input");
    let cut = "return [...document.querySelectorAll('#bidder-mail, .course .when input')]
           .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.value)";
    until("the whole of every field", || (window.execute(cut, &[]) == json!([])).then_some(()));
}

fn figures_stand_under_their_heads(window: &Window, procurement: &str) {
    let proposals = window.call("proposal_list", &json!({ "procurement": procurement }));
    let bidder = proposals["rows"][0]["bidder"].as_str().expect("an id");
    window.go(&format!("/p/{procurement}/proposals/{bidder}/estimate"));
    window.wait_for(".estimate .c-count input");
    let ends = "const words = document.createRange();
         const [head, field] = ['th', 'td'].map((cell) => document.querySelector(`.estimate ${cell}.${arguments[0]}`));
         words.selectNodeContents(head);
         const style = getComputedStyle(field.querySelector('input'));
         const end = field.querySelector('input').getBoundingClientRect().right - parseFloat(style.paddingRight);
         return style.textAlign === 'end' && Math.abs(words.getBoundingClientRect().right - end) < 4";
    for column in ["c-money", "c-count"] {
        assert_eq!(window.execute(ends, &[json!(column)]), json!(true), "{column}");
    }
    // The paper's name has the room there is, and what stands shows that it does.
    let room = "const wide = (css) => document.querySelector(css).getBoundingClientRect().width;
         return wide('#estimate-file') > 0.6 * wide('.duo')";
    assert_eq!(window.execute(room, &[]), json!(true));
    assert_eq!(window.count("#estimate-dated[readonly]"), 1);
}

fn a_field_says_its_unit_and_a_button_what_it_does(window: &Window, procurement: &str) {
    // A number that is not there yet has its unit beside the field.
    let grace = "submission.grace_minutes";
    window.call("fact_set", &json!({ "procurement": procurement, "key": grace, "value": null }));
    window.go(&format!("/p/{procurement}/facts/basics"));
    let unit = format!(".frow:has([id='fact-{grace}']) .reads");
    until("the unit alone", || (window.text_of(&unit) == "分").then_some(()));

    // Why a date was refused is not squeezed under its narrow field.
    window.go(&format!("/p/{procurement}/facts/schedule"));
    let field = window.wait_for("[id='fact-schedule.proposal_deadline']");
    window.fill(&field, "来週あたり");
    window.wait_for(".sched-edit .wrong");
    let wider = window.execute(
        "const width = (css) => document.querySelector(css).getBoundingClientRect().width;
         return width('.sched-edit .wrong') > 2 * width('.sched-edit .c-date')",
        &[],
    );
    assert_eq!(wider, json!(true));
    window.execute("document.querySelector('.sched-edit .c-date [aria-invalid]').focus()", &[]);
    window.keys(key::ESCAPE);

    // A section is marked as written, and taken back to a draft, by what the button says.
    window.go(&format!("/p/{procurement}/rfp"));
    window.wait_for(".chap .link");
    let section = window.route().split('/').nth(4).expect("a section in the route").to_owned();
    let of = json!({ "id": section });
    let begun = window.call("section_get", &of)["done"] == json!(true);
    for is in [!begun, begun] {
        window.click_text(&Lang::Ja.word(if is { "section-done" } else { "section-not-done" }));
        window.wait_until_stored("the state", "section_get", &of, |got| got["done"] == json!(is));
        let next = Lang::Ja.word(if is { "section-not-done" } else { "section-done" });
        until(&next, || window.offers(&next).then_some(()));
    }
}

fn a_table_of_many_bidders_shows_that_it_goes_on(window: &Window, procurement: &str) {
    window.go(&format!("/p/{procurement}/result"));
    window.wait_for(".edged > .wide.beyond .rx");
    // What a bidder earns stands apart from the marks it comes from.
    window.wait_for(".rx .mk > .ms");
    let beside = "const box = (one) => one.getBoundingClientRect();
         const marks = [...document.querySelectorAll('.rx .mk > .ms')];
         return marks.filter((one) => box(one).top < box(one.parentNode.querySelector('.pt')).bottom - 1).length";
    assert_eq!(window.execute(beside, &[]), json!(0));
    let shade = "return getComputedStyle(document.querySelector('.rx tr > :first-child'), '::after').backgroundImage";
    assert_eq!(window.execute(shade, &[]), json!("none"));
    window.execute("const frame = document.querySelector('.edged > .wide'); frame.scrollLeft = frame.scrollWidth", &[]);
    window.wait_for(".edged > .wide.sideways:not(.beyond)");
    assert_ne!(window.execute(shade, &[]), json!("none"), "what went under the first column");
}

#[test]
fn a_name_in_a_narrow_head_goes_on_where_a_line_may_begin() {
    let shelf = Shelf::new();
    let planted = sample(&shelf.library(), Lang::Ja, Until::HandedIn);
    let window = Opening::new("heads", &shelf.library()).open();
    window.go(&format!("/p/{}/result", planted.procurement));
    window.wait_for(".rx thead b");
    assert!(window.text_of(".rx thead").contains('ー'), "a name that can break wrongly");
    assert_eq!(window.execute(BEGUN_WRONG, &[json!(".rx thead b")]), json!([]));
    // What is drawn beside words grows with them.
    let grows = "const wide = () => document.querySelector(arguments[0]).getBoundingClientRect().width;
         const root = document.documentElement.style;
         const [size, plain] = [root.fontSize, wide()];
         root.fontSize = '200%';
         const large = wide();
         root.fontSize = size;
         return large > 1.9 * plain";
    for drawn in [".rx .tw svg", ".ms svg.m", ".case button svg"] {
        window.wait_for(drawn);
        assert_eq!(window.execute(grows, &[json!(drawn)]), json!(true), "{drawn}");
    }
}

/// How long a screen that is at rest stays as it is.
const REST: Duration = Duration::from_millis(400);

/// Place, size and manner of everything on a screen.
const LAID: &str = "
    return [...document.querySelectorAll('main *:not(page-preview *)')].map((one) => {
      const box = one.getBoundingClientRect();
      const style = getComputedStyle(one);
      return [one.localName, one.getAttribute('class'), ...[box.x, box.y, box.width, box.height].map(Math.round),
        ...['color', 'backgroundColor', 'fontSize', 'fontWeight', 'paddingTop', 'paddingLeft', 'borderTopWidth', 'display'].map((name) => style[name])].join(' ');
    });";

/// How a screen that is shown is laid out: as `expected` as soon as it is, or else once nothing changes any more.
fn laid(window: &Window, screen: &Screen, expected: &Value) -> Value {
    let mut last = Value::Null;
    until(&format!("{} at rest", screen.name), || {
        let now = window.execute(LAID, &[]);
        if now == *expected || now == last {
            return Some(now);
        }
        last = now;
        sleep(REST);
        None
    })
}

#[test]
fn why_a_weight_was_refused_can_be_read_and_goes_once_its_reason_is_given() {
    let shelf = Shelf::new();
    let procurement = sample(&shelf.library(), Lang::Ja, Until::Proposals).procurement;
    let window = Opening::new("refused", &shelf.library()).open();
    let route = |view: &str| format!("/p/{procurement}/{view}");
    let stands = |weight: &str| {
        let value = "return document.querySelector('tr.child .c-weight input')?.value ?? null";
        let here = || window.execute(value, &[]) == json!(weight) && window.count("td .wrong") == 0;
        until(weight, || here().then_some(()));
    };
    window.go(&route("criteria"));
    let field = window.wait_for("tr.child .c-weight input");
    stands("9");
    // A pause in the middle of a number is no change that wants a reason yet.
    window.keys_to(&field, "1");
    sleep(2 * REST);
    assert_eq!(window.count(".reason input"), 0);
    window.fill(&field, "8");
    window.wait_for(".schemed .whys .wrong");
    let wider = "const width = (css) => document.querySelector(css).getBoundingClientRect().width;
         return width('.schemed .whys .wrong') > 2 * width('td.c-weight')";
    assert_eq!(window.execute(wider, &[]), json!(true));
    // And covers nothing that can be entered or pressed.
    let covers = "const why = document.querySelector('.schemed .whys .wrong').getBoundingClientRect();
         const others = document.querySelectorAll('.schemed td:not(.c-weight) :is(input, textarea, button)');
         return [...others].some((one) => { const box = one.getBoundingClientRect();
           return box.top < why.bottom && box.bottom > why.top && box.left < why.right && box.right > why.left; })";
    assert_eq!(window.execute(covers, &[]), json!(false));
    let reason = window.wait_for(".reason input");
    window.keys_to(&reason, &format!("合意による{}", key::ENTER));
    window.wait_for_words(&Lang::Ja.word("reason-other"));
    stands("8");
    window.go(&route("vendors"));
    window.wait_for("view-vendors");
    window.call("undo", &json!({ "procurement": procurement }));
    window.go(&route("criteria"));
    stands("9");
    // So is a date of the contract, where it sets the months that prices are compared over.
    let none = json!({ "procurement": procurement, "field": "term_months", "value": "", "reason": "期間" });
    window.call("judging_set", &none);
    window.go(&route("facts/basics"));
    let end = window.wait_for("[id='fact-contract.end']");
    window.fill(&end, "2029-05-31");
    // Given up by Esc, it is as it was, and the keys go on in its field.
    let reason = window.wait_for("facts-basics .reason input");
    window.keys_to(&reason, key::ESCAPE);
    let active = || window.execute("return document.activeElement.id", &[]);
    until("the caret is back", || (active() == json!("fact-contract.end")).then_some(()));
    assert_eq!(window.count("facts-basics .reason input"), 0);
    let end = window.wait_for("[id='fact-contract.end']");
    window.fill(&end, "2029-05-31");
    let reason = window.wait_for("facts-basics .reason input");
    window.keys_to(&reason, &format!("契約の延長{}", key::ENTER));
    window.wait_until_stored("the date", "procurement_get", &json!({ "id": procurement }), |got| {
        let facts = got["facts"].as_array().expect("facts");
        facts.iter().any(|fact| fact["key"] == "contract.end" && fact["value"] == "2029-05-31")
    });
}

/// The styles of a screen are fetched with it and stay: none of them may reach into another screen.
#[test]
fn a_screen_looks_the_same_whichever_screens_were_seen_before() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("", "sample-decided");
    drop(desk);
    let window = Opening::new("styles", &shelf.library()).open();
    let alone: Vec<Value> = SCREENS
        .iter()
        .map(|screen| {
            window.go(&screen.route.replace("ID", &id));
            window.reload();
            // What it is to be compared with has to be whole.
            sleep(REST);
            laid(&window, screen, &Value::Null)
        })
        .collect();
    let mut wrong = Vec::new();
    for screen in SCREENS {
        screen.show(&window, &id);
    }
    for (screen, alone) in SCREENS.iter().zip(&alone) {
        screen.show(&window, &id);
        let after = laid(&window, screen, alone);
        let pairs = alone.as_array().into_iter().flatten().zip(after.as_array().into_iter().flatten());
        let different = pairs.filter(|(one, other)| one != other).take(2);
        wrong.extend(different.map(|(one, other)| format!("{}: {one} → {other}", screen.name)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
