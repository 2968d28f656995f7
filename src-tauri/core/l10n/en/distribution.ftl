# Distribution

column-shared-item-kind = Kind
column-shared-item-title = Name
column-shared-item-round = Round
column-shared-item-name = File name
column-distribution-state = State
column-distribution-mail = Mail address
column-distribution-subject = Subject
column-distribution-body = Text
column-distribution-sent-at = Sent
column-distribution-means = Means
column-distribution-sent-by = Sent by
column-distribution-note = Note
column-distribution-unsent-reason = Why it was not sent
column-distribution-received-at = Receipt confirmed
column-distribution-receipt = How it was confirmed
column-distribution-file-kind = Kind
column-distribution-file-name = File name

distribution-state-prepared = Prepared
distribution-state-sent = Sent
distribution-state-unsent = Not sent after all
distribution-means-mail = Mail
distribution-means-meeting = In a meeting
distribution-means-folder = Shared folder
distribution-means-post = Post
distribution-means-other = Other
shared-item-kind-answer = Answer
shared-item-kind-file = File

# Values as the history shows them
value-distribution-state-prepared = { distribution-state-prepared }
value-distribution-state-sent = { distribution-state-sent }
value-distribution-state-unsent = { distribution-state-unsent }
value-distribution-means-mail = { distribution-means-mail }
value-distribution-means-meeting = { distribution-means-meeting }
value-distribution-means-folder = { distribution-means-folder }
value-distribution-means-post = { distribution-means-post }
value-distribution-means-other = { distribution-means-other }
value-shared-item-kind-answer = { shared-item-kind-answer }
value-shared-item-kind-file = { shared-item-kind-file }
