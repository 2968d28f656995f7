error-paper = The paper could not be set ({ $cause }). What you wrote is kept.
error-paper-no-page = There is no page { $page }. Open the preview again.
