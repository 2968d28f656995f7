# Letters

column-letter-subject = Subject
column-letter-body = Text
