# The check of print files: what was seen, and what can be done.

pf-multiple = there are { $n } pages, and the printer asks for a multiple of { $multiple }
pf-sizes = the page is { $page }, the first { $first }
pf-trim-art = the page has a TrimBox and an ArtBox
pf-no-trim = the page does not say where it is trimmed
pf-no-bleed = the page has no BleedBox
pf-no-size = a box of the page has no size
pf-boxes = trim, bleed and media do not lie in each other
pf-crop = the CropBox hides part of the page
pf-user-unit = the page is scaled by UserUnit
pf-rotated = the page is turned by Rotate
pf-spread = the page is { $page }: it looks like a spread
pf-bleed = the page with bleed is { $there }, and the printer asks for { $asked }
pf-media = there is sound, film or 3D
pf-attached = a file is attached
pf-annotation = there is an annotation, { $kind }
pf-header = the file begins with `{ $header }`
pf-encrypted = the file is encrypted
pf-no-id = the file has no identifier
pf-no-catalogue = the file has no catalogue
pf-catalogue = the catalogue says PDF { $version }
pf-no-pdf = the file is no PDF
pf-cut = the file has no end: it was cut, or not copied whole
pf-behind = there are bytes behind the file's end
pf-no-table = the file does not say where its table of objects begins
pf-acts = the file acts when it is opened
pf-form = the file has a form
pf-javascript = the file has JavaScript
pf-attachments = files are attached
pf-layers = layers are switched in more ways than one
pf-unwanted-intent = the file has an output intent, the printer wants none
pf-two-profiles = the output intents name two profiles
pf-intents = the file has { $n } output intents for PDF/X, and there must be one
pf-no-condition = the output intent names no printing condition
pf-other-condition = the file is made for `{ $there }`, and the printer wants `{ $asked }`
pf-no-registry = the output intent does not say who keeps its name
pf-no-info = the output intent has no words for people
pf-no-profile = the output intent has no profile embedded
pf-profile-unread = the output profile cannot be read
pf-profile-n = the output profile has not /N 4
pf-profile = the output profile { $why }
pf-other-profile = the output profile is not the printer's own, whatever its name
pf-trapped = Info does not say whether the file is trapped
pf-xmp-trapped = pdf:Trapped is missing or differs from Info
pf-no-xmp = there is no XMP metadata
pf-packed-xmp = the XMP metadata is compressed
pf-broken-xmp = the XMP metadata is not XML
pf-says-x = the file says that it is `{ $version }`
pf-not-x4 = the file does not say that it is PDF/X-4
pf-not-a2b = the file does not say that it is PDF/A-2b
pf-xmp-gap = the XMP metadata has no { $key }
pf-xmp-differs = { $key } is `{ $info }` in Info and `{ $xmp }` in XMP
pf-likewise =
    likewise on { $n ->
        [one] page
       *[other] pages
    } { $pages }
pf-unread = the file cannot be read: { $why }
pf-breaks = the file breaks the program
pf-large = the file has { $megabytes } MB; more than { $most } MB are not judged
pf-password = the file wants a password
pf-no-pages = the file has no pages
pf-many-pages = the file has more than { $most } pages
pf-empty = the page is empty
pf-two-tints = the spot colour `{ $name }` has two definitions
pf-no-group = the page is transparent and does not say in which colours it blends
pf-ink = a square of 15 mm has { $ink }% of ink; the printer takes { $limit }%
pf-operator = `{ $name }` is not an operator with such operands
pf-q-deep = q is nested too deep
pf-q = there is a Q without q
pf-intent-name = the rendering intent `{ $name }` is unknown
pf-decoded = a form or pattern cannot be decoded
pf-circle = a form draws itself
pf-forms-deep = forms are nested too deep
pf-picture-or-form = picture or form
pf-graphics-state = graphics state
pf-arrays = its arrays are nested too deep
pf-to-end = it cannot be read to its end
pf-q-match = its q and Q do not match
pf-broken = the page's content is broken: { $why }
pf-missing = the { $what } `{ $name }` is missing
pf-work = the page takes too much work to be judged to its end
pf-screen = something is painted in { $name }
pf-profiled = something is painted in CMYK with a profile of its own
pf-spot = something is painted in the spot colour `{ $name }`
pf-grey-overprint = something in DeviceGray overprints
pf-opm = something overprints with OPM 0, which knocks out in DeviceCMYK
pf-registration = the registration colour is used on the page: it prints on every plate
pf-colour = a colour has { $ink }% of ink, and the printer takes { $limit }%
pf-small-text = text is set in { $size } pt
pf-coloured-text =
    text of { $size } pt is { $what ->
        [white] white
       *[inks] in several inks
    }
pf-rich-black = black text has { $ink }% of ink
pf-grey-text = black text of { $size } pt is in DeviceGray
pf-black-text = black text of { $size } pt knocks out what is beneath
pf-white-text = white text overprints
pf-line = a line is { $width } pt wide
pf-coloured-line =
    a line of { $width } pt is { $what ->
        [white] white
       *[inks] in several inks
    }
pf-black-line = a black line of { $width } pt knocks out what is beneath
pf-surface = a surface is { $width } pt thick
pf-white-path = a white line or surface overprints
pf-picture = a picture cannot be read: { $why }
pf-resolution = a picture has { $ppi } ppi; the printer asks for { $asked }
pf-full-page = the page is one picture of { $ppi } ppi; { $asked } keep text sharp
pf-safety =
    { $what ->
        [text] text
        [shape] a shape
       *[line] a line
    } is { $mm } mm from the trim; the printer asks for { $asked } mm
pf-no-bleeding = colour at the trim goes { $mm } mm past it, not { $asked } mm
pf-transfer = a graphics state has transfer functions or halftones of its own
pf-blend-mode = the blend mode `{ $name }` is none of the standard
pf-action = there is an action, { $kind }
pf-blend-space = a transparency group blends in { $space }
pf-jpx = a picture is JPEG 2000
pf-lzw = a stream is compressed with LZW
pf-alternates = a picture stands in for another
pf-postscript = there is PostScript
pf-reference = a form names a page of another file
pf-no-font = text is set without a font
pf-notdef = `{ $font }` has no glyph for code { $code }
pf-not-embedded = the font `{ $font }` is not embedded
pf-type3 = the font `{ $font }` is of Type 3
pf-courier = the font `{ $font }` is used
pf-widths = `{ $font }` states a width of { $stated } for code { $code }, the font has { $there }
pf-no-width = it has no width or height
pf-no-space = it has no colour space
pf-depth = it has { $n } bits a channel
pf-too-large = it is too large: { $width } × { $height } pixels
pf-samples = there are too many samples in the file
pf-too-few = it has { $there } bytes of samples, not { $asked }
pf-more =
    { $words } (and { $n ->
        [one] once
       *[other] { $n } times
    } more)
pf-rule = rule: { $source }
rule-of-profile = the printer's profile, { $key }
rule-of-limits = the program's limits of work and memory
rule-of-printers = the print shops
rule-F01 = export the file again; what cannot be read here may not be read at the print shop
rule-F02 = simplify the file, or split it
rule-F03 = export the file again
rule-F04 = save the picture again as PNG or JPEG
rule-F06 = export or copy the file again
rule-X011 = export as PDF 1.6
rule-X021 = export the file again with a file identifier
rule-X022 = save the file without password and permissions
rule-X031 = write XMP metadata
rule-X032 = write the metadata stream without filter
rule-X033 = write the XMP metadata again
rule-X034 = export as PDF/X-4
rule-X035 = sats writes both standards into one file; for a print shop PDF/X-4 is enough
rule-X041 = write the missing property
rule-X042 = write both from the same values
rule-X051 = write Trapped False into Info
rule-X052 = write pdf:Trapped as in Info
rule-X061 = write one output intent
rule-X062 = name the printing condition
rule-X063 = write http://www.color.org
rule-X064 = say the condition in words
rule-X065 = build with this printer's profile
rule-X071 = embed the output profile
rule-X072 = embed a CMYK output profile
rule-X073 = build with this printer's ICC profile
rule-X074 = let all intents name one profile object
rule-X081 = write a TrimBox on each page
rule-X082 = write boxes that lie in each other
rule-X083 = write boxes with width and height
rule-X084 = take the CropBox out
rule-X085 = write a BleedBox on each page
rule-X086 = give the pages more bleed
rule-X091 = export in points
rule-X092 = turn the pages before export
rule-X093 = give all pages one trim size
rule-X101 = embed the font
rule-X102 = use a font that has the character
rule-X104 = use outlines or another font
rule-X105 = see whether the font was missing
rule-X111 = convert the colour to CMYK
rule-X112 = use DeviceCMYK
rule-X121 = define the spot colour once
rule-X122 = convert the spot colour to CMYK, or order it
rule-X123 = use black instead of the registration colour
rule-X131 = give the group /CS /DeviceCMYK
rule-X132 = use a standard blend mode
rule-X133 = give the page a group in DeviceCMYK
rule-X141 = save the picture as JPEG or PNG
rule-X142 = compress with Flate
rule-X143 = embed the picture itself
rule-X144 = take the PostScript out
rule-X145 = embed the page itself
rule-X151 = take links and comments out
rule-X161 = take the action out
rule-X162 = flatten the form
rule-X163 = take it out
rule-X171 = take the attachment out
rule-X181 = flatten the layers
rule-X191 = take it out of the graphics state
rule-X192 = use RelativeColorimetric
rule-G01 = lighten the colours there
rule-G02 = lighten the colour
rule-G03 = use a larger picture, or print it smaller
rule-G05 = set it larger, or in black alone
rule-G06 = set it larger
rule-G07 = set it in black alone
rule-G08 = let it overprint
rule-G09 = set it in DeviceCMYK
rule-G11 = let it knock out; else it is not there
rule-G14 = draw it thicker, or in one ink
rule-G15 = draw it thicker
rule-G16 = see whether it is meant
rule-G17 = move it inwards, or let it run past the trim
rule-G18 = let it run to the edge of the bleed
rule-G19 = add pages
rule-G20 = set OPM 1
rule-G21 = export single pages

## The ICC profile, after "the profile"

icc-none = is not an ICC profile
icc-length = is cut short or padded: its header says { $stated } bytes, and it has { $there }
icc-version = is of ICC version { $version }; 2 or 4 is needed
icc-class = is of class `{ $class }`, not an output profile (`prtr`)
icc-space = is for `{ $space }`, not for CMYK
icc-table = has no table from colours to inks that can be used
icc-checksum = is another file than asked for: SHA-256 { $there }, not { $asked }

## The print file, and what cannot be printed

print-no-space = has no colour space
print-unconverted = cannot be converted
print-no-size = has no width or height
print-depth = has not 8 bits a channel
print-too-few = has too few samples
print-other-count = has another number of samples than its size says
print-decode = has a `Decode` that is neither plain nor inverted
print-unread = cannot be read
print-gradient-kind = is neither linear nor radial
print-no-function = has no function
print-uneven = is not mixed evenly
print-no-stops = has no stops
print-stop-unread = has a stop that cannot be read
print-computed = is computed in a way that cannot become ink
print-stop-no-ink = has a colour that cannot become ink
print-stop-no-colour = has a stop without colour
print-inline = holds an inline picture
print-other-space = uses the colour space { $name }
print-unread-why = cannot be read: { $why }
print-too-large = is too large: { $width } × { $height } pixels
print-unread-from = cannot be read from byte { $byte } on
print-picture = a picture on page { $page } { $what }
print-picture-hint = save it again as PNG or JPEG, 8 bits a channel, RGB or grey
print-gradient = a gradient on page { $page } { $what }
print-gradient-hint = linear and radial gradients can be printed
jpeg-unread = is a JPEG that cannot be read: { $why }
pf-jpeg = it { $why }
print-content = the content of page { $page } { $what }
print-content-hint = use theme colours, linear or radial gradients, and pictures from files; the print shop gets cyan, magenta, yellow and black only
printer-range = `{ $key }` is { $value } { $unit }; { $low } to { $high } makes sense
printer-multiple = `sidemultiplum` is { $count }; 1 to 64 makes sense
printer-placeholder = `{ $name }` has a placeholder that is not known; there are { $known }
printer-file-name = `{ $name }` is not a name that a file can have
icc-not-with-us = it is not handed on with the program
icc-hint = put the printer's own profile there, or correct `icc`
icc-fetch = get { $icc } from the European Color Initiative (eci.org, Downloads, ICC profiles), and lay it in a folder icc/ beside a copy of the profile { $profile }, which you name with --printer
icc-missing = the ICC profile `{ $name }` is missing: { $why }
icc-profile = the ICC profile `{ $name }` { $what }
icc-no-use = the ICC profile `{ $name }` is of no use: { $why }
pf-gradient = gradient
pf-font = font
pf-a-form = form
pf-pattern = pattern
print-no-ink = sets a colour that cannot become ink: `{ $operator }`
grey-inks = the grey pages have a colour in inks
grey-no-colour = the grey pages have a colour that is none
grey-circle = a gradient's functions run in a circle
grey-gradient-colour = a gradient has a colour that is none
grey-no-function = a gradient has no function
grey-unread = a page cannot be read from byte { $byte } on
pdf-unread = the typeset pages cannot be read: { $why }
pdf-unwritten = the PDF cannot be written: { $why }
sheets-unread = the PDF cannot be read: { $why }
sheets-encrypted-hint = save it without a password, then make sheets of that file
sheets-lost =
    { $n } { $n ->
        [one] note or form field does
       *[other] notes or form fields do
    } not come along to the sheets
sheets-lost-hint = print the PDF to a new PDF first, to keep them
sheets-no-page = a page is missing from the PDF
sheets-no-media = a page has no MediaBox
sheets-no-size = a page has no usable size
sheets-content = a page's content cannot be read: { $why }
