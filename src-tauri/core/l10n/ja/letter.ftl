# 文面

column-letter-subject = 件名
column-letter-body = 本文
