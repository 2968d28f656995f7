# ひな形

outline-saved-from = 「{ $title }」から保存したひな形です。
error-outline-title = ひな形の名前が空です。保存していません。名前を入力してください。
error-outline-supplied = はじめから入っているひな形は変えられません。案件を作って手直しし、「ひな形として保存」をお使いください。
