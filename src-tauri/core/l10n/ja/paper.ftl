error-paper = 文書を組めませんでした（{ $cause }）。入力した内容はそのまま残っています。
error-paper-no-page = { $page }ページ目はありません。プレビューを開き直してください。
