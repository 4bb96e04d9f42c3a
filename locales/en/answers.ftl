### Answers: approved by a second person, in two languages, and ready-made ones.

command-case-approve = case approve
    .summary = Send the answer that somebody else has written, where a second person has to agree.
    .example = !case approve 0042

command-case-translate = case translate
    .summary = Send the answer in the resident's own language as well. It is kept in both.
    .example = !case translate 0041 Ensi viikolla.

command-case-ready = case ready
    .summary = Show a ready-made answer for this kind of case, to be changed before it is sent.
    .example = !case ready 0042

answer-waits = { $label }: an answer in the name of { THE($owner) } is written and waits for a second person. Send it: !case approve { $number }. To change it: !case answer { $number } and the new text.
answer-to-confirm = { $label }: shall I send this as the answer from { THE($owner) }? Send it: !case approve { $number }. If you do nothing, it is not sent.
answer-unreadable = I cannot read the message that you reacted to, so I have sent nothing. Answer with words: !case answer { $number } and the text.
answer-none-waiting = No answer to { $number } waits for approval.
answer-needs-another = You have written the answer to { $number } yourself. Somebody else has to approve it.
case-to-translate = To be translated: the resident reads { $language }. Once answered: !case translate, the number and the answer in that language.
case-translated = { $label }: the answer has been sent in the resident's language too.
your-answer-translated = The same answer to { $label } in your language:
translation-before-answer = { $number } has no answer to translate yet.
ready-answer-heading = A ready-made answer. Change it so that it is true, and send it: !case answer { $number } and the text.
ready-answer = { $category ->
    [lighting] Thank you for telling us. The lamp is reported to those who look after the lighting, and is to be mended within a week.
    [vandalism] Thank you for telling us. The damage is reported, and will be cleaned or mended within a week.
    [litter] Thank you for telling us. We clean the place this week and look at whether it has to be done more often.
    [abandoned_vehicle] Thank you for telling us. The owner is given notice to move the vehicle; after that it may be removed. It usually takes some weeks.
    [traffic] Thank you for telling us. We look at what can be done about the traffic there and tell you the result.
    [school_route] Thank you for telling us. We look at the crossing together with the school and tell you the result.
    [unsafe_place] Thank you for telling us. We visit the place and tell you what can be changed, and when.
    [suggestion] Thank you for the suggestion. The council takes it up at its next meeting, and you get the answer here.
    [question] Thank you for your question. The council takes it up at its next meeting, and you get the answer here.
    [drugs] Thank you for telling us. It is part of the picture that the police work from. We cannot describe ongoing work. What you see happening: call 114 14, or 112 if it is urgent.
    [arson] Thank you for telling us. The fire service and the police know of it. If something burns: call 112.
    [business] Thank you for telling us. We take it up with the police and the business association. Report each crime: 114 14.
    [fraud_elderly] Thank you for telling us. We warn others. Never give out codes. Report it: 114 14.
    [burglary_theft] Thank you for telling us. Report each burglary: 114 14. We look at locks and lighting with the landlord.
    [harassment] Thank you for telling us. What happened should be reported: 114 14. We look at what can be done at the place.
    [youth] Thank you for telling us. The youth field workers visit the place in the evenings and talk with those who are there.
    [alcohol_disorder] Thank you for telling us. The field workers and the police visit the place more often from now on.
    [fireworks] Thank you for telling us. We take it up with the police and the landlords before the next weekend.
    [neighbour_noise] Thank you for telling us. The landlord talks with those concerned. Call the landlord's disturbance line when it happens.
   *[other] Thank you for telling us. We look at it and tell you what can be done, and when.
}
