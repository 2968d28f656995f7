# The way, and the names of screens

rail-label = Way of the procurement
rail-facts = Facts
rail-vendors = Vendors
rail-rfp = RFP
rail-questions = Questions
rail-history = History
rail-settings = Settings
rail-state-none = Not begun
rail-state-working = In work
rail-state-attention = Needs attention
rail-state-done = Done
state-aside = {" "}({ $state })
switch-procurement = Switch procurement
sample-badge = Sample
archived-badge = Archived
view-home = Procurements
view-outlines = Outlines
view-requirements = Requirements
view-releases = Releases
facts-basics = Basics
facts-schedule = Schedule
facts-review = Review
facts-items = Required items
