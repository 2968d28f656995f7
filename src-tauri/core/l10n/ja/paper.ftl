error-paper = 文書を組めませんでした（{ $cause }）。入力した内容はそのまま残っています。
error-paper-section = 「{ $section }」を組めませんでした（{ $cause }）。入力した内容はそのまま残っています。この項目の表や箇条書きを見直してください。
error-paper-no-page = { $page }ページ目はありません。プレビューを開き直してください。
error-folder-missing = フォルダー「{ $folder }」が見つかりません。別のフォルダーを選んでください。
error-folder-full = 「{ $folder }」の空きが足りず、「{ $file }」を書き出せませんでした。途中のファイルは残していません。空きを作るか、別のフォルダーを選んでください。
error-folder-read-only = 「{ $folder }」には書き込めません。書き込めるフォルダーを選んでください。
error-folder = 「{ $folder }」に「{ $file }」を書き出せませんでした。途中のファイルは残していません。別のフォルダーを選んでください。
