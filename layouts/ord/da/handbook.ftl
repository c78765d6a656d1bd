# Håndbogen: overskrifter, og hvad der ikke kan læses af datafilernes skema.

handbook-title = Håndbog til sats
handbook-contents = Indhold
handbook-part-year = Årets gang
handbook-part-files = Datafilerne
handbook-part-blocks = Blokkene
handbook-part-values = Værdier og tilstande
handbook-part-prose = Tekst
handbook-part-computed = Beregnede tal i teksten
handbook-part-findings = Fundene
handbook-part-commands = Kommandoerne
handbook-part-printer = Trykkeriets profil
handbook-part-theme = Temaet
handbook-part-contract = Layoutenes data
handbook-command = Kommando
handbook-does = Hvad den gør
handbook-write = Du skriver
handbook-means = Det betyder
handbook-placeholder = Pladsholder
handbook-here = Her i rapporten
handbook-in-data = I data
handbook-in-form = I skemaet, og hvad det betyder
handbook-field = Felt
handbook-what = Hvad det er
handbook-needed = Skal med
handbook-yes = ja
handbook-example = Eksempel

## Årets gang

handbook-new =
    Laver næste års mappe: årets tal bliver til »udfyldes«, og sidste års tekster venter på at blive
    bekræftet.
handbook-form = Skriver et skema (.xlsx) til hver { -forvaltning } med det, den skal svare på.
handbook-import =
    Læser de udfyldte skemaer ind, fortæller felt for felt, hvad de ændrer, og skriver alt eller
    intet. Prøv først med --dry-run.
handbook-check = Viser, hvad der mangler, er forkert eller er tvivlsomt.
handbook-preview = Viser rapporten i browseren og følger hver rettelse.
handbook-draft =
    Laver udkastet til { -forvaltning(form: "alle") } med ændringer, mangler og linjenumre.
handbook-comments =
    Læser kommentarerne i de udkast, der kommer tilbage, og finder siden, { -indsats(form: "bestemt") }
    og feltet til hver.
handbook-efforts =
    Laver en ny { -indsats }, giver den et andet id eller navn eller fjerner den: sats rename og sats
    remove.
handbook-accept = Accepterer et fund, der er rigtigt alligevel, med en grund.
handbook-confirm =
    Viser de af sidste års tekster, der ikke er bekræftet. Bekræfter dem, der vælges med
    --forvaltning, --only, --field eller --report.
handbook-build = Laver den officielle PDF og trykfilerne, når alt er udfyldt og bekræftet.
handbook-handout = Laver en { -indsats } på ét ark eller et hæfte til at dele ud.

## Hvad en tekst kan have

handbook-empty-line = tom linje
handbook-bold = **fed**
handbook-italic = *kursiv*
handbook-item = - punkt
handbook-link = [ord](https://…)
handbook-paragraph = nyt afsnit; et enkelt linjeskift er et mellemrum
handbook-strong = fremhævet
handbook-emphasis = kursiv
handbook-list = punkt i en liste; 1. punkt i en nummereret
handbook-address = henvisning til en adresse
handbook-computed = et beregnet tal; kun hvor feltet tillader det
handbook-references-names = {"{"}figur.NAVN{"}"}, {"{"}tabel.NAVN{"}"}
handbook-references =
    »figur 2« og »tabel 1« med link til den figur eller tabel i samme { -indsats }, der har
    `id = "NAVN"`; Figur og Tabel med stort først i en sætning. Figurerne og tabellerne på opslaget
    får numre. Mangler figurens tal, udelades sætningen
handbook-sign = tegnet selv

## Hvad et felt er

kind-value = værdi
kind-cell = celle
kind-text-or-shared = tekst eller henvisning til en fælles tekst
kind-block = blok
kind-one-of = et af { $words }
kind-text = tekst
kind-whole = helt tal
kind-number = tal
kind-yes-no = true eller false
kind-list = liste: { $of }
kind-table = tabel
kind-several = flere former

## Tilstande

state-means = { $state }: { $means }
state-final = talt og endeligt
state-preliminary = talt, men kan ændre sig
state-estimated = et skøn; trykkes med ca.
state-to-come = kommer senere; den officielle udgave kan ikke laves, før det er her
state-missing = findes ikke eller kan ikke opgøres; trykkes som ··
state-withheld = tilbageholdt, fordi det gælder for få; trykkes som ×
