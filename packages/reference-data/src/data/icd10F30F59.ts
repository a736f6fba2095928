/**
 * ICD-10 chapter V, F30–F59, with Danish text: one code and its text a line.
 * Source: the Danish ICD-10 code system as published with DK Core terminology (Sundhedsdatastyrelsen, SKS); facts taken 2026-11.
 * Licence: ICD-10 is the World Health Organization's; the Danish texts are published by Sundhedsdatastyrelsen for use with attribution.
 */
export const ICD10_F30_F59 = `
F30 Manisk enkeltepisode
F30.0 Hypoman enkeltepisode
F30.1 Manisk enkeltepisode uden psykotiske symptomer
F30.2 Manisk enkeltepisode med psykotiske symptomer
F30.8 Manisk enkeltepisode af anden type
F30.9 Manisk enkeltepisode UNS
F31 Bipolar affektiv sindslidelse
F31.0 Bipolar affektiv sindslidelse i hypoman episode
F31.1 Bip. aff. sindslid i manisk episode u psykot. sympt.
F31.2 Bipolar aff. sindslid. i manisk episode m. psykot. sympt.
F31.3 Bipolar affektiv sindslid. i lettere/moderat depressiv epi.
F31.4 Bip. aff. sindslid i svær depress. episode u psykot. sympt.
F31.5 Bip. aff. sindslid i svær depres. episode m. psykot. sympt.
F31.6 Bipolar affektiv sindslidelse i episode m. blandingstilstand
F31.7 Bipolar affektiv sindslidelse i remission
F31.8 Anden form for bipolar affektiv sindslidelse
F31.9 Bipolar affektiv sindslidelse UNS
F32 Depressiv enkeltepisode
F32.0 Depressiv enkeltepisode af lettere grad
F32.1 Depressiv enkeltepisode af moderat grad
F32.2 Depress. enkeltepisode af svær grad u psykot. sympt.
F32.3 Depressiv enkeltepisode af svær grad m. psykotiske symptomer
F32.8 Depressiv enkeltepisode af anden type
F32.9 Depressiv enkeltepisode UNS
F33 Periodisk depression
F33.0 Periodisk depression i episode af lettere grad
F33.1 Periodisk depression i episode af moderat grad
F33.2 Periodisk depression i episode af svær grad u psykot. sympt.
F33.3 Periodisk depression i episode af svær grad m psykot. sympt.
F33.4 Periodisk depression i remission
F33.8 Periodisk depression af anden type
F33.9 Periodisk depression UNS
F34 Vedvarende affektive tilstande
F34.0 Cyklotymi
F34.1 Dystymi
F34.8 Kronisk forstemningstilstand af anden type
F34.9 Kronisk forstemningstilstand UNS
F38 Andre affektive sindslidelser eller tilstande
F38.0 Anden affektiv sindslidelse, enkeltepisode
F38.1 Anden periodisk affektiv sindslidelse
F38.8 Anden affektiv sindslidelse eller tilstand
F39 Ikke specificeret affektiv sindslidelse eller tilstand
F40 Fobiske angsttilstande
F40.0 Agorafobi
F40.1 Socialfobi
F40.2 Enkelfobi
F40.8 Fobisk angst af anden type
F40.9 Fobisk angst UNS
F41 Andre angsttilstande
F41.0 Panikangst
F41.1 Generaliseret angst
F41.2 Lettere angst-depressionstilstand
F41.3 Anden blandet angsttilstand
F41.8 Anden angsttilstand
F41.9 Angsttilstand UNS
F42 Obsessiv-kompulsiv tilstand
F42.0 Overvejende obsessiv tilstand
F42.1 Overvejende kompulsiv tilstand
F42.2 Blandet obsessiv-kompulsiv tilstand
F42.8 Anden obsessiv-kompulsiv tilstand
F42.9 Obsessiv-kompulsiv tilstand UNS
F43 Reaktioner på svær belastning og tilpasningsreaktioner
F43.0 Akut belastningsreaktion
F43.1 Posttraumatisk belastningsreaktion
F43.2 Tilpasningsreaktion
F43.8 Anden belastningsreaktion
F43.9 Belastningsreaktion UNS
F44 Dissociative tilstande og forstyrrelser
F44.0 Dissociativ amnesi
F44.1 Dissociativ fugue
F44.2 Dissociativ stupor
F44.3 Dissociativ trance- eller besættelsestilstand
F44.4 Dissociativ bevægelsesforstyrrelse
F44.5 Dissociative kramper
F44.6 Dissociativ sanseforstyrrelse
F44.7 Blandet dissociativ tilstand
F44.8 Anden dissociativ tilstand eller forstyrrelse
F44.9 Dissociativ tilstand eller forstyrrelse UNS
F45 Somatoforme tilstande
F45.0 Somatiseringstilstand
F45.1 Udifferentieret somatoform tilstand
F45.2 Helbredsangst
F45.3 Somatoform autonom dysfunktion
F45.4 Vedvarende somatoform smertetilstand
F45.8 Anden somatoform tilstand
F45.9 Somatoform tilstand UNS
F48 Andre nervøse tilstande
F48.0 Neurasteni
F48.1 Depersonalisations-derealisations syndrom
F48.8 Anden nervøs tilstand
F48.9 Nervøs tilstand UNS
F50 Spiseforstyrrelser
F50.0 Nervøs spisevægring
F50.1 Atypisk nervøs spisevægring
F50.2 Nervøs spiseanfaldstilbøjelighed
F50.3 Atypisk nervøs spiseanfaldstilbøjelighed
F50.4 Trøstespisning
F50.5 Opkastning forbundet med anden psykisk forstyrrelse
F50.8 Anden spiseforstyrrelse
F50.9 Spiseforstyrrelse UNS
F51 Ikke-organiske søvnforstyrrelser
F51.0 Ikke-organisk søvnløshed
F51.1 Ikke-organisk øget søvntrang
F51.2 Ikke-organisk søvnrytmeforstyrrelse
F51.3 Søvngængeri
F51.4 Søvnrædsel
F51.5 Natlige mareridt
F51.8 Anden form for ikke-organisk søvnforstyrrelse
F51.9 Ikke-organisk søvnforstyrrelse UNS
F52 Ikke-organiske seksuelle funktionsforstyrrelser
F52.0 Nedsat eller manglende seksuallyst
F52.1 Seksuel aversion eller manglende seksuel lystfølelse
F52.2 Ikke-organisk genital dysfunktion
F52.3 Hæmmet orgasme
F52.4 Præmatur ejakulation
F52.5 Ikke-organisk vaginisme
F52.6 Ikke-organisk dyspareuni
F52.7 Øget seksualdrift
F52.8 Anden ikke-organisk seksuel dysfunktion
F52.9 Ikke-organisk seksuel dysfunktion UNS
F53 Psykiske lidelser i barselsperiode IKA
F53.0 Lettere psykisk lidelse i barselsperiode IKA
F53.1 Svær psykisk lidelse i barselsperiode IKA
F53.8 Anden psykisk lidelse i barselsperiode IKA
F53.9 Psykisk lidelse i barselsperiode UNS
F54 Psykiske faktorer forbundet med sygdomme klas. andetsteds
F55 Misbrug af ikke-afhængighedsskabende stoffer
F59 Adfærdsændring forbundet m fysiologiske/fysiske faktorer UNS
`;
