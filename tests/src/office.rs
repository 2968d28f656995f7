//! What people do in their own office program: typing into a workbook that was sent to them, and saving it.

use std::path::Path;
use std::process::{Command, Stdio};

/// Row and column from 0, and what is typed there.
pub type Written = (usize, usize, String);

/// Opens a workbook in LibreOffice, types into its cells, and saves it again as Excel.
///
/// # Panics
/// Where it cannot be run, or saves nothing.
pub fn with_libreoffice(file: &Path, cells: &[Written]) {
    let home = tempfile::tempdir().expect("a folder");
    let url = |path: &Path| format!("file://{}", path.display());
    let office = |wish: &str| {
        let done = Command::new("soffice")
            .arg(format!("-env:UserInstallation={}", url(home.path())))
            .args(["--headless", "--norestore", "--nologo", wish])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("soffice is needed by this test (scripts/install.sh installs it)");
        assert!(done.success());
    };
    // Its first run lays out a profile, with a module for macros.
    office("--terminate_after_init");
    let list = home.path().join("cells.txt");
    // A line for each cell; line ends within it as signs no text of this test holds.
    let lines: Vec<String> =
        cells.iter().map(|(row, column, words)| format!("{row}\t{column}\t{}", words.replace('\n', "|||"))).collect();
    std::fs::write(&list, lines.join("\n")).expect("a list");
    let macro_text = format!(
        r#"Sub Main
On Error GoTo Failed
Dim hide(0) As New com.sun.star.beans.PropertyValue
Dim kind(0) As New com.sun.star.beans.PropertyValue
hide(0).Name = "Hidden" : hide(0).Value = True
kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
oBook = StarDesktop.loadComponentFromURL("{book}", "_blank", 0, hide())
oPage = oBook.Sheets.getByIndex(0)
oFiles = CreateUnoService("com.sun.star.ucb.SimpleFileAccess")
oLines = CreateUnoService("com.sun.star.io.TextInputStream")
oLines.setInputStream(oFiles.openFileRead("{list}"))
oLines.setEncoding("UTF-8")
Do While Not oLines.isEOF()
  aPart = Split(oLines.readLine(), Chr(9))
  If UBound(aPart) = 2 Then
    oCell = oPage.getCellByPosition(CInt(aPart(1)), CInt(aPart(0)))
    sWords = Join(Split(aPart(2), "|||"), Chr(10))
    If oCell.NumberFormat = 0 And IsNumeric(sWords) Then
      oCell.Value = Val(sWords)
    Else
      oCell.String = sWords
    End If
  End If
Loop
oLines.closeInput()
oBook.storeToURL("{book}", kind())
oBook.close(True)
Failed:
StarDesktop.terminate()
End Sub"#,
        book = url(file),
        list = url(&list),
    );
    let escaped = macro_text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let module = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{escaped}</script:module>"#
    );
    std::fs::write(home.path().join("user/basic/Standard/Module1.xba"), module).expect("a macro");
    let before = std::fs::read(file).expect("a workbook");
    office("macro:///Standard.Module1.Main");
    assert!(std::fs::read(file).expect("a workbook") != before, "LibreOffice has saved it");
}
