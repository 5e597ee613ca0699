/**
 * The instructions of hosts.html in Norwegian, by their English text. An English text that is new
 * or has changed is missing here until it is translated again; tests/package/studio-texts.test.mjs
 * lists such texts. Names of products are the same in both languages and have no entry.
 */

export default {
  'Plain HTML': 'Vanlig HTML',
  'Copy the folder to the top of your site. In the head of the page:':
    'Kopier mappen til det øverste nivået på nettstedet. I hodet på siden (head):',
  'Where the questionnaire should stand:': 'Der spørreskjemaet skal stå:',
  'In your style sheet, so that nothing moves when it starts. This goes for all sites below:':
    'I stilarket, så ingenting flytter seg når det starter. Dette gjelder alle slags nettsteder:',
  'Copy the folder to static/scorecard. Hugo drops tags that it finds in Markdown, so a shortcode brings them in. Save it as layouts/shortcodes/scorecard.html:':
    'Kopier mappen til static/scorecard. Hugo fjerner tagger i Markdown, så en kortkode (shortcode) setter dem inn. Lagre den som layouts/shortcodes/scorecard.html:',
  'In a post:': 'I et innlegg:',
  'Copy the folder to the top of your site; Jekyll takes it along as it is. Save this as _includes/scorecard.html:':
    'Kopier mappen til det øverste nivået på nettstedet. Jekyll tar den med som den er. Lagre dette som _includes/scorecard.html:',
  'In a post, with an empty line before and after:': 'I et innlegg, med en tom linje før og etter:',
  'Copy the folder to docs/scorecard. In mkdocs.yml:': 'Kopier mappen til docs/scorecard. I mkdocs.yml:',
  'In a page. Without the div, Markdown wraps the tag in paragraphs:':
    'På en side. Uten div setter Markdown avsnitt rundt taggen:',
  'Copy the folder to _static/scorecard. In conf.py:': 'Kopier mappen til _static/scorecard. I conf.py:',
  'In a page:': 'På en side:',
  'Copy the folder to the top of your site. In the head of index.html:':
    'Kopier mappen til det øverste nivået på nettstedet. I hodet i index.html (head):',
  'In a page. docsify makes it in the browser, so a reader without JavaScript sees nothing of it:':
    'På en side. docsify lager den i nettleseren, så lesere uten JavaScript ser ingenting av den:',
  'Copy the folder to the top of your site, and have Eleventy take it along, in eleventy.config.js:':
    'Kopier mappen til det øverste nivået på nettstedet, og la Eleventy ta den med, i eleventy.config.js:',
  'In the head of your layout:': 'I hodet i malen din (head):',
  'In a post. The opening tag has a line of its own and an empty line before it; otherwise Markdown takes it for part of a paragraph:':
    'I et innlegg. Starttaggen står på sin egen linje, med en tom linje foran. Ellers tar Markdown den for en del av et avsnitt:',
  'There is a plugin, with a block. cargo xtask wordpress in the project’s folder makes its ZIP, target/wordpress/misconception-scorecard.zip. In WordPress choose Plugins, Add New Plugin, Upload Plugin, take that file and activate it. Then add the block Misconception scorecard to a post. Authors may do so too. Where there are no blocks, a shortcode does the same:':
    'Det finnes en utvidelse med en blokk. cargo xtask wordpress i prosjektets mappe lager ZIP-filen, target/wordpress/misconception-scorecard.zip. I WordPress velger du Utvidelser, Legg til ny utvidelse, Last opp utvidelse, tar den filen og aktiverer den. Så legger du blokken «Misforståelser: spørreskjema» til i et innlegg. Det kan forfattere også gjøre. Der det ikke finnes blokker, gjør en kortkode det samme:',
  'Your own questionnaire goes under Scorecards, as JSON that the studio has made or that you write there; it is checked and shown while you do. Readers may send you their answers and take them back. What they write becomes a comment on the post, which waits for you, and goes through Akismet as all comments do. The suggestions that you approve are shown in the scorecard. Scorecards, Responses counts the answers in your own browser. Its tests are for WordPress 6.1 to 6.5 and early builds of 6.6 and 6.7; on 6.8 and later, and on a network of sites, it was not tried.':
    'Ditt eget spørreskjema legger du under «Spørreskjemaer», som JSON fra studioet eller skrevet der. Det blir kontrollert og vist mens du skriver. Leserne kan sende deg svarene sine og trekke dem tilbake. Det de skriver, blir en kommentar til innlegget som venter på deg, og går gjennom Akismet som alle kommentarer. Forslag du godkjenner, vises i resultatet. «Spørreskjemaer», «Svar» teller svarene i din egen nettleser. Utvidelsen er prøvd på WordPress 6.1 til 6.5 og tidlige utgaver av 6.6 og 6.7, men ikke på 6.8 og senere, og ikke i et nettverk av nettsteder.',
  'Without the plugin': 'Uten utvidelsen',
  'If you only need the script, it comes from a few lines of your own, once for the whole site. Make a folder scorecard-embed in wp-content/plugins, copy the folder scorecard into it, and save this beside it as scorecard-embed.php. Then activate the plugin:':
    'Trenger du bare skriptet, er noen linjer nok for hele nettstedet. Lag en mappe scorecard-embed i wp-content/plugins, kopier mappen scorecard inn i den, og lagre dette ved siden av som scorecard-embed.php. Så aktiverer du utvidelsen:',
  'Who may paste what is a matter of roles. WordPress lets administrators and editors publish any tag. They add a Custom HTML block to a post and paste:':
    'Hvem som kan lime inn hva, avhenger av rollen. Administratorer og redaktører kan publisere hvilken som helst tagg. De legger til en blokk «Egendefinert HTML» i et innlegg og limer inn:',
  'WordPress removes tags it does not know from an author’s post, and leaves only the paragraph. A div may stay. Authors paste this into a Custom HTML block, and the script puts the questionnaire into it:':
    'I innlegg fra forfattere tar WordPress ut tagger det ikke kjenner, så bare avsnittet blir igjen. En div får stå. Forfattere limer inn dette i en blokk «Egendefinert HTML», og skriptet setter spørreskjemaet inn i den:',
  'The attributes are the same but for assets, with data- before each name, as in data-src. In a network of sites, editors and the administrators of a single site are in the position of authors; only the network’s own administrators may publish any tag.':
    'Attributtene er de samme, bortsett fra assets, med data- foran hvert navn, som i data-src. I et nettverk av nettsteder gjelder det som er sagt om forfattere, også for redaktører og for administratorer av ett nettsted. Bare nettverkets egne administratorer kan publisere hvilken som helst tagg.',
  'A bundler': 'Et byggeverktøy (bundler)',
  'With esbuild, Rollup, webpack, Rspack, Vite or Parcel, install the package misconception-scorecard. No folder needs to be copied and no option set. In a script of your pages:':
    'Med esbuild, Rollup, webpack, Rspack, Vite eller Parcel installerer du pakken misconception-scorecard. Ingen mappe skal kopieres, og ingenting skal stilles inn. I et skript på sidene dine:',
  'The tag then stands in your page as above.': 'Taggen står da på siden som i vanlig HTML.',
  'Your own questionnaire from a framework': 'Ditt eget spørreskjema fra et rammeverk',
  'A questionnaire is an object, so it is a property of the element and never an attribute: in an attribute it would read [object Object], and readers would see the built-in one. The property may be set before the tag is defined, and at any time later; an equal questionnaire changes nothing. A JSON file that is imported needs no cast in TypeScript. In a script:':
    'Et spørreskjema er et objekt. Derfor er det en egenskap på elementet og aldri et attributt: I et attributt ville det stå [object Object], og leserne ville se det innebygde. Egenskapen kan settes før taggen er definert, og når som helst senere. Et likt spørreskjema endrer ingenting. En importert JSON-fil trenger ingen typeangivelse i TypeScript. I et skript:',
  'If your script runs after an event was fired, ask the element. ready is a promise: it resolves to the detail of scorecard-ready, and rejects with an error that has what scorecard-failed has in its detail. state is waiting, starting, shown or failed. problems lists what is wrong in the questionnaire. In a script for the whole site:':
    'Hvis skriptet ditt kjører etter at en hendelse er utløst, kan det spørre elementet. ready er et promise: det gir detail fra scorecard-ready, og avvises med en feil som har det scorecard-failed har i detail. state er waiting, starting, shown eller failed. problems er en liste over feil i spørreskjemaet. I et skript for hele nettstedet:',
  'A component has the element by a ref, bind:this or #name. In the frameworks below:':
    'En komponent når elementet med ref, bind:this eller #navn. Resten står under hvert rammeverk.',
  'The component, for React 18 and 19, defines the tag in the browser and sets its properties. Each event has a handler property, such as onCompleted:':
    'Komponenten, for React 18 og 19, definerer taggen i nettleseren og setter egenskapene. Hver hendelse har sin egen egenskap, for eksempel onCompleted:',
  "Install the package. Next.js draws the page on its server, fallback included, and the tag starts in the browser. The component is React’s, and no file of yours needs 'use client':":
    "Installer pakken. Next.js tegner siden på tjeneren, med reservetekst og alt, og taggen starter i nettleseren. Komponenten er den for React, og ingen av filene dine trenger 'use client':",
  'To have the first screen there before any script, give the component html, made on the server by renderToString of misconception-scorecard/core with shadow: true, in place of what is inside.':
    'Skal det første skjermbildet være der før noe skript, gir du komponenten html i stedet for det som står i den, laget på tjeneren med renderToString fra misconception-scorecard/core og shadow: true.',
  'Install the package. The server draws what is inside the component, and nothing needs to be configured. Here with a questionnaire of your own, and a button of the page that asks the element what it shows:':
    'Installer pakken. Tjeneren tegner det som står i komponenten, og du trenger ikke å stille inn noe. Her med ditt eget spørreskjema og en knapp på siden som spør elementet hva det viser:',
  'Install the package. In a page of MDX:': 'Installer pakken. På en side i MDX:',
  'With a questionnaire of your own, make a component of it, as with React, and import that.':
    'Har du ditt eget spørreskjema, lager du en komponent av det, som med React, og importerer den.',
  'Install the package. Two lines in src/main.js, and the tag stands in any template, without an option of the compiler:':
    'Installer pakken. Med to linjer i src/main.js kan taggen stå i en hvilken som helst mal, uten valg for kompilatoren:',
  'In a template:': 'I en mal:',
  'With a questionnaire of your own, here as a component of its own:':
    'Med ditt eget spørreskjema, her som en egen komponent:',
  'Install the package, and save this as app/plugins/scorecard.js. The tag then stands in any template, and the server draws what is inside:':
    'Installer pakken, og lagre dette som app/plugins/scorecard.js. Taggen kan da stå i en hvilken som helst mal, og tjeneren tegner det som står i den:',
  'In a page, with a questionnaire of your own. The element is card.value.element:':
    'På en side, med ditt eget spørreskjema. Elementet er card.value.element:',
  'Install the package, and save this as .vitepress/theme/index.js:':
    'Installer pakken, og lagre dette som .vitepress/theme/index.js:',
  "With a questionnaire of your own, the page has the script that Nuxt’s page has, with import { ref } from 'vue', and the tag:":
    "Med ditt eget spørreskjema har siden det samme skriptet som siden for Nuxt, med import { ref } from 'vue', og taggen:",
  'Install the package. The import does nothing on the server, which sends the tag with what is inside; nothing is to be configured. Svelte writes the questionnaire into that tag as [object Object], and sets the property when it takes the page over: the attribute does no harm. In a page:':
    'Installer pakken. Importen gjør ingenting på tjeneren, som sender taggen med det som står i den, og ingenting skal stilles inn. Svelte skriver spørreskjemaet i taggen som [object Object], og setter egenskapen når det tar over siden. Attributtet gjør ingen skade. På en side:',
  'In JSX the same attributes stand on the tag. Here in templates that need no compiler:':
    'I JSX står de samme attributtene på taggen. Her i maler som ikke trenger en kompilator:',
  'Install the package. A component that has the tag says so by CUSTOM_ELEMENTS_SCHEMA. A JSON file that is imported needs nothing in a new project’s tsconfig.json:':
    'Installer pakken. En komponent som har taggen, sier det med CUSTOM_ELEMENTS_SCHEMA. En importert JSON-fil krever ingenting i tsconfig.json i et nytt prosjekt:',
  'Install the package. In the layout of your posts:': 'Installer pakken. I malen for innleggene dine:',
  'In a post, in Markdown or not:': 'I et innlegg, enten det er i Markdown eller ikke:',
  'With a questionnaire of your own, the page has a script of its own in place of the layout’s:':
    'Med ditt eget spørreskjema har siden sitt eget skript i stedet for det i malen:',
  'On a server': 'På en tjener',
  'The core evaluates, draws the HTML of a first screen and the picture. In Node, Deno and Bun, and in what a bundler makes for them:':
    'Kjernen vurderer svar, og lager HTML-en for det første skjermbildet og bildet av resultatet. I Node, Deno og Bun, og i det et byggeverktøy lager for dem:',
  'On Cloudflare, where nothing is compiled while a worker runs, the same import has its module from the runtime:':
    'På Cloudflare, der ingenting blir kompilert mens en worker kjører, får den samme importen modulen sin fra kjøremiljøet:',
};
