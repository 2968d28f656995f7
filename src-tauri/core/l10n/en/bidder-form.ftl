# Estimate form, response sheet, index of estimates, photos bound into a PDF

form-deadline = Due
estimate-form-title = Estimate form
estimate-form-how = Please fill in the white cells. Totals run over the compared term of { $months } { $months ->
    [one] month
   *[other] months
  }. For monthly lines, enter the first and the last month that is paid, counted from the first month of the contract (empty for the whole term). For unit × quantity, enter the quantity over the whole compared term. Enter rebates as negative amounts.
estimate-form-kind = Kind
estimate-form-title-column = Item
estimate-form-price = Unit price (JPY)
estimate-form-quantity = Quantity
estimate-form-unit = Unit
estimate-form-from = From month
estimate-form-to = To month
estimate-form-tax = Tax
response-sheet-title = Response sheet
response-sheet-how = Please fill in the white cells. Choose an answer from the list, and write conditions, alternatives or reasons in your own words beside it. Please leave the words of the requirements as they are.
response-sheet-number = Number
response-sheet-level = Level
response-sheet-text = Requirement
response-sheet-answer = Answer
response-sheet-words = In your own words
response-sheet-open = Not answered yet
response-level-must = Must
response-level-want = Want
estimate-index-title = Index of estimates
estimate-index-count = { $count ->
    [one] 1 estimate. Amounts are totals over the contract term in yen.
   *[other] { $count } estimates. Amounts are totals over the contract term in yen.
}
estimate-index-number = No.
estimate-index-date = Date
estimate-index-party = Party
estimate-index-with = Amount with tax
estimate-index-without = Amount without tax
estimate-index-closed = not open yet
estimate-index-title-column = Procurement
estimate-index-revision = Estimate
estimate-index-file = File
estimate-index-hash = SHA-256

error-form-seal = The hidden cells of this form were altered, so it cannot be taken over. Nothing was taken over. Ask for the form as it was given out, filled in, or paste its table.
error-form-kind = This is another form. Nothing was taken over. Choose an estimate form for estimates and a response sheet for answers.
error-form-procurement = This form belongs to the procurement “{ $title }”. Nothing was taken over. Import it there.
error-form-elsewhere = This form belongs to a procurement or a vendor that is not here. Nothing was taken over. Check the file.
error-form-bidder = This form belongs to “{ $name }”. Nothing was taken over. Import it into the proposal of “{ $name }”.
error-form-stale = Requirements or the compared term have changed since this form was given out. Nothing was taken over. Ask for the present form, filled in, or enter it here.
error-form-source = There is nothing to take over. Choose a file or paste a table.
error-form-moved = The file has changed since you looked at it. Nothing was taken over. Read it again and look.
error-form-nobody = There is no vendor to give a form to. Nothing was written. Add bidders first.
error-form-no-requirements = There are no requirements, so no response sheet was written. Enter requirements first.
error-sought-days = The range of dates is reversed: it begins after it ends. Nothing was sought. Correct one of the dates.
error-sought-amounts = The range of amounts is reversed: the least is more than the most. Nothing was sought. Correct one of the amounts.
error-index-nothing = No estimate fits, so no index was written. Change what you look for.
error-bind-nothing = No photo is chosen. Choose one or more.
error-bind-many = Up to { $most } pages can be bound at once. No PDF was made. Bind them in parts.
error-bind-heic = “{ $file }” is in the HEIC format and cannot be bound. No PDF was made. Set the phone to JPEG, or export the photo as JPEG.
error-bind-tiff = “{ $file }” is a TIFF of a kind that cannot be read. No PDF was made. Scan it again as a PDF or JPEG, or save it as PNG.
error-bind-kind = “{ $file }” cannot be read as a photo. No PDF was made. Choose photos in JPEG, PNG, TIFF, WebP or GIF.
error-bind-damaged = “{ $file }” is damaged or cut off. No PDF was made. Import the photo again.
error-bind-large = “{ $file }” is too large. No PDF was made. Choose photos of up to 120 megapixels.
work-bind = Binding photos ({ $name })
