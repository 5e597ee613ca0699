/**
 * The instructions of hosts.html in Norwegian, by their English text. An English text that is new
 * or has changed is missing here until it is translated again; tests/package/studio-texts.test.mjs
 * lists such texts. Names of products are the same in both languages and have no entry.
 */

export default {
  'Plain HTML': 'Vanlig HTML',
  'Copy the folder to the top of your site. In the head of the page:':
    'Kopier mappen til det øverste nivået på nettstedet. I hodet på siden (head):',
  'At the place for the questionnaire:': 'Der spørreskjemaet skal stå:',
  'In your style sheet, so that nothing moves when the questionnaire starts. All sites below need this too:':
    'I stilarket, så ingenting flytter seg når det starter. Dette gjelder alle slags nettsteder:',
  'Copy the folder to static/scorecard. Hugo removes tags from Markdown, so a shortcode inserts them. Save it as layouts/shortcodes/scorecard.html:':
    'Kopier mappen til static/scorecard. Hugo fjerner tagger i Markdown, så en kortkode (shortcode) setter dem inn. Lagre den som layouts/shortcodes/scorecard.html:',
  'In a post:': 'I et innlegg:',
  'Copy the folder to the top of your site; Jekyll copies it unchanged. Save this as _includes/scorecard.html:':
    'Kopier mappen til det øverste nivået på nettstedet. Jekyll tar den med som den er. Lagre dette som _includes/scorecard.html:',
  'In a post, with an empty line before and after:': 'I et innlegg, med en tom linje før og etter:',
  'Copy the folder to docs/scorecard. In mkdocs.yml:': 'Kopier mappen til docs/scorecard. I mkdocs.yml:',
  'In a page. Without the div, Markdown wraps the tag in paragraphs:':
    'På en side. Uten div setter Markdown avsnitt rundt taggen:',
  'Copy the folder to _static/scorecard. In conf.py:': 'Kopier mappen til _static/scorecard. I conf.py:',
  'In a page:': 'På en side:',
  'Copy the folder to the top of your site. In the head of index.html:':
    'Kopier mappen til det øverste nivået på nettstedet. I hodet i index.html (head):',
  'In a page. docsify renders pages in the browser, so readers without JavaScript see nothing:':
    'På en side. docsify lager den i nettleseren, så lesere uten JavaScript ser ingenting av den:',
  'Copy the folder to the top of your site, and let Eleventy copy it to the site, in eleventy.config.js:':
    'Kopier mappen til det øverste nivået på nettstedet, og la Eleventy ta den med, i eleventy.config.js:',
  'In the head of your layout:': 'I hodet i malen din (head):',
  'In a post. The opening tag must have a line of its own and an empty line before it; otherwise Markdown treats it as part of a paragraph:':
    'I et innlegg. Starttaggen står på sin egen linje, med en tom linje foran. Ellers tar Markdown den for en del av et avsnitt:',
  'There is a plugin with a block. cargo xtask wordpress in the project’s folder makes the ZIP file, target/wordpress/misconception-scorecard.zip. In WordPress, choose Plugins, Add New Plugin, Upload Plugin, upload that file and activate the plugin. Then add the block Misconception scorecard to a post. Authors may do so too. If your editor has no blocks, use the shortcode:':
    'Det finnes en utvidelse med en blokk. cargo xtask wordpress i prosjektets mappe lager ZIP-filen, target/wordpress/misconception-scorecard.zip. I WordPress velger du Utvidelser, Legg til ny utvidelse, Last opp utvidelse, tar den filen og aktiverer den. Så legger du blokken «Misforståelser: spørreskjema» til i et innlegg. Det kan forfattere også gjøre. Der det ikke finnes blokker, gjør en kortkode det samme:',
  'Your own questionnaire goes under Scorecards: paste the JSON from the studio, or write it there. The plugin checks it and shows it while you write. Readers may send you their answers and take them back. Their remarks become comments on the post, which wait for your approval and go through Akismet like all comments. The suggestions that you approve are shown in the scorecard. Scorecards, Responses counts the answers in your own browser. The plugin is tested with WordPress 6.1 to 6.5 and early builds of 6.6 and 6.7, but not with 6.8 and later, nor on a network of sites.':
    'Ditt eget spørreskjema legger du under «Spørreskjemaer», som JSON fra studioet eller skrevet der. Det blir kontrollert og vist mens du skriver. Leserne kan sende deg svarene sine og trekke dem tilbake. Det de skriver, blir en kommentar til innlegget som venter på deg, og går gjennom Akismet som alle kommentarer. Forslag du godkjenner, vises i resultatet. «Spørreskjemaer», «Svar» teller svarene i din egen nettleser. Utvidelsen er prøvd på WordPress 6.1 til 6.5 og tidlige utgaver av 6.6 og 6.7, men ikke på 6.8 og senere, og ikke i et nettverk av nettsteder.',
  'Without the plugin': 'Uten utvidelsen',
  'If you only need the script, a few lines add it to the whole site. Make a folder scorecard-embed in wp-content/plugins, copy the folder scorecard into it, and save this beside it as scorecard-embed.php. Then activate the plugin:':
    'Trenger du bare skriptet, er noen linjer nok for hele nettstedet. Lag en mappe scorecard-embed i wp-content/plugins, kopier mappen scorecard inn i den, og lagre dette ved siden av som scorecard-embed.php. Så aktiverer du utvidelsen:',
  'What you may paste depends on your role. WordPress lets administrators and editors publish any tag. They add a Custom HTML block to a post and paste:':
    'Hvem som kan lime inn hva, avhenger av rollen. Administratorer og redaktører kan publisere hvilken som helst tagg. De legger til en blokk «Egendefinert HTML» i et innlegg og limer inn:',
  'From an author’s post, WordPress removes tags that it does not know, and leaves only the paragraph. A div may stay. Authors paste this into a Custom HTML block, and the script puts the questionnaire into the div:':
    'I innlegg fra forfattere tar WordPress ut tagger det ikke kjenner, så bare avsnittet blir igjen. En div får stå. Forfattere limer inn dette i en blokk «Egendefinert HTML», og skriptet setter spørreskjemaet inn i den:',
  'The attributes are the same, except assets, with data- before each name, as in data-src. In a network of sites, editors and the administrators of a single site have the same rights as authors; only the network’s own administrators may publish any tag.':
    'Attributtene er de samme, bortsett fra assets, med data- foran hvert navn, som i data-src. I et nettverk av nettsteder gjelder det som er sagt om forfattere, også for redaktører og for administratorer av ett nettsted. Bare nettverkets egne administratorer kan publisere hvilken som helst tagg.',
  'A bundler': 'Et byggeverktøy (bundler)',
  'With esbuild, Rollup, webpack, Rspack, Vite or Parcel, install the package misconception-scorecard. You need not copy a folder or set an option. In a script of your pages:':
    'Med esbuild, Rollup, webpack, Rspack, Vite eller Parcel installerer du pakken misconception-scorecard. Ingen mappe skal kopieres, og ingenting skal stilles inn. I et skript på sidene dine:',
  'Write the tag in your page as above.': 'Taggen står da på siden som i vanlig HTML.',
  'Your own questionnaire from a framework': 'Ditt eget spørreskjema fra et rammeverk',
  'A questionnaire is an object, so set it as a property of the element and never as an attribute: the attribute would contain [object Object], and readers would see the built-in questionnaire. You can set the property before the tag is defined and at any time later; an equal questionnaire changes nothing. A JSON file that is imported needs no cast in TypeScript. In a script:':
    'Et spørreskjema er et objekt. Derfor er det en egenskap på elementet og aldri et attributt: I et attributt ville det stå [object Object], og leserne ville se det innebygde. Egenskapen kan settes før taggen er definert, og når som helst senere. Et likt spørreskjema endrer ingenting. En importert JSON-fil trenger ingen typeangivelse i TypeScript. I et skript:',
  'If your script runs after an event was fired, ask the element. ready is a promise: it resolves to the detail of scorecard-ready, and rejects with an error that has the same properties as the detail of scorecard-failed. state is waiting, starting, shown or failed. problems lists what is wrong in the questionnaire. In a script for the whole site:':
    'Hvis skriptet ditt kjører etter at en hendelse er utløst, kan det spørre elementet. ready er et promise: det gir detail fra scorecard-ready, og avvises med en feil som har det scorecard-failed har i detail. state er waiting, starting, shown eller failed. problems er en liste over feil i spørreskjemaet. I et skript for hele nettstedet:',
  'A component gets the element by a ref, bind:this or #name. In the frameworks below:':
    'En komponent når elementet med ref, bind:this eller #navn. Resten står under hvert rammeverk.',
  'The component, for React 18 and 19, defines the tag in the browser and sets its properties. Each event has a handler property, such as onCompleted:':
    'Komponenten, for React 18 og 19, definerer taggen i nettleseren og setter egenskapene. Hver hendelse har sin egen egenskap, for eksempel onCompleted:',
  "Install the package. Next.js renders the page on its server, including the fallback, and the tag starts in the browser. The component is the one for React, and none of your files needs 'use client':":
    "Installer pakken. Next.js tegner siden på tjeneren, med reservetekst og alt, og taggen starter i nettleseren. Komponenten er den for React, og ingen av filene dine trenger 'use client':",
  'To show the first screen before any script runs, give the component html instead of children, made on the server by renderToString of misconception-scorecard/core with shadow: true.':
    'Skal det første skjermbildet være der før noe skript, gir du komponenten html i stedet for det som står i den, laget på tjeneren med renderToString fra misconception-scorecard/core og shadow: true.',
  'Install the package. The server renders the children of the component, and nothing needs to be configured. This example has a questionnaire of its own, and a button of the page that asks the element for its state:':
    'Installer pakken. Tjeneren tegner det som står i komponenten, og du trenger ikke å stille inn noe. Her med ditt eget spørreskjema og en knapp på siden som spør elementet hva det viser:',
  'Install the package. In a page of MDX:': 'Installer pakken. På en side i MDX:',
  'If you have a questionnaire of your own, make a component for it, as with React, and import the component.':
    'Har du ditt eget spørreskjema, lager du en komponent av det, som med React, og importerer den.',
  'Install the package. With two lines in src/main.js, you can write the tag in any template, without a compiler option:':
    'Installer pakken. Med to linjer i src/main.js kan taggen stå i en hvilken som helst mal, uten valg for kompilatoren:',
  'In a template:': 'I en mal:',
  'With a questionnaire of your own, here as a component of its own:':
    'Med ditt eget spørreskjema, her som en egen komponent:',
  'Install the package, and save this as app/plugins/scorecard.js. You can then write the tag in any template, and the server renders its content:':
    'Installer pakken, og lagre dette som app/plugins/scorecard.js. Taggen kan da stå i en hvilken som helst mal, og tjeneren tegner det som står i den:',
  'In a page, with a questionnaire of your own. The element is card.value.element:':
    'På en side, med ditt eget spørreskjema. Elementet er card.value.element:',
  'Install the package, and save this as .vitepress/theme/index.js:':
    'Installer pakken, og lagre dette som .vitepress/theme/index.js:',
  "With a questionnaire of your own, the page has the script that Nuxt’s page has, with import { ref } from 'vue', and the tag:":
    "Med ditt eget spørreskjema har siden det samme skriptet som siden for Nuxt, med import { ref } from 'vue', og taggen:",
  'Install the package. The import does nothing on the server, which sends the tag with its content; nothing needs to be configured. Svelte writes the questionnaire into that tag as [object Object], and sets the property when it hydrates the page: the attribute does no harm. In a page:':
    'Installer pakken. Importen gjør ingenting på tjeneren, som sender taggen med det som står i den, og ingenting skal stilles inn. Svelte skriver spørreskjemaet i taggen som [object Object], og setter egenskapen når det tar over siden. Attributtet gjør ingen skade. På en side:',
  'In JSX, the tag has the same attributes. This example uses templates that need no compiler:':
    'I JSX står de samme attributtene på taggen. Her i maler som ikke trenger en kompilator:',
  'Install the package. A component that uses the tag needs CUSTOM_ELEMENTS_SCHEMA. A new project can import a JSON file without a change to tsconfig.json:':
    'Installer pakken. En komponent som har taggen, sier det med CUSTOM_ELEMENTS_SCHEMA. En importert JSON-fil krever ingenting i tsconfig.json i et nytt prosjekt:',
  'Install the package. In the layout of your posts:': 'Installer pakken. I malen for innleggene dine:',
  'In a post, in Markdown or not:': 'I et innlegg, enten det er i Markdown eller ikke:',
  'With a questionnaire of your own, the page has a script of its own instead of the one in the layout:':
    'Med ditt eget spørreskjema har siden sitt eget skript i stedet for det i malen:',
  'On a server': 'På en tjener',
  'The core evaluates answers, and renders the HTML of a first screen and the picture. In Node, Deno and Bun, and in bundles for them:':
    'Kjernen vurderer svar, og lager HTML-en for det første skjermbildet og bildet av resultatet. I Node, Deno og Bun, og i det et byggeverktøy lager for dem:',
  'On Cloudflare, a worker cannot compile modules while it runs, so the same import gets its module from the runtime:':
    'På Cloudflare, der ingenting blir kompilert mens en worker kjører, får den samme importen modulen sin fra kjøremiljøet:',
};
