/**
 * What each key of the format and each of its words is for, in Norwegian, by the English text of
 * the schema. An English text that is new or has changed is missing here until it is translated
 * again; tests/package/studio-texts.test.mjs names it. Words in « » are those that readers see.
 */

export default {
  // The whole file
  'The URL of this format’s schema: its description for editors. With it, many editors explain each key, complete words and underline errors while you write. The widget ignores it.':
    'Adressen til skjemaet for dette formatet, altså beskrivelsen som redigeringsprogrammer leser. Med den kan mange av dem forklare hver nøkkel, fullføre ord og streke under feil mens du skriver. For leserne betyr den ingenting.',
  'A note to yourself or to others who work on the file; every object { } may have one. JSON has no other way to leave a remark. Readers are not shown it, though whoever opens the file sees it.':
    'En merknad til deg selv eller andre som arbeider med filen. Den kan stå hvor som helst mellom to krøllparenteser, for JSON har ingen annen plass til slikt. Den vises ikke for leserne, men den som åpner filen, ser den.',
  'The version of this format in which the file is written. A widget that cannot read this version then says so, instead of misreading the file.':
    'Versjonen av formatet som filen er skrevet i. Kan den ikke leses, blir det sagt, og filen blir ikke misforstått.',
  'The questionnaire’s name for the program, without spaces; readers do not see it. A reader’s answers are kept under it in the browser, and only scorecards with the same id are compared. Leave it as it is once the questionnaire is published.':
    'Spørreskjemaets navn for programmet, uten mellomrom. Leserne ser det ikke. Svarene til en leser lagres under dette navnet i nettleseren, og bare resultater med samme navn blir sammenlignet. La det stå når spørreskjemaet er publisert.',
  'Your own version of the questionnaire, as a string. Change it whenever you change what is asked. A reader’s answers to one version are not used for another, and scorecards of different versions are not compared.':
    'Din egen versjon av spørreskjemaet, skrevet som tekst. Endre den når du endrer det som blir spurt om. Svar på én versjon blir ikke brukt i en annen, og resultater fra ulike versjoner blir ikke sammenlignet.',
  'The language in which the texts are written, as a tag such as en, nb or pt-BR. The widget’s own words, such as “Strongly agree”, follow it if the widget speaks that language. Screen readers pronounce the texts by it, and it says whether they run from right to left.':
    'Språket tekstene er skrevet på, som en kode, for eksempel en, nb eller pt-BR. De faste ordene, som «Helt enig», følger språket når de finnes på det. Skjermlesere uttaler tekstene etter det, og det avgjør om de leses fra høyre mot venstre.',
  'The heading of the first screen; on later screens it is shown small above the statement. It is the first thing that readers see. Name the subject and give no answer away.':
    'Overskriften på det første skjermbildet. Senere står den med liten skrift over påstanden. Den er det første leserne ser. Si hva det handler om, og røp ingen svar.',
  'One or two sentences below the title, on the first screen. Say what readers get out of it. The widget itself adds how many statements there are and about how long they take.':
    'En eller to setninger under tittelen, på det første skjermbildet. Si hva leserne får igjen for å svare. Hvor mange påstander det er, og omtrent hvor lang tid de tar, blir føyd til av seg selv.',
  'What becomes of the answers, in your own words, on the first screen below the introduction. It replaces the widget’s own line, “your answers stay in this browser unless you share them”. Write it if that is not the whole truth, as on a page that passes the answers on.':
    'Hva som skjer med svarene, med dine egne ord, under innledningen på det første skjermbildet. Det erstatter den faste linjen «svarene blir i nettleseren din om du ikke deler dem». Skriv det når den linjen ikke er hele sannheten, for eksempel når siden sender svarene videre.',
  'What a reader agrees to before their answers are sent, beside the box to tick on the scorecard. Shown only if the tag has an endpoint. It replaces the widget’s own sentence, which names the host. Say who gets the answers, what for, and how long they are kept.':
    'Hva en leser går med på før svarene blir sendt. Det står ved avkryssingsboksen i resultatet, og bare når taggen oppgir en adresse som tar imot svar. Det erstatter den faste setningen, som nevner nettstedet. Si hvem som får svarene, hva de skal brukes til, og hvor lenge de blir oppbevart.',
  'Allows *emphasis*, [words](https://example.org) as a link, and [1] for the first source of the misconception, in prose. Prose is the introduction and the line on privacy, statements, the six texts of a refutation, the text of an outcome and the answer to a suggestion; [1] only in a refutation. All other texts are plain, and without this key every text is. A backslash makes \\* and \\[ plain characters; JSON writes it twice. Emphasis ends on its line, and a URL begins with https:// or http://. Markup that is not whole, such as a single *, is an error, so that no reader sees half of it. Where there can be no markup, as in a table for a spreadsheet, only the words remain.':
    'Tillater *utheving*, [ord](https://example.org) som lenke og [1] for den første kilden til misforståelsen, i løpende tekst. Løpende tekst er innledningen, linjen om personvern, påstandene, de seks tekstene i en rettelse, teksten i en merknad og svaret på et forslag. [1] kan bare stå i en rettelse. Alle andre tekster er ren tekst, og uten denne nøkkelen er alle det. En omvendt skråstrek gjør \\* og \\[ til vanlige tegn; i JSON skrives den to ganger. En utheving slutter på samme linje, og en adresse begynner med https:// eller http://. Markering som ikke er hel, for eksempel én enkelt *, er en feil, så ingen leser får se halve tegn. Der det ikke kan stå markering, som i en tabell for et regneark, står bare ordene.',
  'Emphasis, links and references within a paragraph.': 'Utheving, lenker og henvisninger inne i et avsnitt.',

  // How readers answer
  'The answers from which a reader chooses, from disagreement to agreement. Without it there are five answers, from “Strongly disagree” to “Strongly agree”, and “I don’t know” apart from them.':
    'Svarene en leser velger mellom, fra uenig til enig. Uten dette er det fem svar, fra «Helt uenig» til «Helt enig», og «Vet ikke» for seg.',
  'How many answers there are, not counting “I don’t know”; 5 unless you say otherwise. With an odd number the middle answer counts as halfway; an even number asks readers to take a side. If there are two, they are “False” and “True”.':
    'Hvor mange svar det er, når «Vet ikke» ikke regnes med; 5 om du ikke sier noe annet. Er tallet et oddetall, regnes det midterste svaret som midt imellom. Er det et partall, må leserne velge side. Er det to svar, er de «Usant» og «Sant».',
  'The words of the answers, one for each, in order from disagreement to agreement. For 2 and 5 points the widget has words of its own, which yours replace. For any other number, yours are needed.':
    'Ordene for svarene, ett for hvert svar, fra uenig til enig. For 2 og 5 svar finnes det faste ord, som dine erstatter. For andre antall må du skrive dem.',
  'The words of one answer. Readers choose by these words alone; the number of an answer is not shown.':
    'Ordene for ett svar. Leserne velger bare etter dem, for tallet på svaret vises ikke.',
  'Whether “I don’t know” is offered, apart from the other answers; true unless you say otherwise. With it, nobody has to guess, and not knowing is never taken for an answer in the middle. With false, a reader who does not know can only guess or skip the statement.':
    'Om «Vet ikke» kan velges ved siden av de andre svarene; true om du ikke sier noe annet. Da trenger ingen å gjette, og den som ikke vet, blir ikke regnet som midt imellom. Med false kan den som ikke vet, bare gjette eller hoppe over påstanden.',
  'The scale for “How sure are you?”, which is then asked of every answer but “I don’t know”. It tells a firm misconception from a guess: verdicts then follow from both answers together. It also asks twice as much of readers; without it, only agreement is asked.':
    'Skalaen for «Hvor sikker er du?», som da blir spurt om etter alle svar unntatt «Vet ikke». Det skiller en fast tro fra en gjetning, for dommen bygger da på begge svarene sammen. Det krever også dobbelt så mye av leserne. Uten det blir de bare spurt om de er enige.',
  'How many levels of certainty there are, counted from 1; 4 unless you say otherwise. A reader counts as sure above the middle of the scale, not at it. Write either levels, or from and to.':
    'Hvor mange nivåer av sikkerhet det er, regnet fra 1; 4 om du ikke sier noe annet. En leser regnes som sikker over midten av skalaen, ikke på den. Skriv enten levels, eller from og to.',
  'The number of the lowest level; from and to together replace levels. Only for a scale with numbers of its own, such as that of a study you follow: the data of answers and scorecards then have these numbers. Readers see only the words, so levels is usually enough.':
    'Tallet på det laveste nivået; from og to erstatter til sammen levels. Bare for en skala med egne tall, for eksempel den i en studie du følger: Da står disse tallene i dataene om svar og resultater. Leserne ser bare ordene, så levels er som regel nok.',
  'The number of the highest level, 1 to 5 above from. Together with from it says how many levels there are.':
    'Tallet på det høyeste nivået, 1 til 5 over from. Sammen med from gir det antallet nivåer.',
  'The words of the levels, one for each, in order from guessing to certain. For 4 levels the widget has words of its own, which yours replace. For any other number, yours are needed.':
    'Ordene for nivåene, ett for hvert, fra gjetning til sikker. For 4 nivåer finnes det faste ord, som dine erstatter. For andre antall må du skrive dem.',
  'The words of one level. Readers choose by these words alone. They also appear beside the reader’s own answers on the scorecard.':
    'Ordene for ett nivå. Leserne velger bare etter dem. De står også ved leserens egne svar i resultatet.',
  'How many of a misconception’s statements a reader must answer to get a verdict on it; majority unless you say otherwise. With fewer, the scorecard says “too few answers” and lets the reader answer the rest there. “I don’t know” counts as answered.':
    'Hvor mange av påstandene om en misforståelse en leser må svare på for å få en dom; majority om du ikke sier noe annet. Med færre står det «for få svar» i resultatet, og leseren kan svare på resten der. «Vet ikke» regnes som et svar.',
  'More than half of a misconception’s statements: both of two, two of three.':
    'Mer enn halvparten av påstandene om en misforståelse: begge av to, to av tre.',
  'At least half of a misconception’s statements: one of two, two of three.':
    'Minst halvparten av påstandene om en misforståelse: én av to, to av tre.',
  'Where one verdict ends and the next begins, on the scale of belief from 0, for rejecting the misconception throughout, to 100, for holding it throughout. Leave it out unless you have a reason to be stricter or milder. If certainty is asked, verdicts do not follow from these cutoffs.':
    'Hvor grensene mellom dommene går, på en skala fra 0, for den som avviser misforståelsen helt, til 100, for den som tror helt på den. Utelat det om du ikke har grunn til å være strengere eller mildere. Når leserne også blir spurt om hvor sikre de er, følger ikke dommene disse grensene.',
  'A reader holds the misconception from this belief up; 75 unless you say otherwise. The higher it is, the firmer readers must agree before they are said to hold a misconception. It must be above leaning.':
    'Fra dette tallet og oppover tror leseren på misforståelsen; 75 om du ikke sier noe annet. Jo høyere det er, desto mer enig må en leser være før det heter at han eller hun tror på den. Det må være høyere enn leaning.',
  'A reader leans towards the misconception from this belief up to held; 62.5 unless you say otherwise. Misconceptions leaned towards are counted apart at the top of the scorecard, and together with those held for the outcomes. It must be above unsure.':
    'Fra dette tallet og opp til held heller leseren mot misforståelsen; 62,5 om du ikke sier noe annet. Misforståelser en leser heller mot, telles for seg øverst i resultatet, men sammen med dem leseren tror på, når en merknad skal velges. Det må være høyere enn unsure.',
  'A reader is unsure above this belief, up to leaning; 37.5 unless you say otherwise. A reader at this belief or below it does not hold the misconception.':
    'Over dette tallet og opp til leaning er leseren i tvil; 37,5 om du ikke sier noe annet. På dette tallet eller under det tror leseren ikke på misforståelsen.',

  // Misconceptions and statements
  'The misconceptions that the questionnaire is about, each with its statements and its correction. Each gets a verdict and a correction of its own on the scorecard. Readers are first asked the first statement of each, then the second of each, and so on, unless the tag on the page says otherwise.':
    'Misforståelsene spørreskjemaet handler om, hver med påstander og en rettelse. Hver får sin egen dom og sin egen rettelse i resultatet. Leserne får først den første påstanden om hver av dem, så den andre, og så videre, om ikke taggen på siden sier noe annet.',
  'One false or harmful belief: its name, the statements that probe it, and what corrects it. Two statements, one keyed myth and one keyed fact, make a verdict that a habit of agreeing cannot decide.':
    'Noe folk tror, som er feil eller gjør skade: hva det heter, påstandene som prøver det, og det som retter det. Med to påstander, en med nøkkelen myth og en med fact, kan ikke en vane med å si seg enig avgjøre dommen.',
  'The misconception’s name for the program, without spaces and different for each; readers do not see it. Translations and the data of a scorecard name the misconception by it, wherever it is in the array.':
    'Misforståelsens navn for programmet, uten mellomrom og ulikt alle de andre. Leserne ser det ikke. Oversettelser og dataene om et resultat bruker dette navnet, uansett hvor i listen misforståelsen står.',
  'The belief in a few words, as somebody who holds it would put it. It names the misconception in the table on the scorecard and above its correction. The widget shows it only after its statements have been asked.':
    'Det folk tror, i få ord, slik en som tror på det, ville si det. Det er navnet på misforståelsen i tabellen i resultatet og over rettelsen. Leserne ser det ikke før de har fått påstandene.',
  'The sentences by which the questionnaire finds out whether a reader holds this misconception. A verdict on one answer rests on little. With statements of both keys, a reader whose answers contradict each other is told so.':
    'Setningene som skal vise om en leser tror på denne misforståelsen. En dom etter ett svar bygger på lite. Med påstander av begge slag får den som motsier seg selv, vite det.',
  'One sentence with which readers agree or disagree. Of two statements with opposite keys, the fact denies the myth: nobody who thinks clearly can agree with both, or disagree with both.':
    'En setning leserne er enige eller uenige i. Av to påstander som peker hver sin vei, avviser den ene den andre: Ingen som tenker klart, kan være enig i begge eller uenig i begge.',
  'The statement’s name for the program, without spaces and different for each in the whole questionnaire; readers do not see it. Answers are kept and translations are found by it. Leave it as it is once the questionnaire is published.':
    'Påstandens navn for programmet, uten mellomrom og ulikt alle andre i hele spørreskjemaet. Leserne ser det ikke. Svar lagres og oversettelser finnes etter dette navnet. La det stå når spørreskjemaet er publisert.',
  'The sentence itself. Let it make one claim, worded positively and without always or never; then a reader knows what agreeing means. It is shown again, with the reader’s answer, beside the correction.':
    'Selve setningen. La den si én ting, uten nekting og uten ord som alltid og aldri. Da vet en leser hva det betyr å være enig. Den står også ved rettelsen, sammen med det leseren svarte.',
  'Which way agreement points: myth is towards the misconception, fact away from it. A wrong key turns the verdict round. Use both keys in each misconception, for some readers agree with whatever they are asked.':
    'Hvilken vei den peker som er enig: myth er mot misforståelsen, fact bort fra den. Peker det feil vei, blir dommen snudd. Bruk begge deler for hver misforståelse, for noen lesere er enige i alt de blir spurt om.',
  'Agreeing with the statement means holding the misconception.':
    'Den som er enig i påstanden, tror på misforståelsen.',
  'Agreeing with the statement means not holding the misconception.':
    'Den som er enig i påstanden, tror ikke på misforståelsen.',
  'How much the answer to this statement counts beside the others of its misconception; 1 unless you say otherwise. An answer of weight 2 counts twice as much towards the belief as one of weight 1. Weights have no say in how many answers are enough, nor in verdicts if certainty is asked.':
    'Hvor mye svaret på denne påstanden teller ved siden av de andre om samme misforståelse; 1 om du ikke sier noe annet. Et svar med vekten 2 teller dobbelt så mye som et med vekten 1. Vekten har ingenting å si for hvor mange svar som er nok, og heller ikke for dommen når leserne blir spurt om hvor sikre de er.',

  // The correction
  'What corrects the misconception, in up to six short texts. It is on every reader’s scorecard, whatever the verdict; 80 to 150 words in all read best. To begin a new paragraph within a string, write \\n\\n.':
    'Det som retter misforståelsen, i opptil seks korte tekster. Det står i resultatet til alle lesere, uansett dom. 80 til 150 ord til sammen er best å lese. Et nytt avsnitt i en tekst skrives \\n\\n i JSON.',
  'What is so, in a sentence or two. It heads the correction and is in sight even when the other parts are folded away, so what readers take away is the fact. When too few statements are answered it is folded away too, because it would give the answers away.':
    'Hva som stemmer, i en setning eller to. Det er overskriften på rettelsen og vises også når resten er foldet sammen, så det er dette leserne tar med seg. Er for få påstander besvart, er også dette skjult, for det ville røpe svarene.',
  'What is not so: the misconception as one sentence. It is shown below the fact, after “Misconception”, and says exactly what is being corrected. Without it, the name of the misconception is shown there.':
    'Hva som ikke stemmer: misforståelsen i én setning. Den står under det som stemmer, etter «Misforståelse», og sier nøyaktig hva som blir rettet. Uten den står navnet på misforståelsen der.',
  'Why the misconception is easy to believe. It shows readers that there is nothing foolish in having believed it. Without it, its heading is left out.':
    'Hvorfor misforståelsen er lett å tro på. Det viser leserne at det ikke er dumt å ha trodd på den. Uten det faller overskriften bort.',
  'What is right about the misconception. Readers may have seen that part with their own eyes; grant it. Leave it out if there is none.':
    'Hva som er riktig ved misforståelsen. Leserne kan ha sett det med egne øyne, så innrøm det. La det være tomt om det ikke er noe.',
  'The reasons against the misconception. Explain, do not scold. The heading above it follows the strength of the evidence: “Why it does not hold”, “Why experience points the other way” or “What speaks against it”.':
    'Grunnene mot misforståelsen. Forklar, og ikke skjenn. Overskriften retter seg etter hvor godt grunnlaget er: «Hvorfor det ikke holder», «Hvorfor erfaringen peker den andre veien» eller «Det som taler imot».',
  'What to do instead. It comes after the reasons, under “What to do instead” or “What to do”, so that readers leave with something that they can do.':
    'Hva en kan gjøre i stedet. Det kommer etter grunnene, under «Hva du kan gjøre i stedet» eller «Hva du kan gjøre», så leserne går derfra med noe de kan gjøre.',
  'How strong the case against the misconception is, and as of when. Readers see it as a sentence beside the sources: “Evidence: strong, as of 2026.” Without it there is no such sentence, and the headings are those of strong evidence.':
    'Hvor mye som taler mot misforståelsen, og når det ble undersøkt. Leserne ser det som en setning ved kildene: «Grunnlag: sterkt, per 2026.» Uten det er det ingen slik setning, og overskriftene er de samme som for et sterkt grunnlag.',
  'How strong the case is, in one of four words. The headings of the correction claim no more than it allows. A contested misconception is not counted and comes last, under “Where experts disagree”.':
    'Hvor godt grunnlaget er, med ett av fire ord. Overskriftene i rettelsen påstår ikke mer enn det tillater. En omstridt misforståelse telles ikke og kommer sist, under «Der fagfolk er uenige».',
  'No serious doubt is left among those who know the subject.': 'Ingen som kan faget, er lenger i alvorlig tvil.',
  'Good studies agree.': 'Gode studier peker samme vei.',
  'The people who do the work have found it so; the headings then speak of experience.':
    'De som gjør arbeidet, har sett at det er slik. Overskriftene snakker da om erfaring.',
  'The experts themselves disagree; the misconception is then not counted and comes last.':
    'Fagfolk er uenige seg imellom. Misforståelsen telles da ikke og kommer sist.',
  'When you last looked at the evidence: a year, a month or a day, written 2026, 2026-11 or 2026-11-23. Readers see its year, and so how fresh the correction is.':
    'Når du sist undersøkte grunnlaget: et år, en måned eller en dag, skrevet 2026, 2026-11 eller 2026-11-23. Leserne ser året, og dermed hvor fersk rettelsen er.',
  'When you mean to look at the evidence again, written as asOf is. The check reminds whoever looks after the questionnaire once it has passed. Readers do not see it.':
    'Når du vil undersøke grunnlaget igjen, skrevet på samme måte. Når datoen er forbi, blir den som steller med spørreskjemaet, minnet om det. Leserne ser det ikke.',

  // Sources
  'Where readers can look up what the correction says. Readers need not take your word for it. Each source is a line at the end of the correction.':
    'Der leserne kan slå opp det rettelsen sier, så de slipper å ta deg på ordet. Hver kilde er en linje til slutt i rettelsen.',
  'One book, article, page or person that the correction rests on. Name one that readers can get at. The line has only what you write here.':
    'En bok, en artikkel, en side eller en person som rettelsen bygger på. Velg noe leserne kan få tak i. Linjen viser bare det du skriver her.',
  'What the source is called, with its author. It begins the line and, if there is a URL, is the link.':
    'Hva kilden heter, med forfatter. Det står først på linjen, og er lenken når det finnes en adresse.',
  'The URL of the source on the web. The title becomes a link to it. The site that it leads to is not told from which page a reader comes.':
    'Adressen til kilden på nettet. Tittelen blir en lenke dit. Nettstedet får ikke vite hvilken side en leser kommer fra.',
  'When the source was published, in any form. It follows the title, as you write it.':
    'Når kilden ble utgitt, skrevet slik du vil. Det står etter tittelen, akkurat slik du skriver det.',
  'A sentence of the source, word for word. It ends the line and lets readers judge without a visit. The widget puts the quotation marks.':
    'En setning fra kilden, ord for ord. Den står til slutt på linjen og lar leserne dømme uten å slå opp. Anførselstegnene kommer av seg selv.',
  'The language of the source, as a tag, if it is not the questionnaire’s. Screen readers then pronounce title and quotation as they are meant, and text from right to left is shown that way.':
    'Språket i kilden, som en kode, når det er et annet enn spørreskjemaets. Da uttaler skjermlesere tittel og sitat riktig, og det som leses fra høyre mot venstre, står slik.',

  // On the scorecard
  'Remarks on the result as a whole, by how many misconceptions a reader holds or leans towards. One of them is shown near the top of the scorecard: of those that apply, the one with the highest from. None is shown while a misconception has too few answers, unless that one is contested.':
    'Merknader til resultatet som helhet, etter hvor mange misforståelser en leser tror på eller heller mot. En av dem står øverst i resultatet: den med høyest from av dem som passer. Ingen vises så lenge en misforståelse har for få svar, om den da ikke er omstridt.',
  'One remark, and from how many misconceptions on it applies. It is shown until the next higher from is reached, in whatever order they are written. Of two with the same numbers, the later one is shown.':
    'En merknad, og hvor mange misforståelser den gjelder fra. Den vises til neste høyere from er nådd, uansett rekkefølge. Har to de samme tallene, vises den siste.',
  'The lowest number of misconceptions, held and leaned towards together, to which the remark applies. Let one remark begin at 0, or readers with a low number get none. Contested misconceptions are not counted.':
    'Det laveste antallet misforståelser merknaden gjelder for, der de en leser tror på, og de en leser heller mot, regnes sammen. La en merknad begynne på 0, ellers får lesere med lave tall ingen. Omstridte misforståelser telles ikke.',
  'The lowest number of misconceptions on which the reader is undecided, to which the remark applies. Without it: 0. With it, who believes little but is undecided on much can be met by words of their own. Of two remarks with the same from that both apply, the one with the higher unsure is shown.':
    'Det laveste antallet misforståelser leseren må være i tvil om, for at merknaden skal gjelde; uten dette 0. Slik kan den som tror på lite, men er i tvil om mye, få sine egne ord. Passer to merknader med samme from, vises den med høyest unsure.',
  'The remark in one sentence; it stands out from the text after it. It is shown below the counts. Neither praise nor blame: say what the number means.':
    'Merknaden i én setning, framhevet foran teksten som følger. Den står under tallene. Verken ros eller skyld: Si hva tallet betyr.',
  'What there is to add, after the title. Say where to begin. Without it, the title stands alone.':
    'Det som er å føye til, etter setningen over. Si hvor en kan begynne. Uten det står setningen alene.',
  'Other misconceptions that readers have named to you, each with your answer. They are shown near the end of the scorecard, under “Which other misconceptions are out there?”, and have no part in the result. The widget does not collect them.':
    'Andre misforståelser leserne har nevnt for deg, hver med svaret ditt. De står mot slutten av resultatet, under «Hvilke andre misforståelser finnes det?», og påvirker det ikke. De blir ikke samlet inn av seg selv.',
  'One misconception that a reader has named, with your answer. It can be answered without statements of its own.':
    'En misforståelse en leser har nevnt, med svaret ditt. Den kan besvares uten egne påstander.',
  'The misconception, as the reader put it. It is set apart as the words of somebody else.':
    'Misforståelsen, slik leseren sa det. Den er satt for seg, så det er tydelig at ordene er en annens.',
  'Who named it, as they wish to be called. It is shown below their words. Ask before you print a name; without it, nobody is named.':
    'Hvem som nevnte den, slik vedkommende vil kalles. Det står under ordene. Spør før du trykker et navn. Uten det blir ingen nevnt.',
  'Your answer to it. It is shown right below, so that no misconception is left uncorrected.':
    'Svaret ditt. Det står rett under, så ingen misforståelse blir stående urettet.',
  'Who wrote the questionnaire, whose work it follows, and under which licence others may use it. It is the last line of the scorecard.':
    'Hvem som har skrevet spørreskjemaet, hvem det bygger på, og med hvilken lisens andre kan bruke det. Det er den siste linjen i resultatet.',
  'The credit itself: who wrote it, and whose work it follows. Readers see who speaks to them. If there is a URL, it is the link.':
    'Hvem som har skrevet det, og hvem det bygger på. Leserne ser hvem som taler til dem. Finnes det en adresse, er dette lenken.',
  'The URL to which the credit leads. The credit becomes a link to it. The site that it leads to is not told from which page a reader comes.':
    'Adressen til den eller dem som er nevnt. Navnet blir en lenke dit. Nettstedet får ikke vite hvilken side en leser kommer fra.',
  'The name of the licence under which others may use the questionnaire. It follows the credit, as you write it. Without it, others cannot tell whether they may use your work.':
    'Navnet på lisensen som lar andre bruke spørreskjemaet. Det står etter navnet, akkurat slik du skriver det. Uten det vet ikke andre om de kan bruke arbeidet ditt.',
  'What goes along when a reader shares a scorecard. A link alone says little to whoever gets it. The widget adds how many the reader saw through and an invitation. Without it, the title goes along.':
    'Det som følger med når en leser deler et resultat. En lenke alene sier lite til den som får den. Hvor mange leseren gjennomskuet, og en oppfordring blir føyd til. Uten dette følger tittelen med.',
  'The words that go along with a shared scorecard, before the reader’s result. The share sheet of the reader’s device puts them before the link. The reader can change them there, so write what a reader would say.':
    'Ordene som følger med et resultat som deles, foran det leseren fikk. De står foran lenken når leseren deler fra telefonen eller maskinen sin, og kan endres der. Skriv det en leser ville si.',

  // Translations
  'The questionnaire’s texts in other languages, each under its language tag. Readers get the language nearest to that of the page, or else your own. Ids and keys are the same in all, so answers and scorecards are too. If your own language leaves a text to the widget, such as the labels of the answers, a translation may still have one.':
    'Spørreskjemaets tekster på andre språk, hvert under sin språkkode. Leserne får det språket som er nærmest sidens, og ellers ditt. Navn og nøkler er de samme på alle språk, og dermed også svar og resultater. Der du bruker de faste ordene, for eksempel for svarene, kan en oversettelse likevel ha sine egne.',
  'The texts in one language, or the URL of a file with them, relative to that of the questionnaire. It has the questionnaire’s shape, but misconceptions and, beside them, statements are objects with their ids as keys, and all other arrays keep your order. What you leave out stays in your own language.':
    'Tekstene på ett språk, eller adressen til en fil med dem, regnet fra spørreskjemaets egen. Den er bygd som spørreskjemaet, men misforståelser, og påstander ved siden av dem, står under navnene sine for programmet. Andre lister følger din rekkefølge. Det du utelater, vises på ditt språk.',
};
