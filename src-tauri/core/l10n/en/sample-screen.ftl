open-sample-decided = Open the finished sample
new-from-sample-decided = Sample, carried through to the decision
new-from-sample-decided-note = The same invented procurement with its questions, proposals, marks, approval and letters. Its papers are made on the way, which takes a moment.

# Beside a file of a bidder
sample-excerpt = { $pages ->
    [one] An excerpt for the sample; the whole has { $pages } page
   *[other] An excerpt for the sample; the whole has { $pages } pages
}
