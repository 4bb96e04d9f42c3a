### Cases on the public website.

command-case-publish = case publish
    .summary = See how a case would stand on the website, and put it there.
    .example = !case publish 0042

command-case-unpublish = case unpublish
    .summary = Take a case off the website.
    .example = !case unpublish 0042

command-case-edit-answer = case edit-answer
    .summary = Write what everybody may read in place of the answer to the resident.
    .example = !case edit-answer 0042 The bushes have been cut.

case-publish-preview = This is how { $label } ({ $about }) would stand on the website. Summary:
case-publish-answer = Answer:
case-publish-warning = It seems to contain { $signs }. Change it if that points to somebody: everybody can read it.
case-publish-how = Nothing is published yet. Read it through. If it is right, write: !case publish { $number } { $code }. Other words: !case edit-summary { $number } or !case edit-answer { $number }, and your text.
case-publish-changed = The code does not fit. The words may have been changed since you saw them. Look again: !case publish { $number }
case-publish-no-summary = { $number } has no summary yet, and the resident's own words are never published. Write it first: !case edit-summary { $number } and your text.
case-publish-not-yet = { $label } cannot be published: { $state }.
case-published = { $label } is now on the website. To take it off: !case unpublish { $number }
case-unpublished = { $label } has been taken off the website. That something was removed is shown in the list of removals. Copies elsewhere may remain.
case-not-public = Case { $number } is not on the website.
case-answer-none = { $label } has no answer yet.
answer-edited = The answer for everybody about { $label } is saved. See how it looks: !case publish { $number }
your-case-published = A summary of { $label } is now on the council's website. Write to me if anything in it points to you:
your-case-unpublished = The summary of { $label } has been taken off the council's website.
