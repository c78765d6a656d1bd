# Forms that go out to the departments and come back, comments on drafts, changes from the command line.

E010 = the form cannot be read
    .explain =
        The file is not a workbook that sats can read safely: it is damaged, protected by a password,
        far too large, or saved in a format that is neither .xlsx nor .ods. Open it in Excel or
        LibreOffice, save it as .xlsx, and try again.
E011 = this is no form for these data
    .explain =
        The form was made for another report or another year, or `sats export form` did not make it.
        Only forms for the data that they are read into can be used.
E012 = an answer cannot be used
    .explain =
        The cell says something that the field cannot say: a date in place of a number, a formula
        without a result, a word that nobody knows. Mend the cell, and read the form again.
E013 = the field has changed since the form went out
    .explain =
        Both the form and the data have changed, and they do not say the same. Choose the right
        value: change the data by hand, or send a new form. `--rest` writes everything else.
E014 = a cell has moved to another row
    .explain =
        The row says one field and the cell's name another: somebody has sorted, cut or inserted.
        Nothing is guessed. Move the answer back, or write it in a new form.
E015 = the answer makes an error in the data
    .explain =
        With this answer `sats check` would find an error. Nothing has been written.
E016 = something in the form is read in another way than it looks
    .explain =
        A number was written as text, a formula was taken with its result, a percentage was
        converted: the answer is used, but look at it.
E017 = something in the form has not been read
    .explain =
        Comments, notes, pictures, macros and cells outside the answer fields are not read. What
        matters stands in the answer fields or in the column for remarks.
E018 = a remark in the form
    .explain =
        The department has written a remark. It is not written into the data; read it.
E020 = the name cannot be an id
    .explain =
        The id of an indsats is its file's name without .toml: a to z, 0 to 9 and hyphens, 40
        characters at most. No two can have the same.
E021 = what is named is not in the report
    .explain =
        The command names an indsats or a forvaltning that the report does not have. Ids are the
        names of the files in indsatser/, codes stand in forvaltninger.toml.
E022 = that cannot be done here
    .explain =
        The preview was asked for something that is not possible as the data is now: the finding is
        gone, the text is confirmed already, or there is no such block. Reload the page and look again.
E030 = the file with comments cannot be read
    .explain =
        `sats comments` reads PDF, FDF and XFDF without a password. Save the file again in the reader,
        or export the comments as XFDF.
E031 = the draft is not known again
    .explain =
        The file is another draft, or the reader has rewritten it altogether. Name the draft as it was
        sent out with `--draft`; its pages are then found by their content.
E032 = something is drawn into the page itself
    .explain =
        Some programs write into the page in place of making a comment. It can be seen and not be
        read. Look at the page, and copy it.
E033 = a comment may have been lost
    .explain =
        The file holds a comment that no page shows. Some readers lose comments when they save. Ask
        who wrote it.
E034 = a suggestion has not been written into the data
    .explain =
        Only simple suggestions are taken over: a few words or a number that stand once in one field.
        The rest is changed by hand.
E035 = the comments cannot be kept
    .explain =
        `sats comments --gem` keeps the comments in kommentarer-YEAR.json beside the year's data, with
        what is done. The file is damaged, or the comment is not in it. It is left as it is.
