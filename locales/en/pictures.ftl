### Pictures from residents, and files that are not taken in.

command-case-pictures = case pictures
    .summary = Show the pictures of a case once more, in its thread.
    .example = !case pictures 0042

picture-added = { $count ->
    [one] I have added your picture to { $label }. What your phone had hidden in it, such as place and time, is removed. Only the secretariat sees it. The picture you sent stays in this chat until you remove it.
   *[other] I have added your { $count } pictures to { $label }. What your phone had hidden in them, such as place and time, is removed. Only the secretariat sees them. The pictures you sent stay in this chat until you remove them.
}
picture-with-draft = I have your picture. It goes with the draft above if you answer yes, and is deleted if you answer no.
picture-needs-words = I have your picture, but I do not know what it is about. Write it in your own words. If you do not write anything, the picture is deleted after { $days } days.
which-case-picture = Which case is the picture about? Answer with the number. If you do not answer, the picture is deleted after { $days } days.
picture-not-kept = I have not kept the picture either.
picture-gone = You removed your message, so I have removed the picture.
your-picture-hidden = Your picture in { $label } is no longer shown. The case is a public record and stays.
pictures-full = { $label } has as many pictures as a case may have ({ $most }), so I have kept no more of them.
picture-refused = { $why ->
    [kind] I have not taken in the file. I take in pictures (JPEG, PNG, WebP or GIF) and no other files, and no HEIC pictures from iPhones. Take a screenshot of the picture and send that, or describe in words what it shows.
    [too_large] I have not taken in the picture: it is larger than { $mib } MiB. Send it in a smaller size, or describe in words what it shows.
    [too_many_pixels] I have not taken in the picture: it has more than 50 million pixels. Send it in a smaller size, or describe in words what it shows.
    [gone] I could not fetch the picture. Please send it again, or describe in words what it shows.
    [too_many] I have not taken in the picture: at most { $most } may wait at a time. Write what they are about, and then send more.
   *[unreadable] I have not taken in the file: it cannot be read as a picture (JPEG, PNG, WebP or GIF). Take a screenshot of it and send that, or describe in words what it shows.
}
files-of-office = From the council's members I take in no files. To share something: !share and the text.
no-files-in-council = Files do not belong in the council's room: nobody can see beforehand what they hold, and whatever is sent here becomes a public record of several bodies. Share it as text: !share and the text.
case-picture = { $count ->
    [one] { $label }: the resident has sent a picture. It may show people or number plates, so it goes no further than this room.
   *[other] { $label }: the resident has sent { $count } pictures. They may show people or number plates, so they go no further than this room.
}
case-pictures-shown = { $count ->
    [one] { $label } has 1 picture. It now stands in the case's thread once more.
   *[other] { $label } has { $count } pictures. They now stand in the case's thread once more.
}
case-pictures-none = { $label } has no pictures.
mydata-pictures = { $count ->
    [one] 1 picture that belongs to no case yet
   *[other] { $count } pictures that belong to no case yet
}
mydata-pictures-in = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
