//! Finds the faces the papers are set in and names them to the compiler.

use std::fmt::Write as _;
use std::path::Path;

/// Family, package and file of each face; regular and bold only.
const FACES: [(&str, &str); 4] = [
    ("biz-udpgothic", "400Regular/BIZUDPGothic_400Regular.ttf"),
    ("biz-udpgothic", "700Bold/BIZUDPGothic_700Bold.ttf"),
    ("noto-sans-jp", "400Regular/NotoSansJP_400Regular.ttf"),
    ("noto-sans-jp", "700Bold/NotoSansJP_700Bold.ttf"),
];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let here = std::env::var("CARGO_MANIFEST_DIR").expect("cargo names the folder of the crate");
    let out = std::env::var("OUT_DIR").expect("cargo names the output folder");
    let packages = Path::new(&here).join("../../ui/node_modules/@expo-google-fonts");
    let found = |package: &str, file: &str| {
        let path = packages.join(package).join(file);
        println!("cargo:rerun-if-changed={}", path.display());
        assert!(
            path.is_file(),
            "The fonts of the papers are not there yet. Run `npm ci` in ui/ and build again. (Looked for {}.)",
            path.display()
        );
        format!("include_bytes!({:?})", path.display().to_string())
    };

    let mut code = String::from("pub(crate) static FACES: [&[u8]; 4] = [\n");
    for (package, file) in FACES {
        let _ = writeln!(code, "    {},", found(package, file));
    }
    code.push_str("];\npub(crate) static LICENCES: [(&str, &[u8]); 2] = [\n");
    for (family, package) in [("BIZ UDPGothic", "biz-udpgothic"), ("Noto Sans JP", "noto-sans-jp")] {
        let _ = writeln!(code, "    ({family:?}, {}),", found(package, "LICENSE_FONT"));
    }
    code.push_str("];\n");
    std::fs::write(Path::new(&out).join("faces.rs"), code).expect("the output folder can be written");
}
